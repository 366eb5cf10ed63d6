"""GeoJSON (RFC 7946): points and the points of lines as Messages; other shapes are named.

Longitude first, WGS 84; the `crs` of the older edition is refused where it says another datum.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from app.ingest.files.names import quantity_of
from app.ingest.files.parts import UnfitError, place, plain
from app.ingest.files.rows import Row, fields_of
from app.model import Message

GEOMETRIES = frozenset(
    ("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon")
)
TYPES = GEOMETRIES | {"GeometryCollection", "Feature", "FeatureCollection"}
_DATUM = "crs84"
_TIMES = ("coordTimes", "times", "coordinateProperties")


def decoded(data: bytes) -> dict[str, Any]:
    """A document as a mapping; UnfitError where it is no JSON, or not one object of it."""
    try:
        found = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise UnfitError("JSON is not well formed") from None
    except RecursionError:
        raise UnfitError("JSON is nested too deeply") from None
    if not isinstance(found, dict):
        raise UnfitError("JSON is not an object")
    return found


def read_geojson(document: dict[str, Any]) -> Iterator[Message]:
    """One Message a point, in order; what is no position is told once by its type."""
    datum = _crs(document)
    if type_of(document) == "FeatureCollection":
        features = document.get("features")
        for feature in features if isinstance(features, list) else [None]:
            yield from _feature(feature, datum)
    else:
        yield from _feature(document, datum)


def type_of(thing: Any) -> str:
    """The `type` of an object; "" where it is none or says none."""
    kind = thing.get("type") if isinstance(thing, dict) else None
    return kind if isinstance(kind, str) else ""


def _crs(document: dict[str, Any]) -> str:
    crs = document.get("crs")
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    return name if isinstance(name, str) and name else _DATUM


def _feature(feature: Any, datum: str) -> Iterator[Message]:
    if not isinstance(feature, dict) or type_of(feature) not in TYPES:
        yield _refused("", "not a feature or geometry")
        return
    whole = type_of(feature) == "Feature"
    geometry = feature.get("geometry") if whole else feature
    properties = feature.get("properties") if whole else None
    properties = properties if isinstance(properties, dict) else {}
    if geometry is None:
        yield Message(format="geojson", type="Feature", extra=_plain(properties))
        return
    row = _row(properties)
    if whole and "terminal" not in row and isinstance(feature.get("id"), str | int):
        row["terminal"] = str(feature["id"])
    yield from _geometry(geometry, row, properties, datum, depth=0)


def _geometry(
    geometry: Any, row: dict[str, str], properties: dict[str, Any], datum: str, *, depth: int
) -> Iterator[Message]:
    kind = type_of(geometry)
    if kind == "GeometryCollection" and depth < 4:
        parts = geometry.get("geometries")
        for part in parts if isinstance(parts, list) else [None]:
            yield from _geometry(part, row, properties, datum, depth=depth + 1)
        return
    if kind not in GEOMETRIES:
        yield _refused("", "not a feature or geometry")
        return
    at = geometry.get("coordinates")
    if kind in ("Polygon", "MultiPolygon"):
        yield Message(format="geojson", type=kind, text=row.get("text"), extra=_plain(properties))
        return
    lists = {"Point": [[at]], "MultiPoint": [at], "LineString": [at], "MultiLineString": at}[kind]
    times = _times(properties) if kind == "LineString" else []
    number = 0
    for points in lists if isinstance(lists, list) else [None]:
        for point in points if isinstance(points, list) else [None]:
            timed = row | {"time": times[number]} if number < len(times) else row
            yield _point(kind, point, timed, properties if number == 0 else {}, datum)
            number += 1


def _times(properties: dict[str, Any]) -> list[str]:
    """One time a point, where a line has them under one of the names in use."""
    for name in _TIMES:
        value = properties.get(name)
        value = value.get("times") if isinstance(value, dict) else value
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return value
    return []


def _point(kind: str, point: Any, row: Row, properties: dict[str, Any], datum: str) -> Message:
    named: dict[str, Any] = {"terminal": row.get("terminal"), "text": row.get("text")}
    named["extra"] = _plain(properties)
    try:
        if not isinstance(point, list) or not 2 <= len(point) <= 4:
            raise UnfitError("position is incomplete")
        lon, lat = plain(point[0], "lon"), plain(point[1], "lat")
        if lon is None or lat is None:
            raise UnfitError("position is incomplete")
        fields = fields_of(row, stated=datum, at=place(lon, lat))
        if len(point) > 2 and "alt_m" not in fields:
            fields["alt_m"] = plain(point[2], "alt_m")
        return Message(format="geojson", type=kind, **named, **fields)
    except UnfitError as unfit:
        return Message(format="geojson", type=kind, error=str(unfit), **named)


def _row(properties: dict[str, Any]) -> dict[str, str]:
    """The properties whose names are known, as texts; positions stand in the geometry alone."""
    row: dict[str, str] = {}
    for name, value in properties.items():
        quantity = quantity_of(name)
        plainly = isinstance(value, str | int | float) and not isinstance(value, bool)
        if quantity is not None and quantity not in ("lon", "lat") and plainly and value != "":
            row.setdefault(quantity, str(value))
    return row


def _plain(properties: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in properties.items() if isinstance(v, str | int | float | bool)}


def _refused(kind: str, reason: str) -> Message:
    return Message(format="geojson", type=kind, error=reason)
