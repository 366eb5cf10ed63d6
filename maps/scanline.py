"""Fill all units of one level from their shared boundaries, row by row, keeping the runs.

The cost is crossings and pixels, not units. A restyle is a look-up over the runs, a hit test a
search among them. These are the numpy kernels; another one need only give the same `Runs`.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from maps.topology import LevelLines, Topology
from maps.viewport import Viewport

Ints = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float64]

OUTSIDE = -1
_SUBPIXEL = 256  # crossings nearer than this part of a pixel may be in either order
_NEAR = 3 * _SUBPIXEL
_BAND = 64  # rows at a time: np.repeat holds the interpreter
_SEGMENTS = 40_000  # and so many segments of lines


@dataclass(frozen=True, slots=True)
class Runs:
    """Runs of one unit, row after row: `start` pixel index (ascending), `unit` (-1 outside)."""

    width: int
    height: int
    start: Ints
    unit: Ints

    def paint(self, lut: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
        """(height, width) of `lut[unit + 1]`: the first entry is the colour of outside."""
        image = np.empty((self.height, self.width), np.uint32)
        for row in range(0, self.height, _BAND):
            last = min(row + _BAND, self.height)
            begin, end = np.searchsorted(self.start, (row * self.width, last * self.width))
            colours = lut[self.unit[begin:end] + 1]
            lengths = np.diff(self.start[begin:end], append=np.int32(last * self.width))
            image[row:last] = np.repeat(colours, lengths).reshape(last - row, self.width)
        return image

    def unit_at(self, column: int, row: int) -> int:
        """The unit of a pixel, -1 outside; also -1 for a pixel that is not in the picture."""
        if not (0 <= column < self.width and 0 <= row < self.height):
            return OUTSIDE
        key = row * self.width + column
        return int(self.unit[np.searchsorted(self.start, key, "right") - 1])

    def units(self) -> Ints:
        """The units that have at least a pixel, ascending."""
        ends = np.r_[self.start[1:], np.int32(self.width * self.height)]
        seen = np.unique(self.unit[ends > self.start])
        return seen[seen >= 0].astype(np.int32)


@dataclass(frozen=True, slots=True)
class _Crossings:
    """Where lines cross the middle of pixel rows: x in pixels, units before and after it."""

    row: Ints
    x: Floats
    before: Ints
    after: Ints


def fill(topology: Topology, lines: LevelLines, viewport: Viewport) -> Runs:
    """The runs of every unit of the level in the view."""
    width, height = viewport.width, viewport.height
    west, south, east, north = _local(viewport.extent, topology.origin)
    visible = lines.within(west, south, east, north)
    found = _crossings(lines, visible, (west, north), viewport.metres_per_px, height)
    found = _ordered(found, width)
    begin = np.searchsorted(found.row, np.arange(height)).astype(np.int64)
    crossed = np.searchsorted(found.row, np.arange(height), "right") > begin
    at_edge = np.full(height, OUTSIDE, np.int32)
    at_edge[crossed] = found.before[begin[crossed]]
    blank = np.flatnonzero(~crossed)
    if len(blank):
        at_edge[blank] = _left_edge(lines, (west, north), viewport.metres_per_px, blank)
    column = np.clip(np.ceil(found.x - 0.5), 0, width).astype(np.int32)
    start = np.insert(found.row * width + column, begin, np.arange(height) * width)
    unit = np.insert(found.after, begin, at_edge)
    runs = Runs(width, height, start.astype(np.int32), unit.astype(np.int32))
    _mend(runs, found)
    return runs


def _mend(runs: Runs, found: _Crossings) -> None:
    """Where two crossings disagree about the run between them, the row beside it decides.

    Lines thinned one by one may cross near a node; without this a whole run would be wrong.
    """
    same_row = found.row[1:] == found.row[:-1]
    torn = np.flatnonzero(same_row & (found.after[:-1] != found.before[1:]))
    if not len(torn):
        return
    run = torn + found.row[torn] + 1  # every row begins with a run of its own
    middle = (runs.start[run].astype(np.int64) + runs.start[run + 1]) // 2
    beside = middle + np.where(found.row[torn] > 0, -runs.width, runs.width)
    near = runs.unit[np.searchsorted(runs.start, beside, "right") - 1]
    other = found.before[torn + 1]
    runs.unit[run] = np.where(near == other, other, runs.unit[run])


def _local(extent: tuple[float, ...], origin: tuple[float, float]) -> tuple[float, ...]:
    x, y = origin
    return extent[0] - x, extent[1] - y, extent[2] - x, extent[3] - y


def _crossings(
    lines: LevelLines, selected: Ints, corner: tuple[float, float], scale: float, height: int
) -> _Crossings:
    """Each segment of the selected lines against the middles of the rows it spans."""
    first = lines.lines(scale).first
    many = np.cumsum(first[selected + 1] - first[selected])
    cuts = np.searchsorted(many, np.arange(_SEGMENTS, many[-1] if len(many) else 0, _SEGMENTS))
    parts = [_of_lines(lines, part, corner, scale, height) for part in np.split(selected, cuts)]
    if len(parts) == 1:
        return parts[0]
    return _Crossings(
        np.concatenate([part.row for part in parts]),
        np.concatenate([part.x for part in parts]),
        np.concatenate([part.before for part in parts]),
        np.concatenate([part.after for part in parts]),
    )


def _of_lines(
    lines: LevelLines, selected: Ints, corner: tuple[float, float], scale: float, height: int
) -> _Crossings:
    detail = lines.lines(scale)
    xy, first = detail.xy, detail.first
    n = first[selected + 1] - first[selected] - 1
    at = np.arange(n.sum()) + np.repeat(first[selected] - np.r_[0, np.cumsum(n)[:-1]], n)
    points = xy[at], xy[at + 1]
    (px, py), (qx, qy) = (_pixels(p, corner, scale) for p in points)
    r0 = np.clip(np.ceil(np.minimum(py, qy) - 0.5), 0, height).astype(np.int32)
    r1 = np.clip(np.ceil(np.maximum(py, qy) - 0.5), 0, height).astype(np.int32)
    spans = np.flatnonzero(r1 > r0)
    m = (r1 - r0)[spans]
    row = np.arange(m.sum()) + np.repeat(r0[spans] - np.r_[0, np.cumsum(m)[:-1]], m)
    px, py = px[spans], py[spans]
    slope = (qx[spans] - px) / (qy[spans] - py)
    x = np.repeat(px - (py - 0.5) * slope, m) + row * np.repeat(slope, m)
    line = np.repeat(selected, n)[spans]
    down = py < qy[spans]
    west = np.where(down, lines.right[line], lines.left[line])
    east = np.where(down, lines.left[line], lines.right[line])
    return _Crossings(row.astype(np.int32), x, np.repeat(west, m), np.repeat(east, m))


def _pixels(
    xy: npt.NDArray[np.float32], corner: tuple[float, float], scale: float
) -> tuple[Floats, Floats]:
    wide = xy.astype(np.float64)  # a row's middle must not fall on two sides of a rounding
    return (wide[:, 0] - corner[0]) / scale, (corner[1] - wide[:, 1]) / scale


def _ordered(found: _Crossings, width: int) -> _Crossings:
    """Those inside the view, by row and x. The key is unique, so the order is always the same."""
    inside = np.flatnonzero((found.x >= 0) & (found.x < width))
    x = (found.x[inside] * _SUBPIXEL).astype(np.int64)
    key = found.row[inside].astype(np.int64) << 45 | x << 24 | np.arange(len(inside))
    order = inside[np.sort(key) & 0xFFFFFF]
    row, x = found.row[order], found.x[order]
    before, after = found.before[order], found.after[order]
    for _ in range(2):
        swap = _swapped(row, x, before, after)
        for units in (before, after):
            units[swap], units[swap + 1] = units[swap + 1], units[swap]
    return _Crossings(row, x, before, after)


def _swapped(row: Ints, x: Floats, before: Ints, after: Ints) -> npt.NDArray[np.int64]:
    """Neighbours in the wrong order: lines thinned one by one may cross by less than a pixel."""
    if len(row) < 2:
        return np.empty(0, np.int64)
    near = (row[1:] == row[:-1]) & (x[1:] - x[:-1] < _NEAR / _SUBPIXEL)
    wrong = near & (after[:-1] != before[1:]) & (after[1:] == before[:-1])
    at = np.flatnonzero(wrong)
    return at[np.r_[True, np.diff(at) > 1]] if len(at) else at


def _left_edge(
    lines: LevelLines, corner: tuple[float, float], scale: float, rows: npt.NDArray[np.int64]
) -> Ints:
    """The unit at the left edge of rows that nothing crosses: what the last line before it left.

    Without this a view wholly inside one unit would be blank.
    """
    top, bottom = corner[1] - rows[0] * scale, corner[1] - (rows[-1] + 1) * scale
    beside = lines.within(-np.inf, bottom, corner[0], top)
    found = _crossings(lines, beside, corner, scale, int(rows[-1]) + 1)
    left = np.flatnonzero(found.x < 0)
    order = left[np.lexsort((found.x[left], found.row[left]))]
    row = found.row[order]
    last = np.flatnonzero(np.r_[row[1:] != row[:-1], True][: len(row)])
    edge = np.full(int(rows[-1]) + 1, OUTSIDE, np.int32)
    edge[row[last]] = found.after[order[last]]
    return edge[rows]
