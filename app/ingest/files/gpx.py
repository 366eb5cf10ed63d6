"""GPX 1.0 and 1.1: way-, route- and track points as Messages. Always WGS 84 and UTC."""

from collections.abc import Iterator
from datetime import UTC
from typing import Any

from app.ingest.files.parts import UnfitError, doubts, number_of, place, time_of
from app.ingest.files.xml import Node
from app.model import Message

MS_KMH = 3.6


def read_gpx(root: Node) -> Iterator[Message]:
    """One Message a point. A track's or a route's name stands for its terminal."""
    for point in root.all("wpt"):
        yield _point(point, None, {})
    for number, route in enumerate(root.all("rte"), 1):
        for point in route.all("rtept"):
            yield _point(point, route.said("name"), {"route": number})
    for number, track in enumerate(root.all("trk"), 1):
        for segment, part in enumerate(track.all("trkseg"), 1):
            for point in part.all("trkpt"):
                yield _point(point, track.said("name"), {"track": number, "segment": segment})


def _point(node: Node, owner: str | None, extra: dict[str, Any]) -> Message:
    named: dict[str, Any] = {"format": "gpx", "type": node.name, "terminal": owner}
    named |= {"text": node.said("name"), "extra": extra}
    try:
        return Message(**named, **_fields(node))
    except UnfitError as unfit:
        return Message(**named, error=str(unfit))


def _fields(node: Node) -> dict[str, Any]:
    if "lat" not in node.attributes or "lon" not in node.attributes:
        raise UnfitError("position is incomplete")
    lon, lat = place(
        number_of(node.attributes["lon"], "lon"), number_of(node.attributes["lat"], "lat")
    )
    speed = _number(node, "speed")
    course = _number(node, "course")
    if course is not None and not 0 <= course <= 360:
        raise UnfitError("course out of range")
    if speed is not None and speed < 0:
        raise UnfitError("speed is negative")
    satellites = _number(node, "sat")
    at = node.said("time")
    return {
        "valid": node.said("fix") != "none",
        "lon": lon,
        "lat": lat,
        "alt_m": _number(node, "ele"),
        "speed_kmh": None if speed is None else speed * MS_KMH,
        "course_deg": course,
        "fix_time": None if at is None else time_of(at, zone=UTC),
        "satellites": None if satellites is None else int(satellites),
        "status": doubts(lon, lat),
    }


def _number(node: Node, name: str) -> float | None:
    text = node.said(name)
    return None if text is None else number_of(text, name)
