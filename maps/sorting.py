"""Arcs cut into edges and sorted into the buckets that maps.buckets reads; done once a division."""

import numpy as np
import numpy.typing as npt

from maps.buckets import SIZE, Buckets, Int32s, Ints


def sort_edges(
    points_e7: Int32s, first: Int32s, left: Int32s, right: Int32s
) -> dict[str, npt.NDArray[np.int32]]:
    """Arcs (as in a pack) cut into edges and sorted: the arrays `Buckets` reads."""
    edges = _edges(points_e7, first, left, right)
    west, south = (points_e7.min(axis=0).astype(np.int64) - 2 * SIZE).tolist()
    columns, rows = ((points_e7.max(axis=0) - (west, south)) // SIZE + 2).tolist()
    which, bucket = _touched(edges, west, south, columns)
    order = np.argsort(bucket, kind="stable")
    start = np.searchsorted(bucket[order], np.arange(columns * rows + 1)).astype(np.int32)
    arrays = {
        "frame": np.array([west, south, columns, rows], dtype=np.int32),
        "start": start,
        "edges": edges[which[order]],
        "filled": np.full(columns * rows, -1, dtype=np.int32),
    }
    _fill(arrays)
    return arrays


def _edges(points: Int32s, first: Int32s, left: Int32s, right: Int32s) -> Int32s:
    size = np.diff(first) - 1
    arc = np.repeat(np.arange(len(left)), size)
    start = np.arange(len(arc)) + arc
    a, b = points[start], points[start + 1]
    down = a[:, 1] > b[:, 1]
    low, high = np.where(down[:, None], b, a), np.where(down[:, None], a, b)
    west = np.where(down, right[arc], left[arc])
    east = np.where(down, left[arc], right[arc])
    return np.column_stack([low, high, west, east]).astype(np.int32)


def _touched(edges: Int32s, west: int, south: int, columns: int) -> tuple[Ints, Ints]:
    """Each pair of an edge and a bucket that it passes through."""
    x1, y1, x2, y2 = edges[:, :4].astype(np.float64).T
    low = (edges[:, 1].astype(np.int64) - south) // SIZE
    high = (edges[:, 3].astype(np.int64) - south) // SIZE
    which, row = _spread(low, high)
    band = south + row * SIZE
    rise = np.maximum(y2 - y1, 1.0)[which]
    slope = (x2 - x1)[which] / rise
    level = y1[which] == y2[which]
    enter = x1[which] + (np.maximum(y1[which], band) - y1[which]) * slope
    leave = x1[which] + (np.minimum(y2[which], band + SIZE) - y1[which]) * slope
    leave = np.where(level, x2[which], leave)
    from_ = ((np.minimum(enter, leave) - 1.0 - west) // SIZE).astype(np.int64)
    to = ((np.maximum(enter, leave) + 1.0 - west) // SIZE).astype(np.int64)
    pair, column = _spread(from_, to)
    return which[pair], row[pair] * columns + column


def _spread(low: Ints, high: Ints) -> tuple[Ints, Ints]:
    """Every whole number from low to high of each row, with the row it comes from."""
    size = high - low + 1
    which = np.repeat(np.arange(len(low)), size)
    first = np.cumsum(size) - size
    return which, low[which] + np.arange(len(which)) - first[which]


def _fill(arrays: dict[str, npt.NDArray[np.int32]]) -> None:
    """Empty buckets take the unit at the east side of the bucket before them, column by column."""
    west, south, columns, rows = arrays["frame"].tolist()
    buckets = Buckets(arrays)
    empty = (np.diff(arrays["start"]) == 0).reshape(rows, columns)
    filled = arrays["filled"].reshape(rows, columns)
    for column in range(1, columns):
        again = empty[:, column] & empty[:, column - 1]
        filled[again, column] = filled[again, column - 1]
        row = np.flatnonzero(empty[:, column] & ~empty[:, column - 1])
        x = np.full(len(row), west + column * SIZE - 1)
        y = south + row * SIZE + SIZE // 2
        filled[row, column] = buckets.trace(x, y, np.full(len(row), column - 1))
