"""Recorded logs as frames: hexadecimal text, raw JT/T 808, NMEA text, both mixed, or JSON lines.

Reads by pieces, so that a log of any size takes little memory. Judges nothing.
"""

import base64
import re
from collections.abc import Iterator
from enum import StrEnum
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

import msgspec

from app.ingest.frames import Jt808Framer, Kind, MixedFramer, NmeaFramer

CHUNK = 1 << 16
MAX_TEXT_LINE = 1 << 16
MAX_JSON_LINE = 1 << 24
"""Longest lines of hexadecimal text and of JSON; of longer ones the rest is skipped."""

_BOM = b"\xef\xbb\xbf"
_PADDING = b"\x00 \t\r\n\f\v" + _BOM
_HEX = re.compile(rb"[0-9A-Fa-f \t]+\Z")
_HEX_LINE = re.compile(rb"(?:^|\n)[\x00 \t]*7[Ee][ \t]*(?:[0-9A-Fa-f]{2}[ \t]*){4,}")
_DIGITS_LINE = re.compile(rb"(?:^|\n)[\x00 \t]*(?:[0-9A-Fa-f]{2}[ \t]*){8,}(?:\n|\Z)")
_BINARY = re.compile(rb"[\x01-\x08\x0e-\x1f\x7e]")


class Format(StrEnum):
    AUTO = "auto"
    JT808 = "jt808"
    NMEA = "nmea"


class _Row(msgspec.Struct):
    """A line of JSON that holds bytes: one of the three is there, the others are empty."""

    wire_hex: str = ""
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
        if head.lstrip(_PADDING)[:1] == b"{":
            yield from _json_lines(stream, fmt)
        elif fmt is not Format.NMEA and _is_hex(head, fmt):
            yield from _hex_lines(stream, fmt)
        else:
            yield from _raw(stream, fmt)


def _is_hex(head: bytes, fmt: Format) -> bool:
    """Text that has a line of hexadecimal bytes from 7E on, or holds nothing else."""
    if _BINARY.search(head):
        return False
    text = head.replace(_BOM, b"").replace(b"\r", b"\n")
    if _HEX_LINE.search(text) or (b"$" not in text and _DIGITS_LINE.search(text)):
        return True
    return fmt is Format.JT808 and bool(head.strip(_PADDING))


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
            yield from ((Kind.JT808, raw) for raw in _from_hex(text))


def _from_hex(text: bytes) -> list[bytes]:
    """The frames of one line; a line that is not hexadecimal stays as it is and is refused."""
    digits = text.replace(b" ", b"").replace(b"\t", b"")
    if not _HEX.match(digits) or len(digits) % 2:
        return [text]
    data = bytes.fromhex(digits.decode("ascii"))
    if data[:1] != b"\x7e":
        return [data]
    framer = Jt808Framer()
    return framer.feed(data) + framer.flush() or [data]


def _json_lines(stream: BinaryIO, fmt: Format) -> Iterator[tuple[Kind, bytes]]:
    """Rows with `wire_hex`, `sentence` or `log_b64`; rows that hold none of them are skipped."""
    for text in _lines(stream, longest=MAX_JSON_LINE):
        try:
            row = _ROW.decode(text)
        except (msgspec.DecodeError, UnicodeDecodeError):
            continue
        for kind, raw in _row_frames(row):
            if fmt is Format.AUTO or fmt.value == kind.value:
                yield kind, raw


def _row_frames(row: _Row) -> Iterator[tuple[Kind, bytes]]:
    if row.wire_hex:
        yield from ((Kind.JT808, raw) for raw in _from_hex(row.wire_hex.encode()))
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
