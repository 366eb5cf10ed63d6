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


def signed(play):
    play.until("E5").do("task.sign")
    return play


def suspended_before(play):
    signed(play).suspend()
    play.do("task.resume")
    return play.try_("task.ask_suspend")


def running_suspension(play):
    signed(play).suspend()
    return play.try_("task.resume", by="system")


def without_deadline(play):
    play.until("E1").do("case.file", condition="2")
    play.do("case.dispatch")
    return play.try_("task.ask_extension")


def endorsed(play):
    signed(play).run("task.ask_suspend").do("task.endorse_suspend")
    return play


def answered_by_the_asker(play):
    signed(play).do("task.ask_extension")
    return play.try_("task.extend", by="chief-1")


def suspended_too_late(play):
    endorsed(play).now += timedelta(minutes=30)
    request = replace(play.file.tasks[0].requests[0], until=play.now)
    play.file = replace(play.file, tasks=(replace(play.file.tasks[0], requests=(request,)),))
    return play.try_("task.suspend")


def extended(play, times):
    play.until("E5")
    for _ in range(times):
        play.run("task.ask_extension", "task.extend")
    return play


def at_centre(play, code, state="E4"):
    play.until(state).change(centre=code)
    return play


def overdue_closed(play):
    play.until("E9").change(overdue=True)
    return play


def appealed(play, *answers):
    overdue_closed(play).run("case.appeal", *answers)
    return play


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
    (Why.OVERDUE, lambda p: signed(p).try_("task.ask_suspend", after_s=4_000)),
    (Why.OVERDUE, lambda p: endorsed(p).try_("task.suspend", after_s=4_000)),
    (Why.OVERDUE, lambda p: signed(p).try_("task.ask_extension", after_s=4_000)),
    (
        Why.OVERDUE,
        lambda p: signed(p).run("task.ask_extension").try_("task.extend", after_s=4_000),
    ),
    (Why.SUSPENDED_BEFORE, suspended_before),
    (
        Why.SUSPENDED_TOO_LONG,
        lambda p: signed(p).try_("task.ask_suspend", until="2027-11-24T00:00:00+08:00"),
    ),
    (
        Why.SUSPENDED_INTO_PAST,
        lambda p: signed(p).try_("task.ask_suspend", until="2026-11-23T00:00:00+08:00"),
    ),
    (Why.SUSPENDED_INTO_PAST, suspended_too_late),
    (Why.SUSPEND_RUNNING, running_suspension),
    (Why.FIELD_BAD, lambda p: signed(p).try_("task.ask_suspend", until="2026-12-01")),
    (Why.FIELD_BAD, lambda p: signed(p).try_("task.ask_suspend", until="tomorrow")),
    (Why.FIELD_MISSING, lambda p: signed(p).try_("task.ask_suspend", measure=" ")),
    (Why.REASON_MISSING, lambda p: signed(p).try_("task.ask_suspend", reason="")),
    (Why.NO_OPINION, lambda p: signed(p).run("task.ask_suspend").try_("task.suspend")),
    (Why.OPINION_GIVEN, lambda p: endorsed(p).try_("task.endorse_suspend")),
    (Why.AWAITS_SUPERVISOR, lambda p: endorsed(p).try_("task.refuse_suspend", by="dispatcher")),
    (Why.WRONG_ROLE, lambda p: endorsed(p).try_("task.suspend", by="dispatcher")),
    (Why.REQUEST_PENDING, lambda p: signed(p).run("task.ask_suspend").try_("task.ask_extension")),
    (Why.REQUEST_PENDING, lambda p: signed(p).run("task.ask_extension").try_("task.ask_extension")),
    (Why.NOTHING_ASKED, lambda p: signed(p).try_("task.extend")),
    (Why.NOTHING_ASKED, lambda p: signed(p).run("task.ask_suspend").try_("task.extend")),
    (Why.SAME_PERSON, answered_by_the_asker),
    (Why.EXTENDED_TWICE, lambda p: extended(p, 2).try_("task.ask_extension")),
    (Why.NO_DEADLINE, without_deadline),
    (Why.REASON_MISSING, lambda p: at_centre(p, "500118").try_("case.pass_up", reason="")),
    (Why.NO_CENTRE_ABOVE, lambda p: at_centre(p, "500000").try_("case.pass_up")),
    (Why.NO_CENTRE_BELOW, lambda p: at_centre(p, "500118").try_("case.pass_down")),
    (Why.OUTSIDE_CENTRE, lambda p: at_centre(p, "500113").try_("case.pass_up")),
    (Why.OUTSIDE_CENTRE, lambda p: at_centre(p, "").try_("case.pass_down")),
    (Why.WRONG_STATE, lambda p: at_centre(p, "500118", "E6").try_("case.pass_up")),
    (
        Why.REQUEST_PENDING,
        lambda p: at_centre(p, "500118").run("case.pass_up").try_("case.pass_up"),
    ),
    (Why.NOTHING_ASKED, lambda p: p.until("E4").try_("case.receive")),
    (
        Why.FIELD_MISSING,
        lambda p: at_centre(p, "500118").run("case.pass_up").try_("case.receive", channel=...),
    ),
    (Why.NOT_OVERDUE, lambda p: p.until("E9").try_("case.appeal")),
    (Why.WRONG_STATE, lambda p: p.until("E8").try_("case.appeal")),
    (Why.REQUEST_PENDING, lambda p: appealed(p).try_("case.appeal")),
    (Why.NO_OPINION, lambda p: appealed(p).try_("case.grant_appeal")),
    (
        Why.APPEALED_BEFORE,
        lambda p: appealed(p, "case.appeal_opinion", "case.refuse_appeal").try_("case.appeal"),
    ),
    (Why.SAME_PERSON, lambda p: appealed(p).try_("case.appeal_opinion", by="chief-1")),
    (Why.OPINION_GIVEN, lambda p: appealed(p, "case.appeal_opinion").try_("case.appeal_opinion")),
    (Why.APPEAL_PENDING, lambda p: appealed(p, "case.review").try_("case.archive")),
    (Why.NEVER_FILED, never_filed),
]


@pytest.mark.parametrize(("why", "way"), WAYS, ids=[why.value for why, _ in WAYS])
def test_an_act_is_refused_with_its_reason(play, why, way):
    refused = way(play)
    assert isinstance(refused, Refusal)
    assert refused.code == why


APART = ("locked", "code_", "fence_", "device_", "terminal_", "text_", "card_", "short_")
ELSEWHERE = {why for why in Why if why.value.startswith(APART)}
"""Of the lock, fences, terminals and short messages, which are tested by themselves."""


def test_every_reason_can_be_reached():
    assert {why for why, _ in WAYS} == set(Why) - ELSEWHERE


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
