"""Degrees to map metres and back, and the zone coordinates that people read out.

The map is drawn in CGCS2000 / 3-degree Gauss-Kruger, central meridian 108 E (EPSG:4545): over the
city its scale is true to 0.1 %, so a circle stays a circle and a metre a metre.
"""

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    import pyproj

Floats = npt.NDArray[np.float64]

MAP_CRS = "EPSG:4545"
GEOGRAPHIC_CRS = "EPSG:4490"  # CGCS2000, degrees
_ZONES = (25, 45)


@cache
def _transformer(source: str, target: str) -> "pyproj.Transformer":
    import pyproj  # here, for `locate` projects nothing

    return pyproj.Transformer.from_crs(source, target, always_xy=True)


def project(lon: npt.ArrayLike, lat: npt.ArrayLike) -> tuple[Floats, Floats]:
    """Degrees CGCS2000 -> easting, northing in metres of the map; arrays of any equal shape.

    Where the projection is not defined (far from the city) the result is inf, never an error.
    """
    to_map = _transformer(GEOGRAPHIC_CRS, MAP_CRS)
    x, y = to_map.transform(np.asarray(lon, float), np.asarray(lat, float))
    return np.asarray(x, float), np.asarray(y, float)


def unproject(x: npt.ArrayLike, y: npt.ArrayLike) -> tuple[Floats, Floats]:
    """Metres of the map -> lon, lat in degrees CGCS2000; arrays of any equal shape."""
    to_degrees = _transformer(MAP_CRS, GEOGRAPHIC_CRS)
    lon, lat = to_degrees.transform(np.asarray(x, float), np.asarray(y, float))
    return np.asarray(lon, float), np.asarray(lat, float)


def gauss_kruger(zone: int, lon: npt.ArrayLike, lat: npt.ArrayLike) -> tuple[Floats, Floats]:
    """Degrees CGCS2000 -> easting (500 km at the middle, no zone in front), northing in metres
    of a 3-degree zone 25 to 45 (EPSG:4534 to 4554); arrays of any equal shape.
    """
    to_zone = _transformer(GEOGRAPHIC_CRS, _zone_crs(zone))
    x, y = to_zone.transform(np.asarray(lon, float), np.asarray(lat, float))
    return np.asarray(x, float), np.asarray(y, float)


def unproject_zone(zone: int, x: npt.ArrayLike, y: npt.ArrayLike) -> tuple[Floats, Floats]:
    """The way back from `gauss_kruger`."""
    to_degrees = _transformer(_zone_crs(zone), GEOGRAPHIC_CRS)
    lon, lat = to_degrees.transform(np.asarray(x, float), np.asarray(y, float))
    return np.asarray(lon, float), np.asarray(lat, float)


def _zone_crs(zone: int) -> str:
    """EPSG code by zone: 4534 is the zone of 75 E, number 25."""
    if not _ZONES[0] <= zone <= _ZONES[1]:
        raise ValueError(f"there is no 3-degree zone {zone} of CGCS2000")
    return f"EPSG:{4509 + zone}"


def project_point(lon: float, lat: float) -> tuple[float, float]:
    """One point, degrees -> metres of the map."""
    x, y = _transformer(GEOGRAPHIC_CRS, MAP_CRS).transform(lon, lat)
    return float(x), float(y)


def unproject_point(x: float, y: float) -> tuple[float, float]:
    """One point, metres of the map -> lon, lat."""
    lon, lat = _transformer(MAP_CRS, GEOGRAPHIC_CRS).transform(x, y)
    return float(lon), float(lat)
