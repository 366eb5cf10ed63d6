"""An order goes to a terminal as a text only when the officer says so, and stands in its story."""

import pytest
from PySide6.QtWidgets import QApplication

from app.casework.acts import Act
from app.demo.desk import put_on_register
from app.model import Newcomer, Terminal
from app.store import queries
from tests.conftest import NOW
from widgets.dialogs.act import ActDialog
from widgets.dialogs.terminal_text import TerminalTextDialog
from widgets.map_work import MapWork
from widgets.shot import settle


def act(window, name, subject, **fields):
    entry = window.desk.do(Act(name=name, subject=subject, fields=fields)).result(10)
    settle(window)
    return entry


@pytest.fixture
def dispatched(window):
    """A case in hand of the first unit, whose terminal is on the register or is not."""

    def make(*, known: bool) -> str:
        unit = window.roster.units[0]
        if known:
            put_on_register(window.desk, [Terminal(id=unit.terminal, auth="c")])
        report = {"title": "燃气泄漏", "grade": "2", "source": "hotline", "item": "LOCAL:2101"}
        made = act(window, "case.report", "case:", **report, lon=106.55, lat=29.56)
        case = made.subject
        act(window, "case.file", case, item="LOCAL:2101", condition="1")
        window.bridge.do(
            Act(name="case.dispatch", subject=case, fields={"lead": unit.id, "offered": [unit.id]})
        )
        settle(window)
        window.duty.case = case.partition(":")[2]
        return window.duty.case

    return make


def test_dispatching_offers_a_text_and_sends_none(window, dispatched):
    case = dispatched(known=True)
    assert "Ctrl+Shift+T" in window.status._message.text()
    assert window.desk.ask(queries.live_commands).result(10) == []
    window.actions_["task.text"].trigger()
    settle(window)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TerminalTextDialog)
    text = dialog.text.toPlainText()
    assert text.startswith("【派单】燃气泄漏；")
    assert text.endswith(f"编号 {case}")
    dialog.send()
    settle(window)
    (command,) = window.desk.ask(queries.live_commands).result(10)
    assert (command.case, command.unit) == (case, window.roster.units[0].id)
    story = window.desk.ask(queries.entries, f"case:{case}").result(10)
    assert story[0].act == "terminal.text"
    unit = window.desk.ask(queries.entries, f"unit:{command.unit}").result(10)
    assert unit[0].act == "terminal.text"


def test_nothing_is_offered_where_no_terminal_is_let_in(window, dispatched):
    dispatched(known=False)
    assert "Ctrl+Shift+T" not in window.status._message.text()
    window.actions_["task.text"].trigger()
    settle(window)
    assert QApplication.activeModalWidget() is None
    assert "没有已准入的终端" in window.status._message.text()


def test_without_a_case_it_is_asked_for(window):
    window.actions_["task.text"].trigger()
    assert "先选" in window.status._message.text()


def test_who_waits_is_shown_on_the_line_below_and_decided_on_in_a_dialog(window):
    caller = Newcomer(phone="138", maker="M", serial="S1", first=NOW, last=NOW)
    window.desk.register(caller).result(10)
    settle(window)
    assert window.status._knocking.isVisible()
    window.status._knocking.click()
    settle(window)
    assert window.panes.terminals.view.chosen_key() == "138|M/S1"
    window.panes.terminals.wanted.emit("terminal.refuse", window.panes.terminals.view.chosen_row())
    settle(window)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ActDialog)
    dialog.editors["reason"].fill("不是我们的")
    dialog.send()
    settle(window)
    assert not window.status._knocking.isVisible()
    assert window.desk.roll()["138"].why == "不是我们的"


def test_the_map_leads_to_the_row_of_a_terminal(window):
    phone = window.roster.units[3].terminal
    put_on_register(window.desk, [Terminal(id=unit.terminal) for unit in window.roster.units[:5]])
    settle(window)
    work = window.findChild(MapWork)
    work.terminal_wanted.emit(phone)
    assert window.panes.terminals.view.chosen_key() == phone
    work.terminal_wanted.emit("nobody")
    assert "nobody" in window.status._message.text()
