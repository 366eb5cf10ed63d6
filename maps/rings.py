"""Rings of plain points to geometries of shapely and back, both in degrees. Qt-free."""

from typing import Any

from app.model import Ring


def area_of(rings: tuple[Ring, ...]) -> Any:
    """The geometry of shapely that rings in degrees make: inside an odd number of them."""
    import shapely  # here, for a start needs no geometry

    if len(rings) == 1:
        return shapely.Polygon(rings[0])
    return shapely.build_area(shapely.MultiLineString([(*ring, ring[0]) for ring in rings]))


def rings_of(shape: Any) -> tuple[Ring, ...]:
    """All rings of a polygon or several, the first points not repeated."""
    import shapely

    found = []
    for part in shapely.get_parts(shape):
        for ring in (part.exterior, *part.interiors):
            corners = shapely.get_coordinates(ring)[:-1].tolist()
            found.append(tuple((lon, lat) for lon, lat in corners))
    return tuple(found)
