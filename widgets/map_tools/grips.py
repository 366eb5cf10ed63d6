"""What of an area can be taken hold of, where it is, and how it is shown."""

from dataclasses import dataclass
from enum import Enum

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from app.casework.outlines import refuse_rings
from app.model import Point
from maps.flat import on_screen
from maps.measures import areas_m2, distance_m
from maps.paths import polygon
from maps.sketch import Outline
from maps.style import MapStyle
from maps.symbols import colour
from maps.viewport import Viewport
from widgets import words
from widgets.map_tools.measure import area_words, length_words
from widgets.map_tools.points import to_pixels

Floats = npt.NDArray[np.float64]

_REACH_PX = 9.0
_HALF_PX = 4.0
_MOST_HANDLES = 600


class Part(Enum):
    VERTEX = "vertex"
    EDGE = "edge"
    RIM = "rim"
    INSIDE = "inside"


@dataclass(frozen=True, slots=True)
class Grip:
    """What of a fence lies under a pixel: ring and place of a vertex, or of the edge after it."""

    part: Part
    ring: int = 0
    at: int = 0


def grip_at(outline: Outline, view: Viewport, at: QPointF) -> Grip | None:
    """A vertex before an edge, an edge before the inside; of a circle, its rim."""
    lines = on_screen(outline.rings, view)
    for ring, (x, y) in enumerate(lines):
        distance = np.hypot(x[:-1] - at.x(), y[:-1] - at.y())
        if not outline.is_circle and distance.min() <= _REACH_PX:
            return Grip(Part.VERTEX, ring, int(np.argmin(distance)))
    for ring, (x, y) in enumerate(lines):
        edge = _edge_at(x, y, at)
        if edge is not None:
            return Grip(Part.RIM if outline.is_circle else Part.EDGE, ring, edge)
    return Grip(Part.INSIDE) if polygon(lines).contains(at) else None


def pulled(now: Outline, grip: Grip, start: Point, end: Point, to: Point) -> Outline:
    """What a drag from `start` to `end` makes of an area; `to`: where a vertex would snap."""
    if grip.part is Part.INSIDE:
        return now.shifted((end[0] - start[0], end[1] - start[1]))
    if grip.part is Part.RIM and now.middle:
        return now.widened(distance_m(now.middle, end))
    if grip.part is Part.EDGE:
        return now.inserted(grip.ring, grip.at + 1, to)
    return now.moved(grip.ring, grip.at, to)


def measured(outline: Outline) -> str:
    """How large it is, or why it is no area."""
    refused = refuse_rings(outline.rings)
    if refused is not None:
        return words.refusal(refused)
    area = area_words(areas_m2(outline.rings))
    return f"r {length_words(outline.radius_m)} · {area}" if outline.radius_m else area


def draw_handles(
    painter: QPainter, outline: Outline, view: Viewport, style: MapStyle, chosen: tuple[int, int]
) -> None:
    """A square on each vertex in view, full and larger on the chosen one."""
    painter.setPen(QPen(colour(style.fence), 1.6))
    seen = [
        ((r, k), point)
        for r, ring in enumerate(outline.rings)
        for k, point in enumerate(to_pixels(ring, view))
        if -8 < point.x() < view.width + 8 and -8 < point.y() < view.height + 8
    ]
    for at, point in seen[:_MOST_HANDLES]:
        painter.setBrush(colour(style.fence if at == chosen else style.halo))
        half = _HALF_PX + 1.5 * (at == chosen)
        painter.drawRect(QRectF(point.x() - half, point.y() - half, 2 * half, 2 * half))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _edge_at(x: Floats, y: Floats, at: QPointF) -> int | None:
    """The number of the edge within reach of a pixel."""
    dx, dy = np.diff(x), np.diff(y)
    length2 = np.maximum(dx * dx + dy * dy, 1e-12)
    share = np.clip(((at.x() - x[:-1]) * dx + (at.y() - y[:-1]) * dy) / length2, 0, 1)
    distance = np.hypot(x[:-1] + share * dx - at.x(), y[:-1] + share * dy - at.y())
    nearest = int(np.argmin(distance))
    return nearest if distance[nearest] <= _REACH_PX else None
