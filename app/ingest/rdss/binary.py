"""What RDSS "4.0" frames say, as Messages: a table of contents by tag, big-endian."""

from collections.abc import Callable
from datetime import UTC, datetime, time
from struct import Struct
from typing import Any

from app.ingest.nmea_fields import UnfitError
from app.ingest.rdss.content import read_bytes, shown, text_or_none
from app.ingest.rdss.frame import NAMES, Binary, Broken
from app.model import Message

_TXXX = Struct(">B3sBBH")
_TXSQ = Struct(">B3sHB")
_DWXX = Struct(">B3s4B4B4BHH")
_ICXX = Struct(">B3sBHBBH")
_ZJXX = Struct(">BBBB6B")
_GPSX = Struct(">6Bc4Bc4BH")
_CODE = 0x20
"""Bit of the class byte that says code or mixed; without it Chinese."""


def interpret(frame: Binary | Broken, *, raw: bytes = b"") -> tuple[Message, time | None]:
    """The Message, and the time of day (UTC) of a position that says no day."""
    if isinstance(frame, Broken):
        return Message(format="rdss4", type=frame.tag, error=frame.reason, raw=raw), None
    fields: dict[str, Any] = {"name": NAMES[frame.tag], "address": frame.address}
    try:
        least, reader = READERS.get(frame.tag, (0, _bare))
        if len(frame.content) < least:
            raise UnfitError(f"content too short: {len(frame.content)} bytes of {least}")
        told = reader(frame.content)
    except UnfitError as unfit:
        fields["content"] = frame.content.hex()
        return _message(frame, {"error": str(unfit)}, fields, raw), None
    clock = told.pop("clock", None)
    core = {name: told.pop(name) for name in _CORE & told.keys()}
    if clock is not None:
        fields["time"] = clock.replace(tzinfo=None).isoformat()
    return _message(frame, core, fields | told, raw), clock


_CORE = {"terminal", "lon", "lat", "alt_m", "fix_time", "valid", "text", "error", "status"}


def _message(frame: Binary, core: dict[str, Any], extra: dict[str, Any], raw: bytes) -> Message:
    core.setdefault("terminal", str(frame.address))
    return Message(format="rdss4", type=frame.tag, raw=raw, extra=extra, **core)


def _bare(content: bytes) -> dict[str, Any]:
    return {"content": content.hex()} if content else {}


def _payload(data: bytes, bits: int, *, code: bool) -> dict[str, Any]:
    size = -(-bits // 8)
    if size > len(data):
        raise UnfitError(f"content is cut: {len(data)} bytes of {size}")
    payload = data[:size]
    mixed = payload[:1] == b"\xa4"
    if code or mixed:
        return read_bytes(payload[1:] if mixed else payload, mixed=True)
    text = text_or_none(payload)
    if text is None:
        return {"error": "content is not GBK text", "shown": shown(payload), "bytes": payload.hex()}
    return {"text": text, "bytes": payload.hex()}


def _message_in(content: bytes) -> dict[str, Any]:
    kind, sender, hour, minute, bits = _TXXX.unpack_from(content)
    if hour > 23 or minute > 59:
        raise UnfitError("time out of range")
    told = _payload(content[_TXXX.size :], bits, code=bool(kind & _CODE))
    told |= {"class": kind, "sent": f"{hour:02}:{minute:02}", "bits": bits}
    rest = content[_TXXX.size + -(-bits // 8) :]
    if rest[:1] not in (b"", b"\x00"):
        told["error"] = "the receiver says that it came damaged"
    return told | {"terminal": str(int.from_bytes(sender, "big"))}


def _message_out(content: bytes) -> dict[str, Any]:
    kind, to, bits, ack = _TXSQ.unpack_from(content)
    told = _payload(content[_TXSQ.size :], bits, code=kind == 0x46)
    return told | {"to": int.from_bytes(to, "big"), "class": kind, "bits": bits, "ack": ack}


def _angle(limit: int, degrees: int, minutes: int, seconds: int, tenths: int) -> float:
    value = degrees + minutes / 60 + (seconds + tenths / 10) / 3600
    if minutes > 59 or seconds > 59 or tenths > 9:
        raise UnfitError("position is not degrees, minutes and seconds")
    if value > limit:
        raise UnfitError("longitude out of range" if limit == 180 else "latitude out of range")
    return value


def _height(bits: int) -> float:
    """Sign and magnitude: two bits say the sign, 00 above and 01 below."""
    sign = bits >> 14
    if sign > 1:
        raise UnfitError("height has no sign")
    return float(-(bits & 0x3FFF) if sign else bits & 0x3FFF)


def _clock(hour: int, minute: int, second: int, hundredths: int = 0) -> time:
    try:
        return time(hour, minute, second, hundredths * 10_000, tzinfo=UTC)
    except ValueError:
        raise UnfitError("time out of range") from None


def _position(content: bytes) -> dict[str, Any]:
    flags, asked, *rest = _DWXX.unpack_from(content)
    lon, lat = _angle(180, *rest[4:8]), _angle(90, *rest[8:12])
    return {
        "terminal": str(int.from_bytes(asked, "big")),
        "flags": flags,
        "clock": _clock(*rest[:4]),
        "lon": lon,
        "lat": lat,
        "alt_m": _height(rest[12]),
        "anomaly_m": _height(rest[13]),
        "valid": True,
    }


def _gnss(content: bytes) -> dict[str, Any]:
    year, month, day, hour, minute, second, east, *rest = _GPSX.unpack_from(content)
    north = rest[4]
    if east not in (b"E", b"W") or north not in (b"N", b"S"):
        raise UnfitError("hemisphere is not a letter")
    try:
        at = datetime(2000 + year, month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        raise UnfitError("time out of range") from None
    lon, lat = _angle(180, *rest[:4]), _angle(90, *rest[5:9])
    return {
        "fix_time": at,
        "lon": -lon if east == b"W" else lon,
        "lat": -lat if north == b"S" else lat,
        "alt_m": _height(rest[9]),
        "valid": True,
        "rest": content[_GPSX.size :].hex(),
    }


def _card(content: bytes) -> dict[str, Any]:
    frame, broadcast, user, period_s, level, encrypted, subordinates = _ICXX.unpack_from(content)
    return {
        "frame": frame,
        "broadcast": int.from_bytes(broadcast, "big"),
        "user": user,
        "period_s": period_s,
        "level": level,
        "encrypted": encrypted,
        "subordinates": subordinates,
    }


def _self_test(content: bytes) -> dict[str, Any]:
    card, hardware, battery, inbound, *powers = _ZJXX.unpack_from(content)
    told = {"card": card, "hardware": hardware, "battery_percent": battery, "inbound": inbound}
    return told | {"powers": powers}


def _feedback(content: bytes) -> dict[str, Any]:
    """Flag 0: done; behind it the command that is answered, or what to wait for."""
    tail = content[1:5]
    told: dict[str, Any] = {"flag": content[0], "ok": content[0] == 0}
    return told | ({"command": tail.decode()} if tail.isalpha() else {"detail": tail.hex()})


READERS: dict[str, tuple[int, Callable[[bytes], dict[str, Any]]]] = {
    "TXXX": (_TXXX.size, _message_in),
    "TXSQ": (_TXSQ.size, _message_out),
    "DWXX": (_DWXX.size, _position),
    "GPSX": (_GPSX.size, _gnss),
    "ICXX": (_ICXX.size, _card),
    "ZJXX": (_ZJXX.size, _self_test),
    "FKXX": (1, _feedback),
}
"""Tag -> least bytes of content, and how to read it; others are named and kept as bytes."""
