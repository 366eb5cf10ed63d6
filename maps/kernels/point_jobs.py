"""The work of the machine on points: counts by cell, and small discs."""

from struct import Struct

import numpy as np

from maps.kernels.machine import Array, Machine
from maps.kernels.values import Bytes, Ints, Pixels, Place

_DENSITY = Struct("@2I 4i I 6d 0d")
_SPLAT = Struct("@2I i I f 3i I 6d 0d")


def density(
    machine: Machine, xy: Array, shown: Bytes | None, place: Place, cells: tuple[int, int, int]
) -> Ints:
    """Counts of the points in `cells`: rows, columns, and pixels a cell."""
    rows, columns, cell_px = cells
    points, which = machine.keep(xy), machine.lay("kind", shown) if shown is not None else 0
    counts = machine.lay("counts", np.zeros(rows * columns, np.int32))
    sizes = (len(xy), cell_px, columns, rows)
    machine.call("density", _DENSITY.pack(points, which, *sizes, counts, *place.to_px))
    return machine.copy(counts, rows * columns, np.int32).reshape(rows, columns)


def splat(
    machine: Machine,
    pixels: Pixels,
    points: tuple[Array, Bytes, Pixels],
    radius_px: float,
    place: Place,
) -> Pixels:
    """The pixels with discs on them; `points`: where, of which kind, and the colours of kinds."""
    xy, kind, colours = points
    at, kinds = machine.keep(xy), machine.lay("kind", kind)
    looks, (out, made) = machine.lay("colours", colours), machine.picture(*pixels.shape)
    made[:] = pixels
    sizes = (place.width, pixels.shape[1], place.height)
    job = _SPLAT.pack(at, kinds, len(xy), looks, radius_px, *sizes, out, *place.to_px)
    machine.call("splat", job)
    return made
