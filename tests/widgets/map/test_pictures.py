"""Pictures that stand still, and come from the other thread in their turn."""

import gc
import sys

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QImage

from app.clock import frozen
from tests.widgets.map.scene import (
    LAT,
    LON,
    NOW,
    on_screen,
    pixels,
    some_data,
    wheel,
)
from widgets.map_view import MapView


def test_the_same_scene_is_the_same_picture_twice(view, qtbot, division):
    view.set_data(some_data())
    other = MapView()
    qtbot.addWidget(other)
    other.resize(640, 480)
    other.set_clock(frozen(NOW))
    other.set_hierarchy(division)
    other.set_data(some_data())
    assert pixels(view.render_sync()) == pixels(other.render_sync())
    assert pixels(view.render_sync()) == pixels(view.render_sync())
    other.shut()


def test_themes_differ_and_an_unknown_one_is_refused(view):
    night = pixels(view.render_sync())
    view.set_style("day")
    assert pixels(view.render_sync()) != night
    with pytest.raises(KeyError):
        view.set_style("dusk")


def test_a_prepared_picture_arrives_from_the_other_thread(view, qtbot):
    view.show()
    qtbot.waitUntil(lambda: view._frames.frame is not None, timeout=10_000)
    wheel(view, QPoint(320, 240), 1)
    qtbot.waitUntil(
        lambda: view._frames.frame.viewport.metres_per_px == view.viewport.metres_per_px,
        timeout=10_000,
    )


def test_a_late_picture_is_dropped(view):
    late = view._frames.renderer.now(view._request())
    view.go_to(LON, LAT, 20.0)
    view.render_sync()
    shown = view._frames.frame
    view._frames.take(late)
    assert view._frames.frame is shown


def test_the_picture_shown_is_never_written_again(view):
    view.render_sync()
    shown = view._frames.frame
    before = pixels(shown.image)
    view.set_data(some_data())
    view.render_sync()
    assert view._frames.frame is not shown
    assert pixels(shown.image) == before


def test_painting_keeps_the_counts_of_none_and_true(view):
    view.set_data(some_data())
    view.render_sync()
    image = QImage(640, 480, QImage.Format.Format_RGB32)
    view.render(image)
    gc.collect()  # what others left behind gives its references back now and not meanwhile
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(300):
        view.render(image)
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert after[0] > before[0] - 100
    assert after[1] > before[1] - 100


def test_the_blink_is_only_for_what_is_grave_and_not_seen(view):
    view.set_data(some_data())
    assert view._blink.isActive()
    view.set_data(some_data(alerts=()))
    assert not view._blink.isActive()


@pytest.mark.parametrize("step", [(37, -21), (-159, 12), (300, 0)])
def test_what_was_laid_out_moves_along_as_if_laid_out_anew(view, qtbot, division, step):
    other = MapView()
    qtbot.addWidget(other, before_close_func=MapView.shut)
    for one in (view, other):
        one.resize(640, 480)
        one.set_clock(frozen(NOW))
        one.set_hierarchy(division)
        one.set_data(some_data())
    view.render_sync()
    aside = view.viewport.pan(*step)
    for one in (view, other):
        one.zoom_to(aside)
    assert pixels(view.render_sync()) == pixels(other.render_sync())
    at = QPointF(on_screen(view, LON - 0.1, LAT))
    assert [hit.id for hit in view.hits(at)] == [hit.id for hit in other.hits(at)]
    assert view.hits(at) or abs(step[0]) > 200
