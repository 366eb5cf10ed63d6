"""A picture of any size as squares of its pixels, once whole and ever again half as fine.

A square is read once and kept; while the map is moved only those are read that come into view.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from maps.kernels.warping import STEP_PX

Floats = npt.NDArray[np.float64]
Pixels = npt.NDArray[np.uint32]

SIDE_PX = 256
_MOST = 400  # squares of one view
_AROUND = 2  # pixels about the view, for mixing


class Square(NamedTuple):
    """By how often it was halved, and its column and row."""

    halvings: int
    column: int
    row: int

    def part(self, width: int, height: int) -> tuple[tuple[int, int, int, int], tuple[int, int]]:
        """Left, top, width, height in the file, and rows and columns to read them as.

        What is less than a pixel at the far edges is left out.
        """
        size = SIDE_PX << self.halvings
        left, top = self.column * size, self.row * size
        columns = min(size, width - left) >> self.halvings
        rows = min(size, height - top) >> self.halvings
        part = left, top, columns << self.halvings, rows << self.halvings
        return part, (rows, columns)


@dataclass(frozen=True, slots=True, kw_only=True)
class Squares:
    """Columns and rows of squares from the first on."""

    first: Square
    columns: int
    rows: int

    @property
    def all(self) -> Iterator[Square]:
        halvings, column, row = self.first
        for y in range(self.rows):
            for x in range(self.columns):
                yield Square(halvings, column + x, row + y)

    def joined(self, pictures: Mapping[Square, Pixels]) -> Pixels:
        """One picture of all of them; what is not there stays clear."""
        whole = np.zeros((self.rows * SIDE_PX, self.columns * SIDE_PX), np.uint32)
        for square, pixels in pictures.items():
            top = (square.row - self.first.row) * SIDE_PX
            left = (square.column - self.first.column) * SIDE_PX
            whole[top : top + pixels.shape[0], left : left + pixels.shape[1]] = pixels
        return whole

    def places(self, column: Floats, row: Floats) -> tuple[Floats, Floats]:
        """Columns and rows of the file as pixels of what is joined."""
        halvings, x, y = self.first
        part = 1.0 / (1 << halvings)
        return column * part - x * SIDE_PX, row * part - y * SIDE_PX


def squares(column: Floats, row: Floats, size: tuple[int, int]) -> Squares | None:
    """Those under a mesh whose nodes fall on these columns and rows of a file; None for none.

    `size`: width and height of the file.
    """
    sound = np.isfinite(column) & np.isfinite(row)
    if not sound.any():
        return None
    halvings = min(_halvings(column, row), int(math.log2(max(min(size), 1))))
    while True:
        found = _under(column[sound], row[sound], size, halvings)
        if found is None or found.columns * found.rows <= _MOST:
            return found
        halvings += 1


def _under(column: Floats, row: Floats, size: tuple[int, int], halvings: int) -> Squares | None:
    side = SIDE_PX << halvings
    ends = []
    for values, most in zip((column, row), size, strict=True):
        around = _AROUND << halvings
        low = max(values.min() - around, 0.0)
        high = min(values.max() + around, float(most >> halvings << halvings))
        if low >= high:
            return None
        ends.append((int(low // side), math.ceil(high / side)))
    (x0, x1), (y0, y1) = ends
    return Squares(first=Square(halvings, x0, y0), columns=x1 - x0, rows=y1 - y0)


def _halvings(column: Floats, row: Floats) -> int:
    """By how many pixels of the file fall on one of the view: the nearest power of two."""
    with np.errstate(invalid="ignore"):
        across = np.hypot(np.diff(column, axis=1), np.diff(row, axis=1))
    known = across[np.isfinite(across)]
    step = float(np.median(known)) / STEP_PX if len(known) else 1.0
    return max(round(math.log2(max(step, 1.0))), 0)
