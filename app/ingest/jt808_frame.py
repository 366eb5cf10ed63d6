"""JT/T 808 frames: escapes, checksum and header, both ways. Bodies are read elsewhere."""

from dataclasses import dataclass
from struct import Struct
from typing import NamedTuple

from app.ingest.jt808_names import MESSAGES, type_text

FLAG = b"\x7e"
MAX_BODY = 1023
MAX_FRAME = 21 + MAX_BODY + 1
"""Longest header, body and checksum, un-escaped."""

_HEAD_2013 = Struct(">HH6sH")
_HEAD_2019 = Struct(">HHB10sH")
_PARTS = Struct(">HH")
_LENGTH = 0x03FF
_ENCRYPTION = 0x1C00
_SUBPACKAGE = 0x2000
_VERSIONED = 0x4000


class Frame(NamedTuple):
    """A frame whose escapes, checksum and length are right.

    `phone` has no leading zeros. `version` is 2013 (also 2011, told apart by the 0x0100 body)
    or 2019. `total` and `number` (from 1) are 0 unless the frame is one part of a message.
    """

    id: int
    phone: str
    serial: int
    version: int
    body: bytes
    encryption: int = 0
    total: int = 0
    number: int = 0

    @property
    def type(self) -> str:
        return type_text(self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """Why bytes are not a frame; what varies stands behind a colon in `reason`.

    `id` and `phone` are what it claims to be, where it got that far.
    """

    reason: str
    id: int | None = None
    phone: str | None = None


def escape(data: bytes) -> bytes:
    """7E -> 7D 02 and 7D -> 7D 01 (JT/T 808-2019 §4.4.2)."""
    return data.replace(b"\x7d", b"\x7d\x01").replace(b"\x7e", b"\x7d\x02")


def unescape(data: bytes) -> bytes | None:
    """The bytes meant, or None where 7D is followed by anything but 01 or 02."""
    if 0x7D not in data:
        return data
    stuffed = data.count(b"\x7d")
    if stuffed != data.count(b"\x7d\x01") + data.count(b"\x7d\x02"):
        return None
    return data.replace(b"\x7d\x02", b"\x7e").replace(b"\x7d\x01", b"\x7d")


def checksum(data: bytes) -> int:
    """XOR of all bytes, folded in halves as one long number, which is faster than a loop."""
    folded = int.from_bytes(data, "big")
    size = len(data)
    while size > _HALF:
        size = (size + 1) // 2
        folded = (folded >> 8 * size) ^ (folded & (1 << 8 * size) - 1)
    folded ^= folded >> 512
    folded ^= folded >> 256
    folded ^= folded >> 128
    folded ^= folded >> 64
    folded ^= folded >> 32
    folded ^= folded >> 16
    return (folded ^ folded >> 8) & 0xFF


_HALF = 128
"""Bytes that are folded without asking how many they are: twice the first shift."""


def parse(raw: bytes) -> Frame | Damage:
    """One frame, delimiters included, as it came off the wire (JT/T 808-2019 §4.4, table 1)."""
    if len(raw) < 2 or raw[0] != 0x7E or raw[-1] != 0x7E:
        reason = "no 7E delimiter" if raw[:1] != FLAG else "no closing 7E"
        return Damage(reason=reason, id=_claimed(raw))
    data = unescape(raw[1:-1])
    if data is None:
        return Damage(reason="bad escape after 7D", id=_claimed(raw))
    if len(data) < 13:
        return Damage(reason=f"frame too short: {len(data)} bytes", id=_claimed(raw))
    return _read(data)


def _claimed(raw: bytes) -> int | None:
    """The message that a cut or torn frame begins, where there is one of that number."""
    start = unescape(raw[1:3]) if raw[:1] == FLAG else None
    message_id = int.from_bytes(start, "big") if start and len(start) == 2 else None
    return message_id if message_id in MESSAGES else None


def _read(data: bytes) -> Frame | Damage:
    """Header fields are named in the Damage too, so that a person sees whose frame it was."""
    properties = data[2] << 8 | data[3]
    if properties & _VERSIONED:
        if len(data) < 18:
            return Damage(reason=f"frame too short: {len(data)} bytes with a 2019 header")
        message_id, _, _, digits, serial = _HEAD_2019.unpack_from(data)
        start, version = 17, 2019
    else:
        message_id, _, digits, serial = _HEAD_2013.unpack_from(data)
        start, version = 12, 2013
    phone = digits.hex().lstrip("0") or "0"
    total = number = 0
    reason = None
    if checksum(data):
        reason = "checksum mismatch"
    elif properties & _SUBPACKAGE:
        total, number, reason = _packet(data, start)
        start += 4
    size = len(data) - start - 1
    if reason is None and size != properties & _LENGTH:
        reason = f"length mismatch: {properties & _LENGTH} said, {size} found"
    if reason is not None:
        return Damage(reason=reason, id=message_id, phone=phone)
    encryption = (properties & _ENCRYPTION) >> 10
    body = data[start:-1]
    fields = (message_id, phone, serial, version, body, encryption, total, number)
    return _tuple(Frame, fields)  # as Frame(*fields), which runs often


_tuple = tuple.__new__


def _packet(data: bytes, start: int) -> tuple[int, int, str | None]:
    """Total and number of a packet, and why they are none."""
    if len(data) < start + 5:
        return 0, 0, "frame too short: no packet numbers"
    total, number = _PARTS.unpack_from(data, start)
    if 1 <= number <= total:
        return total, number, None
    return total, number, f"packet number out of range: {number} of {total}"


def build(
    message_id: int,
    phone: str,
    serial: int,
    body: bytes = b"",
    version: int = 2013,
    *,
    encryption: int = 0,
    total: int = 0,
    number: int = 0,
) -> bytes:
    """A frame ready for the wire. `phone`: up to 12 digits, 20 in 2019. ValueError if unfit."""
    if len(body) > MAX_BODY:
        raise ValueError(f"{len(body)} bytes of body, at most {MAX_BODY} fit")
    width = 20 if version == 2019 else 12
    digits = bytes.fromhex(phone.rjust(width, "0"))
    if len(digits) * 2 != width:
        raise ValueError(f"{phone!r} has more than {width} digits")
    properties = len(body) | encryption << 10 | (_SUBPACKAGE if total else 0)
    if version == 2019:
        head = _HEAD_2019.pack(message_id, properties | _VERSIONED, 1, digits, serial & 0xFFFF)
    else:
        head = _HEAD_2013.pack(message_id, properties, digits, serial & 0xFFFF)
    data = head + (_PARTS.pack(total, number) if total else b"") + body
    return FLAG + escape(data + bytes((checksum(data),))) + FLAG


def build_parts(
    message_id: int, phone: str, serial: int, body: bytes, version: int = 2013
) -> list[bytes]:
    """One frame, or as many sub-packages with consecutive serials as the body needs."""
    if len(body) <= MAX_BODY:
        return [build(message_id, phone, serial, body, version)]
    pieces = [body[at : at + MAX_BODY] for at in range(0, len(body), MAX_BODY)]
    return [
        build(message_id, phone, serial + i, piece, version, total=len(pieces), number=i + 1)
        for i, piece in enumerate(pieces)
    ]
