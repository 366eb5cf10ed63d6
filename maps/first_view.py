"""The view a map begins with: the whole city."""

from app.model import Level
from maps.projection import project_point
from maps.scene import Division
from maps.viewport import Viewport

_CITY = (105.28, 28.16, 110.2, 32.21)  # degrees; shown until a division is given


def first_view() -> Viewport:
    """While no division is known."""
    x0, y0 = project_point(*_CITY[:2])
    x1, y1 = project_point(*_CITY[2:])
    return Viewport(0, 0, 1, 640, 480).fit((x0, y0, x1, y1))


def city_view(view: Viewport, division: Division) -> Viewport:
    """The whole of a division in a view of that size."""
    bounds, (x, y) = division.topology.level(Level.CITY).bounds[0], division.topology.origin
    west, south, east, north = (float(edge) for edge in bounds)
    return view.fit((west + x, south + y, east + x, north + y)).snapped()
