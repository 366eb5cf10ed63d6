"""JT/T 809 frames: 5B, header, body, CRC, 5D; escapes and header both ways (JT/T 809-2011 §4.4)."""

import re
from binascii import crc_hqx
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from struct import Struct
from typing import NamedTuple

MAX_FRAME = 1 << 16
"""Longest frame on the wire; the field of the length would allow 4 GB."""

_HEAD = Struct(">IIHI3sBI")
_TIME = Struct(">Q")
_CRC = 2
_ESCAPES = (
    (b"\x5b", b"\x5a\x01"),
    (b"\x5a", b"\x5a\x02"),
    (b"\x5d", b"\x5e\x01"),
    (b"\x5e", b"\x5e\x02"),
)
"""A byte and what stands for it (§4.4.2, table 2)."""

_ENCODED = {pair: plain for plain, pair in _ESCAPES}
_PAIR = re.compile(rb"[\x5a\x5e].?", re.DOTALL)
_PLAIN = dict(_ESCAPES)
_SPECIAL = re.compile(rb"[\x5a\x5b\x5d\x5e]")
_EARLIEST, _LATEST = 946_684_800, 4_102_444_800
"""2000 and 2100 in seconds since 1970: what the time of a 2019 header can be."""


class Frame(NamedTuple):
    """A frame whose escapes, length and CRC are right. `sent` is None before 2019."""

    type: int
    serial: int
    centre: int
    version: int
    encrypted: bool
    sent: datetime | None
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """Why bytes are no frame; what varies stands behind a colon."""

    reason: str


def cut(data: bytes) -> Iterator[bytes]:
    """The pieces from each 5B to its 5D or to the next 5B; what stands between is left out."""
    for piece in data.split(b"\x5b")[1:]:
        end = piece.find(b"\x5d")
        yield b"\x5b" + (piece if end < 0 else piece[: end + 1])[:MAX_FRAME]


def parse(raw: bytes) -> Frame | Damage:
    """One frame as it came off the wire, both delimiters included."""
    if raw[:1] != b"\x5b" or raw[-1:] != b"\x5d":
        return Damage(reason="no 5B delimiter" if raw[:1] != b"\x5b" else "no closing 5D")
    data = _unescape(raw[1:-1])
    if data is None:
        return Damage(reason="bad escape after 5A or 5E")
    size = len(data) + 2
    if size < 2 + _HEAD.size + _CRC:
        return Damage(reason=f"frame too short: {size} bytes")
    if crc_hqx(data[:-_CRC], 0xFFFF) != int.from_bytes(data[-_CRC:], "big"):
        return Damage(reason="checksum mismatch")
    said, serial, kind, centre, _, encrypted, _ = _HEAD.unpack_from(data)
    if said != size:
        return Damage(reason=f"length mismatch: {said} said, {size} found")
    sent, start = _sent(data)
    version = 2011 if sent is None else 2019
    return Frame(kind, serial, centre, version, bool(encrypted), sent, data[start:-_CRC])


def _sent(data: bytes) -> tuple[datetime | None, int]:
    """The time of a 2019 header and where the body begins.

    No field tells the editions apart; four zero bytes and a second of this century begin no body
    of 2011, where a plate or an account number stands.
    """
    if len(data) >= _HEAD.size + _TIME.size + _CRC:
        (seconds,) = _TIME.unpack_from(data, _HEAD.size)
        if _EARLIEST <= seconds < _LATEST:
            return datetime.fromtimestamp(seconds, UTC), _HEAD.size + _TIME.size
    return None, _HEAD.size


def _unescape(data: bytes) -> bytes | None:
    """The bytes meant, or None where an escape means none."""
    if any(pair not in _ENCODED for pair in _PAIR.findall(data)):
        return None
    return _PAIR.sub(lambda found: _ENCODED[found[0]], data)


def build(
    kind: int, serial: int, centre: int, body: bytes, *, sent: datetime | None = None
) -> bytes:
    """A frame ready for the wire; with `sent` that of 2019. ValueError where one is unfit."""
    time = b"" if sent is None else _TIME.pack(int(sent.timestamp()))
    size = 2 + _HEAD.size + len(time) + len(body) + _CRC
    if size > MAX_FRAME or max(serial, centre) >= 1 << 32 or kind >= 1 << 16:
        raise ValueError(f"{kind:#x} of {size} bytes for {centre} is no frame")
    head = _HEAD.pack(size, serial, kind, centre, b"\x01\x00\x00", 0, 0)
    data = head + time + body
    data += crc_hqx(data, 0xFFFF).to_bytes(_CRC, "big")
    return b"\x5b" + _SPECIAL.sub(lambda found: _PLAIN[found[0]], data) + b"\x5d"
