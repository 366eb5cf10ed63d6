"""A Fix made at one stroke of what a message says, before anything is held against it.

As in `app.ingest.made`: a frozen dataclass takes longer to fill its fields than all the rules take.
"""

from datetime import datetime
from typing import Any

from app.model import Fix, Message


class _Twin:
    """The fields of a Fix and nothing that keeps them from being set."""

    __slots__ = Fix.__slots__


def made(message: Message, source: str, received: datetime, place: str) -> Fix:
    """The current fix without doubts that a message would give; `place` is a code, "" for 域外.

    A message without a terminal is named after its source. One without a place or a time makes a
    fix that lacks them too: whoever keeps it has to look first.
    """
    twin: Any = _new(_Twin)
    twin.terminal = message.terminal or source
    twin.fix_time = message.fix_time
    twin.received = received
    twin.lon = message.lon
    twin.lat = message.lat
    twin.alt_m = message.alt_m
    twin.speed_kmh = message.speed_kmh
    twin.course_deg = message.course_deg
    twin.accuracy_m = message.accuracy_m
    twin.source = source
    twin.place = place
    twin.alarms = message.alarms
    twin.status = message.status
    twin.backlog = message.backlog
    twin.battery_percent = message.extra.get("battery_percent")
    twin.doubts = ()
    twin.current = True
    twin.__class__ = Fix
    return twin


_new = object.__new__
