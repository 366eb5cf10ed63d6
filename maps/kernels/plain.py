"""The kernels in numpy: the reference, always there, and what draws the first picture."""

from collections.abc import Sequence

import numpy as np

from maps.kernels.filling import runs, spread
from maps.kernels.painting import picture
from maps.kernels.stroking import covers, lay_lines
from maps.kernels.values import (
    Above,
    Bytes,
    Cover,
    Ints,
    Line,
    Mesh,
    Overlay,
    Paint,
    Pixels,
    Place,
    Points,
)
from maps.kernels.warping import Sheet, warp
from maps.runs import Runs

_POINTS = 65_536  # at a time


class Plain:
    """Needs nothing but numpy."""

    name = "numpy"

    def runs(self, mesh: Mesh, place: Place) -> Runs:
        return runs(mesh, place)

    def picture(
        self, runs: Runs, paint: Paint, base: Pixels | int, above: Sequence[Above]
    ) -> Pixels:
        return picture(runs, paint, base, above)

    def ground(
        self, mesh: Mesh, place: Place, paint: Paint, base: Pixels | int, above: Sequence[Above]
    ) -> tuple[Runs, Pixels]:
        found = runs(mesh, place)
        return found, picture(found, paint, base, above)

    def covers(self, lines: tuple[Line, ...], place: Place) -> tuple[Cover, ...]:
        return covers(lines, place)

    def strokes(self, lines: tuple[Line, ...], place: Place) -> Overlay:
        pixels = np.zeros((place.height, place.stride), np.uint32)
        lay_lines(pixels, lines, place)
        return Overlay.of(pixels)

    def density(self, xy: Points, shown: Bytes | None, place: Place, cell_px: int) -> Ints:
        rows, columns = cells(place, cell_px)
        counts = np.zeros(rows * columns, np.int64)
        part = 1.0 / cell_px
        for begin in range(0, len(xy), _POINTS):
            some = slice(begin, begin + _POINTS)
            x, y = place.pixels(xy[some])
            x, y = x * part, y * part
            inside = (x >= 0) & (y >= 0) & (x < columns) & (y < rows)
            if shown is not None:
                inside &= shown[some] != 0
            at = y[inside].astype(np.int64) * columns + x[inside].astype(np.int64)
            counts += np.bincount(at, minlength=rows * columns)
        return counts.reshape(rows, columns).astype(np.int32)

    def splat(
        self,
        pixels: Pixels,
        xy: Points,
        kind: Bytes,
        colours: Pixels,
        radius_px: float,
        place: Place,
    ) -> Pixels:
        made = np.ascontiguousarray(pixels).copy()
        x, y = place.pixels(xy)
        r = float(np.float32(radius_px))
        near = (kind != 0) & (x > -r) & (y > -r) & (x < place.width + r) & (y < place.height + r)
        x, y, colour = x[near], y[near], colours[kind[near]]
        r0 = np.maximum(np.ceil(y - r - 0.5), 0).astype(np.int64)
        r1 = np.minimum(np.floor(y + r - 0.5), place.height - 1).astype(np.int64)
        many = np.maximum(r1 - r0 + 1, 0)
        row, own = spread(r0, many), np.repeat(np.arange(len(x)), many)
        half = np.sqrt(np.maximum(r * r - (row + 0.5 - y[own]) ** 2, 0))
        c0 = np.maximum(np.ceil(x[own] - half - 0.5), 0).astype(np.int64)
        c1 = np.minimum(np.floor(x[own] + half - 0.5), place.width - 1).astype(np.int64)
        many = np.maximum(c1 - c0 + 1, 0)
        part = np.repeat(np.arange(len(row)), many)
        made.reshape(-1)[row[part] * made.shape[1] + spread(c0, many)] = colour[own[part]]
        return made

    def warp(self, sheet: Sheet) -> Pixels:
        return warp(sheet)


def cells(place: Place, cell_px: int) -> tuple[int, int]:
    """Rows and columns of cells that cover the picture."""
    return -(-place.height // cell_px), -(-place.width // cell_px)
