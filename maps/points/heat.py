"""Smoothed density: events a square kilometre, each spread over a radius given in metres."""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from maps.points.chosen import Chosen
from maps.points.density import density
from maps.viewport import Viewport

Floats = npt.NDArray[np.float32]

_BOXES = 3  # so many boxes in a row come near a bell
_CELLS = 5  # to a radius
_LEAST_PX, _MOST_PX = 4, 64
_M2_IN_KM2 = 1e6


@dataclass(frozen=True, slots=True, eq=False)
class Heat:
    """`per_km2` (rows, columns); the first cell begins `across`, `down` pixels before the view."""

    per_km2: Floats
    cell_px: int
    across: int
    down: int


def heat(chosen: Chosen, view: Viewport, *, radius_m: float) -> Heat:
    """Events a square kilometre about each cell of a view, and of one cell about it.

    The kernel is three boxes whose spread is that of a bell with `radius_m` for its standard
    deviation; what lies about the view is counted, so that a part of it looks as in the whole.
    """
    cell_px = min(max(round(radius_m / view.metres_per_px / _CELLS), _LEAST_PX), _MOST_PX)
    cell_m = cell_px * view.metres_per_px
    halves = box_halves(radius_m / cell_m)
    margin = sum(halves) + 1
    wide = view.grown(margin * cell_px, margin * cell_px)
    found = density(chosen, wide, cell_px=cell_px)
    smooth = found.counts.astype(np.float32)
    for axis in (0, 1):
        for half in halves:
            smooth = boxed(smooth, half, axis)
    rows, columns = (size - margin + 1 for size in smooth.shape)
    inner = smooth[margin - 1 : rows, margin - 1 : columns]
    left, top = found.across + cell_px, found.down + cell_px
    return Heat(inner * np.float32(_M2_IN_KM2 / cell_m**2), cell_px, left, top)


def box_halves(sigma_cells: float) -> tuple[int, ...]:
    """Cells on each side of the middle of each box, so that together they spread like the bell.

    Two neighbouring sizes, as many of each as come nearest (P. Kovesi, Fast almost-Gaussian
    filtering, 2010).
    """
    ideal = math.sqrt(12 * sigma_cells**2 / _BOXES + 1)
    small = max((int(ideal) - 1) // 2, 0)
    wide = 2 * small + 1
    spare = 12 * sigma_cells**2 - _BOXES * (wide * wide - 1)
    larger = min(max(round(spare / (4 * wide + 4)), 0), _BOXES)
    return (small,) * (_BOXES - larger) + (small + 1,) * larger


def boxed(values: Floats, half: int, axis: int) -> Floats:
    """The mean of 2 * half + 1 cells along an axis; beyond the edge nothing is counted."""
    if not half:
        return values
    size = values.shape[axis]
    sums = np.insert(np.cumsum(values, axis=axis, dtype=np.float64), 0, 0.0, axis=axis)
    at = np.arange(size)
    above = np.minimum(at + half + 1, size)
    below = np.maximum(at - half, 0)
    mean = (sums.take(above, axis=axis) - sums.take(below, axis=axis)) / (2 * half + 1)
    return mean.astype(np.float32)
