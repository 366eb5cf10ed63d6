"""Pick what lies under the pointer, and zoom to a box drawn with the pointer."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from typing_extensions import override

from maps.style import MapStyle
from maps.symbols import colour
from maps.viewport import Viewport
from widgets.map_tools.tool import Canvas, Tool

_LEAST_PX = 6


class Select(Tool):
    """The foremost thing under the pointer: case, alert, terminal, plant, else the place."""

    name = "select"

    @override
    def clicked(self, at: QPointF) -> None:
        hits = self.canvas.hits(at)
        if hits or not self.canvas.pick_events(at):
            self.canvas.pick(hits[0] if hits else None, self.canvas.place_at(at))


class ZoomBox(Tool):
    """A box to zoom to."""

    name = "zoom_box"
    cursor = Qt.CursorShape.CrossCursor
    drags = True

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._box: QRectF | None = None

    @override
    def drag(self, start: QPointF, end: QPointF, *, done: bool) -> None:
        self._box = QRectF(start, end).normalized()
        if done:
            box, self._box = self._box, None
            if min(box.width(), box.height()) >= _LEAST_PX:
                self.canvas.zoom_to(_fitted(self.canvas.viewport, box))
        self.canvas.update()

    @override
    def clear(self) -> None:
        self._box = None

    @override
    def paint(self, painter: QPainter, view: Viewport, style: MapStyle) -> None:
        if self._box is not None:
            painter.setBrush(colour(style.selection.colour, 30))
            painter.setPen(QPen(colour(style.selection.colour), 1.4))
            painter.drawRect(self._box)


def _fitted(view: Viewport, box: QRectF) -> Viewport:
    west, north = view.to_map(box.left(), box.top())
    east, south = view.to_map(box.right(), box.bottom())
    return view.fit((west, south, east, north), margin_px=0)
