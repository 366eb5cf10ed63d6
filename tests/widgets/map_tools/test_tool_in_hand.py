"""One tool is in hand: what it says, which keys it answers to, what it paints."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QImage, QKeyEvent
from PySide6.QtWidgets import QApplication

from maps.measures import circle
from maps.name_sheet import NameSheet
from tests.widgets.map_tools.hand import (
    MIDDLE,
    NONE,
    A,
    B,
    click,
    move,
)
from widgets.map_tools.crosshair import hint_box


def test_another_tool_forgets_what_the_last_one_began(view, qtbot):
    view.tool("measure_line")
    click(qtbot, view, A, B)
    line = view.tool_in_hand
    view.tool("select_box")
    assert not line.begun
    with pytest.raises(KeyError):
        view.tool("shovel")
    assert view.tool_name == "select_box"


def test_a_tool_in_hand_says_what_it_does_and_select_says_nothing(view):
    for name, tool in view._tools.items():
        assert bool(tool.hint()) == (name not in ("select", "zoom_box")), name


@pytest.mark.parametrize(("tool", "hidden"), [("measure_line", True), ("select", False)])
def test_names_keep_out_from_under_what_a_tool_says(view, monkeypatch, tool, hidden):
    clear = []
    monkeypatch.setattr(NameSheet, "draw", lambda *given: clear.append(given[-1]))
    view.tool(tool)
    view.grab()
    hint = hint_box(view._tools["measure_line"].hint(), view.viewport, view.taken)
    assert (hint in clear[-1]) is hidden


def test_keys_of_a_tool_are_its_own_only_while_it_needs_them(view, qtbot):
    def taken(key, modifier=NONE) -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifier)
        event.ignore()
        QApplication.sendEvent(view, event)
        return event.isAccepted()

    view.tool("measure_line")
    assert not taken(Qt.Key.Key_Backspace)
    click(qtbot, view, A)
    assert taken(Qt.Key.Key_Backspace)
    assert taken(Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert not taken(Qt.Key.Key_Space)


def test_the_menu_is_asked_for_where_the_button_was_and_in_the_middle_by_key(view):
    asked = []
    view.menu_wanted.connect(asked.append)
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        event = QContextMenuEvent(reason, QPoint(100, 90), view.mapToGlobal(QPoint(100, 90)))
        QApplication.sendEvent(view, event)
    assert asked == [QPointF(100, 90), QPointF(320, 240)]


# Editing a fence

RING = circle(*MIDDLE, 5000.0, 5)


def test_every_tool_paints_what_it_began(view, qtbot):
    image = QImage(640, 480, QImage.Format.Format_RGB32)
    for name, tool in view._tools.items():
        view.tool(name)
        view.point_here()
        move(view, B)
        view.render(image)
        tool.clear()
