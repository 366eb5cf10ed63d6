"""An officer takes an SOS from alarm to 结案 with the keyboard alone, and the ledger proves it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.model import AlertKind, CaseState, Message
from app.store import queries
from app.store.verify import verify
from tests.conftest import NOW
from widgets.shot import settle

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def sos(window):
    """Every unit is heard where it lives; the first of them calls for help."""
    said = [
        Message(
            format="jt808", type="0x0200", terminal=unit.terminal, valid=True,
            lon=window.hierarchy.centre(unit.home)[0], lat=window.hierarchy.centre(unit.home)[1],
            speed_kmh=0.0, course_deg=0.0, fix_time=NOW, alarms=("sos",) if at == 0 else (),
        )
        for at, unit in enumerate(window.roster.units[:40])
    ]  # fmt: skip
    window.desk.receive("test", said).result()
    settle(window)


def press(window, qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    """Press a key where an officer's hands would be: in the dialog if there is one."""
    widget = QApplication.activeModalWidget() or window
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    qtbot.keyClick(widget.focusWidget() or widget, key, modifier)
    settle(window)


def state(window):
    (case,) = window.desk.ask(queries.find_cases, "C-").result()
    return case.state


def test_an_sos_goes_from_alarm_to_closing_by_keys(window, qtbot):
    sos(window)
    assert window.strip.shown.kind is AlertKind.SOS
    press(window, qtbot, KEY.Key_N)
    press(window, qtbot, KEY.Key_Space)
    press(window, qtbot, KEY.Key_Return)
    assert state(window) is CaseState.RECEIVED
    press(window, qtbot, KEY.Key_F9)
    press(window, qtbot, KEY.Key_Return)
    assert state(window) is CaseState.TO_DISPATCH
    press(window, qtbot, KEY.Key_F2)
    press(window, qtbot, KEY.Key_1)
    press(window, qtbot, KEY.Key_Return)
    assert state(window) is CaseState.HANDLING
    press(window, qtbot, KEY.Key_F3)
    press(window, qtbot, KEY.Key_F4)
    press(window, qtbot, KEY.Key_F6)
    for letter in "OK":
        qtbot.keyClick(QApplication.activeModalWidget().focusWidget(), letter)
    press(window, qtbot, KEY.Key_Return)
    assert state(window) is CaseState.TO_CHECK
    press(window, qtbot, KEY.Key_Return, CTRL)
    press(window, qtbot, KEY.Key_Return)
    assert state(window) is CaseState.CHECKING
    press(window, qtbot, KEY.Key_Return, CTRL)
    press(window, qtbot, KEY.Key_Return)
    assert state(window) is CaseState.TO_CLOSE
    press(window, qtbot, KEY.Key_Return, CTRL)
    press(window, qtbot, KEY.Key_Return)
    assert state(window) is CaseState.CLOSED
    assert verify(window.desk.folder).ok


def test_a_dispatch_is_undone_by_recalling_the_unit_with_a_reason(window, qtbot):
    sos(window)
    for key in (KEY.Key_N, KEY.Key_Space, KEY.Key_Return, KEY.Key_F9, KEY.Key_Return, KEY.Key_F2):
        press(window, qtbot, key)
    press(window, qtbot, KEY.Key_1)
    press(window, qtbot, KEY.Key_Return)
    assert state(window) is CaseState.HANDLING
    press(window, qtbot, KEY.Key_Z, CTRL)
    for letter in "no":
        qtbot.keyClick(QApplication.activeModalWidget().focusWidget(), letter)
    press(window, qtbot, KEY.Key_Return)
    assert state(window) is CaseState.TO_DISPATCH
    (last,) = window.desk.ask(queries.entries, "", 1).result()
    assert (last.act, last.reason) == ("task.withdraw", "no")
