"""Terminals: the crew's shape in grey, hollowing with the age of its fix; 域外 as a cross."""

from datetime import datetime

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QPainter, QPen

from maps.layers.cases import brackets
from maps.layers.layer import Live
from maps.lettering import font_of
from maps.picking import Kind
from maps.scene import MapData
from maps.style import MapStyle
from maps.symbols import Freshness, colour

_SIZES = ((12.0, 15), (40.0, 13), (90.0, 11))
_SIZE_FAR = 9
DOTS_BEYOND = 250.0  # metres per pixel; from farther a crew is a dot
_DOT_PX = 2.0
_MARGIN_PX = 20
_BESIDE_PX = 14  # clear of an alert's circle about the cross
_AROUND = tuple((dx, dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)
_BY_AGE = (Freshness.FRESH, Freshness.STALE, Freshness.UNKNOWN)


def freshness(data: MapData, now: datetime | None) -> npt.NDArray[np.int64]:
    """(terminals,) index into `Freshness` by the time of the fix; with no clock all are fresh."""
    if now is None:
        return np.zeros(len(data.fix_times), np.int64)
    limits = data.stale_after.total_seconds(), data.unknown_after.total_seconds()
    return np.searchsorted(limits, now.timestamp() - data.fix_times, "right")


def size_at(metres_per_px: float) -> int:
    for finer_than, size in _SIZES:
        if metres_per_px < finer_than:
            return size
    return _SIZE_FAR


def draw(painter: QPainter, live: Live) -> None:
    """The last believed position of each; × and 域外 where it lies outside."""
    data, view = live.data, live.viewport
    marks, size = data.terminal_marks, size_at(live.viewport.metres_per_px)
    x, y = view.to_screen(marks.x, marks.y)
    seen = (x > -_MARGIN_PX) & (x < view.width + _MARGIN_PX)
    seen &= (y > -_MARGIN_PX) & (y < view.height + _MARGIN_PX)
    at = np.flatnonzero(seen).tolist()
    ages = freshness(data, live.now or data.now).tolist()
    left, top = np.rint(x - size // 2).tolist(), np.rint(y - size // 2).tolist()
    far = view.metres_per_px > DOTS_BEYOND
    if far:
        inside = [k for k in at if data.fixes[marks.ids[k]].place]
        draw_dots(painter, live.style, [QPointF(x[k], y[k]) for k in inside])
    for k in at:
        fix = data.fixes[marks.ids[k]]
        if fix.place and not far:
            kind = data.kind_of(fix.terminal)
            image = live.symbols.terminal(kind, _BY_AGE[ages[k]], size)
            painter.drawImage(QPointF(left[k], top[k]), image)
        elif not fix.place:
            _outside(painter, live, QPointF(round(x[k]), round(y[k])))
        if fix.terminal == data.selected_terminal:
            brackets(painter, live, float(x[k]), float(y[k]), 12)
    live.targets.add(Kind.TERMINAL, tuple(marks.ids[k] for k in at), x[at], y[at])


def draw_dots(painter: QPainter, style: MapStyle, points: list[QPointF]) -> None:
    """Where crews are, seen from afar: neutral, and too small to be taken for an event."""
    painter.setPen(QPen(colour(style.ink, 150), _DOT_PX))
    painter.drawPoints(points)


def _outside(painter: QPainter, live: Live, middle: QPointF) -> None:
    painter.drawImage(middle - QPointF(6, 6), live.symbols.outside(12))
    painter.setFont(font_of(12))
    foot, text = middle + QPointF(_BESIDE_PX, 4), QCoreApplication.translate("map", "域外")
    painter.setPen(colour(live.style.halo))
    for dx, dy in _AROUND:
        painter.drawText(foot + QPointF(dx, dy), text)
    painter.setPen(colour(live.style.faint))
    painter.drawText(foot, text)
