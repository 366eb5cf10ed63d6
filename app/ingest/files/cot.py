"""Cursor on Target 2.0: an event with a point as a Message. Heights are above the ellipsoid."""

import re
from datetime import UTC, datetime
from typing import Any

from app.ingest.files.parts import UnfitError, doubts, number_of, place, time_of
from app.ingest.files.xml import Node, read_xml
from app.model import Message

UNKNOWN = 9_999_999.0
"""What hae, ce and le say where they are not known."""

MS_KMH = 3.6
_END = re.compile(rb"</(?:[A-Za-z0-9_]{1,20}:)?event\s*>")
_EMERGENCY, _CANCELLED = "b-a-o", "b-a-o-can"


def events(data: bytes) -> list[bytes]:
    """Events that follow one another in a stream or file, each a document of its own."""
    ends = [match.end() for match in _END.finditer(data)]
    if len(ends) < 2:
        return [data]
    pieces = [data[a:b] for a, b in zip([0, *ends], [*ends, len(data)], strict=False)]
    return [piece for piece in pieces if piece.strip()]


def read_event(data: bytes) -> Message:
    """One event, or why it is none."""
    try:
        return read_cot(read_xml(data.lstrip()), raw=data)
    except UnfitError as unfit:
        return Message(format="cot", type="", error=str(unfit), raw=data)


def read_cot(event: Node, *, raw: bytes = b"") -> Message:
    said = event.attributes
    kind = said.get("type", "")
    named: dict[str, Any] = {"format": "cot", "type": kind, "terminal": said.get("uid") or None}
    try:
        return Message(**named, **_fields(event, kind), raw=raw)
    except UnfitError as unfit:
        return Message(**named, error=str(unfit), raw=raw)


def _fields(event: Node, kind: str) -> dict[str, Any]:
    point, detail = event.first("point"), event.first("detail") or Node("detail", {})
    if event.name != "event" or point is None:
        raise UnfitError("event has no point")
    lon, lat = place(_needed(point, "lon"), _needed(point, "lat"))
    at, start, stale = (_time(event, name) for name in ("time", "start", "stale"))
    track = detail.first("track") or Node("track", {})
    speed, course = _optional(track, "speed"), _optional(track, "course")
    if course is not None and not 0 <= course <= 360:
        raise UnfitError("course out of range")
    status = doubts(lon, lat)
    if start is not None and stale is not None and stale < start:
        status = (*status, "stale")
    contact = detail.first("contact") or Node("contact", {})
    sos = kind.startswith(_EMERGENCY) and not kind.startswith(_CANCELLED)
    return {
        "valid": True,
        "lon": lon,
        "lat": lat,
        "alt_m": _known(point, "hae"),
        "accuracy_m": _known(point, "ce"),
        "speed_kmh": None if speed is None or speed < 0 else speed * MS_KMH,
        "course_deg": course,
        "fix_time": at,
        "alarms": ("sos",) if sos else (),
        "status": status,
        "text": contact.attributes.get("callsign"),
        "extra": {"how": event.attributes.get("how"), "stale": stale, "height": "ellipsoid"},
    }


def _time(event: Node, name: str) -> datetime | None:
    text = event.attributes.get(name)
    if text is None:
        return None
    found = time_of(text)
    return time_of(text, zone=UTC) if found is None else found


def _needed(node: Node, name: str) -> float:
    if name not in node.attributes:
        raise UnfitError("position is incomplete")
    return number_of(node.attributes[name], name)


def _optional(node: Node, name: str) -> float | None:
    text = node.attributes.get(name)
    return None if text is None else number_of(text, name)


def _known(node: Node, name: str) -> float | None:
    value = _optional(node, name)
    return None if value is None or value >= UNKNOWN else value
