"""The console is locked while an alert arrives: it is seen and heard, and nothing can be done."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.model import AlertState, CaseState
from app.store import queries
from app.store.verify import verify
from tests.journeys.test_sos_by_keyboard import press, sos
from widgets.actions import ACTIONS
from widgets.shot import OFFICER, settle, take_down
from widgets.wiring import open_window

KEY = Qt.Key
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
CODE = "2468"


def type_code(window, qtbot, code):
    """Into whatever has the focus, as a person would."""
    for letter in code:
        qtbot.keyClick(QApplication.focusWidget(), letter)
    press(window, qtbot, KEY.Key_Return)


def lock(window, qtbot):
    press(window, qtbot, KEY.Key_L, BOTH)
    if not window.guard.locked:
        type_code(window, qtbot, CODE)
        type_code(window, qtbot, CODE)
    assert window.guard.locked


def acts(window):
    return [entry.act for entry in reversed(window.desk.ask(queries.entries, "", 20).result())]


def alerts(window):
    return window.desk.ask(queries.open_alerts).result()


def test_an_alert_under_the_lock_is_shown_and_nothing_is_done_until_it_is_opened(window, qtbot):
    lock(window, qtbot)
    sos(window)
    assert window.strip.isVisible()
    assert window.strip.shown is not None
    assert "紧急求救" in window.strip.line.text()
    assert window.guard.cover.isVisible()
    before = acts(window)
    for row in ACTIONS:
        window.actions_[row.id].trigger()
    for key in (KEY.Key_Space, KEY.Key_X, KEY.Key_N, KEY.Key_F2, KEY.Key_A, KEY.Key_Escape):
        press(window, qtbot, key)
    assert acts(window) == before
    assert window.guard.locked
    assert not any(part.isVisible() for part in (window.map, window.panes.queue, window.finder))
    window.guard.cover.code.clear()
    type_code(window, qtbot, CODE)
    assert not window.guard.locked
    assert window.map.isVisible()
    press(window, qtbot, KEY.Key_N)
    press(window, qtbot, KEY.Key_Space)
    press(window, qtbot, KEY.Key_Return)
    (case,) = window.desk.ask(queries.find_cases, "C-").result()
    assert case.state is CaseState.RECEIVED
    assert verify(window.desk.folder).ok


def test_an_act_that_goes_past_the_screen_is_refused_by_the_desk(window, qtbot):
    sos(window)
    lock(window, qtbot)
    (alert,) = alerts(window)
    window.duty.want("alert.claim", f"alert:{alert.id}")
    settle(window)
    assert alerts(window)[0].state is AlertState.NEW
    assert window.toasts.texts() == []


def test_whatever_was_open_is_closed_and_what_comes_later_too(window, qtbot):
    sos(window)
    lock(window, qtbot)
    type_code(window, qtbot, CODE)
    press(window, qtbot, KEY.Key_N)
    press(window, qtbot, KEY.Key_Space)
    assert QApplication.activeModalWidget() is not None
    press(window, qtbot, KEY.Key_L, BOTH)
    assert window.guard.locked
    assert QApplication.activeModalWidget() is None
    window.acting.open("alert.confirm", f"alert:{alerts(window)[0].id}")
    window.finder.open()
    settle(window)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    qtbot.waitUntil(lambda: not window.finder.isVisible())
    assert window.focusWidget() is window.guard.cover.code


def test_the_focus_cannot_leave_the_cover(window, qtbot):
    lock(window, qtbot)
    for key in (KEY.Key_Tab, KEY.Key_Backtab, KEY.Key_Tab, KEY.Key_Tab):
        press(window, qtbot, key)
        assert window.guard.cover.isAncestorOf(QApplication.focusWidget())


def test_wrong_codes_are_counted_and_said_and_noted(window, qtbot):
    lock(window, qtbot)
    type_code(window, qtbot, "1357")
    said = window.guard.cover.trouble.text()
    assert "不对" in said
    assert "1 次" in said
    assert "1 秒" in said
    type_code(window, qtbot, CODE)
    assert window.guard.locked
    assert "稍候" in window.guard.cover.trouble.text()
    window.clock.now += timedelta(seconds=1)
    type_code(window, qtbot, CODE)
    assert not window.guard.locked
    assert acts(window)[-4:] == ["desk.code", "desk.lock", "desk.unlock_failed", "desk.unlock"]


def test_the_first_code_is_asked_for_twice_and_may_be_left(window, qtbot):
    cover = window.guard.cover
    press(window, qtbot, KEY.Key_L, BOTH)
    type_code(window, qtbot, "12")
    assert "4" in cover.trouble.text()
    type_code(window, qtbot, CODE)
    type_code(window, qtbot, "8642")
    assert "不一样" in cover.trouble.text()
    assert not window.guard.locked
    press(window, qtbot, KEY.Key_Escape)
    assert not cover.isVisible()
    assert window.map.isVisible()
    assert "desk.lock" not in acts(window)


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768)], ids=["desk", "laptop"])
def test_a_console_that_was_locked_opens_locked(window, qtbot, size):
    window.desk.lock(CODE).result()
    again = open_window(window.desk, window.hierarchy, clock=window.clock)
    again.resize(*size)
    again.show()
    assert again.guard.cover.isVisible()
    assert not again.map.isVisible()
    assert OFFICER.name in again.guard.cover.whose.text()
    for change in (0, 40):
        again.resize(size[0] - change, size[1] - change)
        settle(again)
        covered = again.guard.cover.geometry()
        assert covered.top() == again.strip.geometry().bottom() + 1
        assert (covered.right(), covered.bottom()) == (again.width() - 1, again.height() - 1)
    take_down(again)
