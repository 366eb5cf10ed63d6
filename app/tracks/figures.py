"""A track in figures: how far, how long, how fast, where it stood. Nothing is told over gaps."""

from dataclasses import dataclass

import numpy as np

from app.fixes.geodesy import grs80
from app.tracks.parts import GAP_S, Gap, Parts, gaps_of, parts_of
from app.tracks.stops import Stop, stops_of
from app.tracks.track import Floats, Index, Track

_PIECE = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """`length_m` along geodesics of GRS80 within the parts, without its stops; `moving_s` the time
    outside stops and gaps; `most_kmh` as the terminal said, `mean_kmh` length over moving time;
    None where nothing was said or nothing moved.
    """

    fixes: int = 0
    late: int = 0
    doubted: int = 0
    length_m: float = 0.0
    moving_s: float = 0.0
    most_kmh: float | None = None
    mean_kmh: float | None = None
    stops: tuple[Stop, ...] = ()
    gaps: tuple[Gap, ...] = ()


def figures_of(track: Track, *, gap_s: float = GAP_S, parts: Parts | None = None) -> Figures:
    """What a track comes to."""
    parts = parts_of(track, gap_s=gap_s) if parts is None else parts
    stops = stops_of(track, parts)
    length_m, moving_s = _moved(track, parts, stops)
    said = track.speed_kmh[parts.rows]
    said = said[np.isfinite(said)]
    late = sum(len(rows) for rows, late in zip(parts.slices(), parts.late, strict=True) if late)
    return Figures(
        fixes=len(track),
        late=late,
        doubted=len(parts.doubted),
        length_m=length_m,
        moving_s=moving_s,
        most_kmh=float(said.max()) if len(said) else None,
        mean_kmh=length_m / moving_s * 3.6 if moving_s > 0 else None,
        stops=tuple(stops),
        gaps=tuple(gaps_of(track, parts, gap_s=gap_s)),
    )


def _moved(track: Track, parts: Parts, stops: list[Stop]) -> tuple[float, float]:
    """(metres, seconds) of the steps within parts and outside stops."""
    rows = parts.rows
    if len(rows) < 2:
        return 0.0, 0.0
    counts = np.ones(len(rows) - 1, bool)
    counts[parts.first[1:-1] - 1] = False
    for stop in stops:
        first, last = np.searchsorted(rows, (stop.first, stop.last))
        counts[first:last] = False
    seconds = np.diff(track.at_s[rows])[counts]
    return float(_steps_m(track, rows[:-1][counts], rows[1:][counts]).sum()), float(seconds.sum())


def _steps_m(track: Track, begin: Index, end: Index) -> Floats:
    """Metres of each step, some at a time: a month would take ten columns of its length."""
    lengths = [np.zeros(0)]
    for k in range(0, len(begin), _PIECE):
        a, b = begin[k : k + _PIECE], end[k : k + _PIECE]
        found = grs80().inv(track.lon[a], track.lat[a], track.lon[b], track.lat[b])[2]
        lengths.append(np.asarray(found, np.float64))
    return np.concatenate(lengths)
