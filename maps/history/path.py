"""A track as a line of the map: how much each fix matters, found once; any zoom is then a look.

Douglas-Peucker by pieces, so that neither a month at one a second nor a receiver that wanders at
rest costs more than its length. What is left out departs by less than half a pixel.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from app.tracks import Parts, Stop, Track
from maps.projection import project
from maps.simplify import significance
from maps.viewport import Viewport

Floats = npt.NDArray[np.float64]
Index = npt.NDArray[np.int64]

FLOOR_M = 0.25
"""Finer than any receiver: departures below it are never drawn, however near the view."""
HALF_PX = 0.5
MOST_VERTICES = 40_000
"""In one picture; where more would be in view, it is drawn coarser, and says so."""
_LINE = 2_048
_BLOCK = 65_536


@dataclass(frozen=True, slots=True, eq=False)
class Path:
    """k vertices: `x`, `y` in map metres; `rows` of the track; `matters` (k,) the largest tolerance
    in metres that keeps it, inf at the ends of parts and stops. `first` (parts+1,), `late` (parts,)
    as those of `Parts`. `doubted` (d, 2): where the doubted fixes lie.
    """

    x: Floats
    y: Floats
    rows: Index
    matters: npt.NDArray[np.float32]
    first: Index
    late: npt.NDArray[np.bool_]
    doubted: Floats

    @classmethod
    def of(cls, track: Track, parts: Parts, stops: Sequence[Stop] = ()) -> "Path":
        """Fixes where the map's projection is not defined are left out."""
        ends = np.array([end for stop in stops for end in (stop.first, stop.last)], np.int64)
        kept, counts = [_weighed(track, parts.rows[:0], ends)], [0]
        for rows in parts.slices():
            blocks = range(0, len(rows), _BLOCK)
            mine = [_weighed(track, rows[begin : begin + _BLOCK], ends) for begin in blocks]
            counts.append(sum(len(one.rows) for one in mine))
            kept += mine
        x, y = project(track.lon[parts.doubted], track.lat[parts.doubted])
        return cls(
            np.concatenate([one.x for one in kept]),
            np.concatenate([one.y for one in kept]),
            np.concatenate([one.rows for one in kept]),
            np.concatenate([one.matters for one in kept]),
            np.cumsum(counts),
            parts.late,
            np.column_stack([x, y])[np.isfinite(x) & np.isfinite(y)],
        )

    @property
    def extent(self) -> tuple[float, float, float, float] | None:
        """West, south, east, north in map metres; None of nothing."""
        if not len(self.x):
            return None
        edges = self.x.min(), self.y.min(), self.x.max(), self.y.max()
        return tuple(float(edge) for edge in edges)  # type: ignore[return-value]  # four of them


@dataclass(frozen=True, slots=True)
class _Kept:
    rows: Index
    x: Floats
    y: Floats
    matters: npt.NDArray[np.float32]


def _weighed(track: Track, rows: Index, ends: Index) -> _Kept:
    """The vertices of one block that matter at all."""
    x, y = project(track.lon[rows], track.lat[rows])
    sound = np.isfinite(x) & np.isfinite(y)
    rows, x, y = rows[sound], x[sound], y[sound]
    if not len(rows):
        return _Kept(rows, x, y, np.zeros(0, np.float32))
    stops = np.flatnonzero(np.isin(rows, ends)) if len(ends) else np.zeros(0, np.int64)
    begin = np.unique(np.r_[0, stops, np.arange(0, len(rows), _LINE)])
    first = np.r_[begin, len(rows)].astype(np.int64)
    matters = significance(np.column_stack([x, y]), first, floor=FLOOR_M)
    kept = matters >= FLOOR_M
    return _Kept(rows[kept], x[kept], y[kept], matters[kept])


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A line without a break: pixels (n,), the rows of its vertices, whether it was heard late."""

    px: Floats
    py: Floats
    rows: Index
    late: bool


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """What of a path is in view. `links` (g, 4): over gaps, from end to begin, in pixels; `late`
    (g,): no gap, but a change between what was heard live and late. `tolerance_m` as it was drawn.
    """

    pieces: tuple[Piece, ...]
    links: Floats
    bridges: npt.NDArray[np.bool_]
    tolerance_m: float


def tolerance_at(metres_per_px: float) -> float:
    """Half a pixel in metres, never finer than FLOOR_M."""
    return max(HALF_PX * metres_per_px, FLOOR_M)


def drawn(path: Path, view: Viewport, *, gaps: npt.NDArray[np.bool_] | None = None) -> Drawn:
    """The path thinned for a view; `gaps` (parts-1,): which breaks are silences."""
    tolerance_m = tolerance_at(view.metres_per_px)
    while True:
        pieces = tuple(_pieces(path, view, tolerance_m))
        if sum(len(piece.rows) for piece in pieces) <= MOST_VERTICES:
            break
        tolerance_m *= 2
    ends = path.first[1:-1]
    whole = (np.diff(path.first)[:-1] > 0) & (np.diff(path.first)[1:] > 0)
    ends = ends[whole]
    silent = np.ones(len(whole), bool) if gaps is None else gaps
    a, b = (
        view.to_screen(path.x[ends - 1], path.y[ends - 1]),
        view.to_screen(path.x[ends], path.y[ends]),
    )
    return Drawn(pieces, np.column_stack([*a, *b]), ~silent[whole], tolerance_m)


def _pieces(path: Path, view: Viewport, tolerance_m: float) -> list[Piece]:
    found: list[Piece] = []
    for (begin, end), late in zip(pairwise(path.first.tolist()), path.late.tolist(), strict=True):
        kept = begin + np.flatnonzero(path.matters[begin:end] >= tolerance_m)
        px, py = view.to_screen(path.x[kept], path.y[kept])
        for a, b in _in_view(px, py, view):
            found.append(Piece(px[a:b], py[a:b], path.rows[kept[a:b]], late))
    return found


def _in_view(px: Floats, py: Floats, view: Viewport) -> list[tuple[int, int]]:
    """Runs of vertices (first, one past the last) whose steps may touch the view."""
    if len(px) == 1:
        inside = 0 <= px[0] <= view.width and 0 <= py[0] <= view.height
        return [(0, 1)] if inside else []
    out = [px < 0, px > view.width, py < 0, py > view.height]
    seen = np.ones(max(len(px) - 1, 0), bool)
    for side in out:
        seen &= ~(side[1:] & side[:-1])
    edges = np.flatnonzero(np.diff(np.r_[False, seen, False]))
    return [(a, b + 1) for a, b in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)]


def nearest_row(
    path: Path, track: Track, view: Viewport, px: float, py: float, *, reach_px: float = 10.0
) -> int:
    """The row of the fix nearest to where the drawn line runs by a pixel; -1 out of its reach."""
    best, found = reach_px, (-1, -1)
    for piece in _pieces(path, view, tolerance_at(view.metres_per_px)):
        ends = (
            piece.px,
            piece.py,
            np.r_[piece.px[1:], piece.px[-1:]],
            np.r_[piece.py[1:], piece.py[-1:]],
        )
        away = _away(*ends, px, py)
        k = int(away.argmin())
        if away[k] <= best:
            best = float(away[k])
            found = int(piece.rows[k]), int(piece.rows[min(k + 1, len(piece.rows) - 1)])
    if found[0] < 0:
        return -1
    rows = track.sound[
        np.searchsorted(track.sound, found[0]) : np.searchsorted(track.sound, found[1]) + 1
    ]
    x, y = view.to_screen(*project(track.lon[rows], track.lat[rows]))
    return int(rows[int(np.hypot(x - px, y - py).argmin())])


def _away(ax: Floats, ay: Floats, bx: Floats, by: Floats, px: float, py: float) -> Floats:
    """Pixels from a point to each step."""
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    along = ((px - ax) * dx + (py - ay) * dy) / np.where(length > 0, length, 1)
    share = np.clip(along, 0, 1)
    return np.hypot(ax + share * dx - px, ay + share * dy - py)
