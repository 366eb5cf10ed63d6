"""The question of the case detail: the file, the units' names, and what may be done now."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from app.casework.acts import File
from app.casework.decide import next_acts
from app.model import Officer
from app.store import queries
from app.store.queries import CaseFile
from app.store.store import Reader

LONG_WAY = frozenset({"case.note", "case.correct"})
"""Acts that are always allowed and have their own way in: they would only fill the row."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the detail asks for at once: the file, the units' names, the acts allowed now."""

    file: CaseFile | None
    units: Mapping[str, str] = field(default_factory=dict[str, str])
    acts: tuple[tuple[str, str], ...] = ()


def acts_now(file: CaseFile, by: Officer, now: datetime) -> tuple[tuple[str, str], ...]:
    """(act, subject) of all that this officer may do with the case and its open tasks."""
    offered = next_acts(File(case=file.case, tasks=file.tasks), by, now)
    return tuple((act, subject) for act, subject in offered if act not in LONG_WAY)


def detail(reader: Reader, ident: str, by: Officer, now: datetime) -> Answer:
    """The question of this panel."""
    file = queries.case_file(reader, ident)
    names = {unit.id: unit.name for unit in queries.units(reader)}
    return Answer(file, names, acts_now(file, by, now) if file else ())
