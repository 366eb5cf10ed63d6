"""Acts on the desk's sources: added, changed, switched, removed. They change a setting, and the
ledger says what was changed, by whom: an opened listener lets strangers speak to the desk.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from app.casework.acts import Act, Draft, Refusal
from app.casework.table import DESK
from app.casework.why import Why
from app.model import Officer, Role
from app.sources.kept import MOST, KeptSources, read_all, with_source, without, without_unread
from app.sources.limits import Limits
from app.sources.source import Source, read_source, row_of

ADD, CHANGE, REMOVE, CLEAN = "source.add", "source.change", "source.remove", "source.clean"
ACTS = (ADD, CHANGE, REMOVE, CLEAN)
LIMIT = "source.limit"
SUBJECT = "source:"
DAMAGED = "source:unread"
"""The subject of `CLEAN`: all rows that cannot be read."""

PEERS = "source:peers"
"""The subject of `LIMIT`: what every source takes from each of its peers."""

LONGEST = 500
"""Characters of a reason."""


def decide_source(act: Act, kept: KeptSources, by: Officer) -> tuple[Draft, KeptSources] | Refusal:
    """The entry and the setting as it is then, or why it may not be. `fields`: those of a Source.

    A source is named by the act's subject; its kind is chosen once.
    """
    if not DESK & by.roles:
        return Refusal(code=Why.WRONG_ROLE, detail=",".join(sorted(DESK)))
    if len(act.reason) > LONGEST:
        return Refusal(code=Why.FIELD_BAD, detail="reason")
    if act.name == CLEAN:
        return _cleaned(act, kept)
    ident = act.subject.removeprefix(SUBJECT)
    known = read_all(kept).source(ident)
    if not act.subject.startswith(SUBJECT) or (known is None) is not (act.name == ADD):
        return Refusal(code=Why.UNKNOWN_SUBJECT, detail=act.subject)
    if act.name == REMOVE:
        return _removed(act, kept, ident)
    return _written(act, kept, ident, known)


def decide_limits(act: Act, now: Limits, by: Officer) -> tuple[Draft, Limits] | Refusal:
    """The entry and the bounds as they are then, or why not. `fields`: those of Limits."""
    if not DESK & by.roles:
        return Refusal(code=Why.WRONG_ROLE, detail=",".join(sorted(DESK)))
    if act.subject != PEERS:
        return Refusal(code=Why.UNKNOWN_SUBJECT, detail=act.subject)
    if len(act.reason) > LONGEST:
        return Refusal(code=Why.FIELD_BAD, detail="reason")
    before: dict[str, Any] = msgspec.to_builtins(now)
    if unknown := sorted(act.fields.keys() - before.keys()):
        return Refusal(code=Why.FIELD_UNKNOWN, detail=unknown[0])
    try:
        limits = msgspec.convert({**before, **act.fields}, Limits, strict=True)
    except msgspec.ValidationError as error:
        return Refusal(code=Why.FIELD_BAD, detail=str(error))
    if limits == now:
        return Refusal(code=Why.NOTHING_CHANGED)
    after: dict[str, Any] = msgspec.to_builtins(limits)
    changed = {name: value for name, value in after.items() if value != before[name]}
    return _draft(act, _said(changed, before)), limits


def role_of(by: Officer) -> Role:
    """The role in which an officer does it; the humblest where there are several."""
    return next(role for role in Role if role in DESK & by.roles)


def _cleaned(act: Act, kept: KeptSources) -> tuple[Draft, KeptSources] | Refusal:
    unread = read_all(kept).unread
    if act.subject != DAMAGED:
        return Refusal(code=Why.UNKNOWN_SUBJECT, detail=act.subject)
    if not unread:
        return Refusal(code=Why.NOTHING_CHANGED)
    return _draft(act, f"{len(unread)} rows"), without_unread(kept)


def _removed(act: Act, kept: KeptSources, ident: str) -> tuple[Draft, KeptSources] | Refusal:
    if act.fields:
        return Refusal(code=Why.FIELD_UNKNOWN, detail=min(act.fields))
    return _draft(act, ident), without(kept, ident)


def _written(
    act: Act, kept: KeptSources, ident: str, known: Source | None
) -> tuple[Draft, KeptSources] | Refusal:
    before = row_of(known) if known is not None else {}
    row = {**before, **act.fields, "id": ident}
    try:
        source = read_source(row)
    except ValueError as error:
        return Refusal(code=Why.FIELD_BAD, detail=str(error))
    if known is not None and source.kind is not known.kind:
        return Refusal(code=Why.FIELD_BAD, detail="kind")
    after = row_of(source)
    changed = {name: value for name, value in after.items() if before.get(name) != value}
    if not changed:
        return Refusal(code=Why.NOTHING_CHANGED)
    if known is None and len(read_all(kept).sources) + len(read_all(kept).unread) >= MOST:
        return Refusal(code=Why.FIELD_BAD, detail="id")
    return _draft(act, f"{ident} {_said(changed, before)}"), with_source(kept, source)


def _said(changed: Mapping[str, Any], before: Mapping[str, Any]) -> str:
    """kind=tcp host=0.0.0.0 (127.0.0.1): what is and, behind it, what was."""
    return " ".join(
        f"{name}={_text(value)}" + (f" ({_text(before[name])})" if name in before else "")
        for name, value in changed.items()
        if name != "id"
    )


def _text(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return ",".join(map(str, value)) or "-"
    return str(value).lower() if isinstance(value, bool) else str(value) or "-"


def _draft(act: Act, said: str) -> Draft:
    reason = f"{said}: {act.reason.strip()}" if act.reason.strip() else said
    return Draft(act=act.name, subject=act.subject, before={}, after={}, reason=reason)
