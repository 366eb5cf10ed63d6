"""What of all events lies in an area: held against one question a point, and stopped when told."""

import numpy as np
import pytest
import shapely

from maps.measures import circle
from maps.points import Choice, Events, choose
from maps.points.choice import OPEN
from maps.points.events import STATES
from maps.points.within import within
from maps.projection import project_point, unproject
from tests.maps.points.test_points import ALL, LAT, LON, placed, some

OPEN_STATES = frozenset(state for state, is_open in zip(STATES, OPEN, strict=True) if is_open)


@pytest.fixture(scope="module")
def events() -> Events:
    return some(30_000, spread=0.4)


def ring(*points):
    return shapely.Polygon(points)


def rough(rng, corners=60):
    """A star with many bends, which holds some buckets whole and cuts others."""
    angle = np.sort(rng.uniform(0, 2 * np.pi, corners))
    far = rng.uniform(0.05, 0.5, corners)
    return ring(*zip(LON + far * np.cos(angle), LAT + far * np.sin(angle), strict=True))


RNG = np.random.default_rng(11)
AREAS = {
    "a star": rough(RNG),
    "another star": rough(RNG, 300),
    "a circle": ring(*circle(LON, LAT, 23_000.0, 240)),
    "a small circle": ring(*circle(LON, LAT, 400.0, 60)),
    "a ring with a hole": ring(*circle(LON, LAT, 30_000.0, 90)).difference(
        ring(*circle(LON, LAT, 9_000.0, 90))
    ),
    "two apart": ring(*circle(LON, LAT, 3_000.0, 9)).union(
        ring(*circle(LON + 0.2, LAT, 5_000.0, 9))
    ),
    "long straight sides": ring((105.6, 29.1), (107.4, 29.1), (107.4, 29.9), (105.6, 29.9)),
    "far beyond the frame": ring((100.0, 20.0), (115.0, 20.0), (115.0, 40.0), (100.0, 40.0)),
    "nothing": ring((100.0, 20.0), (100.1, 20.0), (100.1, 20.1)),
}


@pytest.mark.parametrize("area", AREAS.values(), ids=list(AREAS))
def test_it_is_what_is_found_point_by_point(events, area):
    chosen = choose(events, ALL)
    found = within(chosen, area, most=len(events))
    lon, lat = unproject(*placed(events))
    inside = shapely.intersects_xy(area, lon, lat)
    unsure = shapely.distance(shapely.points(lon, lat), area.boundary) < 2e-6
    got = np.zeros(len(chosen), bool)
    got[found.at] = True
    assert (got == inside)[~unsure].all()
    assert found.count == got.sum() == len(found.at)
    assert found.open == (chosen.look[found.at] % 2).sum()


def test_only_the_nearest_to_the_middle_are_given_and_all_are_counted(events):
    chosen, area = choose(events, ALL), AREAS["a circle"]
    whole, some_ = within(chosen, area, most=10**6), within(chosen, area, most=25)
    assert some_.count == whole.count > 25
    assert some_.at.tolist() == whole.at[:25].tolist()
    assert (np.diff(some_.distance_m) >= 0).all()
    x, y = (part[some_.at] for part in placed(events))
    middle = project_point(LON, LAT)
    away = np.hypot(x - middle[0], y - middle[1])
    assert some_.distance_m == pytest.approx(away, abs=5)


def test_it_counts_what_is_chosen_and_by_looks(events):
    open_only = Choice(states=OPEN_STATES)
    area = AREAS["a circle"]
    chosen = choose(events, open_only)
    found = within(chosen, area, most=10)
    assert found.open == found.count == within(choose(events, ALL), area, most=1).open


def test_whoever_no_longer_waits_is_given_nothing(events):
    asked = []

    def told(done, many):
        asked.append((done, many))
        return len(asked) < 2

    assert within(choose(events, ALL), AREAS["a star"], most=10, told=told) is None
    assert len(asked) == 2
    done = []
    assert within(choose(events, ALL), AREAS["a star"], most=1, told=lambda *n: not done.append(n))
    assert done[-1][0] == done[-1][1]
    assert [share for share, _ in done] == sorted(share for share, _ in done)


def test_no_events_are_no_trouble():
    assert within(choose(Events.none(), ALL), AREAS["a star"], most=5).count == 0
