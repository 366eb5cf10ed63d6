"""Draws what lies over the ground of a sheet, and the page about it, with any painter."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from maps import furniture
from maps.layers import LIVE_LAYERS
from maps.layers.layer import Live, Stage
from maps.lettering import font_of
from maps.placed import Placed
from maps.printing import crews, strip
from maps.printing.composed import Composed
from maps.printing.ink import saved
from maps.printing.progress import Progress
from maps.printing.sheet import Line
from maps.strokes import give_way

DRAWN_HERE: Mapping[str, Callable[[QPainter, Live], None]] = {"terminals": crews.draw}
"""Layers that the screen draws in a way that paper cannot."""
PAPER = QColor(255, 255, 255)
_INK, _FAINT = QColor(0x20, 0x26, 0x2A), QColor(0x55, 0x5D, 0x63)

Names = Callable[[QPainter, tuple[Placed, ...]], None]


def live_of(made: Composed) -> Live:
    """The moment of a sheet, for the layers that are drawn one by one."""
    shown = made.sheet.shown
    return Live(
        viewport=shown.viewport,
        data=shown.data,
        style=shown.style,
        symbols=made.symbols,
        now=shown.now,
        taken=made.taken,
    )


def paint_map(painter: QPainter, made: Composed, names: Names, progress: Progress) -> None:
    """Names, symbols, watermark and furniture, in pixels of the map."""
    shown, live = made.sheet.shown, live_of(made)
    for layer in shown.stack.ordered(LIVE_LAYERS):
        if not shown.stack.shows(layer, shown.viewport.metres_per_px):
            continue
        progress.check()
        painter.setOpacity(shown.stack.opacity(layer.name))
        draw = DRAWN_HERE.get(layer.name, layer.draw)
        if layer.stage is Stage.NAMES:
            names(painter, made.names)
        elif draw:
            draw(painter, live)
        give_way()
    painter.setOpacity(1)
    if shown.watermark:
        furniture.watermark(painter, shown.viewport, shown.style, shown.watermark)
    for piece in made.pieces:
        with saved(painter):
            piece.draw(painter)


def paint_about(painter: QPainter, made: Composed) -> None:
    """The legend, the lines of the page and the frame of the map, in pixels of the sheet."""
    sheet = made.sheet
    if sheet.legend:
        strip.draw(painter, made.legend, sheet.legend, sheet.shown.style)
    if sheet.framed:
        frame = QRectF(sheet.frame.x, sheet.frame.y, sheet.frame.width, sheet.frame.height)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(_INK, 1))
        painter.drawRect(frame)
    for line in sheet.lines:
        _line(painter, line)


def _line(painter: QPainter, line: Line) -> None:
    font = font_of(line.size)
    metrics = QFontMetricsF(font)
    text = metrics.elidedText(line.text, Qt.TextElideMode.ElideRight, line.box.width)
    x = line.box.x
    if line.right:
        x += line.box.width - metrics.horizontalAdvance(text)
    painter.setFont(font)
    painter.setPen(_FAINT if line.faint else _INK)
    painter.drawText(QPointF(x, line.box.y + (line.box.height + metrics.capHeight()) / 2), text)
