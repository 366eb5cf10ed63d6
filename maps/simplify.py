"""How much each vertex of a line matters (Douglas-Peucker): any tolerance is then one comparison.

End points always stay, so lines that share an end still meet at every level of detail.
"""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Index = npt.NDArray[np.int64]


def significance(xy: Floats, first: Index, *, floor: float) -> npt.NDArray[np.float32]:
    """(n, 2) points, (lines+1,) starts -> per point the largest tolerance that still keeps it.

    Same unit as `xy`; inf at line ends, 0 where the point departs by less than `floor`.
    A point never matters more than the one whose keeping brought it in: levels are nested.
    """
    kept = np.zeros(len(xy), np.float32)
    kept[first[:-1]] = kept[first[1:] - 1] = np.inf
    a, b = first[:-1], first[1:] - 1
    cap = np.full(len(a), np.inf)
    while True:
        inner = b - a > 1
        a, b, cap = a[inner], b[inner], cap[inner]
        if not len(a):
            return kept
        middle, distance = farthest(xy, a, b)
        matters = distance >= floor
        a, b, middle = a[matters], b[matters], middle[matters]
        cap = np.minimum(cap[matters], distance[matters])
        kept[middle] = cap
        a, b, cap = np.r_[a, middle], np.r_[middle, b], np.r_[cap, cap]


def farthest(xy: Floats, a: Index, b: Index) -> tuple[Index, Floats]:
    """Of the points between a and b the farthest from the segment a-b, and its distance."""
    n = b - a - 1
    begin = np.r_[0, np.cumsum(n)[:-1]]
    at = np.arange(n.sum()) + np.repeat(a + 1 - begin, n)
    ax, ay = np.repeat(xy[a, 0], n), np.repeat(xy[a, 1], n)
    dx, dy = np.repeat(xy[b, 0] - xy[a, 0], n), np.repeat(xy[b, 1] - xy[a, 1], n)
    px, py = xy[at, 0] - ax, xy[at, 1] - ay
    length = dx * dx + dy * dy
    along = np.clip((px * dx + py * dy) / np.where(length > 0, length, 1), 0, 1)
    distance = np.hypot(px - along * dx, py - along * dy)
    most = np.maximum.reduceat(distance, begin)
    hit = np.flatnonzero(distance == np.repeat(most, n))
    line = np.repeat(np.arange(len(a)), n)[hit]
    lead = np.r_[True, line[1:] != line[:-1]]
    return at[hit[lead]], most
