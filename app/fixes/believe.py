"""From said to believed: a message gives a fix, or the reason why it gives none.

One table for every wire format. What is remembered between messages is `Known`; nothing is stored.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import isfinite

from app.fixes.motion import plausible
from app.model import Fix, Locate, Message, UnitKind

AHEAD = timedelta(minutes=5)
"""How far a terminal's clock may run ahead before its time is not believed."""

NOT_CURRENT = frozenset({"future", "older", "jump"})
"""Doubts that keep a fix from being the terminal's current one; it is kept all the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a terminal: its current fix, and a jump that waits to be confirmed."""

    current: Fix | None = None
    suspect: Fix | None = None

    def after(self, fix: Fix) -> "Known":
        """What is known once `fix` has been taken."""
        if fix.current:
            return Known(current=fix)
        return replace(self, suspect=fix) if "jump" in fix.doubts else self


def _off_earth(message: Message) -> bool:
    lon, lat = message.lon, message.lat
    if lon is None or lat is None or not (isfinite(lon) and isfinite(lat)):
        return True
    return not (-180.0 <= lon <= 180.0 and -90.0 <= lat <= 90.0)


REFUSED: tuple[tuple[str, Callable[[Message], bool]], ...] = (
    ("damaged", lambda message: message.error is not None),
    ("encrypted", lambda message: message.encrypted or "position_encrypted" in message.status),
    ("invalid", lambda message: not message.valid),
    ("no_position", lambda message: message.lon is None or message.lat is None),
    ("range", _off_earth),
    # A receiver that starts cold says 0,0; nobody of ours is in the Gulf of Guinea.
    ("zero", lambda message: message.lon == 0.0 and message.lat == 0.0),
    ("no_time", lambda message: message.fix_time is None),
)
"""Reasons for no fix, in the order they are tried."""


def believe(
    message: Message,
    before: Fix | None,
    locate: Locate,
    *,
    source: str,
    received: datetime,
    suspect: Fix | None = None,
    kind: UnitKind | None = None,
) -> Fix | str:
    """The fix that a message gives, or the reason (a code of REFUSED, or "duplicate") for none.

    `before` is the terminal's current fix, `suspect` its unconfirmed jump (`Known`), `kind` that of
    the unit carrying it. A fix with one of NOT_CURRENT among its doubts is kept, never current.
    A message without a terminal is named after its source.
    """
    for reason, applies in REFUSED:
        if applies(message):
            return reason
    fix = _fix(message, source=source, received=received)
    if any(_same(fix, known) for known in (before, suspect)):
        return "duplicate"
    doubts = _doubts(fix, before, suspect, kind)
    chain = locate(fix.lon, fix.lat, fix.accuracy_m or 0.0)
    return replace(
        fix,
        place="" if chain.outside else chain.codes[-1],
        doubts=doubts,
        current=NOT_CURRENT.isdisjoint(doubts),
    )


def _fix(message: Message, *, source: str, received: datetime) -> Fix:
    assert message.lon is not None
    assert message.lat is not None
    assert message.fix_time is not None
    return Fix(
        terminal=message.terminal or source,
        fix_time=message.fix_time,
        received=received,
        lon=message.lon,
        lat=message.lat,
        alt_m=message.alt_m,
        speed_kmh=message.speed_kmh,
        course_deg=message.course_deg,
        accuracy_m=message.accuracy_m,
        source=source,
        alarms=message.alarms,
        status=message.status,
        backlog=message.backlog,
    )


def _same(fix: Fix, known: Fix | None) -> bool:
    """The same fix heard twice, over the network and over BeiDou, say."""
    return known is not None and (fix.terminal, fix.fix_time, fix.lon, fix.lat) == (
        known.terminal,
        known.fix_time,
        known.lon,
        known.lat,
    )


def _doubts(
    fix: Fix, before: Fix | None, suspect: Fix | None, kind: UnitKind | None
) -> tuple[str, ...]:
    doubts = ["backlog"] if fix.backlog else []
    if fix.fix_time - fix.received > AHEAD:
        doubts.append("future")  # nothing else that rests on its time can be said
    elif before is not None and fix.fix_time < before.fix_time:
        doubts.append("older")
    elif before is not None and _jumped(fix, before, suspect, kind):
        doubts.append("jump")
    return tuple(doubts)


def _jumped(fix: Fix, before: Fix, suspect: Fix | None, kind: UnitKind | None) -> bool:
    """A jump is believed once a later fix agrees with it, or the terminal were lost for ever."""
    if plausible(before, fix, kind=kind):
        return False
    agreed = (
        suspect is not None
        and suspect.fix_time < fix.fix_time
        and plausible(suspect, fix, kind=kind)
    )
    return not agreed
