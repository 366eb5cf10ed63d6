"""Where the chosen terminal has just been: thin, in ink; what was heard late, hollow and dotted."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from maps.history import Piece, Shown, drawn
from maps.layers.layer import Live
from maps.symbols import colour

_POINTS_BELOW = 60.0  # metres per pixel
_LATE_DASH = (0.2, 2.6)


def draw(painter: QPainter, live: Live) -> None:
    for shown in live.data.tracks.values():
        _track(painter, live, shown)


def _track(painter: QPainter, live: Live, shown: Shown) -> None:
    found = drawn(shown.path, live.viewport, gaps=shown.silent)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for rgb, width in ((live.style.halo, 4.0), (live.style.ink, 1.6)):
        for piece in found.pieces:
            pen = QPen(colour(rgb, 200), width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            if piece.late and rgb is live.style.ink:
                pen.setDashPattern(_LATE_DASH)
            painter.setPen(pen)
            painter.drawPolyline(QPolygonF(_points(piece)))
    if live.viewport.metres_per_px < _POINTS_BELOW:
        painter.setPen(QPen(colour(live.style.ink), 1.2))
        for piece in found.pieces:
            painter.setBrush(colour(live.style.halo if piece.late else live.style.ink))
            for point in _points(piece):
                painter.drawEllipse(point, 2.6, 2.6)


def _points(piece: Piece) -> list[QPointF]:
    return [QPointF(x, y) for x, y in zip(piece.px.tolist(), piece.py.tolist(), strict=True)]
