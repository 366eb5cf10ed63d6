"""What passing a case to the centre above or below writes into the file (spec: closed loop §4.4,
row 20)."""

from dataclasses import replace
from datetime import datetime, timedelta

from app.casework import centres, requests
from app.casework.acts import File
from app.casework.clocks import Clock, restarts
from app.casework.situation import Situation
from app.casework.why import Why
from app.model import (
    Case,
    CaseState,
    Held,
    Outcome,
    Request,
    RequestKind,
    Share,
    Task,
    waiting,
)

SIGN_WITHIN = timedelta(minutes=15)
"""What the receiving centre has for its answer (spec: closed loop §4.4, row 8)."""


def can_go_up(s: Situation) -> Why | None:
    return _why(centres.above(s.case))


def can_go_down(s: Situation) -> Why | None:
    return _why(centres.below(s.case))


def pass_up(s: Situation) -> File:
    return _asked(s, RequestKind.PASS_UP, centres.above(s.case))


def pass_down(s: Situation) -> File:
    return _asked(s, RequestKind.PASS_DOWN, centres.below(s.case))


def receive(s: Situation) -> File:
    """The case is the other centre's from now on, which dispatches anew; the sender's clock waits.

    Units that were sent stay at work beside those that the new centre sends: nobody is called back
    from a scene by a signature.
    """
    request = waiting(s.case.requests)
    assert request is not None
    case = _answered(s, Outcome.GRANTED)
    case = replace(case, centre=request.centre, state=_after(case.state), checker="")
    held = _held(s.case, s.now)
    back = next((h for h in case.held if h.centre == request.centre), None)
    case = replace(case, held=(*(h for h in case.held if h is not back), held))
    tasks = tuple(_beside(task) for task in s.file.tasks)
    return replace(s.file, case=_clocked(case, back, s.now), tasks=tasks)


def decline(s: Situation) -> File:
    return replace(s.file, case=_answered(s, Outcome.REFUSED))


def _why(centre: str | Why) -> Why | None:
    return centre if isinstance(centre, Why) else None


def _asked(s: Situation, kind: RequestKind, centre: str) -> File:
    request = Request(
        kind=kind,
        by=s.person,
        asked=s.now,
        reason=s.act.reason.strip(),
        centre=centre,
        answer_by=s.now + SIGN_WITHIN,
    )
    return replace(s.file, case=requests.asked(s.case, request))


def _answered(s: Situation, outcome: Outcome) -> Case:
    by, channel = s.field("receiver").strip(), s.field("channel")
    return requests.answered(s.case, s, outcome, by=by, channel=channel)


def _after(state: CaseState) -> CaseState:
    return CaseState.TO_DISPATCH if state is CaseState.HANDLING else state


def _beside(task: Task) -> Task:
    return replace(task, share=Share.ASSIST) if task.live and task.share is Share.LEAD else task


def _held(case: Case, now: datetime) -> Held:
    handling = case.clock == Clock.HANDLE
    left = None if case.deadline is None else (case.deadline - now).total_seconds()
    if handling and left is None:
        left = case.remaining_s  # 挂账: it stood still already
    return Held(
        centre=case.centre,
        since=now,
        clock=case.clock,
        left_s=left,
        handling_s=left if handling else case.remaining_s,
        lead_unit=case.lead_unit,
    )


def _clocked(case: Case, back: Held | None, now: datetime) -> Case:
    """The receiving centre has a whole clock; one that had the case goes on with what it had."""
    case = replace(restarts(case, now), lead_unit="")
    if back is None:
        return case
    case = replace(case, remaining_s=back.handling_s, lead_unit=back.lead_unit)
    if back.clock != case.clock or back.left_s is None:
        return case
    return replace(case, deadline=now + timedelta(seconds=back.left_s))
