"""How much farther a unit counts as than it is: each shortcoming is so many metres more."""

from app.fixes.freshness import Freshness

KIND_STEP_M = 3_000.0
"""For each place further down the list of kinds that the class of case wants."""

WRONG_KIND_M = 60_000.0
BUSY_M = 20_000.0
DRIFT_M_PER_S = 8.0
"""A unit whose fix is old may have gone on since at a town's pace (29 km/h)."""

DRIFT_MOST_M = 40_000.0

FRESHNESS_M: dict[Freshness, float] = {
    Freshness.FRESH: 0.0,
    Freshness.STALE: 1_000.0,
    Freshness.UNKNOWN: 10_000.0,
}

NEAR_M = 20_000.0
"""Beyond this no unit counts as near: the lack of one is named."""

OLD_MINUTES = 10
"""A fix older than this is named among the shortfalls, whatever the unit's kind."""
