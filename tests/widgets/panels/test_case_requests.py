"""What is asked about a case stands in its detail: flags, requests, clocks that wait, buttons."""

from datetime import timedelta

import pytest

from app.model import (
    CaseState,
    Grade,
    Held,
    Officer,
    Opinion,
    Outcome,
    Request,
    RequestKind,
    Role,
    TaskState,
)
from app.store.queries import CaseFile
from tests.widgets import rows as r
from widgets.panels.case import CasePanel
from widgets.panels.case_ask import Answer, acts_now

OFFICER = Officer(id="duty", name="张三", roles=frozenset(Role) - {Role.SYSTEM})
NAMES = {"U1": "港桥专职消防站 1 车"}


@pytest.fixture
def detail(qtbot, small_hierarchy):
    panel = CasePanel(None, small_hierarchy)
    qtbot.addWidget(panel)
    panel.resize(480, 620)
    panel.tick(r.NOW)
    panel.show()
    return panel


def request(kind, **more):
    given = {"by": "H1", "asked": r.ago(6), "reason": "待吊车"} | more
    return Request(kind=kind, **given)


def put(detail, *, asked=(), of_case=(), task=None, **case):
    """A case in handling with one task on site, and what was asked about them."""
    known = {"state": CaseState.HANDLING, "centre": "500001", "grade": Grade.III} | case
    mine = r.task(1, state=TaskState.ON_SITE, unit="U1", requests=asked, **(task or {}))
    file = CaseFile(
        case=r.case(1, requests=of_case, tasks=(mine.id,), **known),
        tasks=(mine,),
        alert=None,
        entries=(),
    )
    detail.put(Answer(file, NAMES, acts_now(file, OFFICER, r.NOW)))
    return {act for act, _ in detail.buttons.acts()}


ADVISED = (Opinion(by="duty", at=r.ago(2), favour=True, text="属实"),)
UP = {"centre": "500000", "answer_by": r.NOW + timedelta(minutes=9)}
FLAGS = [
    (request(RequestKind.EXTENSION), "延期待批", {"task.extend", "task.refuse_extension"}),
    (request(RequestKind.SUSPENSION), "挂账待批", {"task.endorse_suspend", "task.refuse_suspend"}),
    (
        request(RequestKind.SUSPENSION, outcome=Outcome.ADVISED, opinions=ADVISED),
        "挂账待值班长批",
        {"task.suspend", "task.refuse_suspend"},
    ),
    (request(RequestKind.PASS_UP, **UP), "上提中", {"case.receive", "case.decline"}),
    (request(RequestKind.PASS_DOWN, **UP), "下沉中", {"case.receive", "case.decline"}),
]
TASKS = {RequestKind.EXTENSION, RequestKind.SUSPENSION}


@pytest.mark.parametrize(("asked", "flag", "acts"), FLAGS, ids=[flag for _, flag, _ in FLAGS])
def test_what_waits_is_a_flag_and_its_answers_are_acts(detail, asked, flag, acts):
    where = "asked" if asked.kind in TASKS else "of_case"
    offered = put(detail, **{where: (asked,)})
    assert detail.flags.text() == flag
    assert acts <= offered
    assert "待吊车" in detail.facts.values()["待批申请"]
    assert acts <= {act for act, _ in detail.buttons.first()}
    put(detail)
    assert not detail.flags.isVisible()
    assert "待批申请" not in detail.facts.values()


def test_the_answers_to_a_request_stand_behind_the_next_act_and_those_with_a_key(detail):
    put(detail, asked=(request(RequestKind.EXTENSION),))
    assert [act for act, _ in detail.buttons.first()] == [
        "task.feedback",
        "case.supervise",
        "task.extend",
        "task.refuse_extension",
    ]


def test_a_request_says_who_asked_until_when_and_what_was_answered(detail):
    asked = request(
        RequestKind.SUSPENSION,
        outcome=Outcome.REFUSED,
        until=r.NOW + timedelta(days=2),
        measure="围挡",
        opinions=(Opinion(by="张三", at=r.NOW, favour=False, text="可先疏导"),),
    )
    put(detail, asked=(asked,), task={"extensions": 1})
    assert detail.facts.values()["申请"] == (
        "挂账 不准 · 港桥专职消防站 1 车 08:06:05：待吊车 · 至 11-25 08:12 · 围挡"
        " · 张三 不同意：可先疏导"
    )
    assert "已延期 1 次" in detail.tasks.text()


def test_a_case_passed_on_shows_both_clocks(detail):
    held = Held(centre="500001", since=r.ago(1), clock="handle", left_s=720.0)
    put(detail, centre="500000", held=(held,), state=CaseState.TO_DISPATCH)
    facts = detail.facts.values()
    assert (facts["现属中心"], facts["暂停计时"]) == ("重庆市", "西渝区 处置 剩 12:00")
    assert detail.clock.text() == "剩 11:00"


def test_an_unsigned_case_says_until_when_it_should_be_signed_for(detail):
    put(detail, of_case=(request(RequestKind.PASS_UP, **UP),))
    assert detail.facts.values()["现属中心"] == "西渝区"
    assert "→ 重庆市 · 应于 08:21:05 前签收" in detail.facts.values()["待批申请"]


@pytest.mark.parametrize(("exempt", "flag"), [(False, "超时 · 申诉中"), (True, "超时（免责）")])
def test_an_appeal_is_shown_beside_the_fact_that_stays(detail, exempt, flag):
    outcome = Outcome.GRANTED if exempt else Outcome.ASKED
    put(
        detail,
        of_case=(request(RequestKind.APPEAL, outcome=outcome),),
        state=CaseState.CLOSED,
        closed=r.NOW,
        overdue=True,
        exempt=exempt,
        supervised=False,
    )
    assert detail.flags.text() == flag
