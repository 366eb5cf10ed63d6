"""A vehicle that moves with its ignition off: towed, pushed or stolen."""

from dataclasses import replace

from app.fixes.geodesy import at_most_m, distance_m
from app.model import AlertKind, Fix, Grade, Parked, UnitKind
from app.rules.crossing import error_m
from app.rules.noticed import Noticed, noticed

DRIFT_M = 50.0
"""How far a standing receiver's position may wander beyond its error circles."""
STILL_KMH = 5.0


def moved(
    before: Fix | None, now: Fix, kind: UnitKind | None, *, parked: Parked | None
) -> tuple[list[Noticed], Parked | None]:
    """What is noticed of a parked vehicle at `now`, and where it is parked after it.

    Ignition (ACC) and "moving" are JT/T 808 status bits 0 and 22. A device whose ignition was
    never on, as a handset's, is not parked. Only a current fix that was heard live moves anything.
    """
    del kind
    if not now.current or now.backlog or "fixed" not in now.status:
        return [], parked
    if "acc_on" in now.status:
        over = parked is not None and parked.moved
        return [noticed(now, AlertKind.MOVED, Grade.III, active=False)] if over else [], None
    if parked is None:
        went_off = before is not None and "acc_on" in before.status
        return [], _parked(now) if went_off else None
    if not parked.settled:
        return [], _parked(now)
    explained_m = _explained_m(parked, now)
    away_m = at_most_m(parked.lon, parked.lat, now.lon, now.lat)
    if away_m > explained_m:
        away_m = distance_m(parked.lon, parked.lat, now.lon, now.lat)
    away = away_m > explained_m
    if away == parked.moved:
        return [], parked
    text = f"{away_m:.0f} m" if away else ""
    one = noticed(now, AlertKind.MOVED, Grade.III, text=text, active=away)
    return [one], replace(parked, moved=away)


def _parked(now: Fix) -> Parked:
    return Parked(
        lon=now.lon,
        lat=now.lat,
        since=now.fix_time,
        accuracy_m=error_m(now),
        settled=now.speed_kmh is None or now.speed_kmh <= STILL_KMH,
    )


def _explained_m(parked: Parked, now: Fix) -> float:
    """What is no movement: both errors, and drift where the terminal itself sees none."""
    drift_m = 0.0 if "moving" in now.status else DRIFT_M
    return (parked.accuracy_m or 0.0) + error_m(now) + drift_m
