"""What terminals say, and what is believed of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any

NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One frame or sentence, decoded and not judged; a refused one has its reason in `error`.

    Degrees are CGCS2000 (taken as WGS 84), metres, km/h, degrees from true north; times aware UTC.
    `alarms` and `status` are names from the wire format's tables. `backlog`: heard long after it
    was fixed (0x0704 type 1). `items`: the positions of a batch, oldest first. `text`: the words of
    a short message or a name, escaped nowhere. `extra`: what else it says, by names with units.
    """

    format: str
    type: str
    terminal: str | None = None
    valid: bool = False
    lon: float | None = None
    lat: float | None = None
    alt_m: float | None = None
    speed_kmh: float | None = None
    course_deg: float | None = None
    accuracy_m: float | None = None
    fix_time: datetime | None = None
    alarms: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    error: str | None = None
    backlog: bool = False
    encrypted: bool = False
    satellites: int | None = None
    items: tuple["Message", ...] = ()
    raw: bytes = b""
    text: str | None = None
    extra: Mapping[str, Any] = field(default_factory=lambda: NOTHING, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A place on the ground and how it is known: degrees CGCS2000, accuracy in metres."""

    lon: float
    lat: float
    accuracy_m: float | None = None
    fix_time: datetime | None = None
    received: datetime | None = None
    source: str = ""
    datum: str = "CGCS2000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """Where a terminal was, believed. `doubts` say why it is not `current` or not trusted.

    Doubts are codes of `app.fixes.believe`. `place` is the finest code of the chain, "" where 域外
    or unknown. `battery_percent`: the terminal's own, where its format tells.
    """

    terminal: str
    fix_time: datetime
    received: datetime
    lon: float
    lat: float
    alt_m: float | None = None
    speed_kmh: float | None = None
    course_deg: float | None = None
    accuracy_m: float | None = None
    source: str = ""
    place: str = ""
    alarms: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    backlog: bool = False
    battery_percent: float | None = None
    doubts: tuple[str, ...] = ()
    current: bool = True

    @property
    def position(self) -> Position:
        return Position(
            lon=self.lon,
            lat=self.lat,
            accuracy_m=self.accuracy_m,
            fix_time=self.fix_time,
            received=self.received,
            source=self.source or self.terminal,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Terminal:
    """A registered terminal: who carries it, and the code it authenticates with."""

    id: str
    maker: str = ""
    model: str = ""
    serial: str = ""
    plate: str = ""
    auth: str = ""
    registered: datetime | None = None
