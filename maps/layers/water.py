"""Rivers: filled water with a thin shore, and lines that widen with their rank."""

from functools import cache

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from maps.basemap import rivers
from maps.layers.layer import Ground
from maps.paths import path, polygon
from maps.projection import project
from maps.strokes import give_way, lay
from maps.style import Stroke
from maps.symbols import colour
from maps.viewport import Viewport

Floats = npt.NDArray[np.float64]
_WIDTHS = {1: (260.0, 1.6, 3.0), 2: (120.0, 1.1, 2.2), 3: (60.0, 0.7, 1.6)}
"""By rank: metres across, and the least and most pixels."""
SKETCHY_BELOW = 40.0  # metres per pixel, about 1:150,000: the source was drawn at 1:4,000,000


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


def nearness(metres_per_px: float) -> float:
    """0 where the source's own scale is kept, rising to 1 as the view goes far beyond it."""
    return float(np.clip(np.log(SKETCHY_BELOW / metres_per_px) / np.log(SKETCHY_BELOW / 8), 0, 1))


def draw(painter: QPainter, ground: Ground) -> None:
    """Lines under areas: where the water is wide its middle line disappears in it.

    Nearer than its source can bear water is only hinted at: thin shores and a veil.
    """
    style, view, dpr = ground.style, ground.viewport, ground.dpr
    near = nearness(ground.metres_per_px)
    for rank, area, rings in _projected():
        if area or (near > 0 and rank == 1):
            continue
        metres, least, widest = _WIDTHS.get(rank, _WIDTHS[3])
        most = 1.0 if near > 0 else widest
        width = min(max(metres / view.metres_per_px, least * dpr), most * dpr)
        lay(painter, _lines(rings, view), Stroke(style.shore, width, (), round(255 - 165 * near)))
    painter.setPen(QPen(colour(style.shore, round(255 - 135 * near)), dpr))
    painter.setBrush(colour(style.water, round(255 - 195 * near)))
    for _, area, rings in _projected():
        if area and _on_screen(rings[:1], view):
            painter.drawPath(polygon(tuple(view.to_screen(x, y) for x, y in rings)))
            give_way()


def _lines(rings: tuple[tuple[Floats, Floats], ...], view: Viewport) -> list[QPainterPath]:
    pieces = []
    for x, y in _on_screen(rings, view):
        begins = np.zeros(len(x), bool)
        begins[0] = True
        pieces.append(path(x, y, begins))
    return pieces


def _on_screen(
    rings: tuple[tuple[Floats, Floats], ...], view: Viewport
) -> list[tuple[Floats, Floats]]:
    west, south, east, north = view.extent
    return [
        view.to_screen(x, y)
        for x, y in rings
        if x.min() <= east and x.max() >= west and y.min() <= north and y.max() >= south
    ]
