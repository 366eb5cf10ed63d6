"""Terminals: the crew's shape in grey, hollowing with the age of its fix; 域外 as a cross."""

from datetime import datetime

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from app.model import Grade
from maps.layers.cases import brackets
from maps.layers.layer import Live
from maps.lettering import font_of
from maps.picking import Kind
from maps.scene import MapData
from maps.style import GRADES, OUTLINE
from maps.symbols import Freshness, colour

_SIZES = ((12.0, 15), (70.0, 13), (250.0, 11))
_SIZE_FAR = 9
_SOS = "sos"
_MARGIN_PX = 20
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
    for k in at:
        fix = data.fixes[marks.ids[k]]
        if fix.place:
            kind = data.kind_of(fix.terminal) if size > _SIZE_FAR else None
            image = live.symbols.terminal(kind, _BY_AGE[ages[k]], size)
            painter.drawImage(QPointF(left[k], top[k]), image)
        else:
            _outside(painter, live, QPointF(round(x[k]), round(y[k])))
        if fix.terminal == data.selected_terminal:
            brackets(painter, live, float(x[k]), float(y[k]), 12)
    live.targets.add(Kind.TERMINAL, tuple(marks.ids[k] for k in at), x[at], y[at])


def draw_help(painter: QPainter, live: Live) -> None:
    """Those that call for help, over every name."""
    marks, view = live.data.terminal_marks, live.viewport
    size = size_at(view.metres_per_px)
    for k, name in enumerate(marks.ids):
        if _SOS in live.data.fixes[name].alarms:
            x, y = view.to_screen(marks.x[k], marks.y[k])
            _help(painter, QPointF(round(float(x)), round(float(y))), size)


def _outside(painter: QPainter, live: Live, middle: QPointF) -> None:
    painter.drawImage(middle - QPointF(6, 6), live.symbols.outside(12))
    painter.setFont(font_of(12))
    painter.setPen(colour(live.style.faint))
    painter.drawText(middle + QPointF(9, 4), QCoreApplication.translate("map", "域外"))


def _help(painter: QPainter, middle: QPointF, size: int) -> None:
    """SOS: the grade Ⅰ colour about the grey symbol, with its letters."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = size / 2 + 3
    for rgb, width in ((OUTLINE, 4.0), (GRADES[Grade.I], 2.0)):
        painter.setPen(QPen(colour(rgb), width))
        painter.drawEllipse(middle, radius, radius)
    painter.setFont(font_of(12))
    plate = QRectF(middle.x() + radius + 2, middle.y() - 8, 32, 16)
    painter.setPen(QPen(colour(OUTLINE), 1))
    painter.setBrush(colour(GRADES[Grade.I]))
    painter.drawRoundedRect(plate.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.setPen(colour(OUTLINE))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, "SOS")
