"""The 0x0200 body of JT/T 808: 28 bytes of position and its additional items, both ways."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from struct import Struct
from typing import Any

from app.ingest.jt808_items import NOTHING, heads_of, layout_of, read_items
from app.ingest.jt808_names import alarm_names, status_names
from app.ingest.made import made
from app.model import Message

CORE = 28
_CORE = Struct(">IIIIhHH6s")
_BEIJING = timedelta(hours=8)
_FIXED, _SOUTH, _WEST, _ENCRYPTED = 0x02, 0x04, 0x08, 0x20
_EARLY = datetime(2000, 10, 31, tzinfo=UTC)
_LATE = datetime(2069, 1, 1, tzinfo=UTC)
"""The first BeiDou satellite, and where two digits of a year stop meaning this century (gpsd)."""


@lru_cache(maxsize=4096)
def bcd_time(digits: bytes) -> datetime | None:
    """BCD yyMMddHHmmss in GMT+8 -> aware UTC, or None where it is no time of any day."""
    text = digits.hex()
    try:
        year, month, day, hour, minute, second = (int(text[i : i + 2]) for i in range(0, 12, 2))
        return datetime(2000 + year, month, day, hour, minute, second, tzinfo=UTC) - _BEIJING
    except ValueError:
        return None


def to_bcd_time(at: datetime) -> bytes:
    """Aware time -> BCD in GMT+8. ValueError outside 2000 to 2099, which BCD cannot say."""
    local = at.astimezone(UTC) + _BEIJING
    if not 2000 <= local.year <= 2099:
        raise ValueError(f"{local.year} has no two digits in JT/T 808")
    return bytes.fromhex(local.strftime("%y%m%d%H%M%S"))


def named_additions(data: bytes) -> Iterator[dict[str, Any]]:
    """Each item as id, name and value in our units; the maker's own stay hexadecimal."""
    heads, _ = heads_of(data, 0)
    layout = layout_of(heads)
    for head, (name, value) in zip(
        heads, layout.values(layout.unpack(data, 0)).items(), strict=True
    ):
        yield {"id": f"0x{head >> 8:02X}", "name": name, "value": value}


def read_location(
    body: bytes, *, kind: str, terminal: str, backlog: bool = False, raw: bytes = b""
) -> Message:
    """A 0x0200 body as a Message (JT/T 808-2019 table 23).

    Degrees from 1e-6 units with the signs of status bits 2 and 3; altitude as signed metres.
    Out of range: lon and lat are None and `error` says which. Items that overrun the body keep
    the core and add "additions_overrun" to `status`; 0, 0 adds "null_island"; a year that no
    receiver of today is in adds "date_doubtful".
    """
    if len(body) < CORE:
        short = f"location too short: {len(body)} bytes of {CORE}"
        return Message(format="jt808", type=kind, terminal=terminal, error=short, raw=raw)
    alarm, status, lat_raw, lon_raw, altitude, speed, course, digits = _CORE.unpack_from(body)
    fix_time = bcd_time(digits)
    names = status_names(status)
    extra, overrun = read_items(body, CORE) if len(body) > CORE else (NOTHING, False)
    error: str | None = None
    lon: float | None = (-lon_raw if status & _WEST else lon_raw) / 1e6
    lat: float | None = (-lat_raw if status & _SOUTH else lat_raw) / 1e6
    if lat_raw > 90_000_000:
        error, lon, lat = f"latitude out of range: {lat}", None, None
    elif lon_raw > 180_000_000:
        error, lon, lat = f"longitude out of range: {lon}", None, None
    elif fix_time is None:
        error = f"not a time: {digits.hex()}"
    if overrun or course > 360 or not (lat_raw or lon_raw) or not _likely(fix_time):
        names = _doubtful(names, overrun, lat_raw == lon_raw == 0, fix_time, course)
    return made(
        "jt808",
        kind,
        terminal,
        error is None and status & _FIXED != 0,
        lon,
        lat,
        float(altitude),
        speed / 10,
        float(course) if course <= 360 else None,
        fix_time,
        alarm_names(alarm) if alarm else (),
        names,
        error,
        backlog,
        status & _ENCRYPTED != 0,
        extra.get("satellites"),
        raw,
        extra,
    )


def _likely(at: datetime | None) -> bool:
    return at is not None and _EARLY <= at < _LATE


def _doubtful(
    names: tuple[str, ...], overrun: bool, zero: bool, at: datetime | None, course: int
) -> tuple[str, ...]:
    """What makes a position that can be read doubtful, in names behind those of its bits."""
    doubts = (
        ("additions_overrun", overrun),
        ("null_island", zero),
        ("date_doubtful", at is not None and not _likely(at)),
        ("course_out_of_range", course > 360),
    )
    return (*names, *(name for name, applies in doubts if applies))


def location_body(
    *,
    lon: float,
    lat: float,
    at: datetime,
    alt_m: float = 0.0,
    speed_kmh: float = 0.0,
    course_deg: float = 0.0,
    alarm: int = 0,
    status: int = _FIXED,
    additions: Mapping[int, bytes] | None = None,
) -> bytes:
    """The 0x0200 body of a position. The hemisphere bits of `status` are set from the signs."""
    status = status & ~(_SOUTH | _WEST) | (_SOUTH if lat < 0 else 0) | (_WEST if lon < 0 else 0)
    core = _CORE.pack(
        alarm,
        status,
        round(abs(lat) * 1e6),
        round(abs(lon) * 1e6),
        round(alt_m),
        round(speed_kmh * 10),
        round(course_deg) % 360,
        to_bcd_time(at),
    )
    return core + b"".join(
        bytes((number, len(value))) + value for number, value in (additions or {}).items()
    )
