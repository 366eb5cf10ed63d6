"""The tile pyramid of the web: square tiles of Web Mercator (EPSG:3857), row 0 northmost."""

import math
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

EQUATOR_M = 40_075_016.685578488
MOST_LAT = 85.0511287798066
MOST_ZOOM = 24


class Tile(NamedTuple):
    """A tile by zoom, column from the west, row from the north."""

    z: int
    x: int
    y: int


def turns(lon: npt.ArrayLike, lat: npt.ArrayLike) -> tuple[Floats, Floats]:
    """Degrees -> parts of the square world, 0-1 from the west and from the north.

    Latitudes beyond the square lie outside 0-1; what is not finite stays so.
    """
    lon, lat = np.asarray(lon, float), np.asarray(lat, float)
    with np.errstate(invalid="ignore"):
        lat = np.clip(lat, -89.9, 89.9)
        return lon / 360.0 + 0.5, 0.5 - np.arcsinh(np.tan(np.radians(lat))) / math.tau


def degrees(x_m: npt.ArrayLike, y_m: npt.ArrayLike) -> tuple[Floats, Floats]:
    """Metres of EPSG:3857 -> degrees."""
    radius = EQUATOR_M / math.tau
    lon = np.degrees(np.asarray(x_m, float) / radius)
    return lon, np.degrees(np.arctan(np.sinh(np.asarray(y_m, float) / radius)))


def zoom_for(metres_per_px: float, lat: float, tile_px: int) -> int:
    """The zoom whose pixels are nearest in size to those of the screen."""
    across = EQUATOR_M * math.cos(math.radians(max(-85.0, min(lat, 85.0))))
    exact = math.log2(across / (tile_px * max(metres_per_px, 1e-6)))
    return min(max(round(exact), 0), MOST_ZOOM)
