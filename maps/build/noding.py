"""Edges on the whole-number grid of 1e-7 degrees: rounding, faces, and what lies beside them."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

UNITS = 10_000_000
"""Whole numbers in a degree: one is about a centimetre."""

Ints = npt.NDArray[np.int64]
Shapes = npt.NDArray[np.object_]

_SHIFT = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Edges:
    """Straight edges between vertices `a` and `b`, a < b as keys; labels on both sides, -1 = none.

    `left` is the unit to the left of the way from a to b.
    """

    a: Ints
    b: Ints
    left: Ints
    right: Ints

    @property
    def inner(self) -> npt.NDArray[np.bool_]:
        """Edges between two different units."""
        return (self.left >= 0) & (self.right >= 0) & (self.left != self.right)

    def lengths(self) -> npt.NDArray[np.float64]:
        """In degrees of latitude, as seen at 30°N."""
        (ax, ay), (bx, by) = unpack(self.a), unpack(self.b)
        return np.hypot((bx - ax) * np.cos(np.radians(30.0)), by - ay) / UNITS


def pack(x: Ints, y: Ints) -> Ints:
    """Vertex coordinates in 1e-7 degrees, as one sortable key each."""
    return (x << _SHIFT) + y


def unpack(key: Ints) -> tuple[Ints, Ints]:
    y = key & ((1 << _SHIFT) - 1)
    return (key - y) >> _SHIFT, y


def keys(coordinates: npt.NDArray[np.float64]) -> Ints:
    """Degrees (n, 2) to keys; positive degrees only, which the city has."""
    whole = np.round(coordinates * UNITS).astype(np.int64)
    return pack(whole[:, 0], whole[:, 1])


def _directed(shapes: Shapes) -> tuple[Ints, Ints, Ints]:
    """Start, end and owner of every boundary edge, the owner to its left."""
    oriented = shapely.orient_polygons(shapes, exterior_cw=False)
    rings, owner = shapely.get_parts(shapely.boundary(oriented), return_index=True)
    coordinates, ring = shapely.get_coordinates(rings, return_index=True)
    key = keys(coordinates)
    same = (ring[1:] == ring[:-1]) & (key[1:] != key[:-1])
    return key[:-1][same], key[1:][same], owner[ring[1:][same]]


def edges_of(shapes: Shapes) -> Edges:
    """The edges of a coverage, once each, with the shapes' positions as labels.

    Raises ValueError where two shapes lie on the same side of an edge: they overlap.
    """
    start, end, owner = _directed(shapes)
    forward = start < end
    a, b = np.where(forward, start, end), np.where(forward, end, start)
    order = np.lexsort((~forward, b, a))
    a, b, owner, forward = a[order], b[order], owner[order], forward[order]
    first = np.concatenate([[True], (a[1:] != a[:-1]) | (b[1:] != b[:-1])])
    row = np.cumsum(first) - 1
    sides = np.full((row[-1] + 1, 2), -1, dtype=np.int64)
    side = np.where(forward, 0, 1)
    if len(np.unique(row * 2 + side)) != len(row):
        raise ValueError("shapes overlap along an edge")
    sides[row, side] = owner
    return Edges(a=a[first], b=b[first], left=sides[:, 0], right=sides[:, 1])


def distinct_lines(shapes: Shapes) -> Shapes:
    """Every edge of the shapes once, on the grid: half the work for the noding that follows."""
    start, end, _ = _directed(shapes)
    pairs = np.unique(np.stack([np.minimum(start, end), np.maximum(start, end)], axis=1), axis=0)
    x, y = unpack(pairs)
    return shapely.linestrings(np.stack([x, y], axis=2) / UNITS)


def faces(lines: Shapes) -> Shapes:
    """The faces between lines, noded on the grid (snap rounding), so that none overlap."""
    noded = shapely.union_all(lines, grid_size=1 / UNITS)
    return np.array(shapely.polygonize([noded]).geoms, dtype=object)


Neighbours = list[list[tuple[int, float]]]


def neighbours(edges: Edges, n: int) -> Neighbours:
    """For each unit: those beside it with the length of the shared border, in order of unit."""
    inner = edges.inner
    low = np.minimum(edges.left, edges.right)[inner]
    high = np.maximum(edges.left, edges.right)[inner]
    pairs, which = np.unique(low * n + high, return_inverse=True)
    length = np.bincount(which, edges.lengths()[inner], len(pairs))
    beside: Neighbours = [[] for _ in range(n)]
    for pair, shared in zip(pairs.tolist(), length.tolist(), strict=True):
        i, j = divmod(pair, n)
        beside[i].append((j, shared))
        beside[j].append((i, shared))
    return beside


def components(members: list[int], beside: Neighbours) -> list[list[int]]:
    """The connected parts of `members`, in order of their first member."""
    left = dict.fromkeys(members)
    parts = []
    for member in members:
        if member not in left:
            continue
        del left[member]
        part = [member]
        for unit in part:
            for other, _ in beside[unit]:
                if other in left:
                    del left[other]
                    part.append(other)
        parts.append(part)
    return parts
