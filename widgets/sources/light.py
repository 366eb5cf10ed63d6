"""The light of a source: what it does by shape and colour, and nothing in the alarms' colours."""

from functools import cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap

from app.ingest.sources import Light
from widgets import theme

SIZE_PX = 14
_COLOURS = {
    Light.LIVE: "focus",
    Light.QUIET: "calm",
    Light.TROUBLE: "text",
    Light.OFF: "faint",
}


def light_icon(light: Light) -> QIcon:
    return _icon(light, theme.current().name)


@cache
def _icon(light: Light, _theme: str) -> QIcon:
    icon = QIcon()
    for ratio in (1, 2):
        pixmap = QPixmap(SIZE_PX * ratio, SIZE_PX * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        _draw(painter, QRectF(2, 2, SIZE_PX - 4, SIZE_PX - 4), light)
        painter.end()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected, QIcon.Mode.Disabled):
            icon.addPixmap(pixmap, mode)
    return icon


def _draw(painter: QPainter, box: QRectF, light: Light) -> None:
    """A disc, a ring half filled, a cross or a ring: no shape that a grade has."""
    colour = theme.current().colour(_COLOURS[light])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(colour)
    if light is Light.TROUBLE:
        painter.setPen(QPen(colour, 2.5))
        painter.drawLine(box.topLeft(), box.bottomRight())
        painter.drawLine(box.bottomLeft(), box.topRight())
        return
    if light is Light.QUIET:
        painter.drawPie(box, 90 * 16, 180 * 16)
    if light is not Light.LIVE:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box)
