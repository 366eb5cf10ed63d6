"""Lengths, areas, bearings and circles on GRS80, which CGCS2000 shares to 0.1 mm. Qt-free.

Points are longitude, latitude in degrees CGCS2000; lines between them are geodesics.
"""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from app.model import Point, Ring

if TYPE_CHECKING:
    from pyproj import Geod

CORNERS = 96
"""Of a circle: its sides lie within 0.54 thousandths of the radius inside it."""


@cache
def _grs80() -> "Geod":
    from app.fixes.geodesy import grs80  # here, for a start measures nothing

    return grs80()


def segments_m(points: Sequence[Point]) -> list[float]:
    """The length of each segment along a line, in metres."""
    if len(points) < 2:
        return []
    lon, lat = zip(*points, strict=True)
    return [float(metres) for metres in _grs80().line_lengths(lon, lat)]


def length_m(points: Sequence[Point]) -> float:
    """Along all points, in metres."""
    return sum(segments_m(points))


def area_m2(ring: Sequence[Point]) -> float:
    """Inside a ring, in square metres, however it turns; 0 for fewer than three points."""
    if len(ring) < 3:
        return 0.0
    lon, lat = zip(*ring, strict=True)
    area, _ = _grs80().polygon_area_perimeter(lon, lat)
    return abs(float(area))


def areas_m2(rings: Sequence[Ring]) -> float:
    """Of what lies inside an odd number of rings."""
    if len(rings) == 1:
        return area_m2(rings[0])
    import shapely

    from maps.rings import area_of

    area, _ = _grs80().geometry_area_perimeter(shapely.orient_polygons(area_of(tuple(rings))))
    return abs(float(area))


def bearing_deg(start: Point, end: Point) -> float:
    """Clockwise from true north at `start`, 0 to 360."""
    forward = _grs80().inv(*start, *end)[0]
    return float(forward) % 360.0


def distance_m(start: Point, end: Point) -> float:
    return float(_grs80().inv(*start, *end)[2])


def ahead(start: Point, bearing: float, metres: float) -> Point:
    """The point so far off in a direction."""
    lon, lat, _ = _grs80().fwd(*start, bearing, metres)
    return float(lon), float(lat)


def circle(lon: float, lat: float, radius_m: float, corners: int = CORNERS) -> Ring:
    """A ring whose corners lie on the circle about a point, counter-clockwise from the north."""
    turn = -np.arange(corners) * 360.0 / corners
    here = np.full(corners, lon), np.full(corners, lat)
    lons, lats, _ = _grs80().fwd(*here, turn, np.full(corners, radius_m))
    return tuple(zip(lons.tolist(), lats.tolist(), strict=True))
