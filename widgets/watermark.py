"""演示 across every screen of a demonstration desk, faint enough to read through."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from widgets import theme

_STEP_X, _STEP_Y, _SIZE_PX = 480, 300, 44


class Watermark(QWidget):
    """Lies over its parent, follows its size and lets every click through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._times = 1.0
        self._look: theme.Theme | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        parent.installEventFilter(self)
        self._follow(parent)

    def dress(self, look: theme.Theme, times: float) -> None:
        """For a window with a palette of its own, and larger where it is read from afar."""
        self._look, self._times = look, times
        self.update()

    def _follow(self, parent: QWidget) -> None:
        self.setGeometry(parent.rect())
        self.raise_()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self._follow(watched)
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setPixelSize(round(_SIZE_PX * self._times))
        painter.setFont(font)
        painter.setPen((self._look or theme.current()).colour("watermark"))
        text, across, down = self.tr("演示"), _STEP_X * self._times, _STEP_Y * self._times
        for row in range(-1, int(self.height() // down) + 2):
            for column in range(-1, int(self.width() // across) + 2):
                x = column * across + (row % 2) * across / 2
                painter.save()
                painter.translate(QPointF(x, row * down + 160 * self._times))
                painter.rotate(-24)
                painter.drawText(QPointF(0, 0), text)
                painter.restore()
        painter.end()
