"""Whether rings in degrees make an area that can be used, and if not, why."""

from collections.abc import Iterator
from itertools import chain
from math import isfinite

from app.casework.acts import Refusal
from app.casework.why import Why
from app.model import Locate, Point, Ring

MOST_POINTS = 5_000
"""Vertices of a fence; more is a survey and no fence."""
LEAST_DEG2 = 1e-9
"""About 10 m²: what is smaller is a slip of the hand."""
_SPREAD = 24


def refuse_rings(rings: tuple[Ring, ...], locate: Locate | None = None) -> Refusal | None:
    """Why these rings are no area, with where; None where they are one.

    `locate`: at least a part has to lie in the city it knows; None asks nothing of the sort.
    """
    points = [point for ring in rings for point in ring]
    if any(not _on_earth(*point) for point in points):
        return Refusal(code=Why.FENCE_OFF_EARTH)
    if not rings or any(len(set(ring)) < 3 for ring in rings):
        return Refusal(code=Why.FENCE_FEW_POINTS)
    if len(points) > MOST_POINTS:
        return Refusal(code=Why.FENCE_MANY_POINTS, detail=f"{len(points)} > {MOST_POINTS}")
    return _refuse_shape(rings) or (_refuse_outside(rings, locate) if locate else None)


def _on_earth(lon: float, lat: float) -> bool:
    return isfinite(lon) and isfinite(lat) and abs(lon) <= 180 and abs(lat) <= 90


def _refuse_shape(rings: tuple[Ring, ...]) -> Refusal | None:
    from shapely import Polygon, is_valid_reason  # here, for a start needs no geometry

    for ring in rings:
        area = Polygon(ring)
        if area.convex_hull.area < LEAST_DEG2:
            return Refusal(code=Why.FENCE_THIN)
        if not area.is_valid:
            return Refusal(code=Why.FENCE_CROSSES, detail=_where(is_valid_reason(area)))
    return None


def _where(said: str) -> str:
    """ "Self-intersection[106.1 29.1]" -> 106.10000 29.10000."""
    numbers = said.partition("[")[2].rstrip("]").split()
    return " ".join(f"{float(number):.5f}" for number in numbers)


def _refuse_outside(rings: tuple[Ring, ...], locate: Locate) -> Refusal | None:
    """A fence may reach beyond the city, and may go round it, but not lie elsewhere."""
    corners = (point for ring in rings for point in ring)
    if any(not locate(lon, lat, 0.0).outside for lon, lat in chain(corners, _inside(rings))):
        return None
    return Refusal(code=Why.FENCE_OUTSIDE)


def _inside(rings: tuple[Ring, ...]) -> Iterator[Point]:
    """Points spread over the area, for one whose corners all lie elsewhere."""
    from shapely import MultiLineString, build_area, contains_xy

    area = build_area(MultiLineString([(*ring, ring[0]) for ring in rings]))
    west, south, east, north = area.bounds
    for row in range(_SPREAD):
        for column in range(_SPREAD):
            lon = west + (east - west) * (column + 0.5) / _SPREAD
            lat = south + (north - south) * (row + 0.5) / _SPREAD
            if contains_xy(area, lon, lat):
                yield lon, lat
