"""The questions about short messages: the board, and whom an order would be for."""

from dataclasses import dataclass, field

from app.card import Card, CardState
from app.model import OPEN_TASKS, Share, Task, TaskState, Unit
from app.settings import CARD, CARD_STATE, Settings
from app.shortmsg.kept import KeptOrder, Letter
from app.shorts.codes import SharedCodes
from app.store import Reader, queries

_SENT = OPEN_TASKS - {TaskState.RESERVED}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortBoard:
    """`names`: of units by id; `cases`: of tasks by id, for going there."""

    orders: list[KeptOrder] = field(default_factory=list[KeptOrder])
    letters: list[Letter] = field(default_factory=list[Letter])
    card: Card = field(default_factory=Card)
    state: CardState = field(default_factory=CardState)
    names: dict[str, str] = field(default_factory=dict[str, str])
    dictionary: str = ""


def short_board(reader: Reader, codes: SharedCodes | None) -> ShortBoard:
    """All of it as of one moment; without codes, without the name of the dictionary."""
    kept, units = queries.settings(reader), queries.units(reader)
    return ShortBoard(
        orders=queries.short_orders(reader),
        letters=queries.short_letters(reader),
        card=kept[CARD],
        state=kept[CARD_STATE],
        names={unit.id: unit.name for unit in units},
        dictionary=codes.dictionary(unit.id for unit in units).id if codes else "",
    )


def sent_task(reader: Reader, case: str) -> tuple[Task, Settings] | None:
    """The task of a case that an order would be for."""
    file = queries.case_file(reader, case)
    tasks = [task for task in file.tasks if task.state in _SENT] if file else []
    tasks.sort(key=lambda task: task.share is not Share.LEAD)
    return (tasks[0], queries.settings(reader)) if tasks else None


def reach(reader: Reader, task: str) -> tuple[Unit, Settings] | None:
    """The unit of a task, by which it is told how it can be reached."""
    found = queries.task(reader, task)
    unit = queries.unit(reader, found.unit) if found else None
    return (unit, queries.settings(reader)) if unit else None
