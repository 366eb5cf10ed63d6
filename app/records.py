"""Acts that bring something into the desk instead of deciding on it: import, enrol, register.

They stand beside `casework.transitions`: each writes whole objects, and refuses what is none.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import fields as dataclass_fields
from typing import Any

import msgspec

from app.casework.acts import Act, Draft, Refusal
from app.model import OPEN_STATES, Case, CaseState, Officer, Role, Terminal, Unit

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
    body = _whole(record, ident, act.fields)
    return body if isinstance(body, Refusal) else _change(act, record, known, body)


def role_of(act: Act, by: Officer) -> Role:
    """The role by which an officer may do this."""
    return next(role for role in BY_ACT[act.name].roles if role in by.roles)


def _whole(record: Record, ident: str, fields: Mapping[str, Any]) -> Body | Refusal:
    body = msgspec.to_builtins({**fields, "id": ident})
    known = {field.name for field in dataclass_fields(record.type)}
    if unknown := body.keys() - known:
        return Refusal(code="invalid", detail=", ".join(sorted(unknown)))
    try:
        msgspec.convert(body, record.type)
    except msgspec.ValidationError as error:
        return Refusal(code="invalid", detail=str(error))
    if record.type is Case and CaseState(body["state"]) in OPEN_STATES:
        return Refusal(code="open", detail=body["state"])
    return body


def _change(act: Act, record: Record, known: Body | None, body: Body) -> Draft | Refusal:
    if known is not None and not record.again:
        return Refusal(code="exists", detail=act.subject)
    before = known or {}
    changed = {name: value for name, value in body.items() if before.get(name, act) != value}
    if not changed:
        return Refusal(code="unchanged", detail=act.subject)
    return Draft(
        act=act.name,
        subject=act.subject,
        before={act.subject: {name: before[name] for name in changed if name in before}},
        after={act.subject: changed},
        reason=act.reason,
        on_behalf_of=act.on_behalf_of,
    )
