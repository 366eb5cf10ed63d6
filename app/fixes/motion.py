"""Whether a terminal can have gone from one fix to another: the test for impossible jumps."""

from app.fixes.geodesy import at_most_m, distance_m
from app.model import Fix, UnitKind

MOST_KMH: dict[UnitKind | None, float] = {
    None: 250.0,
    UnitKind.GRID: 160.0,
    UnitKind.FIRE: 180.0,
    UnitKind.MEDICAL: 300.0,  # 直升机 too
    UnitKind.POWER: 180.0,
    UnitKind.CITY: 180.0,
}
"""Kind of unit -> the speed beyond which a move between two fixes is not believed."""

SLACK_M = 300.0
"""What multipath between high buildings may add to a move, beside the stated accuracies."""


def implied_kmh(before: Fix, now: Fix) -> float:
    """Speed of the straight line between two fixes, after what their errors explain."""
    moved = distance_m(before.lon, before.lat, now.lon, now.lat)
    moved -= SLACK_M + (before.accuracy_m or 0.0) + (now.accuracy_m or 0.0)
    seconds = max(abs((now.fix_time - before.fix_time).total_seconds()), 1.0)
    return max(0.0, moved) / seconds * 3.6


def plausible(before: Fix, now: Fix, *, kind: UnitKind | None = None) -> bool:
    """Whether a unit of that kind can be at `now` after having been at `before`."""
    if at_most_m(before.lon, before.lat, now.lon, now.lat) <= SLACK_M:
        return True  # as nearly every fix
    return implied_kmh(before, now) <= MOST_KMH.get(kind, MOST_KMH[None])
