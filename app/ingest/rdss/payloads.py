"""Application messages inside short messages, told by their first byte: positions with text.

Layouts of the TD terminals (90 to 93 and 13) that are read off their own applications; others are
named where their mark is known, and kept as bytes.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from struct import Struct
from typing import Any

_TIMED = Struct(">5sI")
_PLACE = Struct(">IIH")
_RESCUE = Struct(">x5sIIHBBB")
_NONE = 0xFFFFFFFF

MARKS: dict[int, str] = {
    0xFB: "application",
    0xBF: "aviation",
    0x50: "position_report",
    0xA0: "position_report",
    0xA7: "application",
    0x7E: "hydrology",
}
"""First byte of payloads that are named and kept as bytes; 7E7E is SL 651 (rain and level)."""


def read_payload(data: bytes) -> dict[str, Any] | None:
    """What an application's payload says, or None where its first byte is no application's."""
    reader = READERS.get(data[0])
    if reader is not None:
        told = reader(data[1:])
        return None if told is None else {"application": f"0x{data[0]:02X}"} | told
    mark = MARKS.get(data[0])
    if mark is None or (mark == "hydrology" and data[:2] != b"\x7e\x7e"):
        return None
    return None if _is_text(data) else {"application": mark}


def _is_text(data: bytes) -> bool:
    """Bytes such as 50 and A7 also begin plain text."""
    try:
        return data.decode("gb18030").isprintable()
    except UnicodeDecodeError:
        return False


def _text(data: bytes) -> dict[str, Any] | None:
    if not data:
        return {}
    try:
        text = data.rstrip(b"\x00").decode("gb18030")
    except UnicodeDecodeError:
        return None
    return {"text": text} if text.isprintable() else None


def _head(data: bytes) -> dict[str, Any]:
    phone, seconds = _TIMED.unpack_from(data)
    at = datetime.fromtimestamp(seconds, UTC)
    return {"phone": phone.hex(), "time": at.replace(tzinfo=None).isoformat() + "Z"}


def _place(lon: int, lat: int, alt: int) -> dict[str, Any] | None:
    if lon == _NONE or lat == _NONE:
        return {}
    if lon > 180_000_000 or lat > 90_000_000:
        return None
    return {"lon": lon / 1e6, "lat": lat / 1e6, "alt_m": alt}


def _timed(data: bytes) -> dict[str, Any] | None:
    """90, 92: phone, time, text."""
    text = _text(data[_TIMED.size :])
    if len(data) < _TIMED.size or text is None:
        return None
    return _head(data) | text


def _timed_place(data: bytes) -> dict[str, Any] | None:
    """91, 93: phone, time, position or FF for none, text."""
    start = _TIMED.size + _PLACE.size
    if len(data) < start:
        return None
    place, text = _place(*_PLACE.unpack_from(data, _TIMED.size)), _text(data[start:])
    return None if place is None or text is None else _head(data) | place | text


def _rescue(data: bytes) -> dict[str, Any] | None:
    """13: a call for help: phone, position, state, body, count, text."""
    if len(data) < _RESCUE.size:
        return None
    phone, lon, lat, alt, state, body, count = _RESCUE.unpack_from(data)
    place, text = _place(lon, lat, alt), _text(data[_RESCUE.size :])
    if place is None or text is None:
        return None
    return {"phone": phone.hex(), "state": state, "body": body, "count": count} | place | text


READERS: dict[int, Callable[[bytes], dict[str, Any] | None]] = {
    0x90: _timed,
    0x91: _timed_place,
    0x92: _timed,
    0x93: _timed_place,
    0x13: _rescue,
}
"""First byte -> reader of the rest; None of it where the rest does not have its form."""
