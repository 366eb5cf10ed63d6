"""The register of terminals on the screen: who waits stands first, and keys do what they say."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.casework.acts import Act
from app.model import (
    Command,
    CommandKind,
    CommandState,
    Fix,
    Newcomer,
    Terminal,
    TerminalState,
    Unit,
    UnitKind,
)
from app.store.queries import TerminalRow
from tests.widgets.rows import NOW, ago
from widgets.models.column import Context
from widgets.models.terminals import TERMINALS, TerminalLine, heard, order_of, state_word
from widgets.panels.terminals import TerminalsPanel
from widgets.panels.terminals_said import differs, sent, told

Key = Qt.Key
PHONE = "13800000001"


def caller(phone=PHONE, *, serial="S9", last=NOW, **more):
    known = {"maker": "<b>M</b>", "plate": "渝A1", "host": "10.0.0.1", "tries": 3} | more
    return Newcomer(phone=phone, serial=serial, first=last, last=last, **known)


def known(phone=PHONE, state=TerminalState.ADMITTED, **more):
    return Terminal(id=phone, maker="M", serial="S1", auth="c", version=2019, state=state, **more)


def row(state=TerminalState.ADMITTED, phone=PHONE, **more):
    return TerminalRow(phone=phone, known=known(phone, state), **more)


ROWS = (
    row(phone="3"),
    TerminalRow(phone="9", caller=caller("9", last=ago(5))),
    row(TerminalState.REFUSED, phone="1"),
    row(TerminalState.SUSPENDED, phone="2"),
    TerminalRow(phone="3", known=known("3"), caller=caller("3")),
)


def test_who_waits_stands_first_and_the_last_to_knock_on_top():
    lines = sorted((TerminalLine(one) for one in ROWS), key=order_of)
    assert [line.row.key for line in lines] == ["3|<b>M</b>/S9", "9|<b>M</b>/S9", "2", "3", "1"]


def test_the_states_have_words_and_another_device_is_called_so(qapp):
    assert [state_word(TerminalLine(one)) for one in ROWS] == [
        *("已准入", "待准入", "已拒绝", "停用"),
        "换机",
    ]


def test_how_long_ago_a_terminal_was_heard_stands_behind_its_mark(qapp):
    context = Context(now=NOW)
    fix = Fix(terminal="3", fix_time=ago(1), received=ago(1), lon=106, lat=29)
    assert heard(TerminalLine(ROWS[0]), context) == "—"
    assert heard(TerminalLine(ROWS[0], fix), context) == "● 1 分钟前"
    assert heard(TerminalLine(ROWS[0], replace(fix, received=ago(40))), context) == "○ 40 分钟前"
    assert heard(TerminalLine(ROWS[1]), context) == "5 分钟前"


def test_every_cell_says_something(qapp):
    for one in ROWS:
        cells = [column.text(TerminalLine(one), Context(now=NOW)) for column in TERMINALS]
        assert all(cells)


def test_what_differs_between_two_devices_is_shown(qapp):
    was = Terminal(id=PHONE, maker="M", model="T1", serial="S1", plate="渝A1")
    now = caller(model="T2", maker="M")
    assert differs(was, now) == "换机：T1 → T2；S1 → S9"


def test_what_is_told_of_a_row_names_the_twin_the_reason_and_what_was_sent(qapp):
    line = TerminalLine(TerminalRow(phone=PHONE, caller=caller(), twin="139"))
    assert "<b>M</b>" in told(line, (), NOW)
    assert "139" in told(line, (), NOW)
    refused = replace(known(state=TerminalState.REFUSED), why="不是我们的", auth="")
    line = TerminalLine(TerminalRow(phone=PHONE, known=refused))
    assert "理由：不是我们的" in told(line, (), NOW)
    command = Command(
        id="D1", terminal=PHONE, kind=CommandKind.TEXT, by="z", made=NOW, text="到\n位" * 20,
        state=CommandState.UNCONFIRMED, tries=4,
    )  # fmt: skip
    assert sent(command, NOW).startswith("08:12:05 文字“到 位")
    assert sent(command, NOW).endswith("…” · 已发，未确认（发 4 次）")


@pytest.fixture
def panel(qtbot, bridge, small_hierarchy):
    made = TerminalsPanel(bridge, small_hierarchy)
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show()
    bridge.settle()
    return made


@pytest.fixture
def asked(panel):
    found = []
    panel.wanted.connect(lambda act, line: found.append((act, line.row.phone if line else "")))
    return found


PRESSED = (
    ("who waits", "9", {}, {Key.Key_Return: "terminal.admit", Key.Key_R: "terminal.refuse"}),
    ("another device", "3|<b>M</b>/S9", {},
     {Key.Key_Return: "terminal.replace", Key.Key_R: "terminal.turn_away"}),
    ("who is in", "3", {Key.Key_R, Key.Key_L},
     {Key.Key_T: "terminal.text", Key.Key_P: "terminal.ask", Key.Key_Y: "terminal.track",
      Key.Key_W: "terminal.untrack", Key.Key_B: "terminal.bind", Key.Key_S: "terminal.suspend",
      Key.Key_Return: "go"}),
    ("who is suspended", "2", {Key.Key_T, Key.Key_P}, {Key.Key_S: "terminal.resume"}),
    ("who was refused", "1", {Key.Key_T, Key.Key_S}, {Key.Key_Return: "terminal.admit"}),
)  # fmt: skip


@pytest.mark.parametrize(
    ("key", "idle", "acts"), [p[1:] for p in PRESSED], ids=[p[0] for p in PRESSED]
)
def test_keys_ask_for_what_fits_the_row(qtbot, panel, asked, key, idle, acts):
    panel.put_rows(ROWS)
    chosen = key if key != "9" else "9|<b>M</b>/S9"
    assert panel.view.choose(chosen)
    for pressed in idle:
        qtbot.keyClick(panel.view, pressed)
    assert asked == []
    for pressed, act in acts.items():
        qtbot.keyClick(panel.view, pressed)
        assert asked.pop() == (act, key.partition("|")[0])


def test_a_number_is_entered_without_a_row(qtbot, panel, asked):
    qtbot.keyClick(panel.view, Key.Key_E)
    assert asked == [("terminal.enter", "")]


def test_the_count_on_the_tab_is_of_those_who_wait(panel, bridge):
    counts = []
    panel.count_changed.connect(counts.append)
    panel.hide()
    bridge.desk.register(caller()).result(10)
    bridge.settle()
    assert counts[-1] == 1
    act = Act(name="terminal.admit", subject=f"terminal:{PHONE}")
    bridge.desk.do(act).result(10)
    bridge.settle()
    assert counts[-1] == 0
    assert panel.said() == "待准入 0 · 在册 1，新近收到 0 · 停用 0 · 拒绝 0"


def test_buttons_and_detail_follow_the_row(panel):
    panel.put_rows(ROWS)
    panel.view.choose("2")
    texts = [button.text() for button in panel.buttons()]
    assert texts == ["编入或移出力量 B", "恢复终端 S", "登记终端 E"]
    assert "停用" in panel.detail.text()


def test_a_fix_that_comes_is_shown_with_the_next_second(panel):
    unit = Unit(id="U1", name="一队", kind=UnitKind.FIRE, terminal=PHONE)
    panel.put_rows([row(unit=unit)])
    panel.tick(NOW + timedelta(seconds=1))
    assert panel.table.rowCount() == 1
