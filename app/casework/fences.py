"""Acts on geofences: drawn, changed, removed. An act and what is known of the fence -> an entry."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

import msgspec

from app.casework.acts import Act, Draft, NewId, Refusal
from app.casework.outlines import refuse_rings
from app.casework.table import DESK
from app.casework.why import Why
from app.model import Fence, Locate, Officer, Role

DRAW, CHANGE, REMOVE = "fence.draw", "fence.change", "fence.remove"
ACTS = (DRAW, CHANGE, REMOVE)
SUBJECT = "fence:"
"""The subject of a fence that is still to be drawn."""
LONGEST_NAME = 60
WIDEST_M = 200_000.0
NARROWEST_M = 5.0

Body = dict[str, Any]
_NAMES = frozenset(field.name for field in fields(Fence)) - {"id", "removed"}


def decide_fence(
    act: Act, known: Body | None, by: Officer, *, locate: Locate, new_id: NewId
) -> Draft | Refusal:
    """The entry of an act on a fence, or why it may not be.

    `known`: the fields that were written of the fence, None where there is none. What an act
    gives is laid over what is known; a fence has to be an area, a part of it in the city.
    """
    if not DESK & by.roles:
        return Refusal(code=Why.WRONG_ROLE, detail=",".join(sorted(DESK)))
    drawn = act.name == DRAW
    if act.subject != SUBJECT if drawn else known is None:
        return Refusal(code=Why.UNKNOWN_SUBJECT, detail=act.subject)
    if not drawn and known and known.get("removed"):
        return Refusal(code=Why.FENCE_REMOVED)
    if act.name == REMOVE:
        return _removed(act)
    if unknown := sorted(act.fields.keys() - _NAMES):
        return Refusal(code=Why.FIELD_UNKNOWN, detail=unknown[0])
    ident = new_id("fence") if drawn else act.subject.removeprefix(SUBJECT)
    return _written(act, ident, known or {}, locate)


def role_of(by: Officer) -> Role:
    """The role in which an officer does it; the humblest where there are several."""
    return next(role for role in Role if role in DESK & by.roles)


def _removed(act: Act) -> Draft | Refusal:
    if act.fields:
        return Refusal(code=Why.FIELD_UNKNOWN, detail=min(act.fields))
    if not act.reason.strip():
        return Refusal(code=Why.REASON_MISSING, detail="reason")
    return _draft(act, act.subject, {"removed": False}, {"removed": True})


def _written(act: Act, ident: str, known: Body, locate: Locate) -> Draft | Refusal:
    whole = _whole({**known, **act.fields, "id": ident})
    if isinstance(whole, Refusal):
        return whole
    if refused := _refuse(whole, locate):
        return refused
    after = msgspec.to_builtins(whole)
    key = f"{SUBJECT}{ident}"
    if not known:
        return _draft(act, key, {}, {name: value for name, value in after.items() if value != ""})
    before = msgspec.to_builtins(msgspec.convert(known, Fence))
    changed = {name: value for name, value in after.items() if before[name] != value}
    if not changed:
        return Refusal(code=Why.NOTHING_CHANGED)
    return _draft(act, key, {name: before[name] for name in changed}, changed)


def _whole(body: Mapping[str, Any]) -> Fence | Refusal:
    for name in ("name", "kind", "rings"):
        if not body.get(name) and name != "rings":
            return Refusal(code=Why.FIELD_MISSING, detail=name)
    try:
        return msgspec.convert(msgspec.to_builtins({"rings": (), **body}), Fence)
    except msgspec.ValidationError as error:
        return Refusal(code=Why.FIELD_BAD, detail=_field_of(error))


def _field_of(error: msgspec.ValidationError) -> str:
    """The field that a message names: "… - at `$.kind`" is kind; "" where it names none."""
    path = str(error).rpartition("`$.")[2].rstrip("`")
    return path.partition("[")[0] if path in _NAMES or "[" in path else ""


def _refuse(fence: Fence, locate: Locate) -> Refusal | None:
    if not fence.name.strip():
        return Refusal(code=Why.FIELD_MISSING, detail="name")
    if len(fence.name) > LONGEST_NAME:
        return Refusal(code=Why.FIELD_BAD, detail="name")
    circle = (fence.lon, fence.lat, fence.radius_m)
    if any(part is None for part in circle) and any(part is not None for part in circle):
        return Refusal(code=Why.FIELD_MISSING, detail="radius_m")
    if fence.radius_m is not None and not NARROWEST_M <= fence.radius_m <= WIDEST_M:
        return Refusal(code=Why.FIELD_BAD, detail="radius_m")
    return refuse_rings(fence.rings, locate)


def _draft(act: Act, key: str, before: Body, after: Body) -> Draft:
    return Draft(
        act=act.name,
        subject=key,
        before={key: before},
        after={key: after},
        reason=act.reason.strip(),
        on_behalf_of=act.on_behalf_of,
    )
