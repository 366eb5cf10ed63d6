"""Too fast for its kind, by the speed itself, whatever the terminal's own limit is."""

from app.model import AlertKind, Fix, Grade, UnitKind
from app.rules.noticed import Noticed, noticed

LIMIT_KMH: dict[UnitKind | None, float] = {
    None: 120.0,
    UnitKind.GRID: 80.0,
    UnitKind.FIRE: 110.0,
    UnitKind.MEDICAL: 120.0,
    UnitKind.POWER: 100.0,
    UnitKind.CITY: 80.0,
}
"""Kind of unit -> limit; a local default, to be edited by the centre."""

NONSENSE_KMH = 400.0
"""A road vehicle that reports more has a fault, not a heavy foot."""


def _too_fast(fix: Fix, limit_kmh: float) -> bool:
    return fix.speed_kmh is not None and limit_kmh < fix.speed_kmh <= NONSENSE_KMH


def overspeed(before: Fix | None, now: Fix, kind: UnitKind | None = None) -> tuple[Noticed, ...]:
    """Noticed when the limit is first passed; over when a current fix is below it again."""
    limit = LIMIT_KMH.get(kind, LIMIT_KMH[None])
    was = before is not None and _too_fast(before, limit)
    if now.current and _too_fast(now, limit):
        text = f"{now.speed_kmh:.0f} > {limit:.0f} km/h"
        return (noticed(now, AlertKind.OVERSPEED, Grade.IV, text=text, held=was),)
    if now.current and was:
        return (noticed(now, AlertKind.OVERSPEED, Grade.IV, active=False),)
    return ()
