"""Which tiles a view needs, at which zoom, and where they fall in it."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from maps.base.archive import Facts
from maps.base.errors import BaseError, Reason
from maps.base.mercator import Tile, turns, zoom_for
from maps.base.mesh import Mesh

Floats = npt.NDArray[np.float64]

MOST_TILES = 512
"""Of one view; a set that has none of its own for so small a scale is shown from nearer."""


@dataclass(frozen=True, slots=True, eq=False)
class Cover:
    """Columns and rows of tiles from (x, y) on, at zoom `z`; `halvings`: how often to shrink them.

    `u`, `v`: where each node of the mesh falls, in tiles from the corner of the first.
    """

    z: int
    x: int
    y: int
    columns: int
    rows: int
    halvings: int
    u: Floats
    v: Floats

    @property
    def tiles(self) -> Iterator[Tile]:
        for row in range(self.rows):
            for column in range(self.columns):
                yield Tile(self.z, self.x + column, self.y + row)


def cover(mesh: Mesh, facts: Facts, tile_px: int, most: int = MOST_TILES) -> Cover | None:
    """The tiles under the mesh; None where none lie there. BaseError (TOO_FAR) above `most`."""
    wanted = zoom_for(mesh.viewport.metres_per_px, mesh.middle_lat, tile_px)
    z = facts.zoom(wanted)
    u, v = (part * (1 << z) for part in turns(mesh.lon, mesh.lat))
    if not np.isfinite(u).any():
        return None
    last = (1 << z) - 1
    x0, x1 = (int(np.clip(np.floor(edge), -1, last + 1)) for edge in (np.nanmin(u), np.nanmax(u)))
    y0, y1 = (int(np.clip(np.floor(edge), -1, last + 1)) for edge in (np.nanmin(v), np.nanmax(v)))
    x0, y0, x1, y1 = max(x0, 0), max(y0, 0), min(x1, last), min(y1, last)
    columns, rows = x1 - x0 + 1, y1 - y0 + 1
    if columns <= 0 or rows <= 0:
        return None
    if columns * rows > most:
        raise BaseError(Reason.TOO_FAR, f"{columns * rows}")
    return Cover(z, x0, y0, columns, rows, max(z - wanted, 0), u - x0, v - y0)
