"""Every reason for a refusal, each with the way that leads to it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.casework.acts import Act, Refusal
from app.casework.decide import decide
from app.casework.why import Why
from app.model import Case, CaseState, Grade, Officer, Role, TaskState


def target(play, **fields):
    given = {"id": "C-0", "state": CaseState.RECEIVED, "centre": "500000"} | fields
    other = Case(title="先报", grade=Grade.III, opened=play.now, changed=play.now, **given)
    play.file = replace(play.file, target=other)


def regrade(play, grade):
    play.file = replace(play.file, alert=replace(play.file.alert, grade=grade))


def unknown_act(play):
    act = Act(name="case.delete", subject="alert:A-1")
    return decide(act, play.file, by_all(), play.now, new_id=play.new_id)


def unknown_subject(play):
    act = Act(name="alert.claim", subject="alert:A-9")
    return decide(act, play.file, by_all(), play.now, new_id=play.new_id)


def by_all():
    return Officer(id="all", name="全", roles=frozenset(Role))


def second_return(play):
    play.until("E5").do("task.return")
    play.do("case.dispatch")
    return play.try_("task.return", by="handler")


def arrived_before(play):
    play.until("E7").do("case.check", result="fail", behalf="walker")
    play.run("case.rework", "task.sign")
    return play.try_("task.return")


def suspended_before(play):
    play.until("E5").run("task.sign", "task.suspend", "task.resume")
    return play.try_("task.suspend")


def tasks_open(play):
    play.until("E8")
    task = replace(play.file.tasks[0], state=TaskState.ON_SITE)
    play.file = replace(play.file, tasks=(task,))
    return play.try_("case.close")


def not_passed(play):
    play.until("E8").change(check_result="")
    return play.try_("case.close")


def task_of_a_case_in_no_hand(play):
    play.until("E5").change(state=CaseState.TO_CHECK)
    return play.try_("task.sign")


def merge_with(play, **fields):
    play.until("E1")
    target(play, **fields)
    return play.try_("case.merge", case="C-0")


def merge_into_itself(play):
    play.until("E1")
    target(play, id=play.case.id)
    return play.try_("case.merge", case=play.case.id)


def never_filed(play):
    play.until("E1").do("case.propose_close", by="dispatcher")
    play.do("case.force_close", by="supervisor")
    return play.try_("case.reopen")


def shelve(play, grade, minutes=30):
    regrade(play, grade)
    return play.try_("alert.shelve", minutes=minutes)


def unshelve_too_soon(play):
    regrade(play, Grade.IV)
    play.do("alert.shelve")
    return play.try_("alert.unshelve", by="system")


def supervise_twice(play):
    play.until("E4").do("case.supervise")
    return play.try_("case.supervise")


def force_alone(play):
    play.until("E4").do("case.propose_close")
    return play.try_("case.force_close")


def propose_for_another(play):
    return play.until("E4").try_("case.propose_close", behalf="walker")


def feedback(play, **fields):
    play.until("E5").run("task.sign", "task.arrive")
    return play.try_("task.feedback", **fields)


def grown_old(play):
    play.until("E9").now += timedelta(days=31)
    return play.try_("case.reopen")


def ordinary_closed(play):
    play.until("E9").change(grade=Grade.IV)
    return play.try_("case.review")


WAYS = [
    (Why.UNKNOWN_ACT, unknown_act),
    (Why.UNKNOWN_SUBJECT, unknown_subject),
    (Why.WRONG_STATE, lambda p: p.until("E4").try_("case.close")),
    (Why.WRONG_STATE, lambda p: p.until("E4").try_("case.report")),
    (Why.WRONG_ROLE, lambda p: p.until("E4").try_("case.dispatch", by="acceptor")),
    (Why.REASON_MISSING, lambda p: p.until("E4").try_("case.void", reason=" ")),
    (Why.FIELD_MISSING, lambda p: p.try_("alert.confirm", title=" ")),
    (Why.FIELD_MISSING, lambda p: p.until("E4").try_("case.dispatch", offered=...)),
    (Why.FIELD_UNKNOWN, lambda p: p.try_("alert.confirm", colour="red")),
    (Why.FIELD_BAD, lambda p: p.try_("alert.confirm", grade="5")),
    (Why.FIELD_BAD, lambda p: p.try_("alert.confirm", title="救" * 5_000)),
    (Why.FIELD_BAD, lambda p: p.until("E4").try_("case.dispatch", assists="U2")),
    (Why.FIELD_BAD, lambda p: p.try_("case.report", lon=200.0, lat=29.0)),
    (Why.FIELD_BAD, lambda p: p.try_("case.report", lon=float("nan"), lat=29.0)),
    (Why.FIELD_BAD, lambda p: shelve(p, Grade.IV, minutes=-1)),
    (Why.FIELD_BAD, lambda p: shelve(p, Grade.IV, minutes=True)),
    (Why.UNIT_UNKNOWN, lambda p: p.until("E4").try_("case.dispatch", lead="U9", offered=["U9"])),
    (Why.UNIT_TWICE, lambda p: p.until("E4").try_("case.dispatch", assists=["U1"])),
    (Why.UNIT_AT_WORK_HERE, lambda p: p.until("E5").try_("case.assist", unit="U1")),
    (Why.ITEM_UNKNOWN, lambda p: p.until("E1").try_("case.file", item="GBT:9999")),
    (Why.CONDITION_UNKNOWN, lambda p: p.until("E1").try_("case.file", condition="9")),
    (Why.LIMIT_UNKNOWN, lambda p: p.until("E1").try_("case.file", condition="3")),
    (Why.POSITION_MISSING, lambda p: p.try_("case.report", unplaced=False)),
    (Why.POSITION_MISSING, lambda p: p.try_("case.report", lon=106.5)),
    (Why.OVERRIDE_MISSING, lambda p: p.until("E4").try_("case.dispatch", lead="U2")),
    (Why.OVERRIDE_MISSING, lambda p: p.until("E4").try_("case.dispatch", offered=[])),
    (Why.SHELVE_GRADE, lambda p: shelve(p, Grade.II)),
    (Why.SHELVE_GRADE, lambda p: shelve(p, Grade.I)),
    (Why.SHELVE_TOO_LONG, lambda p: shelve(p, Grade.III, minutes=241)),
    (Why.SHELVE_RUNNING, unshelve_too_soon),
    (Why.ALREADY_YOURS, lambda p: p.run("alert.claim").try_("alert.take_over")),
    (Why.TARGET_UNKNOWN, lambda p: p.try_("alert.merge", case="C-0")),
    (Why.TARGET_CLOSED, lambda p: merge_with(p, state=CaseState.CLOSED)),
    (Why.TARGET_CENTRE, lambda p: merge_with(p, centre="500118")),
    (Why.TARGET_ITSELF, merge_into_itself),
    (Why.HANDLER_MAY_NOT, lambda p: p.until("E7").try_("case.check", by="chief-1")),
    (Why.HANDLER_MAY_NOT, lambda p: p.until("E7").try_("case.check", behalf="chief-1")),
    (Why.HANDLER_MAY_NOT, lambda p: p.until("E7").try_("case.check", by="chief-1", behalf="w")),
    (Why.HANDLER_MAY_NOT, lambda p: p.until("E8").try_("case.close", by="chief-1")),
    (Why.HANDLER_MAY_NOT, lambda p: p.until("E8").try_("case.propose_close", by="chief-1")),
    (Why.CHECKER_IS_HANDLER, lambda p: p.until("E6").try_("case.send_check", checker="chief-1")),
    (Why.NOT_PASSED, not_passed),
    (Why.NOT_FAILED, lambda p: p.until("E7").try_("case.rework")),
    (Why.TASKS_OPEN, tasks_open),
    (Why.SECOND_RETURN, second_return),
    (Why.ARRIVED_BEFORE, arrived_before),
    (Why.CASE_NOT_HANDLED, task_of_a_case_in_no_hand),
    (Why.CLOSING_NOT_MET, lambda p: feedback(p, closing_met=False)),
    (Why.NOT_PROPOSED, lambda p: p.until("E4").try_("case.force_close")),
    (Why.SAME_PERSON, force_alone),
    (Why.SAME_PERSON, propose_for_another),
    (Why.REOPEN_TOO_LATE, grown_old),
    (Why.ALREADY_SUPERVISED, supervise_twice),
    (Why.GRADE_NOT_RAISED, lambda p: p.until("E4").try_("case.upgrade", grade="3")),
    (Why.NOTHING_CHANGED, lambda p: p.until("E4").try_("case.correct", title="求救")),
    (Why.NO_REVIEW_NEEDED, ordinary_closed),
    (Why.REVIEW_NEEDED, lambda p: p.until("E9").try_("case.archive")),
    (Why.OVERDUE, lambda p: p.until("E5").run("task.sign").try_("task.suspend", after_s=4_000)),
    (Why.SUSPENDED_BEFORE, suspended_before),
    (
        Why.SUSPENDED_TOO_LONG,
        lambda p: p.until("E5").run("task.sign").try_("task.suspend", minutes=525_601),
    ),
    (Why.NEVER_FILED, never_filed),
]


@pytest.mark.parametrize(("why", "way"), WAYS, ids=[why.value for why, _ in WAYS])
def test_an_act_is_refused_with_its_reason(play, why, way):
    refused = way(play)
    assert isinstance(refused, Refusal)
    assert refused.code == why


def test_every_reason_can_be_reached():
    assert {why for why, _ in WAYS} == set(Why)


def test_a_refusal_says_what_would_be_allowed(play):
    play.until("E4")
    refused = play.try_("case.close")
    assert refused.allowed[0] == "case.dispatch"
    assert "case.close" not in refused.allowed


def test_the_supervisor_settles_a_second_return(play):
    second_return(play)
    play.do("task.return", by="supervisor")


def test_what_a_role_may_not_do_is_not_offered(play):
    play.until("E4")
    names = {name for name, _ in play.next(by="acceptor")}
    assert "case.dispatch" not in names
    assert "case.note" in names
