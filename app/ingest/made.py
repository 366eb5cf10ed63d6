"""A Message made at one stroke, for the formats that a desk hears thousands of in a second.

A frozen dataclass sets each of its fields through `object.__setattr__`, which takes longer than all
the reading of a frame. The same fields are set here on a plain twin, which then becomes a Message.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.model import Message
from app.model.terminal import NOTHING


class _Twin:
    __slots__ = Message.__slots__

    def __init__(
        self,
        form: str,
        kind: str,
        terminal: str | None,
        valid: bool,
        lon: float | None,
        lat: float | None,
        alt_m: float | None,
        speed_kmh: float | None,
        course_deg: float | None,
        fix_time: datetime | None,
        alarms: tuple[str, ...],
        status: tuple[str, ...],
        error: str | None,
        backlog: bool,
        encrypted: bool,
        satellites: int | None,
        raw: bytes,
        extra: Mapping[str, Any],
    ) -> None:
        self.format = form
        self.type = kind
        self.terminal = terminal
        self.valid = valid
        self.lon = lon
        self.lat = lat
        self.alt_m = alt_m
        self.speed_kmh = speed_kmh
        self.course_deg = course_deg
        self.accuracy_m = None
        self.fix_time = fix_time
        self.alarms = alarms
        self.status = status
        self.error = error
        self.backlog = backlog
        self.encrypted = encrypted
        self.satellites = satellites
        self.items = ()
        self.raw = raw
        self.text = None
        self.extra = extra


def made(
    form: str,
    kind: str,
    terminal: str | None,
    *,
    valid: bool,
    lon: float | None,
    lat: float | None,
    alt_m: float | None = None,
    speed_kmh: float | None = None,
    course_deg: float | None = None,
    fix_time: datetime | None = None,
    alarms: tuple[str, ...] = (),
    status: tuple[str, ...] = (),
    error: str | None = None,
    backlog: bool = False,
    encrypted: bool = False,
    satellites: int | None = None,
    raw: bytes = b"",
    extra: Mapping[str, Any] = NOTHING,
) -> Message:
    """A Message with these fields; the others (accuracy, items, text) have their defaults."""
    twin: Any = _Twin(
        form,
        kind,
        terminal,
        valid,
        lon,
        lat,
        alt_m,
        speed_kmh,
        course_deg,
        fix_time,
        alarms,
        status,
        error,
        backlog,
        encrypted,
        satellites,
        raw,
        extra,
    )
    twin.__class__ = Message
    return twin
