"""What stands over tracks: their letters, the moment played back, and what is pointed at.

Rings with their letter and time, unlike any terminal of the present; hollow where it is not known.
"""

from datetime import UTC, datetime

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from app.clock import CHINA
from app.tracks.replay import where
from maps.history import Shown
from maps.history.looks import colour_of
from maps.layers.history import draw_ends
from maps.layers.history_marks import draw_letter
from maps.layers.layer import Live
from maps.lettering import font_of
from maps.projection import project_point
from maps.symbols import colour

RING_PX, DOT_PX = 12.0, 6.0
_DASH = (2.5, 2.0)


def draw(painter: QPainter, live: Live) -> None:
    replay, pointed = live.data.replay, live.data.pointed
    for shown in reversed(live.data.history.shown):
        draw_ends(painter, shown, live.viewport, live.style)
        if replay is not None:
            _played(painter, live, shown, replay.at.timestamp())
        if pointed is not None and pointed.slot == shown.slot and pointed.row < len(shown.track):
            _pointed(painter, live, shown, pointed.row)


def said(shown: Shown, row: int, *, at_s: float | None = None) -> str:
    """07:41:05 43 km/h 212 m, of what the terminal told."""
    track = shown.track
    moment = datetime.fromtimestamp(track.at_s[row] if at_s is None else at_s, UTC)
    parts = [f"{moment.astimezone(CHINA):%H:%M:%S}"]
    for value, unit in ((track.speed_kmh[row], "km/h"), (track.alt_m[row], "m")):
        if np.isfinite(value):
            parts.append(f"{value:.0f} {unit}")
    return " ".join(parts)


def _played(painter: QPainter, live: Live, shown: Shown, at_s: float) -> None:
    found = where(shown.track, shown.parts, at_s)
    if found is None:
        return
    at = _at(live, found.lon, found.lat)
    ink = colour(colour_of(live.style, shown.slot))
    for pen in (QPen(colour(live.style.halo), 6.0), QPen(ink, 2.6)):
        if not found.known:
            pen.setDashPattern([part * 6.0 / pen.widthF() for part in _DASH])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, RING_PX, RING_PX)
    draw_letter(painter, at, shown.slot, shown.letter, live.style, round_=True)
    if found.known:
        text = said(shown, found.row, at_s=at_s)
    else:
        lost = QCoreApplication.translate("map", "此刻无定位，最后 %1")
        text = lost.replace("%1", said(shown, found.row).partition(" ")[0])
    past = QCoreApplication.translate("map", "回放 %1").replace("%1", text)
    _plate(painter, live, at, RING_PX + 6, past)


def _pointed(painter: QPainter, live: Live, shown: Shown, row: int) -> None:
    track = shown.track
    at = _at(live, float(track.lon[row]), float(track.lat[row]))
    painter.setBrush(colour(live.style.halo))
    for pen in (QPen(colour(live.style.halo), 5.0), QPen(colour(live.style.selection.colour), 2.2)):
        painter.setPen(pen)
        painter.drawEllipse(at, DOT_PX, DOT_PX)
    _plate(painter, live, at - QPointF(0, 14), DOT_PX + 6, f"{shown.letter} {said(shown, row)}")


def _at(live: Live, lon: float, lat: float) -> QPointF:
    x, y = live.viewport.to_screen(*project_point(lon, lat))
    return QPointF(float(x), float(y))


def _plate(painter: QPainter, live: Live, at: QPointF, away: float, text: str) -> None:
    """Words on a plate to the right of a point; to its left where there is no room."""
    font = font_of(12)
    wide = QFontMetricsF(font).horizontalAdvance(text) + 12
    right = at.x() + away + wide < live.viewport.width - 4
    box = QRectF(at.x() + away if right else at.x() - away - wide, at.y() - 10, wide, 20)
    painter.setPen(QPen(colour(live.style.panel_line), 1))
    painter.setBrush(colour(live.style.panel[:3], 235))
    painter.drawRoundedRect(box, 3, 3)
    painter.setFont(font)
    painter.setPen(colour(live.style.ink))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
