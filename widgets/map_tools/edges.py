"""The lines that a point may snap to: boundaries of the level in view, and fences."""

import numpy as np
from PySide6.QtCore import QPointF

from maps.flat import flat, on_screen
from maps.scene import Division, MapData
from maps.snapping import Line
from maps.style import level_at
from maps.viewport import Viewport

REACH_PX = 10.0
_MOST_LINES = 400


def lines_near(
    division: Division | None, data: MapData, view: Viewport, at: QPointF, *, but: str = ""
) -> list[Line]:
    """Lines that pass a pixel, in pixels; `but`: the id of a fence that is left out."""
    found = [
        line
        for fence in data.fences
        if fence.id != but and flat(fence.rings).touches(view)
        for line in on_screen(fence.rings, view)
        if _by(line, at)
    ]
    return found + (_boundaries(division, view, at) if division else [])


def _by(line: Line, at: QPointF) -> bool:
    x, y = line
    return bool(
        x.min() - REACH_PX <= at.x() <= x.max() + REACH_PX
        and y.min() - REACH_PX <= at.y() <= y.max() + REACH_PX
    )


def _boundaries(division: Division, view: Viewport, at: QPointF) -> list[Line]:
    """The borders of the level that is told apart at this scale, as finely as they are known."""
    topology = division.topology
    level = topology.level(level_at(view.metres_per_px))
    x, y = view.to_map(at.x(), at.y())
    x0, y0 = topology.origin
    reach = REACH_PX * view.metres_per_px
    near = level.within(x - x0 - reach, y - y0 - reach, x - x0 + reach, y - y0 + reach)
    detail = level.lines(view.metres_per_px)
    found = []
    for line in near[:_MOST_LINES].tolist():
        xy = np.asarray(detail.xy[detail.first[line] : detail.first[line + 1]], float)
        found.append(view.to_screen(xy[:, 0] + x0, xy[:, 1] + y0))
    return found
