"""Acts: what a person does to an alert, a case or a task, and what comes of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.model import Alert, Case, Chain, Command, Item, Newcomer, Task, Terminal, Unit
from app.model.entry import Fields

NewId = Callable[[str], str]
"""Gives a fresh id for an "alert", a "case" or a "task"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """`name` is a row of TRANSITIONS; `subject` is an object key ("alert:…", "case:…", "task:…").

    `on_behalf_of` names the person who did it in the field where the officer only records it.
    """

    name: str
    subject: str
    fields: Mapping[str, Any] = field(default_factory=dict[str, Any])
    reason: str = ""
    on_behalf_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why an act is not allowed: a code (`why.Why`), its particulars, and what is allowed."""

    code: str
    detail: str = ""
    allowed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What an act would write: an entry without its number, time, person and hash.

    The values in `before` and `after` are JSON's own (text, numbers, lists, true, null); a time is
    ISO 8601 text. `before` of a new object is empty. To fold, lay `after` over the object's fields.
    """

    act: str
    subject: str
    before: Fields
    after: Fields
    reason: str = ""
    on_behalf_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """All that a decision may look at: the object acted on and what hangs together with it.

    `tasks`: all the case's tasks, ended ones too. `target`: the case that another is merged into,
    or that a command is about. `newcomer`: the device that knocks and is named; `command`: what is
    to be sent.
    `items` and `units`: the catalogue and the units that the act may name. `chain`: where a
    position given by hand lies.
    """

    alert: Alert | None = None
    case: Case | None = None
    tasks: tuple[Task, ...] = ()
    target: Case | None = None
    items: tuple[Item, ...] = ()
    units: tuple[Unit, ...] = ()
    chain: Chain | None = None
    terminal: Terminal | None = None
    newcomer: Newcomer | None = None
    command: Command | None = None
