"""Draws lines of round coordinates, and their numbers where they leave the view.

Numbers of lines that leave by the top stand there, of those that leave by the right stand on end.
"""

from collections.abc import Callable, Iterable

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from maps.furniture import halo_text, text_width
from maps.layers.layer import Live
from maps.lettering import font_of
from maps.paths import path
from maps.rulings import Ruling, degrees, kilometres
from maps.style import MapStyle
from maps.symbols import colour
from maps.viewport import Viewport

_TEXT, _BASELINE, _APART = 11, 10, 8
_ALPHA = 100


def draw_degrees(painter: QPainter, live: Live) -> None:
    """Meridians and parallels."""
    _draw(painter, live, degrees(live.viewport), Qt.PenStyle.SolidLine)


def draw_kilometres(painter: QPainter, live: Live) -> None:
    """Eastings, the zone's number in front, and northings; dashed, for degrees are whole lines."""
    _draw(painter, live, kilometres(live.viewport), Qt.PenStyle.DashLine)


def _draw(painter: QPainter, live: Live, lines: Iterable[Ruling], pen: Qt.PenStyle) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    top: list[tuple[float, str]] = []
    right: list[tuple[float, str]] = []
    view = live.viewport
    for line in lines:
        painter.setPen(QPen(colour(live.style.faint, _ALPHA), 1.0, pen))
        begins = np.zeros(len(line.x), bool)
        begins[0] = True
        painter.drawPath(path(line.x, line.y, begins))
        top += [(at, line.text) for at in crossings(line.y, line.x, 0.0, view.width)]
        right += [(at, line.text) for at in crossings(line.x, line.y, view.width, view.height)]
    painter.setFont(font_of(_TEXT))
    _write(painter, live.style, top, _along_top)
    _write(painter, live.style, right, _down_right(view))


def crossings(across: np.ndarray, along: np.ndarray, edge: float, length: float) -> list[float]:
    """Where a line of points crosses an edge, as places along it within its length."""
    before, after = across[:-1] - edge, across[1:] - edge
    at = np.flatnonzero((before < 0) != (after < 0))
    share = before[at] / (before[at] - after[at])
    places = along[:-1][at] + share * (along[1:][at] - along[:-1][at])
    return [float(place) for place in places if 0 <= place <= length]


Put = Callable[[QPainter, float, str, MapStyle], None]


def _write(painter: QPainter, style: MapStyle, texts: list[tuple[float, str]], put: Put) -> None:
    """From one end to the other; a number that would touch the one before is left out."""
    free = float("-inf")
    for at, text in sorted(texts):
        half = text_width(text, _TEXT) / 2
        if at - half >= free:
            put(painter, at - half, text, style)
            free = at + half + _APART


def _along_top(painter: QPainter, at: float, text: str, style: MapStyle) -> None:
    halo_text(painter, QPointF(at, _BASELINE), text, style)


def _down_right(view: Viewport) -> Put:
    def put(painter: QPainter, at: float, text: str, style: MapStyle) -> None:
        painter.save()
        painter.translate(view.width, at)
        painter.rotate(90)
        halo_text(painter, QPointF(0, _BASELINE), text, style)
        painter.restore()

    return put
