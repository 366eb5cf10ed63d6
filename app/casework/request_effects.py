"""What asking for 延期 and 挂账, and answering it, write into the file (spec: closed loop §4.4,
rows 12 and 13)."""

from dataclasses import replace

from app.casework import requests
from app.casework.acts import File
from app.casework.clocks import count
from app.casework.fields import moment
from app.casework.situation import Situation, with_task
from app.model import CaseState, Outcome, Request, RequestKind, Share, Task, waiting


def ask_extension(s: Situation) -> File:
    return _task(s, requests.asked(s.task, _request(s, RequestKind.EXTENSION)))


def extend(s: Situation) -> File:
    """Once more the limit frozen when the task was sent; the lead's clock is the case's."""
    task, case = s.task, s.case
    limit, unit = (task.limit, task.limit_unit) if task.limit else (case.limit, case.limit_unit)
    assert task.deadline is not None
    assert limit is not None
    due = count(task.deadline, limit, unit)
    task = replace(task, deadline=due, extensions=task.extensions + 1)
    if task.share is Share.LEAD and case.state is CaseState.HANDLING:
        case = replace(case, deadline=due, handle_by=due)
    file = with_task(s.file, requests.answered(task, s, Outcome.GRANTED))
    return replace(file, case=case)


def ask_suspend(s: Situation) -> File:
    request = replace(
        _request(s, RequestKind.SUSPENSION),
        until=moment(s.field("until")),
        measure=s.field("measure").strip(),
    )
    return _task(s, requests.asked(s.task, request))


def endorse_suspend(s: Situation) -> File:
    return _task(s, requests.advised(s.task, s, favour=True))


def suspend(s: Situation) -> File:
    """The clock of the task waits until it is taken up again. What can be counted at all is clock
    time, so that seconds are a pause in the clock's own unit."""
    task = s.task
    request = waiting(task.requests)
    assert request is not None
    left = None if task.deadline is None else (task.deadline - s.now).total_seconds()
    task = replace(
        requests.answered(task, s, Outcome.GRANTED),
        suspended_from=task.state,
        suspensions=task.suspensions + 1,
        suspended_until=request.until,
        remaining_s=left,
        deadline=None,
    )
    return _task(s, task)


def refuse(s: Situation) -> File:
    """Refused requests do not count, and are kept."""
    return _task(s, requests.answered(s.task, s, Outcome.REFUSED))


def _request(s: Situation, kind: RequestKind) -> Request:
    return Request(kind=kind, by=s.person, asked=s.now, reason=s.act.reason.strip())


def _task(s: Situation, task: Task) -> File:
    return with_task(s.file, task)
