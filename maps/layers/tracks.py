"""Where chosen terminals have been; what was heard late is past: hollow, joined by dots."""

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from app.model import Fix
from maps.layers.layer import Live
from maps.projection import project
from maps.symbols import colour

_POINTS_BELOW = 60.0  # metres per pixel


def draw(painter: QPainter, live: Live) -> None:
    for fixes in live.data.tracks.values():
        if len(fixes) > 1:
            _track(painter, live, fixes)


def _track(painter: QPainter, live: Live, fixes: tuple[Fix, ...]) -> None:
    x, y = project([fix.lon for fix in fixes], [fix.lat for fix in fixes])
    px, py = live.viewport.to_screen(x, y)
    sound = np.isfinite(px) & np.isfinite(py)
    points = [QPointF(a, b) for a, b in zip(px[sound].tolist(), py[sound].tolist(), strict=True)]
    kept = [fix for fix, good in zip(fixes, sound.tolist(), strict=True) if good]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for k in range(1, len(points)):
        late = kept[k].backlog or kept[k - 1].backlog
        for rgb, width in ((live.style.halo, 4.0), (live.style.ink, 1.6)):
            pen = QPen(colour(rgb, 200), width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            if late and rgb is live.style.ink:
                pen.setDashPattern([0.2, 2.6])
            painter.setPen(pen)
            painter.drawLine(points[k - 1], points[k])
    if live.viewport.metres_per_px < _POINTS_BELOW:
        for fix, point in zip(kept, points, strict=True):
            painter.setPen(QPen(colour(live.style.ink), 1.2))
            hollow = live.style.halo if fix.backlog else live.style.ink
            painter.setBrush(colour(hollow))
            painter.drawEllipse(point, 2.6, 2.6)
