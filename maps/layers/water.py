"""Rivers: filled water with a thin shore, and lines that widen with their rank."""

from functools import cache

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPen

from maps.basemap import rivers
from maps.layers.layer import Ground
from maps.paths import path, polygon
from maps.projection import project
from maps.symbols import colour
from maps.viewport import Viewport

Floats = npt.NDArray[np.float64]
_WIDTHS = {1: (260.0, 1.6, 3.0), 2: (120.0, 1.1, 2.2), 3: (60.0, 0.7, 1.6)}
"""By rank: metres across, and the least and most pixels."""


@cache
def _projected() -> tuple[tuple[int, bool, tuple[tuple[Floats, Floats], ...]], ...]:
    """(rank, area, rings in map metres) of each river."""
    return tuple(
        (
            river.rank,
            river.area,
            tuple(project(ring[:, 0], ring[:, 1]) for ring in river.rings),
        )
        for river in rivers()
    )


def draw(painter: QPainter, ground: Ground) -> None:
    """Lines under areas: where the water is wide its middle line disappears in it."""
    style, view = ground.style, ground.viewport
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for rank, area, rings in _projected():
        if area:
            continue
        metres, least, most = _WIDTHS.get(rank, _WIDTHS[3])
        pen = QPen(colour(style.shore), min(max(metres / view.metres_per_px, least), most))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for x, y in _on_screen(rings, view):
            begins = np.zeros(len(x), bool)
            begins[0] = True
            painter.drawPath(path(x, y, begins))
    painter.setPen(QPen(colour(style.shore), 1.0))
    painter.setBrush(colour(style.water))
    for _, area, rings in _projected():
        if area and _on_screen(rings[:1], view):
            painter.drawPath(polygon(tuple(view.to_screen(x, y) for x, y in rings)))


def _on_screen(
    rings: tuple[tuple[Floats, Floats], ...], view: Viewport
) -> list[tuple[Floats, Floats]]:
    west, south, east, north = view.extent
    return [
        view.to_screen(x, y)
        for x, y in rings
        if x.min() <= east and x.max() >= west and y.min() <= north and y.max() >= south
    ]
