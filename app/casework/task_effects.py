"""What the acts on a task write into the file, beside the state that the table gives."""

from dataclasses import replace
from datetime import timedelta

from app.casework.acts import File
from app.casework.situation import Situation, with_task
from app.model import Task, TaskState


def send(s: Situation) -> File:
    """A reserved unit is sent after all, and now the case waits for it."""
    case = s.case
    task = replace(s.task, mandatory=True, deadline=case.handle_by)
    return _task(s, replace(task, limit=case.limit, limit_unit=case.limit_unit))


def sign(s: Situation) -> File:
    return _handled(s, replace(s.task, handler=s.person))


def move(s: Situation) -> File:
    return _handled(s, s.task)


def feedback(s: Situation) -> File:
    """Fed back ends handling: whether it was late is decided here, and for good."""
    late = s.task.deadline is not None and s.now > s.task.deadline
    task = replace(s.task, feedback=s.field("text"), overdue=s.task.overdue or late)
    file = _handled(s, task)
    assert file.case is not None
    late = late and task.mandatory
    return replace(file, case=replace(file.case, overdue=file.case.overdue or late))


def give_back(s: Situation) -> File:
    return _task(s, replace(s.task, outcome="returned"))


def withdraw_one(s: Situation) -> File:
    return _task(s, replace(s.task, outcome="withdrawn"))


def resume(s: Situation) -> File:
    task = s.task
    due = None if task.remaining_s is None else s.now + timedelta(seconds=task.remaining_s)
    task = replace(
        task,
        state=task.suspended_from or TaskState.SIGNED,
        suspended_from=None,
        suspended_until=None,
        remaining_s=None,
        deadline=due,
    )
    return _task(s, task)


def _task(s: Situation, task: Task) -> File:
    return with_task(s.file, task)


def _handled(s: Situation, task: Task) -> File:
    """Who has a hand in it is a handler from now on, and neither checks nor closes."""
    file = with_task(s.file, task)
    if s.person in s.case.handlers:
        return file
    return replace(file, case=replace(s.case, handlers=(*s.case.handlers, s.person)))
