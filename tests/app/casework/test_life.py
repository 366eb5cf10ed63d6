"""The life of a case, from the alert to the archive and on all the side roads."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.casework.acts import Draft
from app.casework.clocks import overdue_at
from app.model import AlertState, Case, CaseState, Grade, Share, TaskState


def test_from_sos_to_archive(play):
    play.until("E9")
    assert play.states == "E9: T8"
    assert play.file.alert.state is AlertState.CONFIRMED
    assert play.case.handlers == ("chief-1",)
    assert (play.case.checked_by, play.case.disposition) == ("walker", "resolved")
    assert play.case.deadline is None
    play.run("case.review", "case.archive")
    assert play.case.state is CaseState.ARCHIVED


def test_the_natural_next_act_leads_from_alert_to_closing(play):
    went = []
    for _ in range(9):
        name, subject = play.next()[0]
        assert subject == play.subject(name)
        play.do(name, behalf="walker" if name == "case.check" else "")
        went.append(name)
    assert went == [
        "alert.claim",
        "alert.confirm",
        "case.file",
        "case.dispatch",
        "task.sign",
        "task.arrive",
        "task.feedback",
        "case.send_check",
        "case.check",
    ]
    assert play.next()[0][0] == "case.close"


def test_confirming_takes_over_where_and_when_from_the_alert(play):
    draft = play.do("alert.confirm", grade="1", text="人被困")
    assert set(draft.after) == {"alert:A-1", f"case:{play.case.id}"}
    alert, case = play.file.alert, play.case
    assert (alert.case, case.alert) == (case.id, "A-1")
    assert case.grade is Grade.I
    assert (case.chain, case.edition) == (alert.chain, alert.edition)
    assert (case.near_border, case.position) == (alert.near_border, alert.position)
    assert case.deadline == play.now + timedelta(minutes=1)


def test_a_case_without_a_grade_said_has_the_alerts(play):
    play.do("alert.confirm")
    assert play.case.grade is Grade.II


def test_a_draft_holds_what_changed_and_nothing_else(play):
    play.until("E5")
    draft = play.do("task.sign")
    assert set(draft.after) == {f"case:{play.case.id}", f"task:{play.file.tasks[0].id}"}
    task = draft.after[f"task:{play.file.tasks[0].id}"]
    assert set(task) == {"state", "changed", "times"}
    assert draft.before[f"task:{play.file.tasks[0].id}"]["state"] == "T1"
    assert draft.on_behalf_of == "chief-1"


def test_the_frozen_limit_gives_the_deadline_of_handling(play):
    play.until("E5")
    task = play.file.tasks[0]
    assert (play.case.limit, play.case.limit_unit) == (1, "urgent_hour")
    assert play.case.deadline == task.deadline == play.now + timedelta(hours=1)


def test_a_limit_in_working_time_gives_no_deadline_and_is_never_on_time_by_default(play):
    play.until("E1")
    play.do("case.file", condition="2")
    play.do("case.dispatch")
    assert play.case.deadline is None


def test_dispatch_keeps_what_was_offered_and_why_it_was_overruled(play):
    play.until("E4")
    play.do("case.dispatch", lead="U2", assists=["U3"], override="更熟悉管网")
    lead, assist = play.file.tasks
    assert (lead.share, lead.offered, lead.override) == (
        Share.LEAD,
        ("U1", "U2", "U3"),
        "更熟悉管网",
    )
    assert (assist.share, assist.unit, assist.handler) == (Share.ASSIST, "U3", "chief-3")


def test_the_case_is_checked_when_every_mandatory_task_is_fed_back(play):
    play.until("E4")
    play.do("case.dispatch", assists=["U2"])
    for unit in ("U1", "U2"):
        assert play.case.state is CaseState.HANDLING
        for name in ("task.sign", "task.arrive", "task.feedback"):
            play.do(name, of=unit)
    assert play.states == "E6: T6 T6"
    assert play.case.handlers == ("chief-1", "chief-2")
    assert play.case.clock == "check"


def test_a_reserved_unit_keeps_nobody_waiting(play):
    play.until("E5")
    play.do("case.reserve")
    for name in ("task.sign", "task.arrive", "task.feedback"):
        play.do(name, of="U1")
    assert play.states == "E6: T6 TX"
    assert play.file.tasks[1].outcome == "withdrawn"


def test_a_reserved_unit_that_is_sent_is_waited_for(play):
    play.until("E5")
    play.do("case.reserve")
    play.do("task.send", of="U4")
    assert (play.file.tasks[1].mandatory, play.file.tasks[1].state) == (True, TaskState.SENT)


def test_a_returned_lead_sends_the_case_back_to_dispatch(play):
    play.until("E5")
    play.do("task.return")
    assert play.states == "E4: TX"
    assert (play.case.clock, play.file.tasks[0].outcome) == ("dispatch", "returned")


def test_another_unit_starts_with_the_whole_limit_the_same_one_goes_on(play):
    play.until("E5")
    play.do("task.return", after_s=600)
    returned = play.now
    play.do("case.dispatch", after_s=60)
    assert play.case.deadline == play.now + timedelta(hours=1) - timedelta(seconds=600)
    assert play.now > returned
    play.do("task.return", by="supervisor", behalf="chief-1")
    play.do("case.dispatch", lead="U2", offered=["U2"])
    assert play.case.deadline == play.now + timedelta(hours=1)


def test_a_returned_assistant_leaves_the_lead_at_work(play):
    play.until("E4")
    play.do("case.dispatch", assists=["U2"])
    play.do("task.return", of="U2")
    assert play.states == "E5: T1 TX"


def test_a_failed_check_sends_the_same_units_again_with_a_quarter_of_the_limit_at_least(play):
    play.until("E5")
    play.do("task.sign")
    play.do("task.arrive")
    play.do("task.feedback", after_s=3_000)
    play.do("case.send_check")
    play.do("case.check", result="fail", behalf="walker")
    assert play.case.state is CaseState.CHECKING
    assert play.next()[0][0] == "case.rework"
    play.do("case.rework")
    assert play.states == "E5: T7"
    assert play.case.rework == 1
    left = play.case.deadline - play.now
    assert left == timedelta(minutes=15)
    assert play.file.tasks[0].deadline == play.case.deadline
    play.run("task.sign", "task.arrive", "task.feedback")
    assert play.case.state is CaseState.TO_CHECK


def test_lateness_is_decided_at_feedback_and_stays(play):
    play.until("E5")
    play.run("task.sign", "task.arrive")
    play.do("task.feedback", after_s=3_700)
    assert play.case.overdue
    assert play.case.late == ("handle",)
    assert overdue_at(play.case, play.now)


def test_verifying_pauses_the_clock_of_acceptance(play):
    play.do("alert.confirm", after_s=0, grade="3")
    play.do("case.verify", after_s=300)
    assert play.case.deadline == play.now + timedelta(minutes=30)
    play.do("case.verified", after_s=1_200)
    assert play.case.deadline == play.now + timedelta(minutes=10)
    assert play.states == "E3"


def test_a_suspended_lead_stops_the_clock_until_it_is_resumed(play):
    play.until("E5")
    play.do("task.sign", after_s=0)
    play.suspend(after_s=600)
    assert play.case.deadline is None
    assert play.case.remaining_s == 3_000
    play.do("task.resume", after_s=9_999)
    assert play.states == "E5: T2"
    assert play.case.deadline == play.file.tasks[0].deadline == play.now + timedelta(seconds=3_000)


@pytest.mark.parametrize("state", ["E1", "E4", "E5", "E6", "E7", "E8"])
def test_a_case_merged_into_another_can_be_split_off_again(play, state):
    play.until(state)
    play.change(centre="500000")
    into(play)
    play.do("case.merge", case="C-0")
    assert (play.case.state, play.case.merged_into) == (CaseState.MERGED, "C-0")
    assert not any(task.open for task in play.file.tasks)
    play.do("case.split")
    expected = "E4" if state == "E5" else state
    assert (play.case.state.value, play.case.merged_into) == (expected, "")


def test_an_alert_can_be_merged_into_an_open_case(play):
    into(play)
    play.do("alert.merge", case="C-0")
    assert (play.file.alert.state, play.file.alert.case) == (AlertState.MERGED, "C-0")


def test_closing_by_force_takes_two(play):
    play.until("E5")
    play.do("case.propose_close", by="dispatcher")
    play.do("case.force_close", by="supervisor")
    assert play.states == "E9: TX"
    assert play.case.disposition == "forced"


def test_a_closed_case_reopens_with_new_clocks_and_an_old_memory(play):
    play.until("E9")
    play.do("case.reopen", after_s=86_400)
    case = play.case
    assert (case.state, case.clock, case.reopened) == (CaseState.TO_DISPATCH, "dispatch", 1)
    assert (case.closed, case.checked_by, case.handlers) == (None, "", ("chief-1",))
    play.do("case.dispatch")
    assert play.states == "E5: T8 T1"


def test_new_evidence_reopens_a_case_at_any_time(play):
    play.until("E9")
    late = 31 * 86_400
    assert play.refused("case.reopen", after_s=late) == "reopen_too_late"
    play.do("case.reopen", new_evidence=True)


def test_voiding_calls_every_unit_back(play):
    play.until("E5")
    play.do("case.void")
    assert play.states == "X3: TX"


def test_shelving_ends_by_itself_and_is_announced_anew(play):
    regrade(play, Grade.III)
    play.do("alert.claim")
    play.do("alert.shelve")
    assert play.file.alert.shelved_until == play.now + timedelta(minutes=30)
    assert play.refused("alert.unshelve", by="system") == "shelve_running"
    play.do("alert.unshelve", by="system", after_s=1_800)
    assert (play.file.alert.state, play.file.alert.claimed_by) == (AlertState.NEW, "")


def test_a_person_may_end_shelving_at_any_time_and_then_it_is_theirs(play):
    regrade(play, Grade.IV)
    play.do("alert.shelve", minutes=240)
    play.do("alert.unshelve", by="acceptor")
    assert (play.file.alert.state, play.file.alert.claimed_by) == (AlertState.SEEN, "acceptor")


def test_a_correction_adds_the_words_before_and_after(play):
    play.until("E9")
    draft = play.do("case.correct", title="燃气泄漏")
    key = f"case:{play.case.id}"
    assert (draft.before[key]["title"], draft.after[key]["title"]) == ("求救", "燃气泄漏")


def test_a_report_by_hand_is_a_case_with_the_chain_the_desk_found(play):
    draft = play.do("case.report", lon=106.5, lat=29.5, accuracy_m=30, unplaced=...)
    assert draft.subject == f"case:{play.case.id}"
    assert (play.case.position.lon, play.case.position.accuracy_m) == (106.5, 30)
    assert play.case.deadline == play.now + timedelta(minutes=15)


def test_a_note_is_an_entry_of_its_own(play):
    play.until("E5")
    draft = play.do("case.note", reason="家属来电")
    assert isinstance(draft, Draft)
    assert draft.reason == "家属来电"
    assert set(draft.after[f"case:{play.case.id}"]) == {"changed"}


def into(play):
    """An open case beside this one."""
    other = Case(
        id="C-0",
        title="先报",
        grade=Grade.III,
        state=CaseState.HANDLING,
        opened=play.now,
        changed=play.now,
        centre="500000",
    )
    play.file = replace(play.file, target=other)


def regrade(play, grade):
    play.file = replace(play.file, alert=replace(play.file.alert, grade=grade))
