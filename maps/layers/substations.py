"""Substations of the catalogue, drawn with the same quiet sign as those of base maps."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen

from maps.base.classes import Class
from maps.base.look import look_of
from maps.labels import Box
from maps.layers.layer import Ground
from maps.substations import FINER_THAN, shipped
from maps.symbols import colour
from maps.viewport import Viewport


def there(ground: Ground) -> bool:
    """Whether any is in view, at a scale at which they are drawn."""
    return bool(seen(ground, ground.viewport))


def seen(ground: Ground, view: Viewport) -> list[int]:
    """Rows of the catalogue that are drawn in a part of the map."""
    if "substations" in ground.hidden:
        return []
    if ground.metres_per_px > FINER_THAN:
        return []
    return shipped().within(view.extent)


def draw(painter: QPainter, ground: Ground) -> None:
    look = look_of(ground.style).signs[Class.SUBSTATION]
    painter.setPen(QPen(colour(look.edge), 1.4 * ground.dpr))
    painter.setBrush(colour(look.fill))
    for box, _ in signs(ground, look.size * ground.dpr):
        painter.drawRect(QRectF(box.x, box.y, box.width, box.height))


def signs(ground: Ground, size: float) -> list[tuple[Box, str]]:
    """A box of so many pixels about each that is drawn, and its name."""
    known, rows = shipped(), seen(ground, ground.viewport)
    x, y = ground.viewport.to_screen(known.x[rows], known.y[rows])
    return [
        (Box(round(px) - size / 2, round(py) - size / 2, size, size), known.names[row])
        for row, px, py in zip(rows, x.tolist(), y.tolist(), strict=True)
    ]
