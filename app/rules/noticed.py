"""What a rule says: something was noticed at a terminal, or it is over."""

from dataclasses import dataclass
from datetime import datetime

from app.model import AlertKind, Fix, Grade, Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Noticed:
    """`active` false: the cause has gone. `at` is the receive time.

    `held`: the cause is there, but it is not known that it is new, so it never counts as a repeat.
    `passing`: it is over as soon as it is told. `fence`: the id of the fence it is about.
    `past`: told of late, from a backlog or out of order. `text` is what was measured.
    """

    kind: AlertKind
    grade: Grade
    terminal: str
    at: datetime
    position: Position | None = None
    place: str = ""
    text: str = ""
    active: bool = True
    held: bool = False
    past: bool = False
    passing: bool = False
    fence: str = ""
    doubts: tuple[str, ...] = ()


def noticed(
    fix: Fix,
    kind: AlertKind,
    grade: Grade,
    *,
    text: str = "",
    active: bool = True,
    held: bool = False,
) -> Noticed:
    """What was noticed at a fix."""
    return Noticed(
        kind=kind,
        grade=grade,
        terminal=fix.terminal,
        at=fix.received,
        position=fix.position,
        place=fix.place,
        text=text,
        active=active,
        held=held,
        past=fix.backlog or "older" in fix.doubts,
        doubts=fix.doubts,
    )
