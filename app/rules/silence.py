"""A terminal not heard for longer than its kind allows: asked by a sweep, ended by a fix."""

from datetime import datetime, timedelta

from app.model import AlertKind, Fix, Grade, UnitKind
from app.rules.noticed import Noticed, noticed

SILENT_AFTER: dict[UnitKind | None, timedelta] = {
    None: timedelta(minutes=15),
    UnitKind.GRID: timedelta(minutes=30),
    UnitKind.FIRE: timedelta(minutes=15),
    UnitKind.MEDICAL: timedelta(minutes=15),
    UnitKind.POWER: timedelta(minutes=15),
    UnitKind.CITY: timedelta(minutes=15),
}
"""Kind of unit -> how long it may be silent; by receive time, for hearing is what counts."""


def silent(last: Fix, now: datetime, kind: UnitKind | None = None) -> Noticed | None:
    """Noticed where the terminal of that last fix has been silent too long; held, for a sweep
    asks again and again."""
    gap = now - last.received
    if gap <= SILENT_AFTER.get(kind, SILENT_AFTER[None]):
        return None
    return Noticed(
        kind=AlertKind.SILENT,
        grade=Grade.IV,
        terminal=last.terminal,
        at=now,
        position=last.position,
        place=last.place,
        text=f"{gap // timedelta(minutes=1)} min",
        held=True,
    )


def heard(before: Fix | None, now: Fix, kind: UnitKind | None = None) -> tuple[Noticed, ...]:
    """A terminal that was silent too long has been heard again."""
    limit = SILENT_AFTER.get(kind, SILENT_AFTER[None])
    if before is None or now.received - before.received <= limit:
        return ()
    return (noticed(now, AlertKind.SILENT, Grade.IV, active=False),)
