"""For hands on the keyboard: where a point would be set, and which keys the tool answers to."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from maps.captions import HIGH
from maps.furniture import MARGIN, panel, text_width
from maps.labels import Box
from maps.lettering import font_of
from maps.style import MapStyle
from maps.symbols import colour
from maps.viewport import Viewport

_ARM, _FREE = 16.0, 4.0
_SIZE = 12


def crosshair(painter: QPainter, middle: QPointF, style: MapStyle) -> None:
    """Four arms about a free middle."""
    for rgb, width in ((style.halo, 4.0), (style.selection.colour, 1.6)):
        painter.setPen(QPen(colour(rgb), width))
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            step = QPointF(dx, dy)
            painter.drawLine(middle + step * _FREE, middle + step * _ARM)


def hint_box(text: str, view: Viewport, taken: Sequence[Box]) -> Box:
    """At the upper edge in the middle, lower where furniture stands."""
    width = round(text_width(text, _SIZE)) + 20
    for row in range(12):
        box = Box(round((view.width - width) / 2), MARGIN + 4 + row * (HIGH + 4), width, HIGH + 4)
        if not any(box.touches(other) for other in taken):
            return box
    return Box(round((view.width - width) / 2), MARGIN + 4, width, HIGH + 4)


def hint_plate(
    painter: QPainter, text: str, view: Viewport, style: MapStyle, taken: Sequence[Box]
) -> None:
    """What the tool in hand does, and its keys."""
    box = hint_box(text, view, taken)
    where = QRectF(box.x, box.y, box.width, box.height)
    panel(painter, where, style)
    painter.setFont(font_of(_SIZE))
    painter.setPen(colour(style.ink))
    painter.drawText(where, Qt.AlignmentFlag.AlignCenter, text)
