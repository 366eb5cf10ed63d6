"""Values as people read them."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.conftest import NOW
from widgets import formats


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "刚刚"),
        (12, "12 秒前"),
        (185, "3 分钟前"),
        (7300, "2 小时前"),
        (86400 * 5, "5 天前"),
        (-90, "1 分钟后"),
    ],
)
def test_an_age_is_said_in_one_unit(qapp, seconds, text):
    assert formats.ago(NOW - timedelta(seconds=seconds), NOW) == text


def test_a_time_is_said_both_ways_in_beijing_time(qapp):
    assert formats.both(NOW - timedelta(minutes=3), NOW) == "3 分钟前 · 08:09:05"


def test_a_time_of_another_day_carries_its_date(qapp):
    assert formats.day_time(datetime(2026, 11, 22, 3, 0, tzinfo=UTC), NOW) == "11-22 11:00"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(13, "00:13"), (760, "12:40"), (3753, "1:02:33"), (-65, "-01:05"), (3 * 86400, "3 天")],
)
def test_a_running_clock_is_short(qapp, seconds, text):
    assert formats.timer(seconds) == text


@pytest.mark.parametrize(
    ("metres", "text"),
    [(None, "—"), (340.4, "340 m"), (3120, "3.1 km"), (21_900, "22 km")],
)
def test_distances_have_two_figures_that_matter(metres, text):
    assert formats.distance(metres) == text


@pytest.mark.parametrize(
    ("form", "text"),
    [
        (formats.CoordinateFormat.DECIMAL, "29.020000°N 105.870000°E"),
        (formats.CoordinateFormat.DMS, "29°01′12.0″N 105°52′12.0″E"),
        (formats.CoordinateFormat.GK3, "3° 带 35：X 3211798.2 Y 35584757.3"),
    ],
)
def test_a_position_reads_in_each_format(qapp, form, text):
    assert formats.coordinate(105.87, 29.02, form) == text


def test_seconds_never_read_sixty(qapp):
    assert formats.dms(105.9999999, 28.9999999) == "29°00′00.0″N 106°00′00.0″E"
