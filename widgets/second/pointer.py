"""Where the pointer is on one map, marked on the other: the same place on the ground."""

from functools import partial

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from maps.projection import project_point
from maps.symbols import colour
from widgets.map_view import MapView

SIZE_PX = 25
_HOLE_PX = 3.5


class PointerMark(QWidget):
    """An open cross over a map, which lets every click through. Small, so that little is drawn."""

    def __init__(self, the_map: MapView) -> None:
        super().__init__(the_map)
        self._map = the_map
        self._ground: tuple[float, float] | None = None
        self.setFixedSize(SIZE_PX, SIZE_PX)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        the_map.extent_changed.connect(self._place)

    def show_at(self, lon: float, lat: float) -> None:
        """Mark a place in degrees CGCS2000; hidden where the map does not show it."""
        self._ground = project_point(lon, lat)
        self._place()

    def clear(self) -> None:
        self._ground = None
        self.hide()

    def _place(self) -> None:
        if self._ground is None:
            return
        x, y = (float(at) for at in self._map.viewport.to_screen(*self._ground))
        inside = 0 <= x < self._map.width() and 0 <= y < self._map.height()
        if inside:
            self.move(round(x - SIZE_PX / 2), round(y - SIZE_PX / 2))
        self.setVisible(inside)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style, half = self._map.map_style, SIZE_PX / 2
        for ink, width in ((style.halo, 4.0), (style.selection.colour, 1.6)):
            painter.setPen(QPen(colour(ink), width))
            for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                way = QPointF(dx, dy)
                middle = QPointF(half, half)
                painter.drawLine(middle + way * _HOLE_PX, middle + way * (half - 2))
            painter.drawEllipse(QRectF(half - 1, half - 1, 2, 2))
        painter.end()


class Pointers(QObject):
    """Two maps, each of which shows where the pointer is on the other."""

    def __init__(self, first: MapView, second: MapView, parent: QObject) -> None:
        super().__init__(parent)
        self._marks = {first: PointerMark(first), second: PointerMark(second)}
        self._joined = []
        for here, there in ((first, second), (second, first)):
            self._joined.append(here.pointer_moved.connect(partial(self._moved, here, there)))
            here.installEventFilter(self)

    def mark_on(self, the_map: MapView) -> PointerMark:
        """The mark that lies over a map."""
        return self._marks[the_map]

    def close(self) -> None:
        """Take both marks away."""
        for joined in self._joined:
            QObject.disconnect(joined)
        for the_map, mark in self._marks.items():
            the_map.removeEventFilter(self)
            mark.hide()
            mark.deleteLater()

    def _moved(self, here: MapView, there: MapView, lon: float, lat: float) -> None:
        self._marks[here].clear()
        self._marks[there].show_at(lon, lat)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            for the_map, mark in self._marks.items():
                if the_map is not watched and shiboken6.isValid(mark):
                    mark.clear()
        return False
