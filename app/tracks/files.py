"""Tracks as GPX 1.1 and GeoJSON: a segment for each part, times in UTC, nothing joined over a gap.

Degrees are CGCS2000, which GPX and RFC 7946 call WGS 84: they agree to less than a metre, which is
below what a receiver tells. What is simulated says so in the file's head and at every track.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, BinaryIO
from xml.sax.saxutils import escape

import msgspec
import numpy as np

from app.tracks.parts import GAP_S, parts_of
from app.tracks.track import Index, Track

DATUM_NOTE = "CGCS2000 (EPSG:4490), given as WGS 84: the two agree to less than 1 m"
SIMULATED = "simulated"
AT_ONCE = 2_000
_CRS = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4490"}}
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" creator="Yutu"'
    ' xmlns="http://www.topografix.com/GPX/1/1"'
    ' xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v2"'
    ' xmlns:yutu="urn:yutu:track:1">\n'
)

Told = Callable[[float], object]
"""Hears shares from 0 to 1; what it raises ends the writing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a file says of itself. `names`: terminal -> unit; `gap_s`: what cuts a line."""

    title: str
    proof: str
    made: datetime
    simulated: bool = False
    gap_s: float = GAP_S
    names: Mapping[str, str] = field(default_factory=dict[str, str])


def write_gpx(path: Path, tracks: Sequence[Track], about: About, told: Told) -> None:
    """GPX 1.1: a `trk` each, speeds and courses as Garmin's extension has them; the doubted fixes
    stand alone as way-points. OSError where it cannot be written.
    """
    with path.open("wb") as file:
        file.write((_HEAD + _metadata(about)).encode())
        for track in tracks:
            for row in parts_of(track, gap_s=about.gap_s).doubted.tolist():
                file.write(_point("wpt", track, row, "<type>doubted</type>").encode())
        for number, track in enumerate(tracks):
            _track(file, track, about, partial(_so_far, told, number, len(tracks)))
        file.write(b"</gpx>\n")


def _so_far(told: Told, before: int, many: int, share: float) -> None:
    told((before + share) / many)


def _metadata(about: About) -> str:
    words = f"\n<keywords>{SIMULATED}</keywords>" if about.simulated else ""
    desc = "; ".join(filter(None, (_label(about), DATUM_NOTE, about.proof)))
    return (
        f"<metadata>\n<name>{_text(about.title)}</name>\n<desc>{_text(desc)}</desc>\n"
        f"<time>{_time(about.made.timestamp())}</time>{words}\n</metadata>\n"
    )


def _label(about: About) -> str:
    return "演示数据 SIMULATED" if about.simulated else ""


def _track(file: BinaryIO, track: Track, about: About, told: Told) -> None:
    parts, done = parts_of(track, gap_s=about.gap_s), 0
    kind = f"<type>{SIMULATED}</type>" if about.simulated else ""
    name = _text(about.names.get(track.terminal, ""))
    head = f"<trk><name>{_text(track.terminal)}</name><desc>{name}</desc>{kind}\n"
    file.write(head.encode())
    for rows, late in zip(parts.slices(), parts.late.tolist(), strict=True):
        file.write(b"<trkseg>\n")
        for piece in _pieces(rows):
            file.write("".join(_point("trkpt", track, row) for row in piece.tolist()).encode())
            done += len(piece)
            told(done / max(len(parts.rows), 1))
        late_said = b"<extensions><yutu:late>true</yutu:late></extensions>" if late else b""
        file.write(late_said + b"</trkseg>\n")
    file.write(b"</trk>\n")


def _point(element: str, track: Track, row: int, more: str = "") -> str:
    """One point; what the terminal did not say is left out."""
    alt, speed = float(track.alt_m[row]), float(track.speed_kmh[row])
    course = float(track.course_deg[row])
    ele = f"<ele>{alt:.1f}</ele>" if np.isfinite(alt) else ""
    name = f"<name>{_text(track.terminal)}</name>" if element == "wpt" else ""
    said = f"<gpxtpx:speed>{speed / 3.6:.2f}</gpxtpx:speed>" if np.isfinite(speed) else ""
    said += f"<gpxtpx:course>{course:.1f}</gpxtpx:course>" if np.isfinite(course) else ""
    box = "gpxtpx:TrackPointExtension"
    extra = f"<extensions><{box}>{said}</{box}></extensions>" if said else ""
    where = f'lat="{track.lat[row]:.7f}" lon="{track.lon[row]:.7f}"'
    time = _time(float(track.at_s[row]))
    return f"<{element} {where}>{ele}<time>{time}</time>{name}{more}{extra}</{element}>\n"


def write_geojson(path: Path, tracks: Sequence[Track], about: About, told: Told) -> None:
    """A LineString for each part with `coordTimes` and the speeds beside it; fixes that no line
    leads to are points. Longitude first (RFC 7946). OSError where it cannot be written.
    """
    head = {
        "type": "FeatureCollection",
        "name": "yutu-tracks",
        "crs": _CRS,
        "about": {
            "title": _plain(about.title),
            "datum": DATUM_NOTE,
            "proof": about.proof,
            "made": _time(about.made.timestamp()),
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
    name = _plain(about.names.get(track.terminal, ""))
    return {"terminal": track.terminal, "unit": name, "kind": kind, SIMULATED: about.simulated}


def _line(track: Track, rows: Index, about: About, kind: str) -> dict[str, Any]:
    speeds = [_number(value, 1) for value in track.speed_kmh[rows].tolist()]
    times = [_time(at) for at in track.at_s[rows].tolist()]
    properties = {**_said(track, about, kind), "coordTimes": times, "speeds_kmh": speeds}
    where = [_where(track, row) for row in rows.tolist()]
    geometry = {"type": "LineString", "coordinates": where}
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def _alone(track: Track, row: int, about: About, kind: str) -> dict[str, Any]:
    speed = _number(float(track.speed_kmh[row]), 1)
    time = _time(float(track.at_s[row]))
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


def _pieces(rows: Index) -> Iterator[Index]:
    for k in range(0, len(rows), AT_ONCE):
        yield rows[k : k + AT_ONCE]


def _time(seconds: float) -> str:
    """2026-11-23T00:12:05.500Z; whole seconds without a point."""
    text = datetime.fromtimestamp(round(seconds, 3), UTC).isoformat(timespec="milliseconds")
    return text.replace("+00:00", "Z").replace(".000Z", "Z")


def _plain(text: str) -> str:
    return _CONTROLS.sub("", text)


def _text(text: str) -> str:
    return escape(_plain(text))


Writer = Callable[[Path, Sequence[Track], About, Told], None]
WRITERS: Mapping[str, Writer] = MappingProxyType({"gpx": write_gpx, "geojson": write_geojson})
