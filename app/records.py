"""Acts that bring something into the desk instead of deciding on it: import, enrol, register.

They stand beside `casework.transitions`: each writes whole objects, and refuses what is none.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

import msgspec

from app.casework.acts import Act, Draft, Refusal
from app.model import Case, Command, Officer, Role, Terminal, Unit

Body = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """An act that writes an object whole; `again` allows it to change one that is there."""

    act: str
    kind: str
    type: type
    roles: tuple[Role, ...]
    again: bool


RECORDS: tuple[Record, ...] = (
    Record(
        act="import.case",
        kind="case",
        type=Case,
        roles=(Role.SYSTEM, Role.SUPERVISOR),
        again=False,
    ),
    Record(
        act="unit.enrol",
        kind="unit",
        type=Unit,
        roles=(Role.SYSTEM, Role.SUPERVISOR, Role.DISPATCHER),
        again=True,
    ),
    Record(
        act="terminal.register",
        kind="terminal",
        type=Terminal,
        roles=(Role.SYSTEM,),
        again=True,
    ),
    Record(
        act="command.report",
        kind="command",
        type=Command,
        roles=(Role.SYSTEM,),
        again=True,
    ),
)

BY_ACT: Mapping[str, Record] = {record.act: record for record in RECORDS}


def decide_record(act: Act, known: Body | None, by: Officer) -> Draft | Refusal:
    """The entry that writes the object, holding only what it changes, or why it may not.

    Refusal codes: "role", "subject", "invalid", "open" (an import of an unfinished case),
    "exists", "unchanged".
    """
    record = BY_ACT[act.name]
    if not by.roles & set(record.roles):
        return Refusal(code="role", detail=", ".join(sorted(record.roles)))
    kind, _, ident = act.subject.partition(":")
    if kind != record.kind or not ident:
        return Refusal(code="subject", detail=act.subject)
    whole = _whole(record, ident, act.fields)
    if isinstance(whole, Refusal):
        return whole
    if known is None:
        return _draft(act, {}, msgspec.to_builtins({**act.fields, "id": ident}))
    if not record.again:
        return Refusal(code="exists", detail=act.subject)
    return _change(act, msgspec.to_builtins(msgspec.convert(known, record.type)), whole)


def role_of(act: Act, by: Officer) -> Role:
    """The role by which an officer may do this."""
    return next(role for role in BY_ACT[act.name].roles if role in by.roles)


def _whole(record: Record, ident: str, given: Mapping[str, Any]) -> Body | Refusal:
    """All fields of the object, those that were not given at their defaults."""
    body = msgspec.to_builtins({**given, "id": ident})
    if unknown := body.keys() - {field.name for field in fields(record.type)}:
        return Refusal(code="invalid", detail=", ".join(sorted(unknown)))
    try:
        thing: Any = msgspec.convert(body, record.type)
    except msgspec.ValidationError as error:
        return Refusal(code="invalid", detail=str(error))
    if naive := [field.name for field in fields(thing) if _is_naive(getattr(thing, field.name))]:
        return Refusal(code="invalid", detail=f"no time zone: {', '.join(naive)}")
    if isinstance(thing, Case) and thing.open:
        return Refusal(code="open", detail=thing.state.value)
    return msgspec.to_builtins(thing)


def _is_naive(value: Any) -> bool:
    return isinstance(value, datetime) and value.tzinfo is None


def _change(act: Act, base: Body, whole: Body) -> Draft | Refusal:
    changed = {name: value for name, value in whole.items() if base[name] != value}
    if not changed:
        return Refusal(code="unchanged", detail=act.subject)
    about = _about(whole) if act.name == "command.report" and "ended" in changed else ()
    return _draft(act, {name: base[name] for name in changed}, changed, about)


def _about(command: Body) -> tuple[str, ...]:
    """What a command that has ended was about: their histories say what became of it."""
    kinds = ("terminal", "unit", "case")
    return tuple(f"{kind}:{command[kind]}" for kind in kinds if command[kind])


def _draft(act: Act, before: Body, after: Body, about: tuple[str, ...] = ()) -> Draft:
    touched: dict[str, Body] = {key: {} for key in about}
    return Draft(
        act=act.name,
        subject=act.subject,
        before=touched | {act.subject: before},
        after=touched | {act.subject: after},
        reason=act.reason,
        on_behalf_of=act.on_behalf_of,
    )
