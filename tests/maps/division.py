"""A made-up division for the map's tests: Voronoi grids grouped into villages, towns, districts."""

from functools import cached_property

import numpy as np
import shapely

from app.model import Level, Place
from maps.projection import project
from maps.topology import Topology, derive

WEST, SOUTH, EAST, NORTH = 106.0, 29.0, 106.6, 29.5
_COUNTS = {Level.GRID: 320, Level.VILLAGE: 60, Level.TOWN: 14, Level.DISTRICT: 4, Level.CITY: 1}
_NAMES = {
    Level.CITY: "重庆市",
    Level.DISTRICT: "第{}区",
    Level.TOWN: "朱沱{}镇",
    Level.VILLAGE: "松溉{}社区居委会",
    Level.GRID: "第{:02d}网格",
}


class MadeDivision:
    """Answers what maps.scene.Division asks; its polygons are there for slow comparisons."""

    edition = "made"

    def __init__(self, seed: int = 5) -> None:
        rng = np.random.default_rng(seed)
        seeds = rng.uniform((WEST, SOUTH), (EAST, NORTH), (_COUNTS[Level.GRID], 2))
        whole = shapely.Point(106.3, 29.25).buffer(0.22, quad_segs=24)
        cells = shapely.voronoi_polygons(shapely.MultiPoint(seeds), ordered=True)
        self.cells = np.array([shapely.intersection(cell, whole) for cell in cells.geoms])
        self.cells = self.cells[~shapely.is_empty(self.cells)]
        self.cells = shapely.get_parts(shapely.set_precision(self.cells, 1e-6))
        middle = shapely.get_coordinates(shapely.centroid(self.cells))
        self._up = {Level.GRID: np.arange(len(self.cells), dtype=np.int32)}
        points = middle
        above = self._up[Level.GRID]
        for level in (Level.VILLAGE, Level.TOWN, Level.DISTRICT, Level.CITY):
            centres = points[rng.choice(len(points), _COUNTS[level], replace=False)]
            nearest = np.argmin(((points[:, None] - centres[None]) ** 2).sum(2), axis=1)
            _, dense = np.unique(nearest, return_inverse=True)
            above = dense[above].astype(np.int32)
            self._up[level] = above
            points = np.array([points[dense == k].mean(0) for k in range(dense.max() + 1)])

    @cached_property
    def arcs(self) -> tuple[np.ndarray, ...]:
        """points_e7, first, left, right: every edge between two corners once."""
        rings = shapely.get_exterior_ring(shapely.normalize(self.cells))  # clockwise
        xy, ring = shapely.get_coordinates(rings, return_index=True)
        e7 = np.round(xy * 1e7).astype(np.int64)
        joined = ring[1:] == ring[:-1]
        a, b, unit = e7[:-1][joined], e7[1:][joined], ring[1:][joined]
        edges: dict[tuple[int, ...], list[int]] = {}
        for start, end, owner in zip(a.tolist(), b.tolist(), unit.tolist(), strict=True):
            forward = start < end
            key = (*start, *end) if forward else (*end, *start)
            sides = edges.setdefault(key, [-1, -1])
            sides[1 if forward else 0] = owner  # clockwise rings have their unit on the right
        points = np.array(list(edges), np.int32).reshape(-1, 2)
        left, right = np.array(list(edges.values()), np.int32).T
        return points, np.arange(0, len(points) + 1, 2, dtype=np.int32), left, right

    @cached_property
    def topology(self) -> Topology:
        return Topology(derive(*self.arcs, up=self._up))

    def up(self, level: Level) -> np.ndarray:
        return self._up[level]

    def codes(self, level: Level) -> list[str]:
        return [self.code_at(level, k) for k in range(int(self._up[level].max()) + 1)]

    def names(self, level: Level) -> list[str]:
        return [_NAMES[level].format(k + 1) for k in range(int(self._up[level].max()) + 1)]

    def code_at(self, level: Level, index: int) -> str:
        return f"{int(level)}-{index:04d}"

    def index(self, code: str) -> int:
        return int(code[2:])

    def place(self, code: str) -> Place | None:
        level, index = Level(int(code[0])), int(code[2:])
        if index > self._up[level].max():
            return None
        parent = None
        if level:
            grid = int(np.flatnonzero(self._up[level] == index)[0])
            parent = self.code_at(Level(level - 1), int(self._up[Level(level - 1)][grid]))
        name = _NAMES[level].format(index + 1)
        return Place(code=code, name=name, level=level, parent=parent)

    def polygons(self, level: Level) -> np.ndarray:
        """(units,) areas in metres of the map, made from the cells and not from the lines."""
        flat = shapely.transform(self.cells, lambda c: np.column_stack(project(c[:, 0], c[:, 1])))
        units = int(self._up[level].max()) + 1
        return np.array([shapely.union_all(flat[self._up[level] == k]) for k in range(units)])
