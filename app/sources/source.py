"""A source as data: what it is, where it is found, and what of that cannot be.

One flat record for all kinds; `PARTICULARS` says which of its fields belong to which kind. What is
wrong with a field is a code; the words are in `widgets.words`.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, Literal

import msgspec

from app.sources.networks import network_of, plain_address

BAUDS: tuple[int, ...] = (1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200, 230400, 460800)
"""Speeds of a serial line; 8 data bits, no parity, 1 stop bit, as NMEA 0183 and RDSS have it."""

NAME_MOST = 40
TEXT_MOST = 400
ALLOW_MOST = 256
FASTEST = 1000.0

Id = Annotated[str, msgspec.Meta(min_length=1, max_length=32, pattern=r"^[a-z0-9-]+\Z")]
Text = Annotated[str, msgspec.Meta(max_length=TEXT_MOST)]
Name = Annotated[str, msgspec.Meta(max_length=NAME_MOST)]
Row = Annotated[str, msgspec.Meta(max_length=64)]
Allow = Annotated[tuple[Row, ...], msgspec.Meta(max_length=ALLOW_MOST)]


class Kind(StrEnum):
    TCP_LISTENER = "tcp"
    UDP_LISTENER = "udp"
    TCP_CLIENT = "client"
    SERIAL = "serial"
    LOG = "log"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One source. Messages and receivers without a number are named after its `id`, for good.

    `host`, `port`: listened on, or connected to; port 0 of a listener is any free one. `opened`:
    others than this machine may connect, those in `allow` and nobody else. `greeting`: what is said
    to the other side first. `device`, `baud`: of a serial line. `path`: a recorded log, played at
    `speed` (0: as fast as it is taken), again and again where it is `looped`.
    """

    id: Id
    name: Name = ""
    kind: Kind
    enabled: bool = True
    host: Text = "127.0.0.1"
    port: Annotated[int, msgspec.Meta(ge=0, le=65535)] = 0
    opened: bool = False
    allow: Allow = ()
    greeting: Literal["", "gpsd"] = ""
    device: Text = ""
    baud: int = 9600
    path: Text = ""
    speed: Annotated[float, msgspec.Meta(ge=0, le=FASTEST)] = 1.0
    looped: bool = False

    @property
    def title(self) -> str:
        return self.name or self.id

    @property
    def where(self) -> str:
        """What a person finds it by: an address, a device, a file."""
        if self.kind is Kind.SERIAL:
            return f"{self.device} {self.baud}"
        if self.kind is Kind.LOG:
            return self.path
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


DEFAULT = Source(id="tcp", kind=Kind.TCP_LISTENER)
"""A fresh desk's: any free port of this machine alone."""

_LISTENER = ("opened", "host", "port", "allow")

PARTICULARS: Mapping[Kind, tuple[str, ...]] = {
    Kind.TCP_LISTENER: _LISTENER,
    Kind.UDP_LISTENER: _LISTENER,
    Kind.TCP_CLIENT: ("host", "port", "greeting"),
    Kind.SERIAL: ("device", "baud"),
    Kind.LOG: ("path", "speed", "looped"),
}
"""The fields of each kind, in the order of the form."""

DUPLEX = frozenset((Kind.TCP_CLIENT, Kind.SERIAL))
"""Kinds that one can write to; listeners answer their own peers."""

LISTENERS = frozenset((Kind.TCP_LISTENER, Kind.UDP_LISTENER))


def _host(source: Source) -> str:
    if source.kind is Kind.TCP_CLIENT:
        named = source.host.isascii() and source.host.isprintable() and " " not in source.host
        return "" if source.host and named else "host"
    address = plain_address(source.host)
    if address is None:
        return "address"
    if source.opened:
        return "own" if address.is_loopback else ""
    return "" if address.is_loopback else "closed"


def _port(source: Source) -> str:
    return "port" if source.kind is Kind.TCP_CLIENT and source.port == 0 else ""


def _allow(source: Source) -> str:
    return "network" if any(network_of(row) is None for row in source.allow) else ""


def _is_line(text: str) -> bool:
    return bool(text) and text == text.strip() and text.isprintable()


_CHECKS: Mapping[str, Callable[[Source], str]] = {
    "name": lambda source: "" if source.name.isprintable() else "text",
    "host": _host,
    "port": _port,
    "allow": _allow,
    "device": lambda source: "" if _is_line(source.device) else "device",
    "baud": lambda source: "" if source.baud in BAUDS else "baud",
    "path": lambda source: "" if _is_line(source.path) else "path",
    "speed": lambda source: "" if 0 <= source.speed <= FASTEST else "speed",
}


def problems(source: Source) -> Mapping[str, str]:
    """What is wrong, by field: empty where the source can be tried."""
    found = {}
    for field in ("name", *PARTICULARS[source.kind]):
        check = _CHECKS.get(field)
        if check is not None and (code := check(source)):
            found[field] = code
    return found


def new_id(kind: Kind, taken: Collection[str]) -> str:
    """tcp, tcp-2, tcp-3: the first that is free."""
    number, wanted = 1, kind.value
    while wanted in taken:
        number += 1
        wanted = f"{kind.value}-{number}"
    return wanted


def read_source(row: object) -> Source:
    """A row of the store; ValueError with what is wrong in it."""
    source: Source = msgspec.convert(row, Source, strict=True)
    wrong = problems(source)
    if wrong:
        raise ValueError(", ".join(f"{field}: {code}" for field, code in wrong.items()))
    return source


def row_of(source: Source) -> dict[str, Any]:
    """The row that reads back as the source: its kind's fields and no others."""
    row: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(source))
    kept = ("id", "name", "kind", "enabled", *PARTICULARS[source.kind])
    return {name: row[name] for name in kept}
