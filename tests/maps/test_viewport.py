"""Views as values."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maps.extents import Extents
from maps.projection import project_point, unproject_point
from maps.viewport import MAX_METRES_PER_PX, MIN_METRES_PER_PX, Viewport

pixels = st.floats(0, 800)
factors = st.floats(0.01, 100)
VIEW = Viewport(1000.0, 2000.0, 10.0, 800, 600)


@given(pixels, pixels, factors)
def test_the_ground_under_the_cursor_stays(px, py, factor):
    before = VIEW.to_map(px, py)
    assert VIEW.zoom_at(px, py, factor).to_map(px, py) == pytest.approx(before, abs=1e-6)


@given(st.floats(allow_nan=True))
def test_the_scale_stays_within_what_can_be_shown(scale):
    assert MIN_METRES_PER_PX <= VIEW.scaled_to(scale).metres_per_px <= MAX_METRES_PER_PX


def test_panning_moves_the_ground_with_the_hand():
    assert VIEW.pan(10, 0).to_map(10, 0) == pytest.approx(VIEW.to_map(0, 0))


def test_fitting_shows_the_whole_extent():
    fitted = VIEW.fit((0, 0, 9000, 1000))
    assert fitted.covers(Viewport(4500, 500, 9000 / 700, 700, 40))


def test_there_and_back_is_the_same_point():
    assert unproject_point(*project_point(106.55, 29.56)) == pytest.approx((106.55, 29.56))


def test_extents_go_back_and_forth_and_forget_what_lay_ahead():
    extents, views = Extents(), [VIEW.pan(k, 0) for k in range(4)]
    for view in views[:3]:
        extents.rest(view)
    assert extents.previous() == views[1]
    assert extents.next() == views[2]
    assert extents.next() is None
    extents.previous()
    extents.rest(views[3])
    assert extents.next() is None
    assert extents.previous() == views[1]


turns = st.floats(-math.pi, math.pi)
TURNED = VIEW.turned(0.7)


@given(turns, pixels, pixels)
def test_a_turned_view_finds_every_pixel_again(turn, px, py):
    view = VIEW.turned(turn)
    x, y = view.to_screen(*view.to_map(px, py))
    assert (float(x), float(y)) == pytest.approx((px, py), abs=1e-6)


@given(turns, pixels, pixels, factors)
def test_the_ground_under_the_cursor_stays_in_a_turned_view(turn, px, py, factor):
    view = VIEW.turned(turn)
    before = view.to_map(px, py)
    assert view.zoom_at(px, py, factor).to_map(px, py) == pytest.approx(before, abs=1e-6)


def test_a_quarter_turn_brings_north_to_the_right():
    x, y = VIEW.turned(math.pi / 2).to_screen(VIEW.x, VIEW.y + 100)
    assert (float(x), float(y)) == pytest.approx((VIEW.width / 2 + 10, VIEW.height / 2))


def test_a_turned_view_covers_only_what_it_shows():
    assert TURNED.covers(TURNED.resized(700, 500))
    assert not TURNED.covers(VIEW)
    west, south, east, north = TURNED.extent
    for corner in [(0, 0), (800, 0), (0, 600), (800, 600)]:
        x, y = TURNED.to_map(*corner)
        assert west - 1e-6 <= x <= east + 1e-6
        assert south - 1e-6 <= y <= north + 1e-6


def test_fitting_into_a_turned_view_shows_the_whole_extent():
    fitted = TURNED.fit((0, 0, 9000, 1000))
    px, py = fitted.to_screen([0, 9000, 0, 9000], [0, 0, 1000, 1000])
    assert ((px >= 0) & (px <= 800) & (py >= 0) & (py <= 600)).all()


@given(turns)
def test_snapped_views_of_one_turn_differ_by_whole_pixels(turn):
    one = VIEW.turned(turn).snapped()
    other = VIEW.turned(turn).pan(12.3, -4.5).snapped()
    x, y = other.to_screen(*one.to_map(0, 0))
    assert float(x) == pytest.approx(round(float(x)), abs=1e-5)
    assert float(y) == pytest.approx(round(float(y)), abs=1e-5)
    assert one.aligned(other)


@pytest.mark.parametrize("turn", [math.nan, math.inf])
def test_a_turn_that_is_no_number_changes_nothing(turn):
    assert VIEW.turned(turn) == VIEW
