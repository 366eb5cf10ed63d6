"""The base of tools that draw an area from one point to another: by a drag, or by two clicks."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen
from typing_extensions import override

from app.model import Point, Ring
from maps import captions
from maps.captions import Caption
from maps.flat import on_screen
from maps.paths import polygon
from maps.sketch import Outline
from maps.style import MapStyle
from maps.symbols import colour
from maps.viewport import Viewport
from widgets.map_tools.points import to_pixels
from widgets.map_tools.tool import Canvas, Tool

_LEAST_PX = 3.0


class TwoPoints(Tool):
    """A drag from one point to another, or two clicks."""

    cursor = Qt.CursorShape.CrossCursor
    drags = True

    def __init__(self, canvas: Canvas, name: str, said: str) -> None:
        super().__init__(canvas)
        self.name, self.said = name, said
        self._from: Point | None = None
        self._to: Point | None = None

    @property
    @override
    def begun(self) -> bool:
        return self._from is not None

    @override
    def drag(self, start: QPointF, end: QPointF, *, done: bool) -> None:
        self._from, self._to = self.canvas.point_at(start), self.canvas.point_at(end)
        if done:
            self._end()
        self.canvas.update()

    @override
    def clicked(self, at: QPointF) -> None:
        if self._from is None:
            self._from = self.canvas.point_at(at)
        else:
            self._to = self.canvas.point_at(at)
            self._end()
        self.canvas.update()

    @override
    def double_clicked(self, at: QPointF) -> None:
        """The first of its clicks has said all."""

    @override
    def moved(self, at: QPointF) -> None:
        if self._from is not None:
            self._to = self.canvas.point_at(at)
            self.canvas.update()

    @override
    def clear(self) -> None:
        self._from = self._to = None
        self.canvas.update()

    def outline(self, start: Point, end: Point) -> Outline:
        """The area between the two."""
        raise NotImplementedError

    def measured(self, start: Point, end: Point) -> str:
        """What is told of it meanwhile."""
        raise NotImplementedError

    def _end(self) -> None:
        start, end = self._from, self._to
        self._from = self._to = None
        if start is None or end is None:
            return
        (a, b) = to_pixels((start, end), self.canvas.viewport)
        if (b - a).manhattanLength() >= _LEAST_PX:
            self.canvas.done(self.name, self.outline(start, end))

    @override
    def paint(self, painter: QPainter, view: Viewport, style: MapStyle) -> None:
        start, end = self._from, self._to
        if start is None or end is None or start == end:
            return
        draw_area(painter, self.outline(start, end).rings, view, style)
        (_, corner) = to_pixels((start, end), view)
        said = Caption(self.measured(start, end), corner.x(), corner.y(), must=True)
        captions.draw(painter, [said], view, style, self.canvas.taken)


def draw_area(painter: QPainter, rings: tuple[Ring, ...], view: Viewport, style: MapStyle) -> None:
    """The area under the pointer."""
    shape = polygon(on_screen(rings, view))
    painter.setBrush(colour(style.selection.colour, 30))
    painter.setPen(QPen(colour(style.halo), 4.0))
    painter.drawPath(shape)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour(style.selection.colour), 1.6))
    painter.drawPath(shape)
