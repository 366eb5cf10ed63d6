"""The line between the halves: dragged by hand, moved by Left and Right while it has the focus."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from maps.symbols import colour
from widgets.map_view import MapView

WIDTH_PX = 13
_STEP = 0.02
_KEYS = {Qt.Key.Key_Left: -_STEP, Qt.Key.Key_Right: _STEP}
LEAST, MOST = 0.05, 0.95


class SplitLine(QWidget):
    """`moved` carries the share of the map's width that lies left of it; `rested` once let go."""

    moved = Signal(float)
    rested = Signal()

    def __init__(self, over: MapView, share: float) -> None:
        super().__init__(over)
        self._over, self.share = over, share
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("对比线：左右键移动"))

    @property
    def at(self) -> int:
        """Pixels from the left edge of the map."""
        return round(self._over.width() * self.share)

    def place(self) -> None:
        self.setGeometry(self.at - WIDTH_PX // 2, 0, WIDTH_PX, self._over.height())
        self.raise_()

    def move_to(self, share: float) -> None:
        """Elsewhere, but never off the map."""
        self.share = min(max(share, LEAST), MOST)
        self.moved.emit(self.share)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.move_to(self.mapTo(self._over, event.position()).x() / max(self._over.width(), 1))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.rested.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _KEYS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.move_to(self.share + step)
            self.rested.emit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style, middle = self._over.map_style, WIDTH_PX / 2
        for ink, width in ((style.halo, 5.0), (style.selection.colour, 2.0)):
            painter.setPen(QPen(colour(ink), width))
            painter.drawLine(QPointF(middle, 0), QPointF(middle, self.height()))
        painter.setBrush(colour(style.halo))
        painter.setPen(QPen(colour(style.selection.colour), 3.0 if self.hasFocus() else 1.6))
        grip = QRectF(middle - 4.5, self.height() / 2 - 18, 9, 36)
        painter.drawRoundedRect(grip, 4, 4)
        painter.end()
