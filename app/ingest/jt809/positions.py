"""Vehicle positions of JT/T 809: 0x1202 one of now, 0x1203 several of before (main link, 0x1200).

A vehicle is known by its plate; what else a link carries is named and kept unread.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from struct import Struct
from typing import NamedTuple

from app.ingest.jt808_location import read_location
from app.ingest.jt808_names import alarm_names, status_names, type_text
from app.ingest.jt809.frame import Damage, Frame
from app.model import Message

EXCHANGE = 0x1200
NOW, BEFORE = 0x1202, 0x1203
"""Sub-types of the exchange: 实时上传车辆定位信息, 车辆定位信息自动补报 (§4.5.3)."""

_VEHICLE = Struct(">21sBHI")
_POSITION = Struct(">BBBHBBBIIHHIHhII")
_SAFE = Struct(">BI")
_PLATFORMS = 3 * (11 + 4)
_BEIJING = timedelta(hours=8)
_FIXED, _SOUTH, _WEST, _ENCRYPTED = 0x02, 0x04, 0x08, 0x20


def read_frame(frame: Frame | Damage, *, raw: bytes = b"") -> Iterator[Message]:
    """The Messages of a frame: each position, or one that says what it is or why it is refused."""
    if isinstance(frame, Damage):
        yield Message(format="jt809", type="", error=frame.reason, raw=raw)
        return
    kind = type_text(frame.type)
    if frame.encrypted:
        yield Message(format="jt809", type=kind, error="body is encrypted", encrypted=True, raw=raw)
    elif frame.type == EXCHANGE:
        yield from _exchange(frame, raw)
    else:
        yield Message(format="jt809", type=kind, raw=raw)


def _exchange(frame: Frame, raw: bytes) -> Iterator[Message]:
    if len(frame.body) < _VEHICLE.size:
        short = f"body too short: {len(frame.body)} bytes of {_VEHICLE.size}"
        yield Message(format="jt809", type=type_text(frame.type), error=short, raw=raw)
        return
    name, colour, sub, size = _VEHICLE.unpack_from(frame.body)
    said = frame.body[_VEHICLE.size :]
    vehicle = Message(
        format="jt809",
        type=type_text(sub),
        terminal=name.split(b"\x00")[0].decode("gb18030", "replace").strip() or None,
        extra={"plate_colour": colour, "centre": frame.centre},
        raw=raw,
    )
    if size != len(said):
        yield replace(vehicle, error=f"length mismatch: {size} said, {len(said)} found")
    elif sub == NOW:
        yield READ[frame.version](vehicle, said)
    elif sub == BEFORE:
        yield from _batch(replace(vehicle, backlog=True), said, frame.version)
    else:
        yield vehicle


def exchange_body(plate: str, colour: int, sub: int, data: bytes) -> bytes:
    """The body of a 0x1200. ValueError for a plate of more than 21 bytes."""
    name = plate.encode("gb18030")
    if len(name) > 21:
        raise ValueError(f"{plate!r} has more than 21 bytes")
    return _VEHICLE.pack(name, colour, sub, len(data)) + data


def _batch(vehicle: Message, said: bytes, version: int) -> Iterator[Message]:
    """Positions of before: a count and as many of the same layout as one of now."""
    items = list(_items(said[1:], version))
    if not said or len(items) != said[0]:
        count = f"batch count mismatch: {said[:1].hex() or 'none'} said, {len(items)} found"
        yield replace(vehicle, error=count)
        return
    for item in items:
        yield READ[version](vehicle, item)


def _items(data: bytes, version: int) -> Iterator[bytes]:
    while data:
        size = _POSITION.size
        if version == 2019:
            inner = _SAFE.unpack_from(data)[1] if len(data) >= _SAFE.size else 0
            size = _SAFE.size + inner + _PLATFORMS
        yield data[:size]
        data = data[size:]


def _handed_on(vehicle: Message, data: bytes) -> Message:
    """2019: whether it is encrypted, a 0x0200 body of JT/T 808, three platforms (table 27)."""
    size = int.from_bytes(data[1 : _SAFE.size], "big") if len(data) >= _SAFE.size else -1
    if size < 0 or len(data) != _SAFE.size + size + _PLATFORMS:
        return replace(vehicle, error=f"location too short: {len(data)} bytes")
    if data[0]:
        return replace(vehicle, error="body is encrypted", encrypted=True)
    body = data[_SAFE.size : _SAFE.size + size]
    return replace(
        read_location(body, kind=vehicle.type, terminal="", backlog=vehicle.backlog),
        format=vehicle.format,
        terminal=vehicle.terminal,
        raw=vehicle.raw,
    )


def _told(vehicle: Message, data: bytes) -> Message:
    """2011: 36 bytes (table 25); degrees in 1e-6, km/h, the hour of Beijing, bits as JT/T 808's."""
    if len(data) != _POSITION.size:
        short = f"location too short: {len(data)} bytes of {_POSITION.size}"
        return replace(vehicle, error=short)
    said = _Position(*_POSITION.unpack(data))
    fix_time, error = said.fix_time, None
    if said.lat > 90_000_000:
        error = f"latitude out of range: {said.lat / 1e6}"
    elif said.lon > 180_000_000:
        error = f"longitude out of range: {said.lon / 1e6}"
    elif fix_time is None:
        error = f"not a time: {data[1:8].hex()}"
    if error is not None:
        return replace(vehicle, error=error)
    doubts = (
        ("null_island", not (said.lon or said.lat)),
        ("course_out_of_range", said.course_deg > 360),
    )
    return replace(
        vehicle,
        valid=said.status & _FIXED != 0,
        lon=(-said.lon if said.status & _WEST else said.lon) / 1e6,
        lat=(-said.lat if said.status & _SOUTH else said.lat) / 1e6,
        alt_m=float(said.alt_m),
        speed_kmh=float(said.speed_kmh),
        course_deg=float(said.course_deg) if said.course_deg <= 360 else None,
        fix_time=fix_time,
        alarms=alarm_names(said.alarm),
        status=(*status_names(said.status), *(name for name, applies in doubts if applies)),
        encrypted=said.encrypted != 0 or said.status & _ENCRYPTED != 0,
    )


READ: dict[int, Callable[[Message, bytes], Message]] = {2011: _told, 2019: _handed_on}
"""Edition -> (the vehicle's Message, the bytes of one position) -> the same with its position."""


class _Position(NamedTuple):
    """The fields of table 25 in their order."""

    encrypted: int
    day: int
    month: int
    year: int
    hour: int
    minute: int
    second: int
    lon: int
    lat: int
    speed_kmh: int
    recorder_kmh: int
    mileage_km: int
    course_deg: int
    alt_m: int
    status: int
    alarm: int

    @property
    def fix_time(self) -> datetime | None:
        """Aware UTC; None where it is no time of any day."""
        day = (self.year, self.month, self.day)
        try:
            local = datetime(*day, self.hour, self.minute, self.second, tzinfo=UTC)
            return local - _BEIJING
        except (ValueError, OverflowError):
            return None
