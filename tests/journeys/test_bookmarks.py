"""Views of the map are kept under names and gone back to; the desk opens on the map as left."""

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import Qt

from app.settings import BOOKMARKS, MAP
from app.store import queries
from app.store.opening import NAME
from tests.journeys.test_sos_by_keyboard import press
from widgets.shot import settle, take_down
from widgets.wiring import open_window

KEY = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
YONGCHUAN = "500118"


def settings(window):
    return window.desk.ask(queries.settings).result()


def at(window):
    view = window.map.state()
    return view.lon, view.lat, view.metres_per_px


def open_again(window):
    """Another window over the same desk, as after a restart."""
    again = open_window(window.desk, window.hierarchy, clock=window.clock, remember=True)
    again.resize(window.size())
    again.show()
    settle(again)
    return again


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768)], ids=["desk", "laptop"])
def test_a_view_is_marked_by_its_place_and_gone_back_to(window, qtbot, size):
    window.resize(*size)
    window.map.fit_place(YONGCHUAN)
    settle(window)
    window.map.render_sync()
    window.map.set_layer_visible("water", False)
    marked = at(window)
    press(window, qtbot, KEY.Key_B, CTRL)
    assert window.panes.bookmarks.field.isVisible()
    press(window, qtbot, KEY.Key_Return)
    (row,) = settings(window)[BOOKMARKS].rows
    assert row.name.startswith("永川区 1:")
    assert not row.view.layers["water"].visible
    window.map.set_layer_visible("water", True)
    window.map.fit_place(window.centre)
    press(window, qtbot, KEY.Key_B, CTRL | SHIFT)
    press(window, qtbot, KEY.Key_Return)
    assert at(window) == pytest.approx(marked, abs=1e-4)
    assert not window.map.layer_visible("water")


def test_f2_renames_in_the_list_and_dispatches_nothing(window, qtbot):
    press(window, qtbot, KEY.Key_B, CTRL)
    press(window, qtbot, KEY.Key_Return)
    press(window, qtbot, KEY.Key_F2)
    window.panes.bookmarks.field.setText("渡口")
    press(window, qtbot, KEY.Key_Return)
    assert [row.name for row in settings(window)[BOOKMARKS].rows] == ["渡口"]


def test_bookmarks_are_found_in_the_palette(window, qtbot):
    window.map.go_to(106.5, 29.5, 20.0)
    marked = at(window)
    press(window, qtbot, KEY.Key_B, CTRL)
    window.panes.bookmarks.field.setText("老渡口")
    press(window, qtbot, KEY.Key_Return)
    window.map.fit_place(window.centre)
    window.finder.open("渡口")
    settle(window)
    hit = next(hit for hit in window.finder.hits() if hit.text == "老渡口")
    hit.run()
    assert at(window) == pytest.approx(marked, abs=1e-4)


def test_the_map_opens_as_it_was_left(window):
    first = open_again(window)
    first.map.go_to(107.4, 29.7, 33.0)
    first.map.set_layer_visible("water", False)
    left = at(first)
    take_down(first)
    second = open_again(window)
    assert at(second) == pytest.approx(left, abs=1e-3)
    assert not second.map.layer_visible("water")
    kept = settings(window)[MAP]
    take_down(second)
    assert settings(window)[MAP] == kept


def test_a_window_that_is_not_to_remember_keeps_nothing(window):
    window.map.go_to(107.4, 29.7, 33.0)
    window.closing.emit()
    settle(window)
    assert settings(window)[MAP].view is None


def test_a_damaged_setting_is_said_and_the_desk_opens(window):
    with closing(sqlite3.connect(window.desk.folder / NAME)) as db:
        db.execute("INSERT INTO settings VALUES ('map', '{')")
        db.commit()
    again = open_again(window)
    assert any("地图视野" in text for text in again.toasts.texts())
    take_down(again)
