"""What the legend is made of: rows of symbols with their words."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from maps.furniture import text_width
from maps.style import MapStyle, Rgb
from maps.symbols import colour

Draw = Callable[[QPainter, QPointF], None]


@dataclass(frozen=True, slots=True)
class Item:
    """A symbol with its word; `width` of the symbol in pixels."""

    draw: Draw
    text: str
    width: float = 16

    @property
    def room(self) -> float:
        return self.width + 4 + text_width(self.text) + 12


@dataclass(frozen=True, slots=True)
class Row:
    head: str
    items: tuple[Item, ...]


def picture(image: QImage) -> Draw:
    """A picture of any size, in the middle of its line."""
    high = image.height() / image.devicePixelRatio()

    def draw(painter: QPainter, at: QPointF) -> None:
        painter.drawImage(at - QPointF(0, round(high / 2)), image)

    return draw


def veil(style: MapStyle, rgb: Rgb, alpha: int) -> Draw:
    """A swatch of what is laid over the ground."""

    def draw(painter: QPainter, at: QPointF) -> None:
        box = QRectF(at.x(), at.y() - 6, 16, 12)
        painter.fillRect(box, colour(style.ground))
        painter.fillRect(box, colour(rgb, alpha))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour(style.panel_line), 1))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))

    return draw
