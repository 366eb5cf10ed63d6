"""The base of tools that set point after point, by clicks or by the key of the crosshair."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from typing_extensions import override

from app.model import Point
from maps.projection import project
from maps.snapping import snap
from maps.style import MapStyle
from maps.symbols import colour
from maps.viewport import Viewport
from widgets.map_tools.tool import Canvas, Keys, Tool


def to_pixels(points: Iterable[Point], view: Viewport) -> list[QPointF]:
    """Degrees to pixels."""
    lon, lat = zip(*points, strict=True)
    x, y = view.to_screen(*project(lon, lat))
    return [QPointF(a, b) for a, b in zip(x.tolist(), y.tolist(), strict=True)]


class Points(Tool):
    """A click sets a point; a double click or Enter ends, Backspace takes the last one back."""

    cursor = Qt.CursorShape.CrossCursor
    snaps = False
    least = 2  # points without which nothing is ended

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self.points: list[Point] = []
        self.next: Point | None = None
        self.ended = False

    @property
    @override
    def begun(self) -> bool:
        return bool(self.points)

    @override
    def keys(self) -> Keys:
        if not self.points or self.ended:
            return {}
        return {"Backspace": self.back, "Return": self.finish}

    @override
    def clicked(self, at: QPointF) -> None:
        if self.ended:
            self.clear()
        self.points.append(self.spot(at))
        self.next = None
        self.canvas.update()

    @override
    def double_clicked(self, at: QPointF) -> None:
        self.finish()

    @override
    def moved(self, at: QPointF) -> None:
        if self.points and not self.ended:
            self.next = self.spot(at)
            self.canvas.update()

    @override
    def clear(self) -> None:
        self.points, self.next, self.ended = [], None, False
        self.canvas.update()

    def back(self) -> None:
        """The last point was not meant."""
        if self.points and not self.ended:
            self.points.pop()
            if not self.points:
                self.next = None
            self.canvas.update()

    def finish(self) -> None:
        """No more points; nothing happens while there are too few."""
        if len(self.points) >= self.least and not self.ended:
            self.ended, self.next = True, None
            self.finished()
            self.canvas.update()

    def finished(self) -> None:
        """What comes of the points."""

    def spot(self, at: QPointF) -> Point:
        """Degrees under a pixel, of a vertex or an edge near by where the tool snaps."""
        if self.snaps and not self.canvas.free_hand:
            found = snap(at.x(), at.y(), self.canvas.lines_near(at))
            at = QPointF(found.x, found.y) if found else at
        return self.canvas.point_at(at)

    def seen(self) -> list[Point]:
        """The points and where the next would be."""
        return [*self.points, *([self.next] if self.next else [])]

    def draw(
        self, painter: QPainter, view: Viewport, style: MapStyle, *, closed: bool
    ) -> list[QPointF]:
        """The line or the area through the points, and its vertices; gives them in pixels."""
        corners = to_pixels(self.seen(), view)
        painter.setBrush(colour(style.selection.colour, 36 if closed else 0))
        for rgb, width in ((style.halo, 4.0), (style.selection.colour, 1.8)):
            painter.setPen(QPen(colour(rgb), width))
            (painter.drawPolygon if closed else painter.drawPolyline)(QPolygonF(corners))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setBrush(colour(style.halo))
        painter.setPen(QPen(colour(style.selection.colour), 1.8))
        for point in corners:
            painter.drawEllipse(point, 3.0, 3.0)
        return corners
