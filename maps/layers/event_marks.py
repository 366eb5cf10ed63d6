"""The small pictures of many events: a symbol for one, a plate with a count for several.

Kept by look, so that a frame only lays them down; safe on the thread that prepares the ground.
"""

import math
from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPen

from app.model import Grade
from maps.lettering import font_of
from maps.points.chosen import look_of
from maps.points.looks import colour_of
from maps.style import GRADES, OUTLINE, MapStyle
from maps.symbols import colour, draw_grade

SYMBOL_PX = 13
PLATE_HIGH = 18
_TEXT, _PAD, _SHAPE = 12, 7, 9
MOST_TOLD = 10_000
"""From so many on the rim of a plate stays the same."""


@lru_cache(maxsize=256)
def symbol(style: MapStyle, look: int, dpr: float) -> QImage:
    """The grade's shape: in its colour while the case is open, hollow and grey afterwards."""
    grade, is_open = look_of(look)

    def draw(painter: QPainter) -> None:
        painter.setPen(QPen(colour(style.halo, 200), 2.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        draw_grade(painter, grade, SYMBOL_PX / 2, SYMBOL_PX / 2 - 2.5)
        _shape(painter, style, grade, SYMBOL_PX, is_open=is_open)

    return _picture(SYMBOL_PX, SYMBOL_PX, dpr, draw)


@lru_cache(maxsize=4096)
def plate(style: MapStyle, count: int, look: int, dpr: float) -> QImage:
    """A count, on a rim that is the stronger the more there are; before it the gravest open one."""
    text, (grade, is_open) = f"{count}", look_of(look)
    left = _PAD + (_SHAPE + 4 if is_open else 0)
    wide = plate_width(count, look)

    def draw(painter: QPainter) -> None:
        box = QRectF(0, 0, wide, PLATE_HIGH).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(colour(colour_of(style, count, MOST_TOLD)), 1.6))
        painter.setBrush(colour(style.panel[:3], 240))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        if is_open:
            painter.save()
            painter.translate(_PAD - 1, (PLATE_HIGH - _SHAPE) / 2)
            _shape(painter, style, grade, _SHAPE, is_open=True)
            painter.restore()
        painter.setPen(colour(style.ink))
        painter.setFont(font_of(_TEXT))
        painter.drawText(QPointF(left, PLATE_HIGH / 2 + 4.5), text)

    return _picture(wide, PLATE_HIGH, dpr, draw)


@lru_cache(maxsize=4096)
def plate_width(count: int, look: int) -> int:
    """Pixels that a plate takes, an even number, so that it stands sharp on its place."""
    shape = _SHAPE + 4 if look_of(look)[1] else 0
    text = QFontMetricsF(font_of(_TEXT)).horizontalAdvance(f"{count}")
    return 2 * math.ceil((text + shape + 2 * _PAD) / 2)


def _shape(painter: QPainter, style: MapStyle, grade: Grade, size: float, *, is_open: bool) -> None:
    painter.setPen(QPen(colour(OUTLINE if is_open else style.faint), 1.1))
    painter.setBrush(colour(GRADES[grade] if is_open else style.halo))
    draw_grade(painter, grade, size / 2, size / 2 - (1 if size == _SHAPE else 2.5))


def _picture(wide: int, high: int, dpr: float, draw: Callable[[QPainter], None]) -> QImage:
    pixels = math.ceil(wide * dpr), math.ceil(high * dpr)
    image = QImage(*pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(dpr)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter)
    painter.end()
    return image
