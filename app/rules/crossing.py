"""Geofences: coming, going and staying too long, held against the fix's own accuracy.

Coming counts as soon as the point is inside; going only once the whole error circle is outside, so
that a border is not chattered over. Coming that near to the border is marked as such.
"""

from dataclasses import dataclass, replace
from datetime import timedelta

from app.model import AlertKind, FenceKind, Fix, Grade, Stay, UnitKind
from app.rules.fence_book import FenceBook, Outline
from app.rules.noticed import Noticed, noticed

LEAST_ERROR_M = 20.0
"""The error circle of a fix that states none, or a smaller one: multipath between buildings."""

NEAR_BORDER = "near_border"
"""The doubt of a fix whose error circle touches the border it is said to have crossed."""

ENTERED, LEFT, DWELT = AlertKind.ENTERED, AlertKind.LEFT, AlertKind.DWELT


@dataclass(frozen=True, slots=True)
class Worth:
    """The grade of an alert; one that is `passing` has no cause that lasts."""

    grade: Grade
    passing: bool = False


WORTH: dict[tuple[FenceKind, AlertKind], Worth] = {
    (FenceKind.WATCH, ENTERED): Worth(Grade.IV),
    (FenceKind.WATCH, LEFT): Worth(Grade.IV, passing=True),
    (FenceKind.WATCH, DWELT): Worth(Grade.IV),
    (FenceKind.KEEP_OUT, ENTERED): Worth(Grade.III),
    (FenceKind.KEEP_OUT, DWELT): Worth(Grade.III),
    (FenceKind.KEEP_IN, LEFT): Worth(Grade.III),
}
"""What each kind of fence tells; what is not here is not told."""

DWELL: dict[FenceKind, timedelta] = {
    FenceKind.WATCH: timedelta(minutes=30),
    FenceKind.KEEP_OUT: timedelta(minutes=10),
}
"""Kind of fence -> how long a stay in it may last; a local default, to be edited by the centre."""

Stays = tuple[Stay, ...]


def crossings(
    before: Fix | None, now: Fix, kind: UnitKind | None, *, stays: Stays, book: FenceBook
) -> tuple[list[Noticed], Stays]:
    """What is noticed of the fences at `now`, and the stays after it.

    Only a current fix that was heard live moves anything. A terminal that is found in a fence
    without having been seen outside has not come; in a 禁入区 it is noticed all the same.
    """
    if not now.current or now.backlog:
        return [], stays
    within = book.at(now.lon, now.lat)
    if not within and not stays:
        return [], stays
    within = [one for one in within if one.fence.concerns(kind)]
    found: list[Noticed] = []
    known = {stay.fence: stay for stay in stays}
    after = [_in(one, known.pop(one.fence.id, None), before, now, found) for one in within]
    for stay in known.values():
        outline = book.by_id.get(stay.fence)
        used = outline is not None and outline.fence.concerns(kind)
        kept = _out(outline, stay, now, found) if outline and used else None
        after += [kept] if kept else []
        if kept is not stay:
            _end((ENTERED, DWELT) if stay.inside else (LEFT,), stay.fence, now, found)
    after.sort(key=lambda stay: stay.fence)
    return found, stays if tuple(after) == stays else tuple(after)


def error_m(fix: Fix) -> float:
    """The radius of its error circle in metres."""
    return max(fix.accuracy_m or 0.0, LEAST_ERROR_M)


def _in(
    outline: Outline, stay: Stay | None, before: Fix | None, now: Fix, found: list[Noticed]
) -> Stay:
    """The terminal is inside: it came, it came back, or it is still there."""
    fence = outline.fence
    if stay is None:
        unseen = before is None or (not before.backlog and outline.contains(before.lon, before.lat))
        if not unseen or fence.kind is FenceKind.KEEP_OUT:
            _tell(ENTERED, outline, now, found, held=unseen)
        return Stay(fence=fence.id, since=now.fix_time)
    if not stay.inside:
        _end((LEFT,), fence.id, now, found)
        return Stay(fence=fence.id, since=now.fix_time)
    limit = DWELL.get(fence.kind)
    if stay.dwelt or limit is None or now.fix_time - stay.since < limit:
        return stay
    minutes = (now.fix_time - stay.since) // timedelta(minutes=1)
    _tell(DWELT, outline, now, found, text=f"{fence.name} {minutes} min")
    return replace(stay, dwelt=True)


def _out(outline: Outline, stay: Stay, now: Fix, found: list[Noticed]) -> Stay | None:
    """The point is outside: not surely so, just gone, or away as before. None ends the stay."""
    fence = outline.fence
    if not stay.inside:
        return stay if fence.kind is FenceKind.KEEP_IN else None
    if outline.near_border(now.lon, now.lat, error_m(now)):
        return stay
    _tell(LEFT, outline, now, found)
    if fence.kind is FenceKind.KEEP_IN:
        return Stay(fence=fence.id, since=now.fix_time, inside=False)
    return None


def _tell(
    alert: AlertKind,
    outline: Outline,
    now: Fix,
    found: list[Noticed],
    *,
    text: str = "",
    held: bool = False,
) -> None:
    fence = outline.fence
    worth = WORTH.get((fence.kind, alert))
    if worth is None:
        return
    near = outline.near_border(now.lon, now.lat, error_m(now))
    one = noticed(now, alert, worth.grade, text=text or fence.name, held=held)
    doubts = (*one.doubts, NEAR_BORDER) if near else one.doubts
    found.append(replace(one, fence=fence.id, passing=worth.passing, doubts=doubts))


def _end(alerts: tuple[AlertKind, ...], fence: str, now: Fix, found: list[Noticed]) -> None:
    over = (noticed(now, alert, Grade.IV, active=False) for alert in alerts)
    found.extend(replace(one, fence=fence) for one in over)
