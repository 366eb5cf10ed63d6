"""The case detail and the recommended units, with values alone."""

import pytest
from PySide6.QtCore import Qt

from app.casework.acts import Act, Refusal
from app.model import CaseState, Officer, Role
from tests.widgets import rows as r
from widgets.panels.case import CasePanel
from widgets.panels.case_ask import Answer, acts_now
from widgets.panels.dispatch import DispatchPanel

Key = Qt.Key
OFFICER = Officer(id="zhang", name="张三", roles=frozenset(Role) - {Role.SYSTEM})
NAMES = {"U1": "港桥专职消防站 1 车", "U2": "电力抢修 2 组", "U4": "永消-04"}


@pytest.fixture
def detail(qtbot, small_hierarchy):
    panel = CasePanel(None, small_hierarchy)
    qtbot.addWidget(panel)
    panel.resize(480, 520)
    panel.tick(r.NOW)
    panel.show()
    return panel


@pytest.fixture
def dispatch(qtbot, small_hierarchy):
    panel = DispatchPanel(None, small_hierarchy)
    qtbot.addWidget(panel)
    panel.resize(480, 300)
    panel.tick(r.NOW)
    panel.show()
    panel.put(r.case(4), r.recommendation())
    return panel


def sent(panel):
    told: list[Act] = []
    panel.act_ready.connect(told.append)
    return told


def test_a_case_says_where_how_sure_until_when_and_who(detail):
    file = r.case_file()
    detail.put(Answer(file, NAMES, acts_now(file, OFFICER, r.NOW)))
    facts = detail.facts.values()
    assert facts["辖区"].endswith("朱沱镇 › 第1社区 › 第1网格")
    assert "29°03′08.4″N" in facts["坐标"]
    assert "误差 ±12 m" in facts["定位"]
    assert facts["接收"] == "08:09:35 · 晚到 30 秒"
    assert facts["邻界"] == "误差圈还触及 东渝区 8 m"
    assert "×4" in facts["来源"]
    assert detail.clock.text() == "剩 11:00"
    assert detail.flags.text() == "督办"
    assert "主办  港桥专职消防站 1 车  ·  ◐ 在途  ·  剩 21:00" in detail.tasks.text()
    assert detail.story.text().count("\n") == 4
    assert "受理员" not in detail.story.text()
    assert "张三（受理员）立案" in detail.story.toolTip()


def test_the_next_act_stands_first_and_every_act_is_in_the_menu(qtbot, detail):
    file = r.case_file()
    detail.put(Answer(file, NAMES, acts_now(file, OFFICER, r.NOW)))
    assert detail.buttons.first()[0] == ("task.arrive", "task:T-1")
    menu = [action.text() for action in detail.buttons.menu().actions()]
    assert len(menu) == len(detail.buttons.acts())
    assert any("电力抢修 2 组" in text for text in menu)
    told = []
    detail.act_wanted.connect(lambda *said: told.append(said))
    assert detail.buttons.press("task.arrive")
    assert not detail.buttons.press("case.close")
    assert told == [("task.arrive", "task:T-1")]


def test_markup_from_outside_is_shown_as_it_is_written(detail):
    file = r.case_file(title="<b>x</b>", text="<img src=x>")
    detail.put(Answer(file))
    assert detail.title.text() == "<b>x</b>"
    for label in (detail.title, detail.note, detail.tasks, detail.story, detail.flags):
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_case_without_position_deadline_or_tasks_says_so(detail):
    file = r.case_file(position=None, deadline=None, chain=())
    detail.put(Answer(type(file)(case=file.case, tasks=(), alert=None, entries=())))
    facts = detail.facts.values()
    assert facts["坐标"].startswith("无定位")
    assert facts["辖区"] == "域外或无定位"
    assert detail.clock.text() == "本阶段无期限"
    assert "F2" in detail.tasks.text()


def test_without_a_case_it_says_how_to_choose_one(detail):
    assert detail.empty.isVisible()
    assert "J、K" in detail.empty.text()


@pytest.mark.parametrize(
    ("state", "label"), [(CaseState.VOID, "已作废"), (CaseState.CLOSED, "结案")]
)
def test_the_last_stage_says_how_it_ended(detail, state, label):
    detail.stages.set_state(state)
    assert detail.stages.labels()[-1] == label


def test_enter_sends_the_first(qtbot, dispatch):
    told = sent(dispatch)
    qtbot.keyClick(dispatch.view, Key.Key_Return)
    act = told[0]
    assert act.name == "case.dispatch"
    assert act.subject == "case:C-20261123-0004"
    assert act.fields["lead"] == act.fields["offered"][0]
    assert act.fields["override"] == ""


def test_another_than_the_first_is_sent_with_a_reason_only(qtbot, dispatch):
    told = sent(dispatch)
    qtbot.keyClick(dispatch.view, Key.Key_3)
    qtbot.keyClick(dispatch.view, Key.Key_Return)
    assert told == []
    assert "写明理由" in dispatch.trouble.text()
    dispatch.override.setText("第一名正在换班")
    qtbot.keyClick(dispatch.override, Key.Key_Return)
    assert told[0].fields["lead"] == told[0].fields["offered"][2]
    assert told[0].fields["override"] == "第一名正在换班"


def test_plus_takes_a_unit_along(qtbot, dispatch):
    told = sent(dispatch)
    qtbot.keyClick(dispatch.view, Key.Key_2)
    qtbot.keyClicks(dispatch.view, "+")
    qtbot.keyClick(dispatch.view, Key.Key_1)
    qtbot.keyClick(dispatch.view, Key.Key_Return)
    assert told[0].fields["assists"] == (told[0].fields["offered"][1],)


def test_a_digit_beyond_the_list_changes_nothing(qtbot, dispatch):
    before = dispatch.lead()
    qtbot.keyClick(dispatch.view, Key.Key_9)
    assert dispatch.lead() == before


def test_reasons_and_shortfalls_are_said(dispatch):
    assert "直线" in dispatch.reasons.text()
    assert "定位已超 10 分钟" in dispatch.shortfalls.text()


def test_a_refusal_says_why_and_what_would_be_allowed(dispatch):
    dispatch.told(Refusal(code="wrong_state", allowed=("task.sign",)))
    assert dispatch.trouble.isVisible()
    assert "现在可以" in dispatch.trouble.text()


def test_a_case_that_is_not_to_be_sent_says_what_comes_first(qtbot, dispatch):
    dispatch.put(r.case(1, state=CaseState.RECEIVED), r.recommendation())
    assert dispatch.table.rowCount() == 0
    assert "F9" in dispatch.view._empty.text()
    assert dispatch.act() is None
