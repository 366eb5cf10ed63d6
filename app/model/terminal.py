"""What terminals say, and what is believed of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
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


class TerminalState(StrEnum):
    """Where a terminal stands with the desk's register."""

    WAITING = "waiting"  # 待准入: it knocked and nobody has decided
    ADMITTED = "admitted"  # 已准入
    REFUSED = "refused"  # 已拒绝
    SUSPENDED = "suspended"  # 停用: it is ours, and nothing it says is believed for now


@dataclass(frozen=True, slots=True, kw_only=True)
class Terminal:
    """A terminal of the register: which device it is, and the code it authenticates with.

    `auth` is "" until the device registers after it was admitted. Without `maker` and `serial` the
    first device that registers under the number is it. `version`: of JT/T 808 (2011, 2013, 2019; 0
    where it never said). `turned_away`: devices refused under this number (`Newcomer.device`).
    `why`: the reason of the last refusal or suspension.
    """

    id: str
    maker: str = ""
    model: str = ""
    serial: str = ""
    plate: str = ""
    auth: str = ""
    registered: datetime | None = None
    version: int = 0
    state: TerminalState = TerminalState.ADMITTED
    turned_away: tuple[str, ...] = ()
    why: str = ""

    @property
    def device(self) -> str:
        """The device under this number; "" where none is known yet."""
        return device_of(self.maker, self.serial)


def device_of(maker: str, serial: str) -> str:
    """What tells devices apart that use one number."""
    return f"{maker}/{serial}" if maker or serial else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """Who knocked and is not let in: another number, or another device under a known one.

    Everything but the times and `tries` is what it says of itself. `tries` counts what was written
    down, at most one in ten seconds. `host`: where it came from last.
    """

    phone: str
    maker: str = ""
    model: str = ""
    serial: str = ""
    plate: str = ""
    version: int = 0
    host: str = ""
    first: datetime
    last: datetime
    tries: int = 1

    @property
    def device(self) -> str:
        return device_of(self.maker, self.serial)
