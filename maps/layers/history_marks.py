"""The marks of tracks: arrowheads by which they are told apart, stops, doubted fixes, letters."""

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from maps.history.looks import MARKS, colour_of
from maps.lettering import font_of
from maps.style import MapStyle
from maps.symbols import colour

MARK_PX = 6.0
LETTER_PX = 15
_CLOSED = ("filled", "open")


def draw_mark(
    painter: QPainter, at: QPointF, turn_rad: float, slot: int, style: MapStyle, ink: QColor
) -> None:
    """The arrowhead of a slot, pointing along x turned by so much."""
    painter.save()
    painter.translate(at)
    painter.rotate(math.degrees(turn_rad))
    kind = MARKS[slot]
    for rim in (True, False):
        pen = QPen(colour(style.halo, 230), 4.4) if rim else QPen(ink, 1.8)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        filled = ink if kind == "filled" else colour(style.halo)
        painter.setBrush(filled if kind in _CLOSED else Qt.BrushStyle.NoBrush)
        for shape in _head(kind):
            if kind in _CLOSED:
                painter.drawPolygon(shape)
            else:
                painter.drawPolyline(shape)
    painter.restore()


@lru_cache(maxsize=8)
def _head(kind: str) -> tuple[QPolygonF, ...]:
    size = MARK_PX
    wing = [QPointF(-size, -size * 0.8), QPointF(size * 0.6, 0), QPointF(-size, size * 0.8)]
    if kind in _CLOSED:
        return (QPolygonF(wing),)
    if kind == "double":
        return tuple(
            QPolygonF([QPointF(p.x() + shift, p.y()) for p in wing]) for shift in (-size * 0.7, 0)
        )
    bar = [QPointF(-size * 1.3, -size * 0.8), QPointF(-size * 1.3, size * 0.8)]
    return QPolygonF(wing), QPolygonF(bar)


def draw_doubted(painter: QPainter, at: QPointF, style: MapStyle, ink: QColor) -> None:
    for pen in (QPen(colour(style.halo, 220), 4.0), QPen(ink, 1.4)):
        painter.setPen(pen)
        for sign in (1, -1):
            painter.drawLine(at + QPointF(-4, -4 * sign), at + QPointF(4, 4 * sign))


def draw_stop(painter: QPainter, at: QPointF, style: MapStyle, ink: QColor, text: str) -> None:
    """Two bars, as on a player's pause key: nothing else on the map looks so."""
    for grown, fill in ((1.5, colour(style.halo)), (0.0, ink)):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        for left in (-4.5, 1.5):
            bar = QRectF(at.x() + left, at.y() - 5, 3, 10)
            painter.drawRect(bar.adjusted(-grown, -grown, grown, grown))
    if text:
        _haloed(painter, at + QPointF(9, 4.5), text, style)


def _haloed(painter: QPainter, at: QPointF, text: str, style: MapStyle) -> None:
    painter.setFont(font_of(12))
    painter.setPen(colour(style.halo))
    for dx, dy in ((-1, 0), (1, 0), (0, -1), (0, 1)):
        painter.drawText(at + QPointF(dx, dy), text)
    painter.setPen(colour(style.ink))
    painter.drawText(at, text)


def draw_letter(
    painter: QPainter, at: QPointF, slot: int, text: str, style: MapStyle, *, round_: bool
) -> None:
    """The plate of a letter about a point."""
    box = QRectF(at.x() - LETTER_PX / 2, at.y() - LETTER_PX / 2, LETTER_PX, LETTER_PX)
    painter.setPen(QPen(colour(style.halo), 1.2))
    painter.setBrush(colour(colour_of(style, slot)))
    corner = LETTER_PX / 2 if round_ else 2.0
    painter.drawRoundedRect(box, corner, corner)
    painter.setPen(colour(style.halo))
    font = font_of(12)
    painter.setFont(font)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
