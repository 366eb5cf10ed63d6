"""Events told together by cells that are fixed to the ground: panning changes no count."""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from maps.points.chosen import LOOKS, Chosen
from maps.viewport import Extent

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Clusters:
    """One row a cell with events: `x`, `y` (n,) their middle in map metres, `counts` (n, LOOKS).

    `cell` (n, 2): column and row of the cell, counted from the map's zero.
    """

    x: Floats
    y: Floats
    counts: Ints
    cell: Ints
    cell_m: float

    def __len__(self) -> int:
        return len(self.x)

    @property
    def total(self) -> Ints:
        """(n,) events of each cell."""
        return self.counts.sum(1)

    @property
    def foremost(self) -> Ints:
        """(n,) the look that stands for each cell: the gravest that is open, else the gravest."""
        order = np.array([1, 3, 5, 7, 0, 2, 4, 6])
        return order[(self.counts[:, order] > 0).argmax(1)]

    def extent_of(self, k: int) -> Extent:
        """The ground of a cell in map metres."""
        column, row = (int(number) for number in self.cell[k])
        size = self.cell_m
        return column * size, row * size, (column + 1) * size, (row + 1) * size


def cell_size(metres_per_px: float, cell_px: float) -> float:
    """Metres of a cell of about so many pixels: in steps of two, so that a wheel keeps cells."""
    return float(2.0 ** math.floor(math.log2(metres_per_px)) * cell_px)


def clusters(chosen: Chosen, extent: Extent, cell_m: float) -> Clusters:
    """The cells that an extent touches, each with all of its events."""
    west, south, east, north = (math.floor(edge / cell_m) for edge in extent)
    columns, rows = east - west + 1, north - south + 1
    whole = (west * cell_m, south * cell_m, (east + 1) * cell_m, (north + 1) * cell_m)
    x, y, at = chosen.inside(whole)
    column = np.clip(np.floor(x / cell_m).astype(np.int64) - west, 0, columns - 1)
    row = np.clip(np.floor(y / cell_m).astype(np.int64) - south, 0, rows - 1)
    cell = row * columns + column
    bins = columns * rows
    counts = np.bincount(cell * LOOKS + chosen.look[at], minlength=bins * LOOKS)
    counts = counts.reshape(bins, LOOKS)
    total = counts.sum(1)
    held = np.flatnonzero(total)
    many = total[held]
    return Clusters(
        x=np.bincount(cell, x, bins)[held] / many,
        y=np.bincount(cell, y, bins)[held] / many,
        counts=counts[held],
        cell=np.column_stack([held % columns + west, held // columns + south]),
        cell_m=cell_m,
    )
