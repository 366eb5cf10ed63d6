"""Whether a move is possible: the short answer is the one that the geodesic would give."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.fixes.geodesy import at_most_m, distance_m
from app.fixes.motion import MOST_KMH, SLACK_M, implied_kmh, plausible
from app.model import Fix, UnitKind

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
LONS, LATS = st.floats(-180, 180), st.floats(-90, 90)
STEPS = st.floats(-0.01, 0.01)


def at(lon, lat, after_s=0.0, accuracy_m=None):
    time = NOON + timedelta(seconds=after_s)
    return Fix(terminal="T1", fix_time=time, received=time, lon=lon, lat=lat, accuracy_m=accuracy_m)


@given(lon=LONS, lat=LATS, to_lon=LONS, to_lat=LATS)
def test_no_geodesic_is_longer_than_the_way_round_the_corner(lon, lat, to_lon, to_lat):
    assert distance_m(lon, lat, to_lon, to_lat) <= at_most_m(lon, lat, to_lon, to_lat) + 1e-6


@given(
    lat=st.floats(-89, 89),
    east=STEPS,
    north=STEPS,
    after_s=st.floats(-60, 60),
    accuracy_m=st.none() | st.floats(0, 1_000),
    kind=st.none() | st.sampled_from(UnitKind),
)
def test_what_is_near_is_believed_as_the_geodesic_says(lat, east, north, after_s, accuracy_m, kind):
    before = at(106.5, lat)
    now = at(106.5 + east, lat + north, after_s, accuracy_m)
    assert plausible(before, now, kind=kind) == (implied_kmh(before, now) <= MOST_KMH[kind])


@pytest.mark.parametrize(("north_m", "possible"), [(SLACK_M, True), (SLACK_M + 70, False)])
def test_a_second_takes_no_vehicle_beyond_the_slack_and_its_speed(north_m, possible):
    assert plausible(at(106.5, 29.5), at(106.5, 29.5 + north_m / 110_850, 1.0)) == possible
