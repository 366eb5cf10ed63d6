"""Where each pixel of a view lies on the ground: exact at every 16th, straight between them.

Between the nodes the error is far below a pixel at every scale: tests/maps/base hold it.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from app.basemaps import Datum
from maps.base import gcj02
from maps.kernels.warping import STEP_PX
from maps.projection import unproject
from maps.viewport import Viewport

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Mesh:
    """Nodes (rows, columns) at the middles of pixels 0, 16, 32 …; the last lie beyond the edge.

    `lon`, `lat`: degrees in the datum that was asked for, nan where the map has no degrees.
    """

    viewport: Viewport
    lon: Floats
    lat: Floats

    @property
    def middle_lat(self) -> float:
        """A latitude to tell scales by; that of the city where the view has none."""
        middle = float(self.lat[self.lat.shape[0] // 2, self.lat.shape[1] // 2])
        return middle if np.isfinite(middle) else 30.0


@lru_cache(maxsize=4)
def mesh(viewport: Viewport, datum: Datum) -> Mesh:
    """The mesh of a view, in degrees as a source of that datum has them."""
    lon, lat = unproject(*_grounded(viewport))
    bad = ~(np.isfinite(lon) & np.isfinite(lat))
    lon, lat = np.where(bad, np.nan, lon), np.where(bad, np.nan, lat)
    if datum is Datum.GCJ02:
        lon, lat = gcj02.shifted(lon, lat)
    return Mesh(viewport, lon, lat)


def nodes(viewport: Viewport) -> tuple[Floats, Floats]:
    """Pixels across and down of each node."""
    across = np.arange(0, viewport.width + STEP_PX, STEP_PX) + 0.5
    down = np.arange(0, viewport.height + STEP_PX, STEP_PX) + 0.5
    columns, rows = np.meshgrid(across, down)
    return columns, rows


def _grounded(viewport: Viewport) -> tuple[Floats, Floats]:
    """The nodes in map metres; a view is even, so three of its corners tell all."""
    across, down = nodes(viewport)
    (x0, y0), (x1, y1), (x2, y2) = (viewport.to_map(*at) for at in ((0, 0), (1, 0), (0, 1)))
    return (
        x0 + across * (x1 - x0) + down * (x2 - x0),
        y0 + across * (y1 - y0) + down * (y2 - y0),
    )
