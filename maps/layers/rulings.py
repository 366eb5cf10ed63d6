"""Draws lines of round coordinates, and their numbers where they leave the view.

Degrees are numbered at the top and, on end, at the right; kilometres at the bottom and the left.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from maps.furniture import halo_text, text_width
from maps.labels import Box
from maps.layers.layer import Live
from maps.lettering import font_of
from maps.paths import path
from maps.rulings import Ruling, degrees, kilometres
from maps.symbols import colour

_TEXT, _BASELINE, _APART, _BAND = 11, 9, 8, 11
_ALPHA = 100

Floats = npt.NDArray[np.float64]


def draw_degrees(painter: QPainter, live: Live) -> None:
    """Meridians and parallels."""
    view = live.viewport
    edges = (Edge(0.0, view.width, flat), Edge(view.width, view.height, on_end))
    _draw(painter, live, degrees(view), Qt.PenStyle.SolidLine, edges)


def draw_kilometres(painter: QPainter, live: Live) -> None:
    """Eastings, the zone's number in front, and northings; dashed, for degrees are whole lines."""
    view = live.viewport
    edges = (
        Edge(view.height, view.width, flat, inwards=-_BAND),
        Edge(0.0, view.height, on_end, inwards=_BAND),
    )
    _draw(painter, live, kilometres(view), Qt.PenStyle.DashLine, edges)


def flat(painter: QPainter, edge_px: float, at_px: float) -> None:
    painter.translate(at_px, edge_px)


def on_end(painter: QPainter, edge_px: float, at_px: float) -> None:
    painter.translate(edge_px, at_px)
    painter.rotate(90)


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge of the view in pixels, its length, how its numbers stand and how far from it."""

    at: float
    length: float
    stand: Callable[[QPainter, float, float], None]
    inwards: float = 0.0

    def box(self, start: float, width: float) -> Box:
        """What a number of this width takes of the view."""
        across = self.at + self.inwards
        if self.stand is on_end:
            return Box(across - _BAND, start, _BAND, width)
        return Box(start, across, width, _BAND)


def _draw(
    painter: QPainter,
    live: Live,
    lines: Iterable[Ruling],
    pen: Qt.PenStyle,
    edges: tuple[Edge, Edge],
) -> None:
    """`edges`: a level one and an upright one."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    level, upright = edges
    numbers: tuple[list[tuple[float, str]], list[tuple[float, str]]] = ([], [])
    for line in lines:
        painter.setPen(QPen(colour(live.style.faint, _ALPHA), 1.0, pen))
        begins = np.zeros(len(line.x), bool)
        begins[0] = True
        painter.drawPath(path(line.x, line.y, begins))
        across = crossings(line.y, line.x, level.at, level.length)
        down = crossings(line.x, line.y, upright.at, upright.length)
        for found, places in zip(numbers, (across, down), strict=True):
            found += [(at, line.text) for at in places]
    painter.setFont(font_of(_TEXT))
    for edge, texts in zip(edges, numbers, strict=True):
        _write(painter, live, texts, edge)


def crossings(across: Floats, along: Floats, edge: float, length: float) -> list[float]:
    """Where a line of points crosses an edge, as places along it within its length."""
    before, after = across[:-1] - edge, across[1:] - edge
    at = np.flatnonzero((before < 0) != (after < 0))
    share = before[at] / (before[at] - after[at])
    places = along[:-1][at] + share * (along[1:][at] - along[:-1][at])
    return [float(place) for place in places if 0 <= place <= length]


def _write(painter: QPainter, live: Live, texts: list[tuple[float, str]], edge: Edge) -> None:
    """From one end to the other; what would be cut, touch another or furniture is left out."""
    free = 0.0
    for at, text in sorted(texts):
        width = text_width(text, _TEXT)
        start = at - width / 2
        if start < free or start + width > edge.length:
            continue
        box = edge.box(start, width)
        if any(box.touches(other) for other in live.taken):
            continue
        painter.save()
        edge.stand(painter, edge.at + edge.inwards, start)
        halo_text(painter, QPointF(0, _BASELINE), text, live.style)
        painter.restore()
        free = start + width + _APART
