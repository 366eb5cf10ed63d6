"""Who could go to a case, best first, each with the reasons for its place.

Distances are straight lines on the ellipsoid, not roads. A person chooses; nothing is sent here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from app.dispatch import penalties as p
from app.fixes.freshness import Freshness, age_s, freshness, known_at
from app.fixes.geodesy import distances_m
from app.model import Case, Fix, Unit, UnitKind


@dataclass(frozen=True, slots=True)
class Reason:
    """Codes: distance_m, no_distance, no_fix, fix_fresh, fix_stale, fix_unknown (value: age in s),
    kind_best, kind_fits, kind_other (value: the kind), free, busy (value: the case)."""

    code: str
    value: float | str = ""


@dataclass(frozen=True, slots=True)
class Shortfall:
    """Codes: no_units, no_position, no_fix (n), fixes_old (n, minutes), none_near (kind, km),
    kind_missing (kind), kind_busy (kind, n)."""

    code: str
    values: tuple[float | str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """`rank` counts from 1; `kind_fit` is 0 for the kind wanted most, -1 for one not wanted."""

    unit: Unit
    rank: int
    distance_m: float | None
    age_s: float | None
    freshness: Freshness
    kind_fit: int
    busy_with: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """`considered` is the number of all units, `candidates` the best of them."""

    candidates: tuple[Candidate, ...]
    shortfalls: tuple[Shortfall, ...]
    considered: int


@dataclass(frozen=True, slots=True)
class _Seen:
    """A unit as it is known at the moment of asking."""

    unit: Unit
    distance_m: float | None
    age_s: float | None
    freshness: Freshness
    fit: int
    busy_with: str

    @property
    def cost(self) -> tuple[bool, float, str]:
        """Units without a fix come last; ties go by id, so that the order is always the same."""
        metres = (self.distance_m or 0.0) + p.FRESHNESS_M[self.freshness]
        metres += min((self.age_s or 0.0) * p.DRIFT_M_PER_S, p.DRIFT_MOST_M)
        metres += p.WRONG_KIND_M if self.fit < 0 else self.fit * p.KIND_STEP_M
        metres += p.BUSY_M if self.busy_with else 0.0
        return self.age_s is None, metres, self.unit.id


def recommend(
    case: Case,
    units: Sequence[Unit],
    fixes: Mapping[str, Fix],
    busy: Mapping[str, str],
    now: datetime,
    wanted: Sequence[UnitKind] = (),
    *,
    limit: int | None = 20,
) -> Recommendation:
    """The units in the order in which they should be asked, and what is lacking.

    `fixes`: terminal id -> its current fix. `busy`: unit id -> the case it works on. `wanted`: the
    kinds of unit that the case's class asks for, best first; empty: any. Distances in metres.
    """
    seen = _look(case, units, fixes, busy, now, wanted)
    seen.sort(key=lambda one: one.cost)
    best = seen if limit is None else seen[:limit]
    return Recommendation(
        candidates=tuple(_candidate(one, rank, wanted) for rank, one in enumerate(best, 1)),
        shortfalls=tuple(_shortfalls(case, seen, wanted)),
        considered=len(seen),
    )


def _look(
    case: Case,
    units: Sequence[Unit],
    fixes: Mapping[str, Fix],
    busy: Mapping[str, str],
    now: datetime,
    wanted: Sequence[UnitKind],
) -> list[_Seen]:
    known = [fixes.get(unit.terminal) if unit.terminal else None for unit in units]
    metres = _distances(case, known)
    fits = {kind: wanted.index(kind) if kind in wanted else -1 for kind in UnitKind}
    seen = []
    for unit, fix, distance in zip(units, known, metres, strict=True):
        age = None if fix is None else age_s(fix, now)
        fresh = freshness(known_at(fix) if fix else None, now, unit.kind)
        fit = fits[unit.kind] if wanted else 0
        seen.append(_Seen(unit, distance, age, fresh, fit, busy.get(unit.id, "")))
    return seen


def _distances(case: Case, fixes: Sequence[Fix | None]) -> list[float | None]:
    """Metres from the case to each fix, None where either has no position."""
    found: list[float | None] = [None] * len(fixes)
    at = [index for index, fix in enumerate(fixes) if fix is not None]
    if case.position is None or not at:
        return found
    placed = [fix for fix in fixes if fix is not None]
    lons = np.array([fix.lon for fix in placed])
    lats = np.array([fix.lat for fix in placed])
    metres = distances_m(case.position.lon, case.position.lat, lons, lats).tolist()
    for index, distance in zip(at, metres, strict=True):
        found[index] = distance
    return found


def _candidate(one: _Seen, rank: int, wanted: Sequence[UnitKind]) -> Candidate:
    return Candidate(
        unit=one.unit,
        rank=rank,
        distance_m=one.distance_m,
        age_s=one.age_s,
        freshness=one.freshness,
        kind_fit=one.fit,
        busy_with=one.busy_with,
        reasons=tuple(_reasons(one, wanted)),
    )


def _reasons(one: _Seen, wanted: Sequence[UnitKind]) -> list[Reason]:
    if one.age_s is None:
        reasons = [Reason("no_fix")]
    else:
        away = one.distance_m
        reasons = [Reason("no_distance") if away is None else Reason("distance_m", away)]
        reasons.append(Reason(f"fix_{one.freshness.value}", one.age_s))
    if wanted:
        code = "kind_other" if one.fit < 0 else "kind_best" if one.fit == 0 else "kind_fits"
        reasons.append(Reason(code, one.unit.kind.value))
    reasons.append(Reason("busy", one.busy_with) if one.busy_with else Reason("free"))
    return reasons


def _shortfalls(case: Case, seen: Sequence[_Seen], wanted: Sequence[UnitKind]) -> list[Shortfall]:
    """What is lacking among the units of the kinds wanted, each thing once."""
    if not seen:
        return [Shortfall("no_units")]
    found = [] if case.position else [Shortfall("no_position")]
    meant = [one for one in seen if one.fit >= 0]
    for kind in wanted:
        found += _lacking(kind, [one for one in meant if one.unit.kind is kind], case)
    if without := sum(one.age_s is None for one in meant):
        found.append(Shortfall("no_fix", (without,)))
    if old := sum((one.age_s or 0.0) > p.OLD_MINUTES * 60 for one in meant):
        found.append(Shortfall("fixes_old", (old, p.OLD_MINUTES)))
    return found


def _lacking(kind: UnitKind, units: Sequence[_Seen], case: Case) -> list[Shortfall]:
    if not units:
        return [Shortfall("kind_missing", (kind.value,))]
    found = []
    if all(one.busy_with for one in units):
        found.append(Shortfall("kind_busy", (kind.value, len(units))))
    near = any(one.distance_m is not None and one.distance_m <= p.NEAR_M for one in units)
    if case.position and not near:
        found.append(Shortfall("none_near", (kind.value, p.NEAR_M / 1_000)))
    return found
