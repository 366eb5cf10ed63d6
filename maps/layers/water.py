"""Rivers: filled water with a thin shore, and lines that widen with their rank."""

from functools import cache

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QPainter, QPen

from maps.basemap import rivers
from maps.kernels.blending import premultiplied
from maps.kernels.values import Line, Mesh, Place
from maps.layers.layer import Ground
from maps.paths import polygon
from maps.projection import project
from maps.strokes import give_way
from maps.symbols import colour
from maps.viewport import Viewport

Floats = npt.NDArray[np.float64]
_WIDTHS = {1: (260.0, 1.6, 3.0), 2: (120.0, 1.1, 2.2), 3: (60.0, 0.7, 1.6)}
"""By rank: metres across, and the least and most pixels."""
_ORIGIN = (360_000.0, 3_300_000.0)  # metres of the map; lines count from there
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


def lines(ground: Ground) -> list[Line]:
    """Rivers drawn as lines. Nearer than its source can bear water is only hinted at."""
    near, dpr, found = nearness(ground.metres_per_px), ground.dpr, []
    shore = premultiplied(ground.style.shore, round(255 - 165 * near))
    place = Place.of(ground.viewport, _ORIGIN)
    for rank, (metres, least, widest) in sorted(_WIDTHS.items(), reverse=True):
        if near > 0 and rank == 1:
            continue
        most = 1.0 if near > 0 else widest
        width = min(max(metres / ground.viewport.metres_per_px, least * dpr), most * dpr)
        found.append(Line(_mesh(), place, rank, shore, width))
    return found


@cache
def _mesh() -> Mesh:
    """The lines of all rivers; on both sides lies nothing that is told apart."""
    rings = [(rank, ring) for rank, area, rings in _projected() if not area for ring in rings]
    points = [np.column_stack(ring) - _ORIGIN for _, ring in rings]
    none = np.full(len(rings), -1, np.int32)
    return Mesh(
        xy=np.concatenate(points).astype(np.float32),
        first=np.cumsum([0, *map(len, points)]).astype(np.int32),
        left=none,
        right=none,
        rank=np.array([min(rank, max(_WIDTHS)) for rank, _ in rings], np.int8),
        box=np.array([[*p.min(axis=0), *p.max(axis=0)] for p in points], np.float32),
    )


def wide(ground: Ground) -> bool:
    """Whether water that is filled is in view."""
    view = ground.viewport
    return any(area and _on_screen(rings[:1], view) for _, area, rings in _projected())


def draw(painter: QPainter, ground: Ground) -> None:
    """Water wide enough to be filled; in it the middle lines of rivers disappear."""
    style, view = ground.style, ground.viewport
    near = nearness(ground.metres_per_px)
    painter.setPen(QPen(colour(style.shore, round(255 - 135 * near)), ground.dpr))
    painter.setBrush(colour(style.water, round(255 - 195 * near)))
    for _, area, rings in _projected():
        if area and _on_screen(rings[:1], view):
            painter.drawPath(polygon(tuple(view.to_screen(x, y) for x, y in rings)))
            give_way()


def _on_screen(
    rings: tuple[tuple[Floats, Floats], ...], view: Viewport
) -> list[tuple[Floats, Floats]]:
    west, south, east, north = view.extent
    return [
        view.to_screen(x, y)
        for x, y in rings
        if x.min() <= east and x.max() >= west and y.min() <= north and y.max() >= south
    ]
