"""The rules a fix is put through, in order: functions of the fix before and the fix now."""

from collections.abc import Callable, Iterable

from app.model import AlertKind, Fix, Standing, UnitKind
from app.rules.alarm import alarm_bits, alarms_without_fix
from app.rules.battery import battery
from app.rules.crossing import crossings
from app.rules.fence_book import NO_FENCES, FenceBook
from app.rules.noticed import Noticed
from app.rules.outside import outside
from app.rules.overspeed import overspeed
from app.rules.parked import moved
from app.rules.silence import heard, silent

Rule = Callable[[Fix | None, Fix, UnitKind | None], Iterable[Noticed]]

RULES: tuple[Rule, ...] = (alarm_bits, overspeed, outside, heard, battery)
"""`before` is the terminal's current fix, `now` any fix of it; the kind is that of its unit."""

NEW = Standing()


def regard(
    before: Fix | None,
    now: Fix,
    kind: UnitKind | None = None,
    *,
    standing: Standing = NEW,
    book: FenceBook = NO_FENCES,
) -> tuple[list[Noticed], Standing]:
    """All that is noticed at a fix, and what is kept of its terminal for the next.

    The same `standing` comes back where nothing of it has changed.
    """
    crossed, stays = crossings(before, now, kind, stays=standing.stays, book=book)
    gone, parked = moved(before, now, kind, parked=standing.parked)
    found = notice(before, now, kind) + crossed + gone
    if stays is standing.stays and parked == standing.parked:
        return found, standing
    return found, Standing(stays=stays, parked=parked)


def notice(before: Fix | None, now: Fix, kind: UnitKind | None = None) -> list[Noticed]:
    """All that two fixes tell by themselves, each kind once: active wins, then the earlier rule."""
    found: dict[AlertKind, Noticed] = {}
    for rule in RULES:
        for one in rule(before, now, kind):
            known = found.get(one.kind)
            if known is None or _weight(one) > _weight(known):
                found[one.kind] = one
    return list(found.values())


def _weight(one: Noticed) -> int:
    return 2 * one.active - (one.active and one.held)


__all__ = [
    "NEW",
    "NO_FENCES",
    "RULES",
    "FenceBook",
    "Noticed",
    "Rule",
    "alarms_without_fix",
    "notice",
    "regard",
    "silent",
]
