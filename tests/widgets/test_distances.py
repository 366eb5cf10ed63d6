"""Distances, radii and speeds as people type them."""

import pytest

from widgets.distances import distance_m, radii_m, speed_kmh


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("500", 500.0),
        (" 500 m ", 500.0),
        ("2km", 2000.0),
        ("1.5 公里", 1500.0),
        ("８００米", 800.0),
        ("100 KM", 100_000.0),
        ("0.5", None),
        ("101 km", None),
        ("-5", None),
        ("five", None),
        ("", None),
        ("1e3", None),
    ],
)
def test_a_distance_is_read_or_is_none(text, metres):
    assert distance_m(text) == metres


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("1, 3, 5", (1000.0, 3000.0, 5000.0)),
        ("5 3 1", (1000.0, 3000.0, 5000.0)),
        ("2，2、4", (2000.0, 4000.0)),
        ("0.5", (500.0,)),
        ("1 2 3 4 5 6 7", None),
        ("", None),
        ("0", None),
        ("nan", None),
        ("1, x", None),
        ("200", None),
    ],
)
def test_radii_are_sorted_and_few(text, metres):
    assert radii_m(text) == metres


@pytest.mark.parametrize(
    ("text", "speed"),
    [("30", 30.0), ("60 km/h", 60.0), ("0", None), ("-3", None), ("301", None), ("nan", None)],
)
def test_a_speed_is_one_that_a_crew_can_drive(text, speed):
    assert speed_kmh(text) == speed
