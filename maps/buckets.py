"""Which unit a point lies in and which borders run near it, from edges sorted into small buckets.

A bucket is a square of 0.01 degrees. The nearest edge to the west of a point tells its unit, so a
look-up reads a bucket or two. Whole numbers of 1e-7 degrees; nothing here is ever written to once
built, so any thread may ask.
"""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from maps.geodesy import metres_per_degree

SIZE = 100_000
E7 = 10_000_000
_CHUNK = 1 << 16
_FEW = 64
"""So many edges are looked through faster one by one than as arrays."""

Int32s = npt.NDArray[np.int32]
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


class Buckets:
    """`frame` int32: west, south (1e-7 degrees), columns, rows. `start` (buckets + 1,).

    `edges` (n, 6): x1, y1, x2, y2 with y1 <= y2, the unit to the west, the unit to the east.
    `filled` (buckets,): the unit that fills a bucket without edges. -1 is outside.
    """

    def __init__(self, arrays: Mapping[str, npt.NDArray[np.int32]]) -> None:
        self._west, self._south, self._columns, self._rows = arrays["frame"].tolist()
        self._start = arrays["start"]
        self._edges = arrays["edges"]
        self._filled = arrays["filled"]

    def unit_at(self, lon: float, lat: float) -> int:
        """The unit at a point in degrees, -1 where none is or the point is no point."""
        if not (abs(lon) <= 180.0 and abs(lat) <= 90.0):
            return -1
        x, y = round(lon * E7), round(lat * E7)
        column, row = (x - self._west) // SIZE, (y - self._south) // SIZE
        if not (0 <= column < self._columns and 0 <= row < self._rows):
            return -1
        middle = y + 0.5  # between two whole numbers, so that no vertex lies on the ray
        for bucket in range(row * self._columns + column, row * self._columns - 1, -1):
            first, last = self._start[bucket : bucket + 2].tolist()
            if first == last:
                return int(self._filled[bucket])
            edge = self._west + (bucket - row * self._columns) * SIZE
            best, unit = edge - 0.5, None
            for x1, y1, x2, y2, _, east in self._edges[first:last].tolist():
                if y1 < middle < y2:
                    crossing = x1 + (middle - y1) * (x2 - x1) / (y2 - y1)
                    if best <= crossing <= x:
                        best, unit = crossing, east
            if unit is not None:
                return int(unit)
        return -1

    def units_at(self, lon: Floats, lat: Floats) -> Int32s:
        """`unit_at` for arrays of one length."""
        found = np.full(len(lon), -1, dtype=np.int32)
        for at in range(0, len(lon), _CHUNK):
            part = slice(at, at + _CHUNK)
            with np.errstate(invalid="ignore"):
                ok = (np.abs(lon[part]) <= 180.0) & (np.abs(lat[part]) <= 90.0)
            which = at + np.flatnonzero(ok)
            x = np.round(lon[which] * E7).astype(np.int64)
            y = np.round(lat[which] * E7).astype(np.int64)
            found[which] = self.trace(x, y, (x - self._west) // SIZE)
        return found

    def trace(self, x: Ints, y: Ints, column: Ints) -> Int32s:
        """The units of points in 1e-7 degrees, looked for from a column of buckets on.

        Goes west from bucket to bucket, all points at once, until each has met an edge.
        """
        unit = np.full(len(x), -1, dtype=np.int32)
        row = (y - self._south) // SIZE
        inside = (column >= 0) & (column < self._columns) & (row >= 0) & (row < self._rows)
        left = np.flatnonzero(inside)
        column = column.copy()
        while len(left):
            bucket = row[left] * self._columns + column[left]
            first = self._start[bucket]
            size = self._start[bucket + 1] - first
            empty = size == 0
            unit[left[empty]] = self._filled[bucket[empty]]
            left, first, size = left[~empty], first[~empty], size[~empty]
            if not len(left):
                break
            west = self._west + column[left] * SIZE - 0.5
            met = self._meet(x[left], y[left] + 0.5, west, first, size)
            done = met >= -1
            unit[left[done]] = met[done]
            left = left[~done]
            column[left] -= 1
            left = left[column[left] >= 0]
        return unit

    def _meet(self, x: Ints, y: Floats, west: Floats, first: Int32s, size: Int32s) -> Int32s:
        """The unit east of the nearest edge between `west` and x in the bucket; -2 = no edge."""
        total = np.cumsum(size)
        point = np.repeat(np.arange(len(x)), size)
        edge = np.arange(total[-1]) + np.repeat(first - (total - size), size)
        x1, y1, x2, y2, _, east = self._edges[edge].T
        middle = y[point]
        crosses = (y1 < middle) & (middle < y2)
        point, east = point[crosses], east[crosses]
        x1, y1, x2, y2 = (c[crosses].astype(np.float64) for c in (x1, y1, x2, y2))
        crossing = x1 + (middle[crosses] - y1) * (x2 - x1) / (y2 - y1)
        ok = (crossing >= west[point]) & (crossing <= x[point])
        point, east, crossing = point[ok], east[ok], crossing[ok]
        met = np.full(len(x), -2, dtype=np.int32)
        nearest = np.lexsort((crossing, point))  # the last of each point is the nearest
        met[point[nearest]] = east[nearest]
        return met

    def near(self, lon: float, lat: float, radius_m: float) -> tuple[Int32s, Int32s, Floats]:
        """The units on both sides of every edge within `radius_m`, and its distance in metres."""
        x_m, y_m = (scale / E7 for scale in metres_per_degree(lat))
        x, y = lon * E7, lat * E7
        rows = self._buckets_near(x, y, radius_m / x_m, radius_m / y_m)
        if not rows:
            return self._edges[:0, 4], self._edges[:0, 5], np.zeros(0)
        edges = rows[0] if len(rows) == 1 else np.concatenate(rows)
        if len(edges) <= _FEW:
            edges = edges[_touched_one_by_one(edges.tolist(), x, y, x_m, y_m, radius_m)]
            if not len(edges):
                return edges[:, 4], edges[:, 5], np.zeros(0)
        ax, ay = (edges[:, 0] - x) * x_m, (edges[:, 1] - y) * y_m
        dx, dy = (edges[:, 2] - edges[:, 0]) * x_m, (edges[:, 3] - edges[:, 1]) * y_m
        share = np.clip(-(ax * dx + ay * dy) / np.maximum(dx * dx + dy * dy, 1e-12), 0.0, 1.0)
        distance = np.hypot(ax + share * dx, ay + share * dy)
        close = distance <= radius_m
        return edges[close, 4], edges[close, 5], distance[close]

    def _buckets_near(self, x: float, y: float, width: float, height: float) -> list[Int32s]:
        west = max(int((x - width - self._west) // SIZE), 0)
        east = min(int((x + width - self._west) // SIZE), self._columns - 1)
        south = max(int((y - height - self._south) // SIZE), 0)
        north = min(int((y + height - self._south) // SIZE), self._rows - 1)
        if west > east:
            return []
        found = []
        for row in range(south, north + 1):
            first = self._start[row * self._columns + west]
            last = self._start[row * self._columns + east + 1]
            if first < last:
                found.append(self._edges[first:last])
        return found


def _touched_one_by_one(
    edges: list[list[int]], x: float, y: float, x_m: float, y_m: float, radius_m: float
) -> list[int]:
    """The positions of those edges whose box the circle's own box touches."""
    width, height = radius_m / x_m, radius_m / y_m
    west, east, south, north = x - width, x + width, y - height, y + height
    return [
        i
        for i, (x1, y1, x2, y2, _, _) in enumerate(edges)
        if y1 <= north and y2 >= south and (x1 <= east or x2 <= east) and (x1 >= west or x2 >= west)
    ]
