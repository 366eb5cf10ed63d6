"""Recorded logs as frames: hexadecimal text, raw JT/T 808, NMEA text, both mixed, or JSON lines.

Reads by pieces, so that a log of any size takes little memory. Judges nothing.
"""

import base64
import codecs
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

import msgspec

from app.ingest.frames import Jt808Framer, Kind, NmeaFramer
from app.ingest.hexadecimal import PADDING, Format, from_hex, is_hex
from app.ingest.mixed import MixedFramer

__all__ = ["MAX_TEXT_LINE", "Format", "read_log"]

CHUNK = 1 << 16
MAX_TEXT_LINE = 1 << 21
MAX_JSON_LINE = 1 << 24
"""Longest lines of hexadecimal text and of JSON; of longer ones the rest is skipped."""

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


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
        try:
            row = _ROW.decode(text)
        except (msgspec.DecodeError, UnicodeDecodeError):
            continue
        for kind, raw in _row_frames(row, fmt):
            if fmt is Format.AUTO or fmt.value == kind.value:
                yield kind, raw


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
