"""Views as values."""

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
