"""What follows by itself from the states of a case and its tasks, written in the same entry."""

from dataclasses import replace
from datetime import datetime, timedelta

from app.casework.acts import File
from app.casework.clocks import Clock, pauses_for, starts
from app.casework.situation import live_lead, withdraw
from app.model import Case, CaseState, TaskState


def settle(file: File, now: datetime) -> File:
    """A case in handling whose lead is gone waits for dispatch again; one whose mandatory tasks
    are all fed back waits for its check. Else its clock is that of the lead's task."""
    case = file.case
    if case is None or case.state is not CaseState.HANDLING:
        return file
    if live_lead(file) is None:
        waiting = replace(case, state=CaseState.TO_DISPATCH)
        return replace(file, case=pauses_for(Clock.DISPATCH)(waiting, now))
    if not any(task.open and task.mandatory for task in file.tasks):
        done = replace(case, state=CaseState.TO_CHECK)
        return withdraw(replace(file, case=starts(Clock.CHECK)(done, now)), now, only_optional=True)
    return replace(file, case=_by_lead(file, case, now))


def _by_lead(file: File, case: Case, now: datetime) -> Case:
    """The handling clock stands still while the lead's task is suspended."""
    lead = live_lead(file)
    suspended = lead is not None and lead.state is TaskState.SUSPENDED
    if suspended and case.deadline is not None:
        left = (case.deadline - now).total_seconds()
        return replace(case, deadline=None, clock_from=None, remaining_s=left)
    if not suspended and case.deadline is None and case.remaining_s is not None:
        due = now + timedelta(seconds=case.remaining_s)
        return replace(case, deadline=due, clock_from=now, remaining_s=None, handle_by=due)
    return case


def set_deadlines(old: File, new: File) -> File:
    """Tasks sent just now have the deadline and the limit of the handling they belong to."""
    case, known = new.case, {task.id for task in old.tasks}
    if case is None:
        return new
    tasks = tuple(
        replace(task, deadline=case.handle_by, limit=case.limit, limit_unit=case.limit_unit)
        if task.id not in known and task.state is TaskState.SENT
        else task
        for task in new.tasks
    )
    return replace(new, tasks=tasks)
