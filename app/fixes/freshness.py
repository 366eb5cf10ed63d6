"""How old a fix is, computed when asked and never stored: fresh, stale or unknown."""

from datetime import datetime, timedelta
from enum import StrEnum

from app.model import Fix, UnitKind


class Freshness(StrEnum):
    FRESH = "fresh"
    STALE = "stale"
    UNKNOWN = "unknown"


STALE_AFTER = timedelta(minutes=2)
UNKNOWN_AFTER = timedelta(minutes=10)

THRESHOLDS: dict[UnitKind | None, tuple[timedelta, timedelta]] = {
    None: (STALE_AFTER, UNKNOWN_AFTER),
    UnitKind.GRID: (timedelta(minutes=5), timedelta(minutes=15)),
    UnitKind.FIRE: (STALE_AFTER, UNKNOWN_AFTER),
    UnitKind.MEDICAL: (STALE_AFTER, UNKNOWN_AFTER),
    UnitKind.POWER: (STALE_AFTER, UNKNOWN_AFTER),
    UnitKind.CITY: (STALE_AFTER, UNKNOWN_AFTER),
}
"""Kind of unit -> (stale after, unknown after); people on foot report less often than vehicles."""


def freshness(fix_time: datetime | None, now: datetime, kind: UnitKind | None = None) -> Freshness:
    """How far a fix of that time can be trusted at `now`; no time at all is unknown."""
    if fix_time is None:
        return Freshness.UNKNOWN
    stale, unknown = THRESHOLDS.get(kind, THRESHOLDS[None])
    age = now - fix_time
    if age > unknown:
        return Freshness.UNKNOWN
    return Freshness.STALE if age > stale else Freshness.FRESH


def known_at(fix: Fix) -> datetime:
    """The time its age counts from: receive time where the terminal's clock runs ahead."""
    return fix.received if "future" in fix.doubts else min(fix.fix_time, fix.received)


def age_s(fix: Fix, now: datetime) -> float:
    """Seconds since the fix, never below 0."""
    return max(0.0, (now - known_at(fix)).total_seconds())
