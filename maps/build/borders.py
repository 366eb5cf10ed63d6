"""Districts sewn together: every district border gets the junctions of both its sides.

Each district is made alone, so its outline carries only its own junctions. Between two vertices of
the real outline, which both sides share, the junctions of both are merged in order.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from maps.build.noding import Edges, Ints, Shapes, edges_of

_Chain = tuple[list[int], list[int]]
"""Vertices from one outline vertex to the next, and the grid beside each of the edges between."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """One district's edges with the whole city's grid numbers, and its real outline."""

    edges: Edges
    outline: shapely.Geometry


def with_numbers(edges: Edges, number: Ints, outline: shapely.Geometry) -> Sides:
    """The edges relabelled from the district's own positions to `number`."""

    def of(label: Ints) -> Ints:
        return np.where(label >= 0, number[label], -1)

    edges = Edges(a=edges.a, b=edges.b, left=of(edges.left), right=of(edges.right))
    return Sides(edges=edges, outline=outline)


def sew(districts: Sequence[Sides]) -> Edges:
    """All edges of the city, each once, with the grids on both sides."""
    inner = [(s.edges, (s.edges.left >= 0) & (s.edges.right >= 0)) for s in districts]
    rows = [np.stack([e.a[m], e.b[m], e.left[m], e.right[m]], axis=1) for e, m in inner if m.any()]
    rows.append(np.array(_merged(districts), dtype=np.int64).reshape(-1, 4))
    table = np.concatenate(rows)
    flip = table[:, 0] > table[:, 1]
    table[flip] = table[flip][:, [1, 0, 3, 2]]
    table = table[np.lexsort((table[:, 1], table[:, 0]))]
    if (np.diff(table[:, :2], axis=0) == 0).all(axis=1).any():
        raise ValueError("an edge of the city is there twice")
    return Edges(a=table[:, 0], b=table[:, 1], left=table[:, 2], right=table[:, 3])


def _merged(districts: Sequence[Sides]) -> list[tuple[int, int, int, int]]:
    """The border edges as (from, to, left, right)."""
    sides: dict[tuple[int, int], list[tuple[bool, _Chain]]] = {}
    for district in districts:
        for start, end, chain in _chains(district):
            forward = start < end
            key = (start, end) if forward else (end, start)
            sides.setdefault(key, []).append((forward, chain))
    rows: list[tuple[int, int, int, int]] = []
    for key in sorted(sides):
        rows += _merge(key, sides[key])
    return rows


def _chains(district: Sides) -> list[tuple[int, int, _Chain]]:
    """The way along the outline, interior to the left, cut at the real outline's vertices."""
    onward = _onward(district.edges)
    outline: Shapes = np.array([district.outline], dtype=object)
    real = edges_of(outline)
    found = []
    for a, b, left in zip(real.a.tolist(), real.b.tolist(), real.left.tolist(), strict=True):
        start, end = (a, b) if left >= 0 else (b, a)
        found.append((start, end, _walk(start, end, onward)))
    return found


def _onward(edges: Edges) -> dict[int, list[tuple[int, int]]]:
    """From each border vertex the vertices that follow with the district to the left."""
    onward: dict[int, list[tuple[int, int]]] = {}
    rim = (edges.left < 0) | (edges.right < 0)
    for a, b, left, right in zip(
        *(column[rim].tolist() for column in (edges.a, edges.b, edges.left, edges.right)),
        strict=True,
    ):
        start, end, grid = (a, b, left) if left >= 0 else (b, a, right)
        onward.setdefault(start, []).append((end, grid))
    return onward


def _walk(start: int, end: int, onward: dict[int, list[tuple[int, int]]]) -> _Chain:
    vertices, grids = [start], []
    while vertices[-1] != end:
        ways = onward.get(vertices[-1], [])
        if not ways or len(vertices) > 10_000:
            raise ValueError(f"the outline is broken between {start} and {end}")
        vertex, grid = min(ways, key=lambda way: (_detour(way[0], start, end), way))
        vertices.append(vertex)
        grids.append(grid)
    return vertices, grids


def _point(key: int) -> tuple[int, int]:
    y = key & 0xFFFFFFFF
    return (key - y) >> 32, y


def _detour(vertex: int, start: int, end: int) -> float:
    """How long the way from start to end is through `vertex`: least on the edge itself."""
    (x, y), (ax, ay), (bx, by) = _point(vertex), _point(start), _point(end)
    return math.hypot(x - ax, y - ay) + math.hypot(x - bx, y - by)


def _merge(
    key: tuple[int, int], sides: list[tuple[bool, _Chain]]
) -> list[tuple[int, int, int, int]]:
    """One border edge with the junctions of its one or two sides, as (from, to, left, right)."""
    if len(sides) > 2 or (len(sides) == 2 and sides[0][0] == sides[1][0]):
        raise ValueError(f"outlines overlap along {key}")
    start, end = key
    vertices = {vertex for _, (chain, _) in sides for vertex in chain}
    (ax, ay), (bx, by) = _point(start), _point(end)

    def along(vertex: int) -> tuple[int, int]:
        x, y = _point(vertex)
        return (x - ax) * (bx - ax) + (y - ay) * (by - ay), vertex

    way = [start, *sorted(vertices - {start, end}, key=along), end]
    beside: dict[bool, list[int]] = {True: [-1] * (len(way) - 1), False: [-1] * (len(way) - 1)}
    for forward, (chain, grids) in sides:
        if not forward:
            chain, grids = chain[::-1], grids[::-1]
        at = [way.index(vertex) for vertex in chain]
        for grid, i, j in zip(grids, at[:-1], at[1:], strict=True):
            beside[forward][i:j] = [grid] * (j - i)
    return list(zip(way[:-1], way[1:], beside[True], beside[False], strict=True))
