"""Events by day with a span that is chosen: two handles, and the piece between that moves whole."""

from datetime import UTC, datetime
from enum import Enum

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from widgets import formats, theme

DAY_S = 86_400
_OFFSET_S = 8 * 3600  # Beijing's, since 1992
_GRIP_PX, _HIGH_PX, _FOOT_PX = 6, 40, 14
_LEAST_DAYS = 7


def day_of(second: float) -> int:
    """The number of a day of Beijing, counted from 1970."""
    return int((second + _OFFSET_S) // DAY_S)


def second_of(day: int) -> int:
    """When a day of Beijing begins."""
    return day * DAY_S - _OFFSET_S


def day_text(day: int) -> str:
    """11-23; with its year where that is not the present's to guess: 2025-11-23."""
    return f"{formats.local(datetime.fromtimestamp(second_of(day), UTC)):%Y-%m-%d}"


class Grip(Enum):
    NONE = "none"
    SINCE = "since"
    UNTIL = "until"
    WHOLE = "whole"


class DaysChart(QWidget):
    """Days from `first` up to and without `last`; `spanned` carries the chosen ones, the same way.

    Left and Right move the span by a day, with Shift its end, with Ctrl its beginning.
    """

    spanned = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(_HIGH_PX)
        self.setMinimumWidth(120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.first, self.last = 0, _LEAST_DAYS
        self.since, self.until = 0, _LEAST_DAYS
        self._counts: npt.NDArray[np.int64] = np.zeros(_LEAST_DAYS, np.int64)
        self._grip, self._held = Grip.NONE, 0.0

    def put(self, counts: npt.NDArray[np.int64], first: int) -> None:
        """How many on each day from `first` on; a span over all, or up to the last, stays so."""
        whole, latest = self.since == self.first, self.until == self.last
        days = self.until - self.since
        self._counts = counts
        self.first, self.last = first, first + max(len(counts), 1)
        if latest:
            self.show_span(self.first if whole else self.last - days, self.last)
        else:
            self.show_span(self.since, self.until)

    def show_span(self, since: int, until: int) -> None:
        """Another span, cut to the days there are, at least one; nobody is told."""
        self.since = min(max(since, self.first), self.last - 1)
        self.until = min(max(until, self.since + 1), self.last)
        self.setAccessibleDescription(f"{day_text(self.since)} – {day_text(self.until - 1)}")
        self.update()

    def x_of(self, day: float) -> float:
        return (day - self.first) / (self.last - self.first) * self.width()

    def day_at(self, x: float) -> float:
        return self.first + x / max(self.width(), 1) * (self.last - self.first)

    def want_span(self, since: int, until: int) -> None:
        """Another span, of which the listeners are told."""
        before = self.since, self.until
        self.show_span(since, until)
        if (self.since, self.until) != before:
            self.spanned.emit(self.since, self.until)

    def _grip_at(self, x: float) -> Grip:
        left, right = self.x_of(self.since), self.x_of(self.until)
        if abs(x - right) <= _GRIP_PX and (abs(x - right) <= abs(x - left) or x > right):
            return Grip.UNTIL
        if abs(x - left) <= _GRIP_PX:
            return Grip.SINCE
        return Grip.WHOLE if left < x < right else Grip.NONE

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        self._grip = self._grip_at(x)
        if self._grip is Grip.NONE:  # beside the span: it comes to where one points
            days, day = self.until - self.since, int(self.day_at(x))
            self.want_span(day - days // 2, day - days // 2 + days)
            self._grip = Grip.WHOLE
        self._held = self.day_at(x) - self.since

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            edge = self._grip_at(x) in (Grip.SINCE, Grip.UNTIL)
            self.setCursor(
                Qt.CursorShape.SizeHorCursor if edge else Qt.CursorShape.PointingHandCursor
            )
            return
        day = round(self.day_at(x))
        if self._grip is Grip.SINCE:
            self.want_span(min(day, self.until - 1), self.until)
        elif self._grip is Grip.UNTIL:
            self.want_span(self.since, max(day, self.since + 1))
        else:
            self.move_to(round(self.day_at(x) - self._held))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = Grip.NONE

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if steps is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.want_span(self.since, max(self.until + steps, self.since + 1))
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.want_span(min(self.since + steps, self.until - 1), self.until)
        else:
            self.move_to(self.since + steps)

    def move_to(self, since: int) -> None:
        """The span as long as it is, beginning at another day, within the days there are."""
        days = self.until - self.since
        since = min(max(since, self.first), self.last - days)
        self.want_span(since, since + days)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_bars(painter)
        self._paint_span(painter)
        painter.end()

    def _paint_bars(self, painter: QPainter) -> None:
        """One bar a pixel at most, as high as its busiest day; days outside the span are faint."""
        now, high = theme.current(), self.height() - _FOOT_PX
        if not self._counts.any():
            return
        wide = min(self.width() // 2, len(self._counts))
        edges = np.linspace(0, len(self._counts), max(wide, 1) + 1).astype(int)[:-1]
        most = np.maximum.reduceat(self._counts, edges)
        tall = np.ceil(most / most.max() * (high - 3)).astype(int)
        lefts = [self.x_of(self.first + edge) for edge in (*edges.tolist(), len(self._counts))]
        for k, tip in enumerate(tall.tolist()):
            chosen = self.since <= self.first + edges[k] < self.until
            box = QRectF(lefts[k], high - tip, max(lefts[k + 1] - lefts[k] - 1, 1), tip)
            painter.fillRect(box, now.colour("dim" if chosen else "line"))

    def _paint_span(self, painter: QPainter) -> None:
        now, high = theme.current(), self.height() - _FOOT_PX
        left, right = self.x_of(self.since), self.x_of(self.until)
        painter.setPen(QPen(now.colour("focus" if self.hasFocus() else "calm"), 2))
        painter.drawLine(round(left), high, round(right), high)
        for x in (min(max(left, 1), self.width() - 1), min(right, self.width() - 1)):
            painter.drawLine(round(x), 2, round(x), high)
        font = painter.font()
        font.setPixelSize(theme.SIZES[theme.base_px()][0])
        painter.setFont(font)
        painter.setPen(now.colour("dim"))
        foot = QRectF(0, high, self.width(), _FOOT_PX)
        first, last = day_text(self.first), day_text(self.last - 1)
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, first)
        metrics = painter.fontMetrics()
        if metrics.horizontalAdvance(first) + metrics.horizontalAdvance(last) + 8 <= self.width():
            painter.drawText(foot, Qt.AlignmentFlag.AlignRight, last)
