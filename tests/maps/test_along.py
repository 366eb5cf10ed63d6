"""Letters along a line."""

import math
from itertools import pairwise

import numpy as np
import pytest

from maps.along import settings, smoothed, step_m

WIDTHS = [20.0, 20.0, 20.0]


def line(angle_deg: float, length: float = 300.0, points: int = 60):
    along = np.linspace(0, length, points)
    angle = math.radians(angle_deg)
    return along * math.cos(angle), along * math.sin(angle)


@pytest.mark.parametrize("angle", [0, 30, -40, 150, 180, -170])
def test_along_a_level_course_letters_run_to_the_right_and_stand_upright(angle):
    letters = next(settings(*line(angle), WIDTHS, 0.0))
    assert all(a.x < b.x for a, b in pairwise(letters))
    assert all(abs(letter.turn_rad) <= math.radians(46) for letter in letters)


@pytest.mark.parametrize("angle", [90, -90, 60, -120, 110])
def test_along_a_steep_course_letters_stand_one_under_the_other(angle):
    letters = next(settings(*line(angle), WIDTHS, 0.0))
    assert all(a.y < b.y for a, b in pairwise(letters))
    assert all(abs(letter.turn_rad) <= math.radians(46) for letter in letters)


def test_letters_are_their_widths_apart_and_beside_the_line():
    above, below = (one for one, _ in zip(settings(*line(0), WIDTHS, 9.0), range(2), strict=False))
    assert [letter.y for letter in above] == pytest.approx([-9.0] * 3)
    assert [letter.y for letter in below] == pytest.approx([9.0] * 3)
    assert np.diff([letter.x for letter in above]).tolist() == pytest.approx([20.0, 20.0])


def test_no_letters_where_the_line_is_short_or_bends_too_much():
    assert not list(settings(*line(0, length=50.0), WIDTHS, 0.0))
    angle = np.linspace(0, 2 * math.pi, 60)
    assert not list(settings(12 * np.cos(angle), 12 * np.sin(angle), WIDTHS, 0.0))


def test_the_straightest_stretch_comes_first():
    x = np.linspace(0, 600, 150)
    y = np.where(x < 300, 10 * np.sin(x / 12), 0.0)
    letters = next(settings(x, y, WIDTHS, 0.0))
    assert letters[0].x >= 280


def test_a_smoothed_line_has_even_steps_on_the_ground_and_keeps_near_it():
    x = np.linspace(0, 10_000, 500)
    y = 30 * np.sin(x / 100)
    xs, ys = smoothed(x, y, 40.0)
    assert np.hypot(np.diff(xs), np.diff(ys)).max() <= 41
    assert np.abs(ys).max() < 30
    assert not len(smoothed(x[:2], y[:2], 40.0)[0])


def test_a_small_zoom_leaves_the_points_where_they_are():
    assert step_m(100.0) == step_m(120.0)
    assert step_m(100.0) < step_m(140.0)
