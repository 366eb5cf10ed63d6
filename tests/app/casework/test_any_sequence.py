"""Whatever acts follow one another, the promises of the closed loop hold."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.casework.acts import Draft, Refusal
from app.casework.drafts import plain
from app.casework.transitions import TRANSITIONS
from app.model import CaseState, Outcome, RequestKind, Share, TaskState

ACTS = sorted(row.act for row in TRANSITIONS if row.kind != "terminal")
STEP = st.tuples(
    st.one_of(
        st.just(0), st.integers(0, 15), st.sampled_from(ACTS)
    ),  # one of the next acts, or any at all
    st.sampled_from(["all", "other", "chief-1", "acceptor", "dispatcher", "supervisor", "checker"]),
    st.sampled_from(["", "", "walker", "chief-1", "chief-2"]),
    st.sampled_from(
        [
            {},
            {"result": "fail"},
            {"lead": "U2", "offered": ["U2"]},
            {"assists": ["U2", "U3"]},
            {"new_evidence": True},
            {"opinion": "oppose"},
        ]
    ),
    st.integers(0, 5_000),
)
STARTS = (
    *((state, ()) for state in ("E1", "E4", "E5", "E7", "E8", "E9")),
    ("E5", ("task.ask_extension",)),
    ("E5", ("task.sign", "task.ask_suspend", "task.endorse_suspend")),
    ("E5", ("task.sign", "task.ask_suspend", "task.endorse_suspend", "task.suspend")),
    ("E5", ("case.pass_down",)),
    ("E4", ("case.pass_down", "case.receive")),
    ("E9", ("case.appeal",)),
    ("E9", ("case.appeal", "case.appeal_opinion")),
)
"""A state, and what was asked and answered in it before anything else happens."""

CLOSED = {CaseState.CLOSED, CaseState.TO_REVIEW, CaseState.ARCHIVED}


@given(
    start=st.sampled_from(STARTS),
    steps=st.lists(STEP, min_size=8, max_size=30),
)
@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_the_promises_hold(new_play, start, steps):
    state, before = start
    play = new_play().until(state)
    play.change(overdue=state == "E9")  # else there is nothing to appeal against
    play.run(*before)
    for step in steps:
        take(play, *step)


def take(play, wanted, by, behalf, fields, after_s):
    """One act, of whatever kind; everything that must hold is held against the outcome."""
    offered = play.next(by)
    if isinstance(wanted, int):
        if wanted >= len(offered):
            return
        name, subject = offered[wanted]
        unit = next((t.unit for t in play.file.tasks if f"task:{t.id}" == subject), "")
    else:
        name, unit = wanted, ""
        if name.startswith("task.") and not play.file.tasks:
            return
    known = {spec.name for row in TRANSITIONS if row.act == name for spec in row.fields}
    before = play.file
    state = {**plain(before.case), **plain(before.alert)}
    made = play.try_(
        name,
        by=by,
        behalf=behalf,
        of=unit,
        after_s=after_s,
        **{key: value for key, value in fields.items() if key in known},
    )
    assert state == {**plain(before.case), **plain(before.alert)}
    if isinstance(made, Refusal):
        return
    play.keep(made)
    check_draft(before, made, play.file)
    if play.case is not None:
        check_case(play)
        check_duties(play, made, by, behalf)


def check_draft(before, made, after):
    """`before` and `after` of the entry are those of the objects, and only what changed."""
    assert isinstance(made, Draft)
    assert made.before.keys() == made.after.keys()
    old = {f"{kind}:{thing.id}": plain(thing) for kind, thing in things(before)}
    new = {f"{kind}:{thing.id}": plain(thing) for kind, thing in things(after)}
    for key, fields in made.after.items():
        assert made.before[key] == {n: old[key][n] for n in fields if key in old}
        assert all(old.get(key, {}).get(n, ...) != value for n, value in fields.items())
    changed = {key for key, value in new.items() if value != old.get(key)}
    assert changed == set(made.after)


def things(file):
    if file.alert:
        yield "alert", file.alert
    if file.case:
        yield "case", file.case
    for task in file.tasks:
        yield "task", task


def check_case(play):
    case, tasks = play.case, play.file.tasks
    live = [task for task in tasks if task.live]
    assert sum(task.share is Share.LEAD for task in live) <= 1
    assert max(Counter(task.unit for task in live).values(), default=0) <= 1
    assert set(case.tasks) == {task.id for task in tasks}
    mandatory_open = any(task.open and task.mandatory for task in tasks)
    if case.state in CLOSED and case.disposition != "forced":
        assert not mandatory_open
        assert case.check_result == "pass"
    if case.state is CaseState.HANDLING:
        assert mandatory_open
    if not case.open:
        assert not any(task.open for task in tasks)
        assert case.deadline is None
        assert case.closed is not None
    check_requests(play)
    for task in tasks:
        assert (task.times or {}).get(task.state.value) == task.changed or task.state in {
            TaskState.RESERVED,
            TaskState.SENT,
        }


def check_requests(play):
    """One request waits at a time and only where it can be answered; what was granted was asked
    for and advised on by whom it had to be."""
    case = play.case
    for thing in (case, *play.file.tasks):
        waits = [one for one in thing.requests if one.waiting]
        assert waits in ([], [thing.requests[-1]]) if thing.requests else not waits
        for one in thing.requests:
            granted = one.outcome is Outcome.GRANTED
            if one.kind in {RequestKind.SUSPENSION, RequestKind.APPEAL} and granted:
                assert len(one.opinions) == 2
            assert not granted or one.opinions[-1].favour
            assert not one.waiting or one.kind is not RequestKind.APPEAL or not case.open
    for task in play.file.tasks:
        assert task.extensions <= 2
        assert task.suspensions <= 1
        assert task.open or not any(one.waiting for one in task.requests)
        assert task.state is not TaskState.SUSPENDED or task.deadline is None
    assert not case.exempt or any(one.kind is RequestKind.APPEAL for one in case.requests)
    assert case.centre not in {held.centre for held in case.held}


def check_duties(play, made, by, behalf):
    """No handler checks or closes, nor records that another did."""
    if made.act in {"case.check", "case.close", "case.force_close"}:
        assert not {by, behalf} & set(play.case.handlers)
    if made.act == "case.force_close":
        assert play.case.proposed_by not in {by, behalf}
    assert made.on_behalf_of != by


@pytest.fixture
def new_play(play):
    return type(play)
