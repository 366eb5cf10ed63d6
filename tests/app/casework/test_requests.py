"""What is asked of another: 延期, 挂账, 上提/下沉 and 超时申诉, granted, refused and lapsed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.casework import centres
from app.casework.why import Why
from app.model import CaseState, Outcome, RequestKind, Share, TaskState, waiting

HOUR = timedelta(hours=1)
CHAIN = ("500000", "500118", "500118101", "500118101001", "500118101001001")


def request(play, at=-1):
    return play.file.tasks[0].requests[at]


def of_case(play, at=-1):
    return play.case.requests[at]


def signed(play):
    play.until("E5").do("task.sign", after_s=0)
    return play


def at_centre(play, code, state):
    play.until(state).change(centre=code, chain=CHAIN)
    return play


def test_an_extension_adds_the_limit_frozen_at_dispatch(play):
    signed(play)
    due = play.case.deadline
    play.change(limit=9)
    asked = play.do("task.ask_extension", reason="待吊车")
    assert (asked.on_behalf_of, asked.reason) == ("chief-1", "待吊车")
    assert waiting(play.file.tasks[0].requests).kind is RequestKind.EXTENSION
    assert play.case.deadline == due
    play.do("task.extend", by="dispatcher", reason="同意")
    task = play.file.tasks[0]
    assert (task.deadline, task.extensions) == (due + HOUR, 1)
    assert play.case.deadline == play.case.handle_by == due + HOUR
    assert (request(play).outcome, request(play).by) == (Outcome.GRANTED, "chief-1")
    assert [(o.by, o.favour, o.text) for o in request(play).opinions] == [
        ("dispatcher", True, "同意")
    ]


def test_refused_extensions_are_kept_and_do_not_count(play):
    signed(play)
    due = play.case.deadline
    for _ in range(3):
        play.run("task.ask_extension", "task.refuse_extension")
    assert (play.case.deadline, play.file.tasks[0].extensions) == (due, 0)
    for _ in range(2):
        play.run("task.ask_extension", "task.extend")
    assert play.case.deadline == due + 2 * HOUR
    assert [one.outcome.value for one in play.file.tasks[0].requests] == [
        *("refused",) * 3,
        *("granted",) * 2,
    ]
    assert play.refused("task.ask_extension") == "extended_twice"


def test_an_assistants_extension_is_its_own(play):
    play.until("E4").do("case.dispatch", assists=["U2"])
    due = play.case.deadline
    play.do("task.ask_extension", of="U2")
    play.do("task.extend", of="U2")
    assert (play.case.deadline, play.file.tasks[1].deadline) == (due, due + HOUR)


def test_a_unit_sent_again_takes_its_extensions_with_its_clock_another_does_not(play):
    play.until("E5")
    for _ in range(2):
        play.run("task.ask_extension", "task.extend")
    play.do("task.return")
    play.do("case.dispatch")
    assert play.refused("task.ask_extension") == "extended_twice"
    play.do("task.withdraw")
    play.do("case.dispatch", lead="U2", offered=["U2"])
    play.do("task.ask_extension", of="U2")


def test_an_extension_granted_keeps_handling_from_being_late(play):
    signed(play)
    play.run("task.arrive", "task.ask_extension", "task.extend")
    play.do("task.feedback", after_s=5_000)
    assert not play.case.overdue


@pytest.mark.parametrize("act", ["task.ask_extension", "task.ask_suspend"])
@pytest.mark.parametrize("end", ["task.return", "task.withdraw", "case.void"])
def test_what_was_asked_lapses_with_its_task(play, act, end):
    signed(play).run(act, end)
    assert request(play).outcome is Outcome.LAPSED
    assert play.next() == () or not {"task.extend", "task.endorse_suspend"} & {
        name for name, _ in play.next()
    }


def test_a_suspension_pauses_the_clock_only_when_both_have_approved(play):
    signed(play)
    play.do("task.ask_suspend", after_s=600, reason="待材料")
    assert play.case.deadline is not None
    play.do("task.endorse_suspend", by="dispatcher", after_s=0)
    assert play.states == "E5: T2"
    assert play.case.deadline is not None
    play.do("task.suspend", by="supervisor", after_s=0)
    task = play.file.tasks[0]
    assert play.states == "E5: T5"
    assert (play.case.deadline, play.case.remaining_s, task.remaining_s) == (None, 3_000, 3_000)
    assert task.suspended_until == datetime(2026, 11, 23, 16, tzinfo=UTC)
    assert (request(play).measure, request(play).reason) == ("围挡", "待材料")
    assert [one.by for one in request(play).opinions] == ["dispatcher", "supervisor"]


@pytest.mark.parametrize(
    ("before", "by"), [((), "dispatcher"), (("task.endorse_suspend",), "supervisor")]
)
def test_a_refused_suspension_may_be_asked_again(play, before, by):
    signed(play)
    play.run("task.ask_suspend", *before)
    play.do("task.refuse_suspend", by=by)
    assert (request(play).outcome, play.file.tasks[0].suspensions) == (Outcome.REFUSED, 0)
    assert play.case.deadline is not None
    play.suspend()
    assert play.file.tasks[0].state is TaskState.SUSPENDED


def test_a_suspension_ends_by_itself_when_its_day_is_over(play):
    signed(play).suspend(after_s=600)
    until = play.file.tasks[0].suspended_until
    left = (until - play.now).total_seconds()
    assert play.refused("task.resume", by="system", after_s=left - 1) == "suspend_running"
    play.do("task.resume", by="system", after_s=1)
    assert play.states == "E5: T2"
    assert play.case.deadline == until + timedelta(seconds=3_000)


def test_a_suspension_of_the_former_form_is_resumed_all_the_same(play):
    signed(play)
    task = replace(
        play.file.tasks[0],
        state=TaskState.SUSPENDED,
        suspended_from=TaskState.SIGNED,
        suspensions=1,
        suspended_until=play.now + HOUR,
        remaining_s=60.0,
        deadline=None,
    )
    play.file = replace(play.file, tasks=(task,))
    play.change(deadline=None, remaining_s=60.0)
    play.do("task.resume", by="system", after_s=3_600)
    assert play.case.deadline == play.now + timedelta(seconds=60)
    assert play.refused("task.ask_suspend") == "suspended_before"


@pytest.mark.parametrize(
    ("code", "above", "below"),
    [
        ("500000", Why.NO_CENTRE_ABOVE, "500118"),
        ("500118", "500000", "500118101"),
        ("500118101", "500118", Why.NO_CENTRE_BELOW),
        ("500113", Why.OUTSIDE_CENTRE, Why.OUTSIDE_CENTRE),
    ],
)
def test_the_centres_above_and_below_are_those_of_the_cases_place(play, code, above, below):
    case = at_centre(play, code, "E4").case
    assert (centres.above(case), centres.below(case)) == (above, below)


@pytest.mark.parametrize(
    ("act", "start", "target", "kind"),
    [
        ("case.pass_up", "500118", "500000", RequestKind.PASS_UP),
        ("case.pass_down", "500118", "500118101", RequestKind.PASS_DOWN),
    ],
)
@pytest.mark.parametrize(("state", "then"), [("E1", "E1"), ("E4", "E4"), ("E5", "E4")])
def test_the_senders_clock_runs_until_the_other_centre_has_signed(
    play, act, start, target, kind, state, then
):
    at_centre(play, start, state)
    clock, due = play.case.clock, play.case.deadline
    play.do(act, reason="超出本级能力")
    asked = of_case(play)
    assert (asked.kind, asked.centre, asked.reason) == (kind, target, "超出本级能力")
    assert asked.answer_by == play.now + timedelta(minutes=15)
    assert (play.case.centre, play.case.deadline, play.case.held) == (start, due, ())
    play.do("case.receive", after_s=20)
    assert (play.case.centre, play.case.state.value) == (target, then)
    (held,) = play.case.held
    assert (held.centre, held.clock) == (start, clock)
    assert held.left_s == (due - play.now).total_seconds()
    assert play.case.clock == ("accept" if then == "E1" else "dispatch")
    assert play.case.deadline > play.now
    (said,) = of_case(play).opinions
    assert (said.by, said.channel, said.favour) == ("渝北值班员", "phone", True)


def test_a_declined_case_stays_where_it_is_with_its_clock(play):
    at_centre(play, "500118", "E4")
    due = play.case.deadline
    play.do("case.pass_up")
    play.do("case.decline", reason="可就地处置")
    assert (play.case.centre, play.case.deadline, play.case.held) == ("500118", due, ())
    assert of_case(play).outcome is Outcome.REFUSED
    assert of_case(play).opinions[0].text == "可就地处置"
    play.do("case.pass_up")


def test_units_of_the_sender_stay_at_work_beside_those_of_the_receiver(play):
    at_centre(play, "500118", "E5")
    play.run("task.sign", "task.arrive", "case.pass_up", "case.receive")
    assert play.states == "E4: T4"
    assert play.file.tasks[0].share is Share.ASSIST
    play.do("case.dispatch", lead="U2", offered=["U2"])
    assert play.states == "E5: T4 T1"
    assert play.case.deadline == play.now + HOUR


def test_a_case_that_comes_back_goes_on_with_the_clock_it_left(play):
    at_centre(play, "500118", "E5")
    play.do("case.pass_up")
    play.do("case.receive", after_s=600)
    left = play.case.held[0].left_s
    play.do("task.withdraw", of="U1")
    play.do("case.pass_down")
    play.do("case.receive")
    assert play.case.centre == "500118"
    assert [held.centre for held in play.case.held] == ["500000"]
    play.do("case.dispatch")
    assert play.case.deadline == play.now + timedelta(seconds=left)


def test_passing_on_lapses_where_the_case_is_handled_first(play):
    at_centre(play, "500118", "E5")
    play.run("case.pass_up", "task.sign", "task.arrive", "task.feedback")
    assert of_case(play).outcome is Outcome.LAPSED
    assert play.refused("case.receive") == "wrong_state"


@pytest.mark.parametrize(
    ("answer", "opinion", "exempt"),
    [("case.grant_appeal", "support", True), ("case.refuse_appeal", "oppose", False)],
)
def test_an_appeal_is_decided_on_an_opinion_and_the_fact_stays(play, answer, opinion, exempt):
    signed(play).do("task.arrive")
    play.do("task.feedback", after_s=3_700)
    play.run("case.send_check")
    play.do("case.check", behalf="walker")
    play.do("case.close")
    asked = play.do("case.appeal", reason="道路封闭")
    assert asked.on_behalf_of == "chief-1"
    play.do("case.appeal_opinion", by="dispatcher", opinion=opinion, reason="有封路公告")
    play.do(answer, by="acceptor", reason="核对属实")
    assert (play.case.overdue, play.case.exempt) == (True, exempt)
    assert play.case.late == ("handle",)
    said = [(o.by, o.favour, o.text) for o in of_case(play).opinions]
    assert said == [
        ("dispatcher", exempt, "有封路公告"),
        ("acceptor", exempt, "核对属实"),
    ]
    assert play.refused("case.appeal") == "appealed_before"
    play.run("case.review", "case.archive")


def test_a_case_closed_by_force_past_its_deadline_may_be_appealed_too(play):
    play.until("E5")
    play.do("case.propose_close", by="dispatcher")
    play.do("case.force_close", by="supervisor", after_s=3_700)
    play.run("case.appeal", "case.appeal_opinion", "case.grant_appeal")
    assert play.case.exempt


def test_an_appeal_lapses_where_the_case_is_reopened_and_may_be_made_again(play):
    play.until("E9").change(overdue=True)
    play.run("case.appeal", "case.reopen")
    assert of_case(play).outcome is Outcome.LAPSED
    play.change(state=CaseState.CLOSED)
    play.do("case.appeal")
