"""Frames and sentences written as hexadecimal text, in any of the ways people write bytes.

Judges no frame; a line that is not hexadecimal is given out as it is, to be refused.
"""

import codecs
import re
from enum import StrEnum

from app.ingest.frames import MAX_WIRE, Jt808Framer, Kind, NmeaFramer
from app.ingest.mixed import MixedFramer

PADDING = b"\x00 \t\r\n\f\v" + codecs.BOM_UTF8
"""What may stand round a line."""

_HEX = re.compile(rb"[0-9A-Fa-f]+\Z")
_SHORTEST = 8
"""Bytes that a line of hexadecimal without 7E needs before a file is taken for such text."""

_PREFIXES = (b"0x", b"0X", b"\\x")
_SEPARATORS = b"\x00 \t\r\n\f\v,;:_\"'-"
_BINARY = re.compile(rb"[\x01-\x08\x0e-\x1f\x7e]")


class Format(StrEnum):
    AUTO = "auto"
    JT808 = "jt808"
    NMEA = "nmea"
    RDSS4 = "rdss4"
    JSON = "json"


def is_hex(head: bytes, fmt: Format) -> bool:
    """Text that has a line of hexadecimal bytes from 7E on, or a long one and no sentence."""
    if _BINARY.search(head):
        return False
    if fmt is Format.JT808 and head.strip(PADDING):
        return True
    lines = [digits_of(line) for line in head.replace(b"\r", b"\n").split(b"\n")]
    if fmt is not Format.NMEA and any(line[:2] in (b"7e", b"7E") for line in lines):
        return True
    long = any(len(line) >= 2 * _SHORTEST and _HEX.match(line) for line in lines)
    return long and b"$" not in head


def digits_of(line: bytes) -> bytes:
    """A line without padding, comment, and what else people write: 0x7E, 7E-02, \\x7e, "7e 02"."""
    digits = line.strip(PADDING).partition(b"#")[0]
    for prefix in _PREFIXES:
        digits = digits.replace(prefix, b"")
    return digits.translate(None, _SEPARATORS)


def from_hex(text: bytes, fmt: Format) -> list[tuple[Kind, bytes]]:
    """What stands in one line, one frame or several; half a byte behind a whole frame is let go."""
    digits = digits_of(text)
    kind = Kind.JT808 if fmt is Format.AUTO else Kind(fmt.value)
    if not digits:
        return []
    if not _HEX.match(digits):
        return [(kind, text)]
    data = bytes.fromhex(digits[: len(digits) // 2 * 2].decode("ascii"))
    found = _cut(data, fmt)
    if len(digits) % 2 and not any(raw.endswith(b"\x7e") and len(raw) > 2 for _, raw in found):
        return [(kind, text)]
    return found or [(kind, data[:MAX_WIRE])]


def _cut(data: bytes, fmt: Format) -> list[tuple[Kind, bytes]]:
    """The frames and sentences in the bytes of one line, noise before the first left out."""
    if fmt in (Format.RDSS4, Format.JSON) or (fmt is Format.AUTO and data[:1] in b"$!{"):
        mixed = MixedFramer()
        found = mixed.feed(data) + mixed.flush()
        return [(k, raw) for k, raw in found if fmt is Format.AUTO or fmt.value == k.value]
    if fmt is Format.NMEA:
        lines = NmeaFramer()
        return [(Kind.NMEA, raw) for raw in lines.feed(data) + lines.flush()]
    framer = Jt808Framer()
    frames = framer.feed(data) + framer.flush()
    if fmt is Format.AUTO and not frames and b"$" in data:
        return _cut(data, Format.NMEA)
    return [(Kind.JT808, raw) for raw in frames]
