"""For each unit its area, bounds, and a point well inside for its name, and the width there."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Index = npt.NDArray[np.int64]
Ints = npt.NDArray[np.int32]

_ROWS = 9  # lines laid through each unit to look for its widest place


@dataclass(frozen=True, slots=True)
class Anchors:
    """All (units,) or (units, k): metres and square metres; bounds are west, south, east, north."""

    point: Floats
    width: Floats
    area: Floats
    bounds: Floats


def anchors(xy: Floats, first: Index, left: Ints, right: Ints, *, units: int) -> Anchors:
    """Lines with a unit on each side -> the anchors of all units; nan where one has no line."""
    p, q, on_left, on_right = _segments(xy, first, left, right)
    unit = np.r_[on_left, on_right]
    p, q = np.r_[p, q], np.r_[q, p]  # the second half runs backwards: the unit is always left
    inside = unit >= 0
    p, q, unit = p[inside], q[inside], unit[inside]
    bounds = _bounds(p, unit, units)
    base = np.nan_to_num((bounds[:, :2] + bounds[:, 2:]) / 2)[unit]
    a, b = p - base, q - base  # near the unit, so that small areas keep their digits
    cross = a[:, 0] * b[:, 1] - b[:, 0] * a[:, 1]
    area = np.bincount(unit, cross, units) / 2
    point, width = _widest(p, q, unit, bounds)
    return Anchors(point=point, width=width, area=np.abs(area), bounds=bounds)


def _segments(
    xy: Floats, first: Index, left: Ints, right: Ints
) -> tuple[Floats, Floats, Ints, Ints]:
    n = first[1:] - first[:-1] - 1
    at = np.arange(n.sum()) + np.repeat(first[:-1] - np.r_[0, np.cumsum(n)[:-1]], n)
    return xy[at], xy[at + 1], np.repeat(left, n), np.repeat(right, n)


def _bounds(p: Floats, unit: Ints, units: int) -> Floats:
    order = np.argsort(unit, kind="stable")
    found, begin = np.unique(unit[order], return_index=True)
    bounds = np.full((units, 4), np.nan)
    if len(found):
        bounds[found, :2] = np.minimum.reduceat(p[order], begin)
        bounds[found, 2:] = np.maximum.reduceat(p[order], begin)
    return bounds


def _widest(p: Floats, q: Floats, unit: Ints, bounds: Floats) -> tuple[Floats, Floats]:
    """The middle of the widest inner span on nine level lines, those at mid-height preferred."""
    south, step = bounds[unit, 1], ((bounds[:, 3] - bounds[:, 1]) / _ROWS)[unit]
    row_p, row_q = (p[:, 1] - south) / step - 0.5, (q[:, 1] - south) / step - 0.5
    r0 = np.clip(np.ceil(np.minimum(row_p, row_q)), 0, _ROWS).astype(np.int64)
    r1 = np.clip(np.ceil(np.maximum(row_p, row_q)), 0, _ROWS).astype(np.int64)
    n = r1 - r0
    row = np.arange(n.sum()) + np.repeat(r0 - np.r_[0, np.cumsum(n)[:-1]], n)
    at = np.repeat(np.arange(len(n)), n)
    x = p[at, 0] + (row - row_p[at]) * (q[at, 0] - p[at, 0]) / (row_q[at] - row_p[at])
    line = unit[at].astype(np.int64) * _ROWS + row
    order = np.lexsort((x, line))
    x, line = x[order], line[order]
    begin, end = x[0::2], x[1::2]  # half-open rows: crossings come in pairs
    line = line[0::2]
    owner, row = line // _ROWS, line % _ROWS
    off_middle = np.abs(row - (_ROWS - 1) / 2) / _ROWS
    worth = (end - begin) * (1 - off_middle)
    best = np.lexsort((-worth, owner))
    owners, lead = np.unique(owner[best], return_index=True)
    chosen = best[lead]
    point, width = np.full((len(bounds), 2), np.nan), np.zeros(len(bounds))
    height = (bounds[owners, 3] - bounds[owners, 1]) / _ROWS
    point[owners, 0] = (begin[chosen] + end[chosen]) / 2
    point[owners, 1] = bounds[owners, 1] + (row[chosen] + 0.5) * height
    width[owners] = end[chosen] - begin[chosen]
    return point, width
