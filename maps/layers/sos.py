"""Those that call for help: a ring about the crew, and its letters beside it on a leader."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from app.model import Grade
from maps.labels import Box
from maps.layers.layer import Live
from maps.layers.terminals import size_at
from maps.lettering import font_of
from maps.scene import MapData, Marks
from maps.style import GRADES, OUTLINE
from maps.symbols import colour
from maps.viewport import Viewport

_WIDE, _HIGH = 32.0, 16.0
_CLEAR = 24.0  # pixels about a place that its alert and the halo may take
_SYMBOL = 20.0


def plates(data: MapData, view: Viewport) -> list[tuple[tuple[float, float], Box]]:
    """Where those in view stand, in pixels, and the place of the plate of each.

    A plate never lies on a symbol, nor on another plate.
    """
    marks = data.terminal_marks
    calling = np.flatnonzero(data.fleet.calling)
    if not len(calling):
        return []
    taken = [box for found in (data.case_marks, data.alert_marks) for box in _symbols(found, view)]
    found = []
    x, y = view.to_screen(marks.x[calling], marks.y[calling])
    for middle in zip(np.rint(x).tolist(), np.rint(y).tolist(), strict=True):
        if -_CLEAR < middle[0] < view.width + _CLEAR and -_CLEAR < middle[1] < view.height + _CLEAR:
            plate = free_place(middle, taken)
            taken.append(plate)
            found.append((middle, plate))
    return found


def draw(painter: QPainter, live: Live) -> None:
    """Over every name: names keep clear of the plates."""
    radius = size_at(live.viewport.metres_per_px) / 2 + 3
    for (x, y), plate in plates(live.data, live.viewport):
        _ring(painter, QPointF(x, y), radius)
        _plate(painter, QPointF(x, y), plate)


def _symbols(marks: Marks, view: Viewport) -> list[Box]:
    x, y = view.to_screen(marks.x, marks.y)
    half = _SYMBOL / 2
    return [
        Box(a - half, b - half, _SYMBOL, _SYMBOL)
        for a, b in zip(x.tolist(), y.tolist(), strict=True)
    ]


def free_place(middle: tuple[float, float], taken: list[Box]) -> Box:
    """The first place about the symbol that is free: beside it, under it, above it, farther out."""
    for reach in (_CLEAR, 2 * _CLEAR, 3 * _CLEAR):
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1)):
            x = middle[0] + dx * (reach + _WIDE / 2) - _WIDE / 2
            y = middle[1] + dy * (reach + _HIGH / 2) - _HIGH / 2
            box = Box(x, y, _WIDE, _HIGH)
            if not any(box.touches(other) for other in taken):
                return box
    return Box(middle[0] + _CLEAR, middle[1] - _HIGH / 2, _WIDE, _HIGH)


def _ring(painter: QPainter, middle: QPointF, radius: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for rgb, width in ((OUTLINE, 4.0), (GRADES[Grade.I], 2.0)):
        painter.setPen(QPen(colour(rgb), width))
        painter.drawEllipse(middle, radius, radius)


def _plate(painter: QPainter, middle: QPointF, box: Box) -> None:
    """SOS in the colour of grade Ⅰ, and a thin leader from the ring to it."""
    near = QPointF(
        min(max(middle.x(), box.x), box.x + box.width),
        min(max(middle.y(), box.y), box.y + box.height),
    )
    step = near - middle
    length = max((step.x() ** 2 + step.y() ** 2) ** 0.5, 1.0)
    painter.setPen(QPen(colour(GRADES[Grade.I]), 1))
    painter.drawLine(middle + step * (10.0 / length), near)
    plate = QRectF(round(box.x), round(box.y), box.width, box.height)
    painter.setPen(QPen(colour(OUTLINE), 1))
    painter.setBrush(colour(GRADES[Grade.I]))
    painter.drawRoundedRect(plate.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.setFont(font_of(12))
    painter.setPen(colour(OUTLINE))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, "SOS")
