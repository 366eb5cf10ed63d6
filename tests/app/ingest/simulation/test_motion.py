"""Terminals move along their beats: no jumps, near the line, with a stop now and then."""

from math import cos, hypot, radians
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from app.ingest.simulation.motion import Beat, Walker


def beat(speed_kmh=36.0, waypoints=((106.5, 29.5), (106.6, 29.5), (106.6, 29.6))):
    return Beat(
        phone="1",
        unit="U",
        kind="fire",
        version=2019,
        plate="演示",
        speed_kmh=speed_kmh,
        waypoints=waypoints,
    )


def metres(a, b):
    return hypot((a.lon - b.lon) * 111_320 * cos(radians(29.5)), (a.lat - b.lat) * 110_950)


points = st.tuples(st.floats(105.3, 110.1), st.floats(28.2, 32.2))


@given(st.integers(), st.lists(points, min_size=2, max_size=6), st.floats(1, 120))
@settings(max_examples=50)
def test_no_step_is_longer_than_the_speed_allows(seed, waypoints, speed_kmh):
    walker = Walker(beat(speed_kmh, tuple(waypoints)), Random(seed))
    before = walker.advance(1)
    for _ in range(60):
        now = walker.advance(10)
        reach = speed_kmh * 1.15 / 3.6 * 10
        assert metres(before, now) <= reach * 1.35 + 120  # the sway, the noise, a turn
        assert 0 <= now.speed_kmh <= speed_kmh * 1.15
        assert 0 <= now.course_deg < 360
        before = now


def test_it_stays_near_its_line_and_stops_now_and_then():
    walker = Walker(beat(), Random(1))
    samples = [walker.advance(10) for _ in range(2_000)]
    for sample in samples:
        on_first = abs(sample.lat - 29.5) * 110_950
        on_second = abs(sample.lon - 106.6) * 111_320 * cos(radians(29.5))
        assert min(on_first, on_second) < 60
    assert any(sample.speed_kmh == 0 for sample in samples)
    assert max(sample.lat for sample in samples) > 29.59


def test_the_same_seed_goes_the_same_way():
    one, other = (Walker(beat(), Random(4)) for _ in range(2))
    assert [one.advance(5) for _ in range(50)] == [other.advance(5) for _ in range(50)]


def test_a_factor_makes_it_faster_and_nought_makes_it_stand():
    walker = Walker(beat(), Random(2))
    assert walker.advance(5, factor=2.0).speed_kmh > 36 * 1.4
    assert walker.advance(5, factor=0.0).speed_kmh == 0


def test_waypoints_on_one_spot_do_no_harm():
    walker = Walker(beat(waypoints=((106.5, 29.5), (106.5, 29.5))), Random(2))
    assert abs(walker.advance(100).lon - 106.5) < 0.002
