"""Shared boundaries of every level as flat arrays: lines with the unit on each side, by detail.

`derive` makes them once per division from the arcs of the pack; `Topology` reads them, mapped from
disk. Coordinates are float32 metres of the map (EPSG:4545) from a local origin. Nothing is drawn.
"""

from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from app.model import Level
from maps.anchors import anchors
from maps.chains import chain
from maps.crossings import on_grid, uncross
from maps.kernels.values import Mesh
from maps.projection import project
from maps.simplify import significance

Ints = npt.NDArray[np.int32]
Arrays = dict[str, npt.NDArray[Any]]

TOLERANCES_M = tuple(2.0 * 2**k for k in range(9))  # 2 m to 512 m, each twice the last
WORTH_KEEPING = 0.8  # a coarser copy is stored only where it is at least a fifth smaller
TOLERANCE_PX = 0.35


def derive(
    points_e7: Ints, first: Ints, left: Ints, right: Ints, up: Mapping[Level, Ints]
) -> Arrays:
    """Arcs of the finest level -> named flat arrays for `Topology`, to be saved as they are.

    `points_e7` (n, 2): lon, lat in 1e-7 degrees; `first` (arcs+1,): where each arc starts;
    `left`, `right` (arcs,): grids on each side, -1 outside; `up[level]` (grids,): unit of a grid.
    """
    x, y = project(points_e7[:, 0] / 1e7, points_e7[:, 1] / 1e7)
    origin = np.round([np.mean(x), np.mean(y)], -3)
    xy = on_grid(np.column_stack([x, y]) - origin)
    keys = points_e7[:, 0].astype(np.int64) << 32 | points_e7[:, 1].astype(np.int64)
    grids = int(max(left.max(), right.max())) + 1
    arrays: Arrays = {"origin": origin}
    whole = {**up, Level.GRID: up.get(Level.GRID, np.arange(grids, dtype=np.int32))}
    for level, of_grid in sorted(whole.items()):
        sides = (_raised(left, of_grid), _raised(right, of_grid))
        lines = chain(nodes=keys, first=first.astype(np.int64), left=sides[0], right=sides[1])
        west = np.minimum.reduceat(xy[lines.points, 0], lines.first[:-1])
        lines = lines.taken(np.argsort(west, kind="stable"))  # what kernels sort is nearly sorted
        units = int(of_grid.max()) + 1
        parts = _level(xy[lines.points], lines.first, lines.left, lines.right, units)
        parts["rank"] = _rank(lines.left, lines.right, _parents(whole, level, units))
        arrays |= {f"{level.name.lower()}_{name}": array for name, array in parts.items()}
    return arrays


class Topology:
    """Reads the arrays of `derive`; units are numbered as in the hierarchy's arrays of a level."""

    def __init__(self, arrays: Mapping[str, npt.NDArray[Any]]) -> None:
        self._arrays = arrays
        self.origin = (float(arrays["origin"][0]), float(arrays["origin"][1]))
        self._levels: dict[Level, LevelLines] = {}

    @classmethod
    def open(cls, folder: Path) -> "Topology":
        """The arrays in `folder`, one .npy each, mapped and not read. OSError where one is bad."""
        files = sorted(folder.glob("*.npy"))
        return cls({file.stem: np.load(file, mmap_mode="r") for file in files})

    def level(self, level: Level) -> "LevelLines":
        if level not in self._levels:
            prefix = f"{level.name.lower()}_"
            mine = {k.removeprefix(prefix): v for k, v in self._arrays.items() if prefix in k}
            self._levels[level] = LevelLines(mine)
        return self._levels[level]


class LevelLines:
    """The boundaries of one level: lines in all their details, and where names go."""

    def __init__(self, arrays: Mapping[str, npt.NDArray[Any]]) -> None:
        self._arrays = arrays
        self.left: Ints = arrays["left"]
        self.right: Ints = arrays["right"]
        self.rank: npt.NDArray[np.int8] = arrays["rank"]
        self.box: npt.NDArray[np.float32] = arrays["box"]
        self.anchor: npt.NDArray[np.float32] = arrays["anchor"]
        self.span: npt.NDArray[np.float32] = arrays["span"]
        self.area: npt.NDArray[np.float32] = arrays["area"]
        self.bounds: npt.NDArray[np.float32] = arrays["bounds"]
        self._meshes: dict[int, Mesh] = {}

    @property
    def units(self) -> int:
        return len(self.area)

    @cached_property
    def _tolerances(self) -> list[float]:
        return np.asarray(self._arrays["tolerances"], float).tolist()

    def lines(self, metres_per_px: float) -> Mesh:
        """The coarsest copy whose departure stays under a third of a pixel; the same each time."""
        allowed = metres_per_px * TOLERANCE_PX
        return self.copy(bisect_right(self._tolerances, allowed) - 1)

    def copy(self, k: int) -> Mesh:
        """The copy of that number, 0 the finest."""
        if k not in self._meshes:
            xy, first = self._arrays[f"xy{k}"], self._arrays[f"first{k}"]
            self._meshes[k] = Mesh(xy, first, self.left, self.right, self.rank, self.box)
        return self._meshes[k]

    @property
    def copies(self) -> int:
        """How many there are."""
        return len(self._tolerances)

    def within(self, west: float, south: float, east: float, north: float) -> Ints:
        """Lines whose box touches the extent (metres from the origin), as ascending indexes."""
        box = self.box
        hit = (box[:, 0] <= east) & (box[:, 2] >= west) & (box[:, 1] <= north)
        return np.flatnonzero(hit & (box[:, 3] >= south)).astype(np.int32)


def _raised(side: Ints, of_grid: Ints) -> Ints:
    return np.where(side >= 0, of_grid[np.maximum(side, 0)], -1).astype(np.int32)


def _parents(up: Mapping[Level, Ints], level: Level, units: int) -> dict[Level, Ints]:
    """For each level above: the unit there of every unit here."""
    parents = {}
    for above in sorted(up):
        if above < level:
            table = np.full(units, -1, np.int32)
            table[up[level]] = up[above]
            parents[above] = table
    return parents | {level: np.arange(units, dtype=np.int32)}


def _rank(left: Ints, right: Ints, parents: Mapping[Level, Ints]) -> npt.NDArray[np.int8]:
    """The highest level at which the two sides differ."""
    rank = np.full(len(left), Level.GRID, np.int8)
    for level in sorted(parents, reverse=True):
        differ = _raised(left, parents[level]) != _raised(right, parents[level])
        rank[differ] = level
    return rank


def _level(
    xy: npt.NDArray[np.float64], first: npt.NDArray[np.int64], left: Ints, right: Ints, units: int
) -> Arrays:
    names = anchors(xy, first, left, right, units=units)
    low, high = (np.minimum.reduceat(xy, first[:-1]), np.maximum.reduceat(xy, first[:-1]))
    parts: Arrays = {
        "left": left,
        "right": right,
        "box": np.column_stack([low, high]).astype(np.float32),
        "anchor": names.point.astype(np.float32),
        "span": names.width.astype(np.float32),
        "area": names.area.astype(np.float32),
        "bounds": names.bounds.astype(np.float32),
    }
    return parts | _details(xy, first)


def _details(xy: npt.NDArray[np.float64], first: npt.NDArray[np.int64]) -> Arrays:
    """The whole lines and the coarser copies that are worth their room; in none do lines cross."""
    weight = significance(xy, first, floor=TOLERANCES_M[0])
    tolerances = _worth_keeping(weight)
    for tolerance in reversed(tolerances):
        uncross(xy, first, weight, tolerance)
    parts: Arrays = {"tolerances": np.array([0.0, *tolerances])}
    for k, tolerance in enumerate([-1.0, *tolerances]):
        keep = weight > tolerance
        parts[f"xy{k}"] = xy[keep].astype(np.float32)
        parts[f"first{k}"] = np.r_[0, np.cumsum(keep)][first].astype(np.int32)
    return parts


def _worth_keeping(weight: npt.NDArray[np.float32]) -> list[float]:
    """The tolerances whose copies are a good deal smaller than the one before."""
    found, stored = [], len(weight)
    for tolerance in TOLERANCES_M:
        count = int(np.count_nonzero(weight > tolerance))
        if count < WORTH_KEEPING * stored:
            found.append(tolerance)
            stored = count
    return found
