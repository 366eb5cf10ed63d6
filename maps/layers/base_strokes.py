"""Lines of base maps: Qt's raster draws a wide line fast only where it is a single segment."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from maps.base.classes import Class
from maps.base.segments import Floats, segments
from maps.layers.layer import Ground
from maps.paths import path
from maps.strokes import give_way, lay
from maps.style import Stroke
from maps.symbols import colour

if TYPE_CHECKING:
    from maps.base.flat import Flat

TOLERANCE_PX = 0.4
_NARROW_PX = 1.4
_BROAD_PX = 5.0
_AT_ONCE = 800  # segments


def draw_class(
    painter: QPainter, ground: Ground, flats: "list[Flat]", which: Class, stroke: Stroke
) -> None:
    """All lines of a class: narrow ones and dashes by the thin pen, wide ones as segments."""
    view, wide = ground.viewport, stroke.width > _NARROW_PX and not stroke.dash
    for flat in flats:
        parts = flat.parts(which, view.extent)
        for x, y, begins in flat.pieces(parts, TOLERANCE_PX * view.metres_per_px):
            px, py = view.to_screen(x, y)
            if wide:
                box = view.width, view.height, stroke.width
                _segments(painter, segments(px, py, begins, box), stroke)
            else:
                lay(painter, [path(px, py, begins)], stroke)


def _segments(painter: QPainter, found: Floats, stroke: Stroke) -> None:
    """Square ends close the bends of narrow roads; those of broad ones are rounded by discs."""
    broad = stroke.width >= _BROAD_PX
    ink, cap = colour(stroke.colour), Qt.PenCapStyle
    pen = QPen(ink, stroke.width)
    pen.setCapStyle(cap.FlatCap if broad else cap.SquareCap)
    painter.setPen(pen)
    for first in range(0, len(found), _AT_ONCE):
        part = found[first : first + _AT_ONCE].tolist()
        painter.drawLines([QLineF(*segment) for segment in part])
        give_way()
    if broad:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        for x, y in np.unique(found.reshape(-1, 2), axis=0).tolist():
            painter.drawEllipse(QPointF(x, y), stroke.width / 2, stroke.width / 2)
        give_way()
