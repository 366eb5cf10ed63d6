"""Thinned lines that cross: where they do, points are put back until none does.

Lines are thinned one by one, and near a node two of them may then cross or lie upon one another: a
row of pixels would see the units between them in the wrong order. On coordinates that are whole
parts of a metre every test here is exact.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from maps.simplify import farthest

Floats = npt.NDArray[np.float64]
Index = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

PARTS = 64.0
"""Coordinates are whole numbers of this part of a metre: products of their differences are exact
in doubles for places within 260 km of the origin."""

_FEW = 60


def on_grid(xy: Floats) -> Floats:
    """Metres, rounded to the grid on which crossings are told exactly."""
    return np.round(xy * PARTS) / PARTS


def uncross(xy: Floats, first: Index, weight: npt.NDArray[np.float32], tolerance: float) -> None:
    """Raise the weight of points, in place, until lines of points over `tolerance` do not cross.

    `xy` (n, 2) on the grid, `first` (lines + 1,), `weight` (n,) as `significance` gives it. Points
    that are put back do not come up in coarser copies. Where whole lines cross nothing can be done.
    """
    kept_at = np.nextafter(np.float32(tolerance), np.float32(np.inf))
    a, b = segments(np.flatnonzero(weight > tolerance), first)
    doubtful = np.flatnonzero(b - a > 1)  # whole lines do not cross
    while True:
        torn = np.unique(np.concatenate(pairs(xy, a, b, doubtful)))
        torn = torn[b[torn] - a[torn] > 1]
        if not len(torn):
            return
        middle = farthest(xy, a[torn], b[torn])[0]
        weight[middle] = kept_at
        a, b = segments(np.flatnonzero(weight > tolerance), first)
        doubtful = np.flatnonzero(np.isin(a, middle) | np.isin(b, middle))


def segments(kept: Index, first: Index) -> tuple[Index, Index]:
    """Of lines of which only some points are kept: the points at the ends of each segment."""
    line = np.searchsorted(first, kept, "right")
    same = line[1:] == line[:-1]
    return kept[:-1][same], kept[1:][same]


def pairs(xy: Floats, a: Index, b: Index, doubtful: Index) -> tuple[Index, Index]:
    """Numbers of two segments that share more than an end, one of them among the doubtful."""
    real = (xy[a] != xy[b]).any(axis=1)
    doubtful = doubtful[real[doubtful]]
    touch = _few if len(doubtful) < _FEW else _many
    one, other = touch(xy, a, b, doubtful)
    fit = real[other] & (one != other)
    one, other = one[fit], other[fit]
    torn = _Pair(xy[a[one]], xy[b[one]], xy[a[other]], xy[b[other]]).torn
    return one[torn], other[torn]


def _many(xy: Floats, a: Index, b: Index, doubtful: Index) -> tuple[Index, Index]:
    """Segments whose boxes touch those of the doubtful, by a tree."""
    import shapely  # here, for a division that was derived before needs none

    lines = shapely.linestrings(np.stack([xy[a], xy[b]], axis=1))
    at, beside = shapely.STRtree(lines).query(lines[doubtful])
    return doubtful[at], np.asarray(beside, np.int64)


def _few(xy: Floats, a: Index, b: Index, doubtful: Index) -> tuple[Index, Index]:
    """The same by looking at them all."""
    low, high = np.minimum(xy[a], xy[b]), np.maximum(xy[a], xy[b])
    near = [
        np.flatnonzero(((low <= high[k]) & (low[k] <= high)).all(axis=1)) for k in doubtful.tolist()
    ]
    beside = np.concatenate([np.empty(0, np.int64), *near])
    return np.repeat(doubtful, [len(its) for its in near]), beside


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two segments a-b and c-d, many of them: every field (n, 2)."""

    a: Floats
    b: Floats
    c: Floats
    d: Floats

    @property
    def torn(self) -> Bools:
        """(n,) where they have more in common than one end of both."""
        c, d = _side(self.a, self.b, self.c), _side(self.a, self.b, self.d)
        a, b = _side(self.c, self.d, self.a), _side(self.c, self.d, self.b)
        meet = (c * d <= 0) & (a * b <= 0)
        level = (a == 0) & (b == 0)
        return meet & np.where(self._joined, level & self._alike, ~level | self._overlapping)

    @property
    def _joined(self) -> Bools:
        """An end of one is an end of the other."""
        return self._same(self.a) | self._same(self.b)

    def _same(self, end: Floats) -> Bools:
        return (end == self.c).all(axis=1) | (end == self.d).all(axis=1)

    @property
    def _alike(self) -> Bools:
        """From the end they share both go the same way; or both ends are shared."""
        begins = self._same(self.a)[:, None]
        joint, end = np.where(begins, self.a, self.b), np.where(begins, self.b, self.a)
        far = np.where((joint == self.c).all(axis=1)[:, None], self.d, self.c)
        return np.asarray(((end - joint) * (far - joint)).sum(axis=1) > 0)

    @property
    def _overlapping(self) -> Bools:
        """Their boxes touch; for segments upon one line they overlap then."""
        low, high = np.minimum(self.a, self.b), np.maximum(self.a, self.b)
        other_low, other_high = np.minimum(self.c, self.d), np.maximum(self.c, self.d)
        return np.asarray(((low <= other_high) & (other_low <= high)).all(axis=1))


def _side(a: Floats, b: Floats, point: Floats) -> Floats:
    """-1, 0 or 1: on which side of the line through a and b a point lies."""
    way, to = b - a, point - a
    return np.sign(way[:, 0] * to[:, 1] - way[:, 1] * to[:, 0])
