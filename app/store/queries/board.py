"""Questions about units and what they are doing."""

from dataclasses import dataclass
from datetime import datetime

from app.model import Task, TaskState, Unit
from app.store.queries.rows import all_of, one
from app.store.store import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """A unit and what it is doing: `state` is that of its open task, None where it is free."""

    unit: Unit
    state: TaskState | None = None
    task: str = ""
    case: str = ""
    since: datetime | None = None


def unit(reader: Reader, ident: str) -> Unit | None:
    return one(reader, "units", ident, Unit)


def units(reader: Reader) -> list[Unit]:
    return all_of(reader, Unit, "SELECT body FROM units ORDER BY id")


def task(reader: Reader, ident: str) -> Task | None:
    return one(reader, "tasks", ident, Task)


def tasks(reader: Reader) -> list[Task]:
    """Open tasks, oldest first."""
    return all_of(reader, Task, "SELECT body FROM tasks WHERE open = 1 ORDER BY created, id")


def unit_board(reader: Reader) -> list[UnitRow]:
    """Every unit with the open task it is on; the furthest along where it has several."""
    busy: dict[str, Task] = {}
    for task in tasks(reader):
        known = busy.get(task.unit)
        if known is None or task.state > known.state:
            busy[task.unit] = task
    return [_unit_row(unit, busy.get(unit.id)) for unit in units(reader)]


def _unit_row(unit: Unit, task: Task | None) -> UnitRow:
    if task is None:
        return UnitRow(unit=unit)
    return UnitRow(unit=unit, state=task.state, task=task.id, case=task.case, since=task.changed)
