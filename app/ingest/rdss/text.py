"""RDSS sentences ("2.1" and BD-3) to Messages: fields by their layout, content by its mode.

The line is taken as bytes, for content may be GBK with any byte in it; the checksum is tested
where all lines are (`nmea_sentence`). A position without a date has its time of day in `extra`.
"""

from collections.abc import Iterator
from datetime import time
from typing import Any

from app.ingest.nmea_fields import UnfitError, time_of_day
from app.ingest.rdss.beams import read_beams
from app.ingest.rdss.content import read_content
from app.ingest.rdss.fields import read_field, read_place
from app.ingest.rdss.tables import LAYOUTS, Layout
from app.model import Message

_DIGITS = frozenset(b"0123456789")
_CODINGS = {"compressed_chinese": "code", "compressed_code": "code"}
"""Compressed content is kept as the digits it is: its compression is not published."""

_SENTENCE_TEXT = frozenset(("TXA", "TXR", "TCI", "TCQ"))


def read_sentence(raw: bytes) -> tuple[Message, time | None]:
    """The Message of a line whose checksum is right and whose type is one of LAYOUTS.

    The time of day beside it is that of its position, for the caller to find the day of.
    """
    body = raw.rstrip(b"\r\n")[1:].rpartition(b"*")[0]
    address, _, rest = body.partition(b",")
    kind = address[2:].decode("ascii")
    layout = LAYOUTS[_edition(kind, rest)]
    told: dict[str, Any] = {}
    content: bytes | None = None
    error: str | None = None
    lon_lat = None
    try:
        content = _fill(told, kind, layout, rest)
        lon_lat = read_place(told)
    except UnfitError as unfit:
        error = str(unfit)
    if content is not None:
        error = _add_content(told, content) or error
    return _message(kind, layout, told, lon_lat, error, raw), _clock(told)


def _edition(kind: str, rest: bytes) -> str:
    """The FKI of BD-3 begins with a time, that of BD-2 with the name of a command."""
    return "FKI3" if kind == "FKI" and rest[:1] and rest[0] in _DIGITS else kind


def _fill(told: dict[str, Any], kind: str, layout: Layout, rest: bytes) -> bytes | None:
    """Read the fields into `told` as far as they are sound; the bytes of the content."""
    texts = rest.split(b",") if not layout.content else rest.split(b",", len(layout.fields) - 1)
    if kind == "TCQ" and len(texts) == 6 and not texts[4]:
        texts[4], texts[5] = texts[5], texts[4]  # one vendor swaps content and period
    content = None
    needed = [field for field in layout.fields if field.needed or field.name == "content"]
    if needed and len(texts) <= layout.fields.index(needed[-1]):
        raise UnfitError(f"too few fields: {len(texts)}")
    for field, data in zip(layout.fields, texts, strict=False):
        if field.name == "content":
            content = data
        else:
            told[field.name] = read_field(field, _ascii(data, field.name))
    if layout.tail:
        _add_tail(told, layout, texts[len(layout.fields) :])
    return content


def _ascii(data: bytes, name: str) -> str:
    if not data.isascii():
        raise UnfitError(f"field is not ASCII: {name}")
    return data.decode("ascii")


def _add_tail(told: dict[str, Any], layout: Layout, rest: list[bytes]) -> None:
    texts = [_ascii(data, layout.tail) for data in rest]
    if layout.tail == "beams":
        told |= read_beams(told.pop("n"), texts)
    elif layout.tail in ("powers", "cn0_db"):
        if any(not (text.isdecimal() and len(text) < 4) for text in texts):
            raise UnfitError(f"field is not a count: {layout.tail}")
        told[layout.tail] = [int(text) for text in texts]
    else:
        told[layout.tail] = texts


def _add_content(told: dict[str, Any], content: bytes) -> str | None:
    coding = told.get("mode") or told.get("coding")
    if coding is None:
        told["raw_content"] = content.hex()  # how it is written could not be read
        return None
    said, fault = read_content(content, _CODINGS.get(coding, coding))
    clash = {name: value for name, value in said.items() if name in told}
    told |= {name: value for name, value in said.items() if name not in told}
    if clash:
        told["content"] = said
    return fault


def _clock(told: dict[str, Any]) -> time | None:
    text = told.get("clock")
    return None if text is None else time_of_day(text.replace(":", ""))


def _message(
    kind: str,
    layout: Layout,
    told: dict[str, Any],
    lon_lat: tuple[float, float] | None,
    error: str | None,
    raw: bytes,
) -> Message:
    lon, lat = lon_lat or (None, None)
    accuracy = told.pop("accuracy_m", None)
    text = told.pop("text", None) if kind in _SENTENCE_TEXT else None
    return Message(
        format="rdss",
        type=kind,
        terminal=told.get(layout.terminal) if layout.terminal else None,
        valid=lon is not None and error is None and told.get("multiple") != "yes",
        lon=lon,
        lat=lat,
        alt_m=told.pop("alt_m", None),
        accuracy_m=None if accuracy is None else float(accuracy),
        status=tuple(_status(told)),
        error=error,
        raw=raw,
        text=text,
        extra=told,
    )


def _status(told: dict[str, Any]) -> Iterator[str]:
    if told.get("urgent") == "yes":
        yield "urgent"
    if told.get("multiple") == "yes":
        yield "multiple_solutions"
