"""Recorded logs as frames: hexadecimal text, raw JT/T 808, NMEA text, both mixed, or JSON lines.

Reads by pieces, so that a log of any size takes little memory. Judges nothing.
"""

import base64
import codecs
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from app.ingest.files.geojson import TYPES
from app.ingest.frames import Jt808Framer, Kind, NmeaFramer
from app.ingest.hexadecimal import PADDING, Format, from_hex, is_hex
from app.ingest.mixed import MixedFramer
from app.ingest.texts import MAX_JSON

__all__ = ["MAX_TEXT_LINE", "Format", "frames_of", "open_log", "read_log"]

CHUNK = 1 << 16
MAX_TEXT_LINE = 1 << 21
MAX_JSON_LINE = 1 << 24
"""Longest lines of hexadecimal text and of JSON; of longer ones the rest is skipped."""

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


_SHAPES = tuple(TYPES)


class _Row(msgspec.Struct):
    """A line of JSON that holds bytes: one of them is there, the others are empty."""

    wire_hex: str = ""
    input_hex: str = ""
    sentence: str = ""
    log_b64: str = ""
    class_: Any = msgspec.field(name="class", default=None)
    owntracks: Any = msgspec.field(name="_type", default=None)
    type: Any = None

    @property
    def spoken(self) -> bool:
        """Whether the object itself says something; rows with bytes may have a type as well."""
        if self.wire_hex or self.input_hex or self.sentence or self.log_b64:
            return False
        named = (self.class_, self.owntracks)
        return any(isinstance(name, str) for name in named) or self.type in _SHAPES


_ROW = msgspec.json.Decoder(_Row)


def read_log(path: Path, fmt: str = Format.AUTO) -> Iterator[tuple[Kind, bytes]]:
    """(kind, raw frame or line) in the order of the file; `fmt` keeps to one format.

    OSError where the file cannot be read, before the first frame; ValueError for another `fmt`.
    """
    wanted = Format(fmt)
    stream, head = open_log(path)
    return frames_of(stream, head, wanted)


def open_log(path: Path) -> tuple[BinaryIO, bytes]:
    """The file and its first bytes, which stay in it: a pipe can be peeked at, not rewound."""
    stream = BufferedReader(path.open("rb", buffering=0), CHUNK)
    return stream, stream.peek(CHUNK)


def frames_of(stream: BinaryIO, head: bytes, fmt: Format) -> Iterator[tuple[Kind, bytes]]:
    """The frames of an open file, which is closed at its end."""
    with stream:
        if _is_utf16(head):
            stream = codecs.EncodedFile(stream, "utf-8", "utf-16", "replace")
            head = head.decode("utf-16", "replace").encode()
        if head.lstrip(PADDING)[:1] == b"{":
            yield from _json_lines(stream, fmt)
        elif is_hex(head, fmt):
            yield from _hex_lines(stream, fmt)
        else:
            yield from _raw(stream, fmt)


def _is_utf16(head: bytes) -> bool:
    """Its mark, and plain characters behind it; the mark alone may be noise before a frame."""
    if head[:2] not in _UTF16 or len(head) < 4:
        return False
    return not any(head[3 if head[:2] == codecs.BOM_UTF16_LE else 2 : 32 : 2])


def _raw(stream: BinaryIO, fmt: Format) -> Iterator[tuple[Kind, bytes]]:
    if fmt in (Format.AUTO, Format.RDSS4, Format.JSON):
        mixed = MixedFramer()
        while chunk := stream.read(CHUNK):
            yield from _wanted(mixed.feed(chunk), fmt)
        yield from _wanted(mixed.flush(), fmt)
        return
    kind = Kind(fmt.value)
    framer = Jt808Framer() if kind is Kind.JT808 else NmeaFramer()
    while chunk := stream.read(CHUNK):
        for raw in framer.feed(chunk):
            yield kind, raw
    for raw in framer.flush():
        yield kind, raw


def _wanted(found: list[tuple[Kind, bytes]], fmt: Format) -> list[tuple[Kind, bytes]]:
    return [(k, raw) for k, raw in found if fmt is Format.AUTO or fmt.value == k.value]


def _lines(stream: BinaryIO, *, longest: int = MAX_TEXT_LINE) -> Iterator[bytes]:
    """Lines with nothing round them, CR alone ending one as well; empty ones are left out."""
    at_start = True
    while line := stream.readline(longest):
        starts, at_start = at_start, line.endswith(b"\n")
        if starts:
            for part in line.split(b"\r"):
                if text := part.strip(PADDING):
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
            yield from from_hex(text, fmt)


def _json_lines(stream: BinaryIO, fmt: Format) -> Iterator[tuple[Kind, bytes]]:
    """Rows with one of the keys of `_Row`; rows that hold none of them are skipped."""
    for text in _lines(stream, longest=MAX_JSON_LINE):
        yield from _wanted(list(_line_frames(text, fmt)), fmt)


def _line_frames(text: bytes, fmt: Format) -> Iterator[tuple[Kind, bytes]]:
    """A row that holds bytes, an object of gpsd and its kind, or a sentence among them."""
    if text[:1] in b"$!":
        framer = NmeaFramer()
        yield from ((Kind.NMEA, raw) for raw in framer.feed(text) + framer.flush())
        return
    try:
        row = _ROW.decode(text)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        if text[:1] == b"{":
            yield Kind.JSON, text[:MAX_JSON]
        return
    if row.spoken:
        yield Kind.JSON, text
    else:
        yield from _row_frames(row, fmt)


def _row_frames(row: _Row, fmt: Format) -> Iterator[tuple[Kind, bytes]]:
    if (row.wire_hex and fmt is not Format.NMEA) or row.input_hex:
        yield from from_hex((row.wire_hex or row.input_hex).encode(), fmt)
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
