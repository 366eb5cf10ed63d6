"""What a guard or an effect looks at: the act, its file, the person and the time."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from app.casework.acts import Act, File, NewId
from app.casework.why import Why
from app.model import Alert, Case, Item, Officer, Share, Task, TaskState, Terminal, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """`task_id` names the task acted on; `recorded`: done in the field and recorded at a desk."""

    act: Act
    file: File
    by: Officer
    now: datetime
    new_id: NewId
    task_id: str = ""
    recorded: bool = False

    @property
    def alert(self) -> Alert:
        assert self.file.alert is not None
        return self.file.alert

    @property
    def case(self) -> Case:
        assert self.file.case is not None
        return self.file.case

    @property
    def terminal(self) -> Terminal:
        assert self.file.terminal is not None
        return self.file.terminal

    @property
    def task(self) -> Task:
        return next(task for task in self.file.tasks if task.id == self.task_id)

    @property
    def person(self) -> str:
        """Who did it: the one it is recorded for, else the officer.

        A desk records what a unit does in the field for the person who leads that unit's task.
        """
        if self.act.on_behalf_of:
            return self.act.on_behalf_of
        return (self._handler if self.recorded else "") or self.by.id

    @property
    def _handler(self) -> str:
        """Who leads the unit that acts: that of the task, else the last lead of the case."""
        if self.task_id:
            return self.task.handler
        leads = [task.handler for task in self.file.tasks if task.unit == self.case.lead_unit]
        return leads[-1] if leads else ""

    def field(self, name: str, default: Any = "") -> Any:
        value = self.act.fields.get(name)
        return default if value is None else value

    @property
    def item(self) -> Item | None:
        """The catalogue row that the act names."""
        return item_of(self.file, self.field("item"))

    def unit(self, ident: str) -> Unit | None:
        return next((unit for unit in self.file.units if unit.id == ident), None)


Guard = Callable[[Situation], Why | tuple[Why, str] | None]
"""Why not, with its particulars where there are any."""

Effect = Callable[[Situation], File]


def item_of(file: File, key: str) -> Item | None:
    return next((item for item in file.items if item.key == key), None)


def with_task(file: File, task: Task) -> File:
    """The file with that task in place of the one of the same id."""
    return replace(file, tasks=tuple(task if t.id == task.id else t for t in file.tasks))


def entered(task: Task, state: TaskState, now: datetime) -> Task:
    """The task in its new state, the moment noted."""
    return replace(task, state=state, changed=now, times={**(task.times or {}), state.value: now})


def withdraw(file: File, now: datetime, *, only_optional: bool = False) -> File:
    """Every task that is still open is called back, or only those that nobody waits for."""
    tasks = tuple(
        replace(entered(task, TaskState.RETURNED, now), outcome="withdrawn")
        if task.open and not (only_optional and task.mandatory)
        else task
        for task in file.tasks
    )
    return replace(file, tasks=tasks)


def live_lead(file: File) -> Task | None:
    """The lead task of the present round."""
    return next((t for t in file.tasks if t.live and t.share is Share.LEAD), None)
