"""Acts: what a person does to an alert, a case or a task, and what comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.model import Alert, Case, Task
from app.model.entry import Fields


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
    """Why an act is not allowed: a code of `widgets.words`, its particulars, and what is allowed."""

    code: str
    detail: str = ""
    allowed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What an act would write: an entry without its number, time, person and hash."""

    act: str
    subject: str
    before: Fields
    after: Fields
    reason: str = ""
    on_behalf_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """All that a decision may look at: the object acted on and what hangs together with it."""

    alert: Alert | None = None
    case: Case | None = None
    tasks: tuple[Task, ...] = ()
    target: Case | None = None
