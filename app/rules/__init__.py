"""The rules a fix is put through, in order: functions of the fix before and the fix now."""

from collections.abc import Callable, Iterable

from app.model import AlertKind, Fix, UnitKind
from app.rules.alarm import alarm_bits, alarms_without_fix
from app.rules.noticed import Noticed
from app.rules.outside import outside
from app.rules.overspeed import overspeed
from app.rules.silence import heard, silent

Rule = Callable[[Fix | None, Fix, UnitKind | None], Iterable[Noticed]]

RULES: tuple[Rule, ...] = (alarm_bits, overspeed, outside, heard)
"""`before` is the terminal's current fix, `now` any fix of it; the kind is that of its unit."""


def notice(before: Fix | None, now: Fix, kind: UnitKind | None = None) -> list[Noticed]:
    """All that the rules notice, each kind of alert once: active wins, then the earlier rule."""
    found: dict[AlertKind, Noticed] = {}
    for rule in RULES:
        for one in rule(before, now, kind):
            known = found.get(one.kind)
            if known is None or _weight(one) > _weight(known):
                found[one.kind] = one
    return list(found.values())


def _weight(one: Noticed) -> int:
    return 2 * one.active - (one.active and one.held)


__all__ = ["RULES", "Noticed", "Rule", "alarms_without_fix", "notice", "silent"]
