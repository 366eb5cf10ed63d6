"""Areas from their borders in numpy: crossings with the middles of rows, in order, as runs."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from maps.kernels.values import Mesh, Place
from maps.runs import OUTSIDE, Runs
from maps.viewport import Extent

Ints = npt.NDArray[np.int32]
Index = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

_SEGMENTS = 40_000  # at a time: some of numpy's steps hold the interpreter
_FINE = 1 << 13  # parts of a pixel that the sorting key tells apart
_UNDER = 2.0**-20
"""Pixels under its middle where a row is asked: lines that part on the middle have parted there."""
_NUMBERS = 22  # bits of the key for the crossing's number


@dataclass(frozen=True, slots=True)
class _Crossings:
    """Where lines cross the middle of rows: x in pixels, units before and after it."""

    row: Ints
    x: Floats
    before: Ints
    after: Ints

    def taken(self, which: npt.NDArray[np.bool_] | Index) -> "_Crossings":
        return _Crossings(self.row[which], self.x[which], self.before[which], self.after[which])


def runs(mesh: Mesh, place: Place) -> Runs:
    """The runs of every unit of the level."""
    width, height = place.width, place.height
    found = _crossings(mesh, place, place.seen())
    found = _ordered(found.taken((found.x >= 0) & (found.x < width)))
    rows = np.arange(height, dtype=np.int32)
    begin = np.searchsorted(found.row, rows)
    crossed = np.searchsorted(found.row, rows, "right") > begin
    edge = np.full(height, OUTSIDE, np.int32)
    edge[crossed] = found.before[begin[crossed]]
    if not crossed.all():
        edge[~crossed] = _left_edge(mesh, place)[~crossed]
    column = np.ceil(found.x - 0.5).astype(np.int32)
    start = np.insert(found.row * width + column, begin, rows * width)
    unit = np.insert(found.after, begin, edge)
    past = np.insert(column >= width, begin, False)
    return _plain(Runs(width, height, start[~past].astype(np.int32), unit[~past]))


def _plain(found: Runs) -> Runs:
    """Without empty runs, and without borders between a unit and itself."""
    last = np.r_[found.start[1:] != found.start[:-1], True]
    start, unit = found.start[last], found.unit[last]
    opens = np.r_[True, unit[1:] != unit[:-1]] | (start % found.width == 0)
    return Runs(found.width, found.height, start[opens], unit[opens])


def _crossings(mesh: Mesh, place: Place, extent: Extent) -> _Crossings:
    """Each segment of the lines in the extent against the middles of the rows it spans."""
    selected = mesh.touching(extent)
    many = np.cumsum(mesh.first[selected + 1] - mesh.first[selected])
    cuts = np.searchsorted(many, np.arange(_SEGMENTS, many[-1] if len(many) else 0, _SEGMENTS))
    parts = [_of_lines(mesh, part, place) for part in np.split(selected, cuts)]
    return _Crossings(
        np.concatenate([part.row for part in parts]),
        np.concatenate([part.x for part in parts]),
        np.concatenate([part.before for part in parts]),
        np.concatenate([part.after for part in parts]),
    )


def _of_lines(mesh: Mesh, selected: Ints, place: Place) -> _Crossings:
    at, line = segments(mesh, selected)
    x, y = place.pixels(mesh.xy[at])
    x1, y1 = place.pixels(mesh.xy[at + 1])
    r0 = np.clip(np.ceil(np.minimum(y, y1) - 0.5), 0, place.height).astype(np.int32)
    r1 = np.clip(np.ceil(np.maximum(y, y1) - 0.5), 0, place.height).astype(np.int32)
    spans = np.flatnonzero(r1 > r0)
    x, y, y1, line = x[spans], y[spans], y1[spans], line[spans]
    slope = (x1[spans] - x) / (y1 - y)
    many = (r1 - r0)[spans]
    row = spread(r0[spans], many)
    down = y < y1
    before = np.where(down, mesh.right[line], mesh.left[line])
    after = np.where(down, mesh.left[line], mesh.right[line])
    begin = x - (y - (0.5 + _UNDER)) * slope
    return _Crossings(
        row.astype(np.int32),
        np.repeat(begin, many) + row * np.repeat(slope, many),
        np.repeat(before, many),
        np.repeat(after, many),
    )


def segments(mesh: Mesh, selected: Ints) -> tuple[Index, Ints]:
    """The first point of each segment of the selected lines, and its line."""
    many = np.maximum(mesh.first[selected + 1] - mesh.first[selected] - 1, 0)
    return spread(mesh.first[selected], many), np.repeat(selected, many)


def spread(begin: npt.NDArray[np.integer], many: npt.NDArray[np.integer]) -> Index:
    """begin[0], begin[0] + 1, ... many[0] of them, then as many from begin[1] as many[1] says."""
    before = np.cumsum(many) - many
    return np.arange(int(many.sum())) + np.repeat(begin - before, many)


def _ordered(found: _Crossings) -> _Crossings:
    """By row and x; one sort of whole numbers, then the few that are close."""
    fine = np.floor(found.x * _FINE).astype(np.int64)
    if len(fine) >> _NUMBERS:
        raise MemoryError("more crossings than a picture has pixels")
    key = found.row.astype(np.int64) << 49 | fine << _NUMBERS | np.arange(len(fine))
    order = np.sort(key) & ((1 << _NUMBERS) - 1)
    at = np.flatnonzero(
        (found.row[order][1:] == found.row[order][:-1]) & (np.diff(fine[order]) == 0)
    )
    for begin in at[np.r_[True, np.diff(at) > 1]].tolist() if len(at) else ():
        end = begin + 2
        while end < len(order) and _close(found, fine, order[end - 1], order[end]):
            end += 1
        group = order[begin:end]
        order[begin:end] = group[np.lexsort((group, found.x[group]))]
    return found.taken(order)


def _close(found: _Crossings, fine: Index, one: int, other: int) -> bool:
    return bool(found.row[one] == found.row[other] and fine[one] == fine[other])


def _left_edge(mesh: Mesh, place: Place) -> Ints:
    """The unit at the left edge of each row: what the last line before it left behind.

    Without this a view wholly inside one unit would be blank.
    """
    found = _crossings(mesh, place, place.beside())
    found = found.taken(found.x < 0)
    order = np.lexsort((found.x, found.row))
    found = found.taken(order)
    last = np.flatnonzero(np.r_[found.row[1:] != found.row[:-1], True][: len(found.row)])
    edge = np.full(place.height, OUTSIDE, np.int32)
    edge[found.row[last]] = found.after[last]
    return edge
