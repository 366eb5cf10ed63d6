"""The board of short messages: what asks for somebody first, and only what may be done."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from app.shortmsg import plain
from app.shortmsg.kinds import Answer, Receipt
from app.shortmsg.packing import pack
from app.shortmsg.parts import Number
from tests.app.shorts.field import START, Field
from tests.app.shorts.test_inbox import say
from widgets.bridge import Bridge
from widgets.panels.shorts import ShortsPanel
from widgets.panels.shorts_acts import ACTS


@pytest.fixture
def field(tmp_path):
    field = Field(tmp_path)
    field.card.crews.clear()
    yield field
    field.close()


@pytest.fixture
def bridge(field, qtbot):
    bridge = Bridge(field.desk, clock=field.clock)
    yield bridge
    bridge.close()


@pytest.fixture
def panel(bridge, qtbot):
    panel = ShortsPanel(bridge)
    qtbot.addWidget(panel)
    panel.resize(900, 400)
    panel.show()
    bridge.settle()
    return panel


def rows(panel) -> list[list[str]]:
    model = panel.table
    return [
        [model.index(row, column).data() for column in (0, 2, 4)] for row in range(model.rowCount())
    ]


def offered(panel) -> set[str]:
    return {name for name, button in panel.side.buttons.items() if not button.isHidden()}


def look(panel, field, bridge) -> None:
    bridge.flush()
    bridge.settle()
    panel.tick(field.clock.now)


def test_the_queue_says_when_each_goes_and_counts_down_at_paint(panel, field, bridge):
    for unit in ("U-1", "U-2"):
        field.order(field.dispatch(unit), text=f"去{unit}")
    look(panel, field, bridge)
    assert rows(panel) == [["待发", "去U-1", "即发"], ["待发", "去U-2", "01:00 后发"]]
    field.pass_time(5)
    look(panel, field, bridge)
    assert rows(panel) == [["待发", "去U-2", "01:00 后发"], ["已发，待回执", "去U-1", "限 15:00"]]
    field.clock.now += timedelta(seconds=20)
    panel.tick(field.clock.now)
    assert rows(panel)[0] == ["待发", "去U-2", "00:40 后发"]
    assert panel.said() == "待发 1 · 已发 1 · 未确认 0 · 待看 0"


def test_what_asks_for_somebody_stands_first_and_counts_on_the_tab(panel, field, bridge, qtbot):
    field.order(field.dispatch("U-1"), minutes=1)
    field.pass_time(120)
    say(field, "老路<b>塌</b>方".encode("gbk"), mode="0", card=77)
    with qtbot.waitSignal(panel.count_changed, check_params_cb=lambda count: count == 2):
        look(panel, field, bridge)
    assert [row[0] for row in rows(panel)] == ["文字", "未确认"]
    assert rows(panel)[0][1] == "老路<b>塌</b>方"
    assert panel.side.detail.textFormat() == Qt.TextFormat.PlainText


def test_what_newly_asks_for_somebody_is_said_once(panel, field, bridge):
    said = []
    panel.needed.connect(said.append)
    field.order(field.dispatch("U-1"), minutes=1)
    field.pass_time(30)
    look(panel, field, bridge)
    assert said == []
    field.pass_time(60)
    say(field, "断路".encode("gbk"), mode="0", card=77)
    for _ in range(2):
        look(panel, field, bridge)
        field.order(field.dispatch("U-2"))
    assert sorted(said) == ["短报文文字：卡 77", "短报文未确认：队1"]


def test_only_what_may_be_done_with_a_row_is_offered(panel, field, bridge):
    assert offered(panel) == set()
    always = {choice.label() for choice in ACTS.values() if choice.always}
    (menu,) = panel.findChildren(QMenu)
    assert {action.text() for action in menu.actions()} == always
    field.order(field.dispatch("U-1"), minutes=1)
    look(panel, field, bridge)
    panel.view.selectRow(0)
    assert offered(panel) == {"give_up", "words", "case"}
    field.pass_time(5)
    look(panel, field, bridge)
    assert offered(panel) == {"words", "case"}
    field.pass_time(120)
    look(panel, field, bridge)
    assert offered(panel) == {"resend", "give_up", "words", "case"}
    assert "第 1 次：首发（张三）" in panel.side.detail.text()


def test_what_is_held_is_released_from_the_board(tmp_path, qtbot):
    field = Field(tmp_path)
    field.order(field.dispatch("U-1"))
    field.close()
    field.open()
    bridge = Bridge(field.desk, clock=field.clock)
    panel = ShortsPanel(bridge)
    qtbot.addWidget(panel)
    panel.show()
    bridge.settle()
    assert rows(panel)[0][0] == "待放行"
    panel.view.selectRow(0)
    panel.side.buttons["release"].click()
    look(panel, field, bridge)
    assert rows(panel)[0][0] == "待发"
    bridge.close()
    field.close()


def test_what_was_read_over_the_radio_is_taken_in_or_stays_with_the_reason(
    panel, field, bridge, qtbot
):
    task = field.dispatch("U-1")
    field.order(task)
    field.pass_time(5)
    receipt = Receipt(task=Number.of(task), turn=1, time=START, answer=Answer.SIGNED)
    words = plain.write(receipt)
    panel.side.radio.setText(words[:-1])
    qtbot.keyClick(panel.side.radio, Qt.Key.Key_Return)
    look(panel, field, bridge)
    assert panel.side.trouble.text() == "短报文不成立（缺少末尾四位校验（“校”后四个字符））"
    assert panel.side.radio.text() == words[:-1]
    panel.side.radio.setText(words)
    qtbot.keyClick(panel.side.radio, Qt.Key.Key_Return)
    look(panel, field, bridge)
    assert (panel.side.radio.text(), panel.side.trouble.isVisible()) == ("", False)
    assert {row[0] for row in rows(panel)} == {"已签收", "回执"}


def test_a_letter_that_was_read_asks_for_nobody(panel, field, bridge):
    say(
        field,
        pack(
            Receipt(task=Number.of("T-20261124-000001"), turn=1, time=START, answer=Answer.SIGNED)
        ),
    )
    look(panel, field, bridge)
    assert panel.said().endswith("待看 1")
    panel.view.selectRow(0)
    assert "没有这道调度令" in panel.side.detail.text()
    panel.side.buttons["read"].click()
    look(panel, field, bridge)
    assert panel.said().endswith("待看 0")


def test_the_line_of_the_card_says_that_it_is_simulated(panel, field, bridge):
    field.pass_time(5)
    look(panel, field, bridge)
    said = panel.card.text()
    assert said.startswith("模拟 · 卡 204057 · 3 级 · 60 s 一条 · 全球短报文 560 bit · 字典 ")
    assert said.endswith(field.dictionary().id)
