"""Those that call for help: a ring about the crew, and its letters beside it on a leader."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from app.model import Grade
from maps.labels import Box
from maps.layers.layer import Live
from maps.layers.terminals import size_at
from maps.lettering import font_of
from maps.scene import Marks
from maps.style import GRADES, OUTLINE
from maps.symbols import colour

SOS = "sos"
_WIDE, _HIGH = 32.0, 16.0
_CLEAR = 24.0  # pixels about a place that its alert and the halo may take
_SYMBOL = 20.0


def draw(painter: QPainter, live: Live) -> None:
    """Over every name; a plate never lies on a symbol, nor on another plate."""
    marks, view, data = live.data.terminal_marks, live.viewport, live.data
    taken = [box for found in (data.case_marks, data.alert_marks) for box in _symbols(found, live)]
    for k, name in enumerate(marks.ids):
        if SOS not in data.fixes[name].alarms:
            continue
        x, y = view.to_screen(marks.x[k], marks.y[k])
        middle = QPointF(round(float(x)), round(float(y)))
        if -_CLEAR < middle.x() < view.width + _CLEAR and -_CLEAR < middle.y() < view.height:
            _ring(painter, middle, size_at(view.metres_per_px) / 2 + 3)
            plate = free_place(middle, taken)
            taken.append(plate)
            _plate(painter, middle, plate)


def _symbols(marks: Marks, live: Live) -> list[Box]:
    x, y = live.viewport.to_screen(marks.x, marks.y)
    half = _SYMBOL / 2
    return [
        Box(a - half, b - half, _SYMBOL, _SYMBOL)
        for a, b in zip(x.tolist(), y.tolist(), strict=True)
    ]


def free_place(middle: QPointF, taken: list[Box]) -> Box:
    """The first place about the symbol that is free: beside it, under it, above it, farther out."""
    for reach in (_CLEAR, 2 * _CLEAR, 3 * _CLEAR):
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1)):
            x = middle.x() + dx * (reach + _WIDE / 2) - _WIDE / 2
            y = middle.y() + dy * (reach + _HIGH / 2) - _HIGH / 2
            box = Box(x, y, _WIDE, _HIGH)
            if not any(box.touches(other) for other in taken):
                return box
    return Box(middle.x() + _CLEAR, middle.y() - _HIGH / 2, _WIDE, _HIGH)


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
