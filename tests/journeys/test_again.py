"""Ctrl+Z calls a unit back, Ctrl+Y offers the same dispatch again; Enter sends it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.model import CaseState
from app.store import queries
from tests.journeys.test_sos_by_keyboard import press, sos, state
from widgets.again import called_back

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def file(window):
    return window.desk.ask(queries.case_file, window.duty.case).result()


def sent(window, qtbot, *, rank):
    """A case from an SOS, and the unit of a rank sent to it."""
    sos(window)
    for key in (KEY.Key_N, KEY.Key_Space, KEY.Key_Return, KEY.Key_F9, KEY.Key_Return, KEY.Key_F2):
        press(window, qtbot, key)
    press(window, qtbot, KEY.Key_0 + rank)
    if rank > 1:
        window.panes.dispatch.override.setText("熟悉路")
    press(window, qtbot, KEY.Key_Return)
    assert state(window) is CaseState.HANDLING


def call_back(window, qtbot):
    press(window, qtbot, KEY.Key_Z, CTRL)
    for letter in "OK":
        qtbot.keyClick(QApplication.activeModalWidget().focusWidget(), letter)
    press(window, qtbot, KEY.Key_Return)
    assert state(window) is CaseState.TO_DISPATCH


def test_a_dispatch_that_was_called_back_is_sent_again_by_enter(window, qtbot):
    sent(window, qtbot, rank=3)
    (first,) = file(window).tasks
    call_back(window, qtbot)
    press(window, qtbot, KEY.Key_Y, CTRL)
    assert window.panes.dispatch.lead().unit.id == first.unit
    assert len(file(window).tasks) == 1
    press(window, qtbot, KEY.Key_Return)
    assert state(window) is CaseState.HANDLING
    assert [task.unit for task in file(window).tasks] == [first.unit] * 2


def test_without_anything_called_back_there_is_nothing_to_send_again(window, qtbot):
    press(window, qtbot, KEY.Key_Y, CTRL)
    sent(window, qtbot, rank=1)
    assert called_back(file(window)) is None
    press(window, qtbot, KEY.Key_Y, CTRL)
    assert state(window) is CaseState.HANDLING
    assert len(file(window).tasks) == 1
