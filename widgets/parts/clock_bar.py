"""The clock of a limit: segments that empty, and words; red only when the limit is broken."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from widgets import theme
from widgets.parts.share import SEGMENTS, Clock

BAR_PX = 3


def draw_clock(painter: QPainter, box: QRectF, clock: Clock) -> None:
    """Four segments: those left filled, the others hollow; overdue: all hatched in red."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(Qt.PenStyle.NoPen)
    colours = theme.current()
    gap = 2.0
    width = (box.width() - gap * (SEGMENTS - 1)) / SEGMENTS
    for at in range(SEGMENTS):
        part = QRectF(box.x() + at * (width + gap), box.y(), width, box.height())
        if clock.overdue:
            painter.fillRect(part, colours.colour("grade1"))
            painter.fillRect(part, QBrush(colours.colour("chip_line"), Qt.BrushStyle.BDiagPattern))
        else:
            filled = at < clock.segments
            painter.fillRect(part, colours.colour("dim" if filled else "line"))
    painter.restore()


def draw_bar(painter: QPainter, box: QRectF, share: float) -> None:
    """A plain bar of a quantity: how much of the largest."""
    colours = theme.current()
    painter.fillRect(box, colours.colour("line"))
    painter.fillRect(
        QRectF(box.x(), box.y(), box.width() * min(1.0, max(0.0, share)), box.height()),
        colours.colour("dim"),
    )


class ClockBar(QWidget):
    """Words above, segments below; nothing at all where there is no limit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock: Clock | None = None
        self._none = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_clock(self, clock: Clock | None, *, none: str = "") -> None:
        """Show a clock; `none` is what stands there without one."""
        if (clock, none) != (self._clock, self._none):
            self._clock, self._none = clock, none
            self.setAccessibleName(self.text())
            self.updateGeometry()
            self.update()

    def text(self) -> str:
        return self._none if self._clock is None else self._clock.text

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(max(96, metrics.horizontalAdvance(self.text()) + 8), metrics.height() + 8)

    @override
    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        colours = theme.current()
        overdue = self._clock is not None and self._clock.overdue
        font = self.font()
        font.setBold(overdue)
        painter.setFont(font)
        painter.setPen(colours.colour("text" if self._clock else "dim"))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.drawText(self.rect(), flags, self.text())
        if self._clock is not None:
            box = QRectF(0, self.height() - 5, self.width() - 1, 4)
            draw_clock(painter, box, self._clock)
