"""Files of frames and sentences as JSON objects, in the order of the file: `main.py decode`.

Refused ones are told too, with their reason. A batch (0x0704) shows its newest valid item and all
of them in `items`. A message in several packets is read whole with its last packet. Sentences
without a date take the day from the RMC or ZDA before them in the same file, over midnight too.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from app.ingest import jt808, nmea
from app.ingest.documents import DOCUMENTS, Document, read_document, sniff
from app.ingest.files.parts import MOST_BYTES
from app.ingest.frames import Kind, NmeaFramer
from app.ingest.gpsd import read_json
from app.ingest.hearing import short_frame
from app.ingest.nmea_sentence import split
from app.ingest.recorded import Format, frames_of, open_log
from app.model import Message

_TRANSPARENT, _GNSS = 0x0900, b"\x00"


FORMATS: tuple[str, ...] = (*Format, *Document)
"""What `fmt` may be."""


def decode_file(path: Path, fmt: str = Format.AUTO, *, datum: str = "") -> Iterator[dict[str, Any]]:
    """One object for each frame, sentence, object or point of the file at `path`.

    `fmt`: one of FORMATS. `datum`: that of a table which says none. OSError where the file cannot
    be read, ValueError for another `fmt`. Whatever the bytes are, nothing else is raised.
    """
    wanted = Document(fmt) if fmt in DOCUMENTS else Format(fmt)
    stream, head = open_log(path)
    document = wanted if isinstance(wanted, Document) else None
    if wanted is Format.AUTO:
        document = sniff(head)
    if document is None:
        assert isinstance(wanted, Format)
        return _objects(frames_of(stream, head, wanted))
    return _told(document, stream, datum)


def decode_lines(path: Path, fmt: str = Format.AUTO, *, datum: str = "") -> Iterator[bytes]:
    """`decode_file` as lines of JSON in UTF-8, each with its line end."""
    return (msgspec.json.encode(told) + b"\n" for told in decode_file(path, fmt, datum=datum))


def _told(document: Document, stream: BinaryIO, datum: str) -> Iterator[dict[str, Any]]:
    with stream:
        data = stream.read(MOST_BYTES + 1)
    yield from map(to_json, read_document(document, data, datum=datum))


def _objects(frames: Iterator[tuple[Kind, bytes]]) -> Iterator[dict[str, Any]]:
    dates, parts = nmea.Dates(), jt808.Reassembler()
    for kind, raw in frames:
        if kind is Kind.JT808:
            yield _frame(raw, parts)
        elif kind is Kind.NMEA:
            yield _sentence(raw, dates)
        elif kind is Kind.RDSS4:
            yield to_json(short_frame(raw, dates))
        else:
            yield from map(to_json, read_json(raw))


def _sentence(raw: bytes, dates: nmea.Dates) -> dict[str, Any]:
    sentence = split(raw)
    message = nmea.interpret(sentence, raw=raw, dates=dates)
    return _with(to_json(message), nmea.details(sentence))


def _frame(raw: bytes, parts: jt808.Reassembler) -> dict[str, Any]:
    frame = jt808.parse(raw)
    if isinstance(frame, jt808.Damage):
        if raw[:2] in (b"7e", b"7E"):
            frame = replace(frame, reason="not whole hexadecimal bytes")
        return to_json(jt808.refused(frame, raw=raw))
    more = jt808.details(frame)
    if frame.total and not frame.encryption:
        whole = parts.feed(frame)
        if whole is not None:
            more |= {"reassembled": jt808.details(whole)}
            return _with(to_json(jt808.interpret(whole, raw=raw)), more)
    if frame.id == _TRANSPARENT and frame.body[:1] == _GNSS and not frame.encryption:
        more |= {"sentences": _within(frame.body[1:])}
    return _with(to_json(jt808.interpret(frame, raw=raw)), more)


def _within(data: bytes) -> list[dict[str, Any]]:
    """The sentences that a terminal hands through from its receiver (0x0900, kind 0)."""
    framer, dates = NmeaFramer(), nmea.Dates()
    return [_sentence(raw, dates) for raw in framer.feed(data) + framer.flush()]


def _with(told: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    """Details stand after the keys of a Message and never instead of one."""
    return told | {key: value for key, value in more.items() if key not in told}


def to_json(message: Message) -> dict[str, Any]:
    """A Message as plain values; the first thirteen keys are the same for every format."""
    told: dict[str, Any] = {
        "format": message.format,
        "type": message.type or None,
        "terminal": message.terminal,
        "valid": message.valid,
        "lon": message.lon,
        "lat": message.lat,
        "alt_m": message.alt_m,
        "speed_kmh": message.speed_kmh,
        "course_deg": message.course_deg,
        "fix_time": utc_text(message.fix_time),
        "alarms": list(message.alarms),
        "status": list(message.status),
        "error": message.error,
        "satellites": message.satellites,
        "backlog": message.backlog,
        "encrypted": message.encrypted,
    }
    if message.accuracy_m is not None:
        told["accuracy_m"] = message.accuracy_m
    if message.text is not None:
        told["text"] = message.text
    extra = msgspec.to_builtins(dict(message.extra), str_keys=True)
    if message.format == "jt808":
        told |= {"values": extra} if extra else {}
    else:
        told |= {name: value for name, value in extra.items() if name not in told}
    if message.items:
        told["items"] = [to_json(item) for item in message.items]
    if message.error is not None:
        told["raw"] = message.raw.hex()
    return told


def utc_text(at: datetime | None) -> str | None:
    """2015-01-01T11:42:57Z, with a fraction only where there is one."""
    if at is None:
        return None
    text = at.astimezone(UTC).replace(tzinfo=None).isoformat()
    return (text.rstrip("0") if "." in text else text) + "Z"
