"""Tracks as GPX 1.1: a segment for each part, times in UTC, nothing joined over a gap."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO
from xml.sax.saxutils import escape

import numpy as np

from app.tracks.about import DATUM_NOTE, SIMULATED, About, Told, plain, time_text
from app.tracks.parts import parts_of
from app.tracks.track import Index, Track

AT_ONCE = 2_000
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" creator="Yutu"'
    ' xmlns="http://www.topografix.com/GPX/1/1"'
    ' xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v2"'
    ' xmlns:yutu="urn:yutu:track:1">\n'
)


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


def _metadata(about: About) -> str:
    words = f"\n<keywords>{SIMULATED}</keywords>" if about.simulated else ""
    desc = "; ".join(filter(None, (_label(about), DATUM_NOTE, about.proof)))
    return (
        f"<metadata>\n<name>{_text(about.title)}</name>\n<desc>{_text(desc)}</desc>\n"
        f"<time>{time_text(about.made.timestamp())}</time>{words}\n</metadata>\n"
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
    time = time_text(float(track.at_s[row]))
    return f"<{element} {where}>{ele}<time>{time}</time>{name}{more}{extra}</{element}>\n"


def _so_far(told: Told, before: int, many: int, share: float) -> None:
    told((before + share) / many)


def _pieces(rows: Index) -> Iterator[Index]:
    for k in range(0, len(rows), AT_ONCE):
        yield rows[k : k + AT_ONCE]


def _text(text: str) -> str:
    return escape(plain(text))
