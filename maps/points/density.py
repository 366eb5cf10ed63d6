"""How many events lie in each cell of a view: cells of a few pixels that stand on the ground."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from maps.points.chosen import Chosen
from maps.points.frame import SOUTH_M, WEST_M
from maps.viewport import Viewport

Pixels = npt.NDArray[np.uint32]

CELL_PX = 2
MOST = 256
"""From so many in a cell on the colour stays the same."""


@dataclass(frozen=True, slots=True, eq=False)
class Density:
    """`counts` (rows, columns); the first cell begins `across`, `down` pixels before the view."""

    counts: npt.NDArray[np.intp]
    cell_px: int
    across: int
    down: int

    def pixels(self, lut: Pixels, width: int, height: int) -> Pixels:
        """(height, width) of `lut[count]`, the last entry standing for all above it."""
        cells = lut.take(np.minimum(self.counts, len(lut) - 1))
        whole = np.empty((cells.shape[0] * self.cell_px, cells.shape[1] * self.cell_px), np.uint32)
        for dy in range(self.cell_px):
            for dx in range(self.cell_px):
                whole[dy :: self.cell_px, dx :: self.cell_px] = cells
        part = whole[self.down : self.down + height, self.across : self.across + width]
        return np.ascontiguousarray(part)


def density(chosen: Chosen, view: Viewport, *, cell_px: int = CELL_PX) -> Density:
    """Counts of all cells that the view touches.

    Cells are counted from the map's zero, so that they stand still on the ground while the view
    moves by whole pixels.
    """
    left, top = view.phase
    across, down = left % cell_px, top % cell_px
    columns = (across + view.width + cell_px - 1) // cell_px
    rows = (down + view.height + cell_px - 1) // cell_px
    x, y = chosen.candidates(_whole(view, cell_px))
    column = _along(x, y, view, cell_px, (across, down), columns, axis=0)
    row = _along(x, y, view, cell_px, (across, down), rows, axis=1)
    np.multiply(row, np.int32(columns + 2), out=row)
    np.add(row, column, out=row)
    counts = np.bincount(row, minlength=(rows + 2) * (columns + 2))
    counts = counts.reshape(rows + 2, columns + 2)[1:-1, 1:-1]
    return Density(counts, cell_px, across, down)


def _whole(view: Viewport, cell_px: int) -> tuple[float, float, float, float]:
    """The view with the cells at its edge."""
    return view.grown(2 * cell_px, 2 * cell_px).extent


def _along(
    x: npt.NDArray[np.float32],
    y: npt.NDArray[np.float32],
    view: Viewport,
    cell_px: int,
    before: tuple[int, int],
    count: int,
    *,
    axis: int,
) -> npt.NDArray[np.int32]:
    """Number of the cell along an axis of the screen, from 1; what lies outside is 0 or count + 1.

    Done in place: half of the time would go into fresh memory. Differences from the middle of the
    view are taken first, for float32 has no more than 24 bits.
    """
    (c, s), cell_m = view.axes, view.metres_per_px * cell_px
    middle = np.float32(view.x - WEST_M), np.float32(view.y - SOUTH_M)
    zero = view.to_screen(float(middle[0]) + WEST_M, float(middle[1]) + SOUTH_M)
    place = np.full(1, (float(zero[axis]) + before[axis]) / cell_px + 1.0, np.float32)
    for column, part, half in ((x, ((c, s)[axis]), middle[0]), (y, (s, -c)[axis], middle[1])):
        if part:
            step = np.subtract(column, half)
            step *= np.float32(part / cell_m)
            step += place
            place = step
    np.clip(place, 0.0, count + 1.5, out=place)
    return place.astype(np.int32)
