"""Which pictures are asked for while a hand carries the map away, and what lies under them."""

import numpy as np
import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from app.model import Level
from maps.renderer import Frame, Request
from maps.scene import MapData
from maps.style import NIGHT
from maps.viewport import Viewport
from widgets.map_ahead import ahead, lead_px, viewport_of
from widgets.map_frames import Frames

VIEW = Viewport(400_000.0, 3_200_000.0, 100.0, 800, 600)


@pytest.fixture
def frames(qapp, monkeypatch):
    parent = QObject()
    made = Frames(parent)
    made.asked = []
    monkeypatch.setattr(made.renderer, "ask", made.asked.append)
    yield made
    made.close()


DATA = MapData()


def request(view: Viewport, data: MapData = DATA) -> Request:
    return Request(
        viewport=viewport_of(view, 1.0),
        view=view,
        dpr=1.0,
        level=Level.TOWN,
        style=NIGHT,
        division=None,
        data=data,
    )


def finished(asked: Request) -> Frame:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    pixels = np.zeros((8, 8), np.uint32)
    return Frame(request=asked, pixels=pixels, image=image, runs=None, names=(), took_ms=1.0)


@pytest.mark.parametrize(("dx", "dy"), [(20, 0), (-20, 0), (0, 15), (0, -15), (12, -9)])
@pytest.mark.parametrize("turn", [0.0, 0.8])
def test_a_picture_lies_ahead_of_a_view_that_is_carried_away(frames, dx, dy, turn):
    view = VIEW.turned(turn).snapped()
    for _ in range(40):
        frames.want(request(view))
        view = view.pan(-dx, -dy)
    assert len(frames.asked) > 1
    last = frames.asked[-1]
    px, py = last.view.to_screen(last.viewport.x, last.viewport.y)
    right, down = float(px) - last.view.width / 2, float(py) - last.view.height / 2
    for went, lies in ((dx, right), (dy, down)):
        assert np.sign(round(lies)) == np.sign(went)
    assert last.viewport.covers(last.view)
    assert right == pytest.approx(round(right), abs=1e-6)


def test_no_step_leaves_the_picture_before_the_next_is_asked_for(frames):
    view = VIEW.snapped()
    for _ in range(200):
        frames.want(request(view))
        assert frames.asked[-1].viewport.covers(view)
        view = view.pan(-20, 0)


def test_a_zoom_leads_nowhere():
    assert lead_px(VIEW, VIEW.zoom_at(10, 10, 2.0)) == (0.0, 0.0)
    assert lead_px(VIEW, VIEW.pan(-7, 3)) == pytest.approx((7.0, -3.0))


def test_a_picture_ahead_still_shows_the_view():
    picture = viewport_of(VIEW, 1.0)
    assert ahead(picture, (5_000.0, -5_000.0), 1.0).covers(VIEW)
    assert ahead(picture, (0.0, 0.0), 1.0) == picture


def test_the_widest_picture_lies_under_a_view_that_grows(frames):
    wide, near = VIEW.scaled_to(400.0), VIEW.scaled_to(10.0)
    for view in (wide, near):
        frames.want(request(view))
        frames.take(finished(frames.asked[-1]))
    assert [frame.viewport.metres_per_px for frame in frames.shown] == [10.0]
    frames.want(request(VIEW.scaled_to(60.0)))
    assert [frame.viewport.metres_per_px for frame in frames.shown] == [400.0, 10.0]
    assert frames.shown[0].viewport.covers(VIEW.scaled_to(60.0))


def told(cases: int) -> MapData:
    """New counts, as the desk announces them."""
    return MapData(place_counts={"500118": (cases, 0)})


def test_new_colours_are_for_the_picture_that_is_there(frames):
    view = VIEW.snapped()
    frames.want(request(view))
    frames.want(request(view, told(1)))
    first, then = frames.asked
    assert then.viewport == first.viewport
    assert then.data == told(1)


def test_while_a_hand_moves_the_view_new_colours_come_now_and_then(frames):
    view = VIEW.snapped()
    frames.want(request(view))
    for cases in range(1, 30):
        view = view.pan(-1, 0)
        frames.want(request(view, told(cases)))
    assert [asked.data for asked in frames.asked] == [DATA, told(1)]


def test_the_view_that_is_wanted_waits_for_no_colours(frames):
    view = VIEW.snapped()
    frames.want(request(view))
    for cases in range(1, 10):
        view = view.zoom_at(0, 0, 1.1)
        frames.want(request(view, told(cases)))
    assert len(frames.asked) == 10
    assert (frames.asked[-1].view, frames.asked[-1].data) == (view, told(1))


def test_a_view_at_rest_is_shown_in_the_newest_colours(frames, qtbot):
    view = VIEW.snapped()
    frames.want(request(view))
    for cases, step in ((1, 1), (2, 2), (3, 0)):  # the hand comes back to where it was
        frames.want(request(view.pan(step, 0), told(cases)))
    qtbot.waitUntil(lambda: frames.asked[-1].data == told(3), timeout=5_000)
    assert frames.asked[-1].lettered


def test_a_choice_that_is_made_while_the_view_moves_is_shown_at_once(frames):
    view = VIEW.snapped()
    frames.want(request(view))
    for place in ("500118", "500119"):
        view = view.pan(-1, 0)
        frames.want(request(view, MapData(selected_place=place)))
        assert frames.asked[-1].data.selected_place == place
