"""Recorded logs as frames: hexadecimal text, raw JT/T 808, NMEA text, both mixed, or JSON lines.

Reads by pieces, so that a log of any size takes little memory. Judges nothing.
"""

import base64
import codecs
import re
from collections.abc import Iterator
from enum import StrEnum
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

import msgspec

from app.ingest.frames import MAX_WIRE, Jt808Framer, Kind, MixedFramer, NmeaFramer

CHUNK = 1 << 16
MAX_TEXT_LINE = 1 << 22
MAX_JSON_LINE = 1 << 24
"""Longest lines of hexadecimal text and of JSON; of longer ones the rest is skipped."""

_BOM = b"\xef\xbb\xbf"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_PADDING = b"\x00 \t\r\n\f\v" + _BOM
_HEX = re.compile(rb"[0-9A-Fa-f]+\Z")
_SHORTEST_HEX = 8
"""Bytes that a line of hexadecimal without 7E needs before a file is taken for such text."""

_TRIM = re.compile(rb"0[xX]|\\x|[\x00\s,;:_\"'-]|#.*")
"""How else people write bytes: 0x7E, 7E-02, "7e 02", \\x7e\\x02; and a comment behind them."""

_BINARY = re.compile(rb"[\x01-\x08\x0e-\x1f\x7e]")


class Format(StrEnum):
    AUTO = "auto"
    JT808 = "jt808"
    NMEA = "nmea"


class _Row(msgspec.Struct):
    """A line of JSON that holds bytes: one of them is there, the others are empty."""

    wire_hex: str = ""
    input_hex: str = ""
    sentence: str = ""
    log_b64: str = ""


_ROW = msgspec.json.Decoder(_Row)


def read_log(path: Path, fmt: str = Format.AUTO) -> Iterator[tuple[Kind, bytes]]:
    """(kind, raw frame or line) in the order of the file; `fmt` keeps to one format.

    OSError where the file cannot be read, before the first frame; ValueError for another `fmt`.
    """
    wanted = Format(fmt)
    stream = BufferedReader(path.open("rb", buffering=0), CHUNK)
    return _frames(stream, stream.peek(CHUNK), wanted)  # a pipe can be peeked at, not rewound


def _frames(stream: BinaryIO, head: bytes, fmt: Format) -> Iterator[tuple[Kind, bytes]]:
    with stream:
        if _is_utf16(head):
            stream = codecs.EncodedFile(stream, "utf-8", "utf-16", "replace")
            head = head.decode("utf-16", "replace").encode()
        if head.lstrip(_PADDING)[:1] == b"{":
            yield from _json_lines(stream, fmt)
        elif _is_hex(head, fmt):
            yield from _hex_lines(stream, fmt)
        else:
            yield from _raw(stream, fmt)


def _is_utf16(head: bytes) -> bool:
    """Its mark, and plain characters behind it; the mark alone may be noise before a frame."""
    if head[:2] not in _UTF16 or len(head) < 4:
        return False
    return not any(head[3 if head[:2] == codecs.BOM_UTF16_LE else 2 : 32 : 2])


def _is_hex(head: bytes, fmt: Format) -> bool:
    """Text that has a line of hexadecimal bytes from 7E on, or of many where no line is other."""
    if _BINARY.search(head):
        return False
    if fmt is Format.JT808 and head.strip(_PADDING):
        return True
    lines = [digits_of(line) for line in head.replace(b"\r", b"\n").split(b"\n")]
    if fmt is not Format.NMEA and any(line[:2] in (b"7e", b"7E") for line in lines):
        return True
    long = any(len(line) >= 2 * _SHORTEST_HEX and _HEX.match(line) for line in lines)
    return long and b"$" not in head


def digits_of(line: bytes) -> bytes:
    """A line without its padding, separators, prefixes and comment."""
    return _TRIM.sub(b"", line.strip(_PADDING))


def _raw(stream: BinaryIO, fmt: Format) -> Iterator[tuple[Kind, bytes]]:
    if fmt is Format.AUTO:
        mixed = MixedFramer()
        while chunk := stream.read(CHUNK):
            yield from mixed.feed(chunk)
        yield from mixed.flush()
        return
    kind = Kind(fmt.value)
    framer = Jt808Framer() if kind is Kind.JT808 else NmeaFramer()
    while chunk := stream.read(CHUNK):
        for raw in framer.feed(chunk):
            yield kind, raw
    for raw in framer.flush():
        yield kind, raw


def _lines(stream: BinaryIO, *, longest: int = MAX_TEXT_LINE) -> Iterator[bytes]:
    """Lines with nothing round them, CR alone ending one as well; empty ones are left out."""
    at_start = True
    while line := stream.readline(longest):
        starts, at_start = at_start, line.endswith(b"\n")
        if starts:
            for part in line.split(b"\r"):
                if text := part.strip(_PADDING):
                    yield text


def _hex_lines(stream: BinaryIO, fmt: Format) -> Iterator[tuple[Kind, bytes]]:
    """One frame a line; comments are skipped, sentences among them are read as sentences."""
    for text in _lines(stream):
        if text.startswith(b"#"):
            continue
        if text[:1] in b"$!":
            if fmt is Format.AUTO:
                framer = NmeaFramer()
                yield from ((Kind.NMEA, raw) for raw in framer.feed(text) + framer.flush())
            else:
                yield Kind.JT808, text
        else:
            yield from _from_hex(text, fmt)


def _from_hex(text: bytes, fmt: Format) -> list[tuple[Kind, bytes]]:
    """What stands in one line; a line that is not hexadecimal stays as it is and is refused."""
    digits = digits_of(text)
    if not digits:
        return []
    whole, half = digits[: len(digits) // 2 * 2], len(digits) % 2
    kind = Kind.NMEA if fmt is Format.NMEA else Kind.JT808
    if not _HEX.match(digits):
        return [(kind, text)]
    data = bytes.fromhex(whole.decode("ascii"))
    found = _cut(data, fmt)
    if half and not any(raw.endswith(b"\x7e") and len(raw) > 2 for _, raw in found):
        return [(kind, text)]
    return found or [(kind, data[:MAX_WIRE])]


def _cut(data: bytes, fmt: Format) -> list[tuple[Kind, bytes]]:
    """The frames and sentences in the bytes of one line, noise before the first left out."""
    if fmt is Format.NMEA or (fmt is Format.AUTO and data[:1] in (b"$", b"!")):
        lines = NmeaFramer()
        return [(Kind.NMEA, raw) for raw in lines.feed(data) + lines.flush()]
    framer = Jt808Framer()
    frames = framer.feed(data) + framer.flush()
    if fmt is Format.AUTO and not frames and b"$" in data:
        return _cut(data, Format.NMEA)
    return [(Kind.JT808, raw) for raw in frames]


def _json_lines(stream: BinaryIO, fmt: Format) -> Iterator[tuple[Kind, bytes]]:
    """Rows with one of the keys of `_Row`; rows that hold none of them are skipped."""
    for text in _lines(stream, longest=MAX_JSON_LINE):
        try:
            row = _ROW.decode(text)
        except (msgspec.DecodeError, UnicodeDecodeError):
            continue
        for kind, raw in _row_frames(row, fmt):
            if fmt is Format.AUTO or fmt.value == kind.value:
                yield kind, raw


def _row_frames(row: _Row, fmt: Format) -> Iterator[tuple[Kind, bytes]]:
    if (row.wire_hex and fmt is not Format.NMEA) or row.input_hex:
        yield from _from_hex((row.wire_hex or row.input_hex).encode(), fmt)
    if row.sentence:
        yield Kind.NMEA, row.sentence.encode()
    if row.log_b64:
        mixed = MixedFramer()
        yield from mixed.feed(_base64(row.log_b64))
        yield from mixed.flush()


def _base64(text: str) -> bytes:
    try:
        return base64.b64decode(text)
    except ValueError:
        return b""
