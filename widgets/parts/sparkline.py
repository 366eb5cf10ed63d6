"""A small row of columns: how many in each span of time, with the line that is too many."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from widgets import theme


class Sparkline(QWidget):
    """Counts, oldest first; the last column is the present span and is drawn strongest."""

    def __init__(self, *, limit: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limit = limit
        self._counts: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_counts(self, counts: Sequence[int]) -> None:
        if tuple(counts) != self._counts:
            self._counts = tuple(counts)
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(144, 22)

    @override
    def paintEvent(self, event: object) -> None:
        if not self._counts:
            return
        painter = QPainter(self)
        colours = theme.current()
        top = max(*self._counts, self._limit) if len(self._counts) > 1 else self._limit
        high, base = self.height() - 4, self.height() - 1
        step = self.width() / len(self._counts)
        for at, count in enumerate(self._counts):
            tall = high * count / top
            token = "text" if at == len(self._counts) - 1 else "calm"
            box = QRectF(at * step, base - tall, max(1.0, step - 2), tall)
            painter.fillRect(box, colours.colour(token))
        painter.setPen(QPen(colours.colour("faint"), 1, Qt.PenStyle.DashLine))
        line = base - high * self._limit / top
        painter.drawLine(QLineF(0, line, self.width(), line))
        painter.setPen(QPen(colours.colour("line"), 1))
        painter.drawLine(QLineF(0, base, self.width(), base))
