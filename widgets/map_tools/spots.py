"""Tools that need one point, and the line that a buffer is made about."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter
from typing_extensions import override

from app.model import Point
from maps import captions
from maps.captions import Caption
from maps.measures import length_m
from maps.picking import Hit
from maps.style import MapStyle
from maps.viewport import Viewport
from widgets.map_tools.measure import length_words
from widgets.map_tools.points import Points
from widgets.map_tools.tool import Canvas, Tool
from widgets.words import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that was pointed at: degrees, the pixel, what was drawn there, the unit's code."""

    point: Point
    at: QPointF
    hits: tuple[Hit, ...]
    place: str


def spot_at(canvas: Canvas, at: QPointF) -> Spot:
    """What lies under a pixel."""
    return Spot(canvas.point_at(at), QPointF(at), tuple(canvas.hits(at)), canvas.place_at(at) or "")


class PointAt(Tool):
    """One click, one Spot; it stays in hand."""

    def __init__(
        self,
        canvas: Canvas,
        name: str,
        said: str,
        *,
        cursor: Qt.CursorShape = Qt.CursorShape.CrossCursor,
    ) -> None:
        super().__init__(canvas)
        self.name, self.said, self.cursor = name, said, cursor

    @override
    def clicked(self, at: QPointF) -> None:
        self.canvas.done(self.name, spot_at(self.canvas, at))

    @override
    def double_clicked(self, at: QPointF) -> None:
        """The first of its clicks has said all."""


class BufferLine(Points):
    """A point or a line that a distance is then asked for."""

    name = "buffer"
    least = 1
    said = QT_TRANSLATE_NOOP(
        "map_tools", "缓冲：单击一点或一线 · Backspace 退一点 · 双击或 回车 定距离 · Esc 清除"
    )

    @override
    def finished(self) -> None:
        points = tuple(dict.fromkeys(self.points))
        self.clear()
        self.canvas.done(self.name, points)

    @override
    def paint(self, painter: QPainter, view: Viewport, style: MapStyle) -> None:
        if not self.points:
            return
        corners = self.draw(painter, view, style, closed=False)
        if len(corners) > 1:
            said = length_words(length_m(self.seen()))
            end = Caption(said, corners[-1].x(), corners[-1].y(), must=True)
            captions.draw(painter, [end], view, style, self.canvas.taken)
