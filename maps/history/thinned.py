"""A path thinned for a view: what of it is drawn, broken where it is; and what lies at a pixel.

What is left out departs by less than half a pixel; only what may be in view is looked at.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from app.tracks import Track
from maps.history.path import BOX_VERTICES, FLOOR_M, Floats, Index, Path
from maps.projection import project
from maps.viewport import Viewport

HALF_PX = 0.5
MOST_VERTICES = 40_000
"""In one picture; where more would be in view, it is drawn coarser, and says so."""


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
    for part, begin, end in _near(path, view, tolerance_m):
        kept = begin + np.flatnonzero(path.matters[begin:end] >= tolerance_m)
        px, py = view.to_screen(path.x[kept], path.y[kept])
        for a, b in _in_view(px, py, view):
            found.append(Piece(px[a:b], py[a:b], path.rows[kept[a:b]], bool(path.late[part])))
    return found


def _near(path: Path, view: Viewport, tolerance_m: float) -> Iterator[tuple[int, int, int]]:
    """(part, first, one past the last) of the vertices that may be in view, by boxes about many.

    A box more on each side: an end that is always kept lies in it.
    """
    west, south, east, north = view.extent
    box = path.boxes
    seen = (box[:, 0] <= east + tolerance_m) & (box[:, 2] >= west - tolerance_m)
    seen &= (box[:, 1] <= north + tolerance_m) & (box[:, 3] >= south - tolerance_m)
    seen = seen | np.r_[seen[1:], False] | np.r_[False, seen[:-1]]
    edges = np.flatnonzero(np.diff(np.r_[False, seen, False])) * BOX_VERTICES
    for begin, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        part = int(np.searchsorted(path.first, begin, side="right")) - 1
        while part < len(path.late) and path.first[part] < end:
            yield part, max(begin, int(path.first[part])), min(end, int(path.first[part + 1]))
            part += 1


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
