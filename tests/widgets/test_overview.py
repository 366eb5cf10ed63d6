"""The whole city in a corner of the map."""

import math

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage

from app.model import Level
from tests.maps.division import MadeDivision
from widgets.map_view import MapView
from widgets.overview import HEIGHT, WIDTH, Overview


@pytest.fixture
def view(qtbot):
    view = MapView()
    qtbot.addWidget(view, before_close_func=MapView.shut)
    view.animated = False
    view.resize(900, 640)
    view.overview = Overview(view)
    view.set_hierarchy(MadeDivision())
    view.show()
    return view


def nearer(view):
    view.zoom_to(view.viewport.scaled_to(view.viewport.metres_per_px / 6))


def test_it_shows_itself_only_where_the_map_shows_a_part(view):
    assert not view.overview.isVisible()
    nearer(view)
    assert view.overview.isVisible()
    view.set_layer_visible("overview", False)
    assert not view.overview.isVisible()


def test_a_click_moves_the_map_there(view, qtbot):
    nearer(view)
    at = QPoint(WIDTH // 3, HEIGHT // 2)
    qtbot.mouseClick(view.overview, Qt.MouseButton.LeftButton, pos=at)
    expected = view.overview.view.to_map(at.x(), at.y())
    scale = view.viewport.metres_per_px
    assert (view.viewport.x, view.viewport.y) == pytest.approx(expected, abs=scale)


def test_a_drag_takes_the_map_along(view, qtbot):
    nearer(view)
    qtbot.mousePress(view.overview, Qt.MouseButton.LeftButton, pos=QPoint(40, 50))
    qtbot.mouseMove(view.overview, QPoint(60, 55))
    qtbot.mouseRelease(view.overview, Qt.MouseButton.LeftButton, pos=QPoint(60, 55))
    expected = view.overview.view.to_map(60, 55)
    scale = view.viewport.metres_per_px
    assert (view.viewport.x, view.viewport.y) == pytest.approx(expected, abs=scale)


def test_what_is_in_view_is_marked_where_it_is(view):
    nearer(view)
    plain = pixels(view.overview)
    view.zoom_to(view.viewport.pan(-200, 0))
    moved = pixels(view.overview)
    changed = np.argwhere(plain != moved)
    assert len(changed) > 20
    assert changed[:, 1].max() <= WIDTH


def pixels(overview):
    image = overview.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.array(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[:, :, 0]


def test_names_keep_out_from_under_it(view):
    nearer(view)
    view.turn_to(20)
    view.render_sync()
    box = view.overview.geometry()
    frame = view._frames.lettered
    left, top = frame.request.viewport.to_screen(*view.viewport.to_map(0, 0))
    for name in frame.names:
        x, y = name.box.x - float(left), name.box.y - float(top)
        apart = x + name.box.width <= box.left() or x >= box.right() + 1
        assert apart or y + name.box.height <= box.top() or y >= box.bottom() + 1
    assert any(name.level is Level.DISTRICT for name in frame.names) or frame.names
    assert math.isfinite(float(left))


@pytest.mark.parametrize("times", [1, 40])
def test_the_whole_city_is_in_it_however_large(view, times):
    lines = view.division.topology.level(Level.CITY)
    lines.bounds = lines.bounds * np.float32(times)
    whole, (x, y) = view.overview.view, view.division.topology.origin
    west, south, east, north = (float(edge) for edge in lines.bounds[0])
    px, py = whole.to_screen([west + x, east + x], [south + y, north + y])
    assert px.min() >= 0
    assert px.max() <= WIDTH
    assert py.min() >= 0
    assert py.max() <= HEIGHT
    assert max(np.ptp(px) / WIDTH, np.ptp(py) / HEIGHT) > 0.8
