"""The work of a machine on points: counts by cell, and small discs."""

import numpy as np

from maps.kernels.machine import Array, Job, Machine
from maps.kernels.values import Bytes, Ints, Pixels, Place


def density(
    machine: Machine, xy: Array, shown: Bytes | None, place: Place, cells: tuple[int, int, int]
) -> Ints:
    """Counts of the points in `cells`: rows, columns, and pixels a cell."""
    machine.begin()
    machine.keep(xy)
    rows, columns, cell_px = cells
    which = machine.lay(shown) if shown is not None else 0
    counts = machine.room(4 * rows * columns, clear=True)
    job = Job().add("i", machine.at(xy), which, len(xy), cell_px, columns, rows, counts)
    machine.call("density", job.add("d", place.to_px))
    return machine.copy(counts, rows * columns, np.int32).reshape(rows, columns)


def splat(
    machine: Machine,
    pixels: Pixels,
    points: tuple[Array, Bytes, Pixels],
    radius_px: float,
    place: Place,
) -> Pixels:
    """The pixels with discs on them; `points`: where, of which kind, and the colours of kinds."""
    machine.begin()
    xy, kind, colours = points
    machine.keep(xy)
    job = Job().add("i", machine.at(xy), machine.lay(kind), len(xy), machine.lay(colours))
    out = machine.lay(pixels)
    job.add("f", radius_px).add("i", place.width, pixels.shape[1], place.height, out)
    machine.call("splat", job.add("d", place.to_px))
    return machine.copy(out, pixels.size, np.uint32).reshape(pixels.shape)
