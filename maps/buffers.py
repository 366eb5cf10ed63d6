"""What lies within a distance of a point, a line or an area. Qt-free.

About a point the corners are geodesic. All else is made in a transverse Mercator plane of its own
about the middle of the figure (GRS80, scale 1 there), and says how far it may be wrong.
"""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from app.model import Point, Ring
from maps.measures import CORNERS, circle
from maps.rings import area_of, rings_of

_RADIUS_M = 6_371_000.0
_QUARTER = 24  # sides of a rounded corner's quarter
MOST_M = 100_000.0
LEAST_M = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Buffer:
    """Rings in degrees CGCS2000, holes too; `error_m`: no edge is farther off than that."""

    rings: tuple[Ring, ...]
    distance_m: float
    error_m: float


def about_point(at: Point, distance_m: float) -> Buffer:
    """A circle. ValueError for a distance below 1 m or above 100 km."""
    _check(distance_m)
    sag_m = distance_m * (1 - math.cos(math.pi / CORNERS))
    return Buffer(rings=(circle(*at, distance_m),), distance_m=distance_m, error_m=sag_m)


def about_line(points: tuple[Point, ...], distance_m: float) -> Buffer:
    """Along a line. ValueError for fewer than two points, or as for a point."""
    from shapely import LineString  # here, for a start needs no geometry

    if len(points) < 2:
        raise ValueError("a line has two points at least")
    return about_shape(LineString(points), distance_m)


def about_rings(rings: tuple[Ring, ...], distance_m: float) -> Buffer:
    """An area and what lies round it."""
    return about_shape(area_of(rings), distance_m)


def about_shape(shape: Any, distance_m: float) -> Buffer:
    """A geometry of shapely in degrees and what lies round it."""
    import shapely

    _check(distance_m)
    middle = shapely.centroid(shape)
    there, back = _plane(middle.x, middle.y)
    flat = shapely.transform(shape, there)
    grown = flat.buffer(distance_m, quad_segs=_QUARTER)
    west, _, east, _ = grown.bounds
    reach = max(abs(west), abs(east))
    scale = reach**2 / (2 * _RADIUS_M**2)
    sag_m = distance_m * (1 - math.cos(math.pi / (4 * _QUARTER)))
    return Buffer(
        rings=rings_of(shapely.transform(grown, back)),
        distance_m=distance_m,
        error_m=sag_m + distance_m * scale,
    )


def _check(distance_m: float) -> None:
    if not LEAST_M <= distance_m <= MOST_M:
        raise ValueError(f"{distance_m} m is not between {LEAST_M:g} and {MOST_M:g} m")


def _plane(lon: float, lat: float) -> tuple[Any, Any]:
    """Degrees to metres about a point, and back; both take and give arrays (n, 2)."""
    from pyproj import Transformer

    crs = (
        f"+proj=tmerc +lat_0={lat} +lon_0={lon} +k=1 +x_0=0 +y_0=0 +ellps=GRS80 +units=m +type=crs"
    )
    to_plane = Transformer.from_crs(4490, crs, always_xy=True)

    def there(points: Any) -> Any:
        return np.column_stack(to_plane.transform(points[:, 0], points[:, 1]))

    def back(points: Any) -> Any:
        return np.column_stack(to_plane.transform(points[:, 0], points[:, 1], direction="INVERSE"))

    return there, back
