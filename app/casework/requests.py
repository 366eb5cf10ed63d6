"""Requests among an object's others: asked, advised on, answered, and lapsed by themselves.

The last request of an object is the only one that can be waiting.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from app.casework.acts import File
from app.casework.situation import Situation
from app.model import Case, CaseState, Opinion, Outcome, Request, RequestKind, Task, waiting

T = TypeVar("T", Case, Task)

PASSES = (RequestKind.PASS_UP, RequestKind.PASS_DOWN)
TO_PASS = frozenset(
    {CaseState.RECEIVED, CaseState.TO_FILE, CaseState.TO_DISPATCH, CaseState.HANDLING}
)
"""A case is passed on because it cannot be handled here: as long as it is not handled."""

APPEALED = frozenset({CaseState.CLOSED, CaseState.TO_REVIEW})


def asked(thing: T, request: Request) -> T:
    """The object with one more request."""
    return replace(thing, requests=(*thing.requests, request))


def answered(thing: T, s: Situation, outcome: Outcome, *, by: str = "", channel: str = "") -> T:
    """The object with the answer to its waiting request: the person's word, and what came of it."""
    favour = outcome is not Outcome.REFUSED
    said = opinion(s, favour=favour, by=by, channel=channel)
    return replace(thing, requests=_changed(thing.requests, outcome, said))


def advised(thing: T, s: Situation, *, favour: bool) -> T:
    """The object with the word of the first of two, who does not decide."""
    said = opinion(s, favour=favour)
    return replace(thing, requests=_changed(thing.requests, Outcome.ADVISED, said))


def opinion(s: Situation, *, favour: bool, by: str = "", channel: str = "") -> Opinion:
    return Opinion(
        by=by or s.person, at=s.now, favour=favour, text=s.act.reason.strip(), channel=channel
    )


def lapse(file: File) -> File:
    """What was asked of a task or a stage that is over waits for nobody any more."""
    tasks = tuple(task if task.open else _lapsed(task) for task in file.tasks)
    case = file.case
    if case is not None:
        request = waiting(case.requests)
        if request is not None and case.state not in _lasts(request.kind):
            case = _lapsed(case)
    return replace(file, case=case, tasks=tasks)


def _lasts(kind: RequestKind) -> frozenset[CaseState]:
    """States of a case in which what was asked about it still means something."""
    return APPEALED if kind is RequestKind.APPEAL else TO_PASS | {CaseState.VERIFYING}


def _lapsed(thing: T) -> T:
    if waiting(thing.requests) is None:
        return thing
    return replace(thing, requests=_changed(thing.requests, Outcome.LAPSED))


def _changed(
    requests: Sequence[Request], outcome: Outcome, *opinions: Opinion
) -> tuple[Request, ...]:
    """The requests, the one that waits with its outcome and what was said."""
    return tuple(
        replace(one, outcome=outcome, opinions=(*one.opinions, *opinions)) if one.waiting else one
        for one in requests
    )
