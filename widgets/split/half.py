"""One half of a split map: a whole map of the same view, of which only its part is seen."""

from datetime import datetime

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.clock import frozen
from maps.style import MapStyle
from maps.symbols import colour
from widgets import theme
from widgets.map_view import MapView

_DASH = (6.0, 4.0)
_FRAME_PX = 3.0


class Half(QWidget):
    """Lies over a map and clips another one of the same size; `map` shows another time than now."""

    def __init__(self, over: MapView) -> None:
        super().__init__(over)
        self._over = over
        self.map = MapView(self)
        self.frame = _Frame(self)
        self.setFocusProxy(self.map)

    def begin(self, moment: datetime) -> None:
        """Ages are told against that moment, and nothing blinks."""
        self.map.set_clock(frozen(moment))
        self.setAccessibleName(self.tr("时刻图，不是现在"))

    def place(self, part: QRect) -> None:
        """Show this part of the map below, at the very same pixels."""
        self.setGeometry(part)
        self.map.setGeometry(-part.x(), -part.y(), self._over.width(), self._over.height())
        self.frame.setGeometry(self.rect())
        self.frame.raise_()


class _Frame(QWidget):
    """Dashes all about what is not the present."""

    def __init__(self, half: Half) -> None:
        super().__init__(half)
        self._half = half
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        style = self._half.map.map_style
        for ink, dashed in ((style.halo, False), (style.selection.colour, True)):
            pen = QPen(colour(ink), _FRAME_PX)
            if dashed:
                pen.setDashPattern(_DASH)
            painter.setPen(pen)
            painter.drawRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5))
        painter.end()


class Tag(QWidget):
    """Which time a half shows, and its figures: over the map, beside the line."""

    def __init__(self, over: MapView, *, past: bool) -> None:
        super().__init__(over)
        self._over, self.past = over, past
        self._lines: tuple[str, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def lines(self) -> tuple[str, ...]:
        return self._lines

    def say(self, *lines: str) -> None:
        """The time first, then the figures."""
        self._lines = lines
        self.setAccessibleName(" ".join(lines))
        metrics = self.fontMetrics()
        width = max((metrics.horizontalAdvance(line) for line in lines), default=0)
        self.resize(width + 24, len(lines) * (metrics.height() + 2) + 12)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        style: MapStyle = self._over.map_style
        painter.fillRect(self.rect(), QColor(*style.panel))
        pen = QPen(colour(style.selection.colour if self.past else style.panel_line), 1.0)
        if self.past:
            pen.setDashPattern(_DASH)
        painter.setPen(pen)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        step = self.fontMetrics().height() + 2
        for row, line in enumerate(self._lines):
            painter.setPen(colour(style.ink))
            font = self.font()
            font.setPixelSize(theme.base_px())
            painter.setFont(font)
            box = QRect(12, 6 + row * step, self.width() - 24, step)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), line)
        painter.end()
