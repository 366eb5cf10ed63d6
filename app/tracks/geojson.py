"""Tracks as GeoJSON: a line for each part with its times, points for what no line leads to."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from app.tracks.about import DATUM_NOTE, SIMULATED, About, Told, plain, time_text
from app.tracks.parts import parts_of
from app.tracks.track import Index, Track

_CRS = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4490"}}


def write_geojson(path: Path, tracks: Sequence[Track], about: About, told: Told) -> None:
    """A LineString for each part with `coordTimes` and the speeds beside it; fixes that no line
    leads to are points. Longitude first (RFC 7946). OSError where it cannot be written.
    """
    head = {
        "type": "FeatureCollection",
        "name": "yutu-tracks",
        "crs": _CRS,
        "about": {
            "title": plain(about.title),
            "datum": DATUM_NOTE,
            "proof": about.proof,
            "made": time_text(about.made.timestamp()),
            SIMULATED: about.simulated,
        },
    }
    with path.open("wb") as file:
        file.write(msgspec.json.encode(head)[:-1] + b',"features":[\n')
        first, many = True, max(sum(len(track) for track in tracks), 1)
        done = 0
        for track in tracks:
            for feature, size in _features(track, about):
                file.write(b"" if first else b",\n")
                file.write(msgspec.json.encode(feature))
                first, done = False, done + size
                told(done / many)
        file.write(b"\n]}\n")


def _features(track: Track, about: About) -> Iterator[tuple[dict[str, Any], int]]:
    """(feature, of how many fixes)."""
    parts = parts_of(track, gap_s=about.gap_s)
    for rows, late in zip(parts.slices(), parts.late.tolist(), strict=True):
        kind = "late" if late else "track"
        if len(rows) == 1:
            yield _alone(track, int(rows[0]), about, kind), 1
        else:
            yield _line(track, rows, about, kind), len(rows)
    for row in parts.doubted.tolist():
        yield _alone(track, row, about, "doubted"), 1


def _said(track: Track, about: About, kind: str) -> dict[str, Any]:
    name = plain(about.names.get(track.terminal, ""))
    return {"terminal": track.terminal, "unit": name, "kind": kind, SIMULATED: about.simulated}


def _line(track: Track, rows: Index, about: About, kind: str) -> dict[str, Any]:
    speeds = [_number(value, 1) for value in track.speed_kmh[rows].tolist()]
    times = [time_text(at) for at in track.at_s[rows].tolist()]
    properties = {**_said(track, about, kind), "coordTimes": times, "speeds_kmh": speeds}
    where = [_where(track, row) for row in rows.tolist()]
    geometry = {"type": "LineString", "coordinates": where}
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def _alone(track: Track, row: int, about: About, kind: str) -> dict[str, Any]:
    speed = _number(float(track.speed_kmh[row]), 1)
    time = time_text(float(track.at_s[row]))
    properties = {**_said(track, about, kind), "time": time}
    properties |= {} if speed is None else {"speed_kmh": speed}
    geometry = {"type": "Point", "coordinates": _where(track, row)}
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def _where(track: Track, row: int) -> list[float]:
    at = [round(float(track.lon[row]), 7), round(float(track.lat[row]), 7)]
    height = _number(float(track.alt_m[row]), 1)
    return at if height is None else [*at, height]


def _number(value: float, digits: int) -> float | None:
    return round(value, digits) if np.isfinite(value) else None
