"""Distances on the ellipsoid of CGCS2000, so that nobody measures in degrees. No roads."""

from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

MOST_M_PER_DEG = 111_700.0
"""A degree is no longer, along any meridian or parallel of that ellipsoid."""

Floats = npt.NDArray[np.float64]


@cache
def grs80() -> Any:
    """The ellipsoid of CGCS2000 (GB 22021: a = 6,378,137 m, 1/f = 298.257222101), of pyproj."""
    from pyproj import Geod  # here, for a start measures nothing

    return Geod(ellps="GRS80")


def distance_m(lon: float, lat: float, to_lon: float, to_lat: float) -> float:
    """Metres along the geodesic between two points, degrees CGCS2000."""
    distance: Any = grs80().inv(lon, lat, to_lon, to_lat)[2]
    return float(distance)


def at_most_m(lon: float, lat: float, to_lon: float, to_lat: float) -> float:
    """No fewer metres than `distance_m`, and soon said: along the parallel, then the meridian."""
    return (abs(to_lon - lon) + abs(to_lat - lat)) * MOST_M_PER_DEG


def distances_m(lon: float, lat: float, lons: Floats, lats: Floats) -> Floats:
    """Metres from one point to each of many, degrees CGCS2000; arrays of one length."""
    here = np.full(len(lons), lon), np.full(len(lats), lat)
    return np.asarray(grs80().inv(*here, lons, lats)[2], dtype=np.float64)
