"""The rim about a line of text that keeps it readable on any ground.

On a screen the same text is laid about itself; in a file that is read and searched it must stand
there once, so its outline is stroked instead.
"""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPaintEngine, QPainter, QPainterPath, QPen

CROSS = ((-1, 0), (1, 0), (0, -1), (0, 1))
SQUARE = tuple((dx, dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)
_WIDE_PX = 2.4


def rim(
    painter: QPainter,
    baseline: QPointF,
    text: str,
    ink: QColor,
    *,
    around: tuple[tuple[int, int], ...] = CROSS,
) -> None:
    """In the font that is set; the text itself is the caller's."""
    if painter.paintEngine().type() is not QPaintEngine.Type.Raster:
        path = QPainterPath()
        path.addText(baseline, painter.font(), text)
        pen = QPen(ink, _WIDE_PX)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, pen)
        return
    painter.setPen(ink)
    for dx, dy in around:
        painter.drawText(baseline + QPointF(dx, dy), text)
