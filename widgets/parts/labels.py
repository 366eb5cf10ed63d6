"""Labels that know what they show: plain text from outside, ages that run, empty places."""

from datetime import datetime

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from widgets import formats


def plain_label(text: str = "", *, role: str = "", parent: QWidget | None = None) -> QLabel:
    """A label that shows markup as it is written; `role` is one of the style sheet's."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        label.setProperty("role", role)
    return label


class ElidedLabel(QLabel):
    """One line that gives way: names lose their end, codes their middle; whole in the tip."""

    def __init__(
        self,
        text: str = "",
        *,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        role: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if role:
            self.setProperty("role", role)
        self.setText(text)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), self._mode, box.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(box, int(self.alignment()), text)


class ElidedLines(QLabel):
    """Several lines, each of which gives way in its middle: who and when, and to whom, remain."""

    def __init__(self, *, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if role:
            self.setProperty("role", role)

    def shown(self) -> list[str]:
        """The lines as they are drawn at this width."""
        metrics, width = self.fontMetrics(), self.contentsRect().width()
        middle = Qt.TextElideMode.ElideMiddle
        return [metrics.elidedText(line, middle, width) for line in self.text().split("\n")]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        box, step = self.contentsRect(), self.fontMetrics().lineSpacing()
        for at, line in enumerate(self.shown()):
            row = QRect(box.x(), box.y() + at * step, box.width(), step)
            painter.drawText(row, int(Qt.AlignmentFlag.AlignVCenter), line)


class AgeLabel(QLabel):
    """A time as an age and a clock time: 3 分钟前 · 08:09:12; told the time, it never asks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at: datetime | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)

    def set_time(self, at: datetime | None, now: datetime) -> None:
        self._at = at
        self.tick(now)

    def tick(self, now: datetime) -> None:
        self.setText(formats.both(self._at, now))


class EmptyLabel(QLabel):
    """Lies over an empty view and says what will appear there and which key makes it."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setProperty("role", "empty")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
