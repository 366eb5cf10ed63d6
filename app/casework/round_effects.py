"""What sending units writes into the file: the tasks of a round, and of its rework."""

from dataclasses import replace
from datetime import datetime, timedelta

from app.casework.acts import File
from app.casework.clocks import REWORK_FLOOR, count
from app.casework.situation import Situation, entered
from app.model import Case, Share, Task, TaskState, Unit


def dispatch(s: Situation) -> File:
    """One task for the lead and one for each assisting unit."""
    lead = _task(s, s.field("lead"), Share.LEAD)
    lead = replace(
        lead, offered=tuple(s.field("offered", ()))[:3], override=str(s.field("override")).strip()
    )
    assists = tuple(_task(s, unit, Share.ASSIST) for unit in s.field("assists", ()))
    same = s.case.lead_unit == lead.unit
    lead = _with_its_past(s, lead) if same else lead
    case = _with_tasks(s.case, lead, *assists)
    case = replace(
        case,
        dispatched=case.dispatched or s.now,
        lead_unit=lead.unit,
        remaining_s=case.remaining_s if same else None,  # another unit starts with the whole limit
    )
    return replace(s.file, case=case, tasks=(*s.file.tasks, lead, *assists))


def assist(s: Situation) -> File:
    return _added(s, _task(s, s.field("unit"), Share.ASSIST))


def reserve(s: Situation) -> File:
    """预置: planned for later; nobody waits for it and it is not shown as dispatched."""
    task = _task(s, s.field("unit"), Share.ASSIST)
    task = replace(
        task, state=TaskState.RESERVED, times={TaskState.RESERVED.value: s.now}, mandatory=False
    )
    return _added(s, task)


def rework(s: Situation) -> File:
    """The same units go again, with the time that was left or a quarter of the limit."""
    tasks = tuple(
        replace(
            entered(task, TaskState.REWORK, s.now),
            deadline=_rework_by(s.case, task, s.now),
            feedback="",
        )
        if task.state is TaskState.FED_BACK
        else task
        for task in s.file.tasks
    )
    lead = next((t for t in tasks if t.live and t.share is Share.LEAD), None)
    due = lead.deadline if lead else None
    left = (due - s.now).total_seconds() if due else None
    case = replace(
        s.case, rework=s.case.rework + 1, checked_by="", check_result="", remaining_s=left
    )
    return replace(s.file, case=case, tasks=tasks)


def _with_its_past(s: Situation, lead: Task) -> Task:
    """A clock that goes on remembers what was granted of it."""
    past = [t for t in s.file.tasks if t.unit == lead.unit and t.state is not TaskState.DONE]
    return replace(
        lead,
        extensions=max((t.extensions for t in past), default=0),
        suspensions=max((t.suspensions for t in past), default=0),
    )


def _added(s: Situation, task: Task) -> File:
    return replace(s.file, case=_with_tasks(s.case, task), tasks=(*s.file.tasks, task))


def _with_tasks(case: Case, *tasks: Task) -> Case:
    return replace(case, tasks=(*case.tasks, *(task.id for task in tasks)))


def _task(s: Situation, unit: str, share: Share) -> Task:
    known: Unit | None = s.unit(unit)
    return Task(
        id=s.new_id("task"),
        case=s.case.id,
        unit=unit,
        share=share,
        state=TaskState.SENT,
        created=s.now,
        changed=s.now,
        handler=known.handler if known else "",
        times={TaskState.SENT.value: s.now},
    )


def _rework_by(case: Case, task: Task, now: datetime) -> datetime | None:
    """Deadline of the rework; none where handling had none."""
    fed_back = (task.times or {}).get(TaskState.FED_BACK.value)
    whole = None if case.limit is None else count(now, case.limit, case.limit_unit)
    if task.deadline is None or fed_back is None or whole is None:
        return None
    least = (whole - now) * REWORK_FLOOR
    return now + max(task.deadline - fed_back, least, timedelta(0))
