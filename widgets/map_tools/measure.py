"""Distance and area on the ellipsoid: geodesic on GRS80, which CGCS2000 shares to 0.1 mm."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from typing_extensions import override

from app.fixes.geodesy import GRS80
from maps.furniture import panel, text_width
from maps.lettering import font_of
from maps.projection import unproject
from maps.style import MapStyle
from maps.symbols import colour
from maps.viewport import Viewport
from widgets.map_tools.tool import Canvas, Tool

Points = list[tuple[float, float]]


def length_m(points: Points) -> float:
    """Along map points (metres of the map), geodesic, in metres."""
    if len(points) < 2:
        return 0.0
    lon, lat = unproject([x for x, _ in points], [y for _, y in points])
    return float(GRS80.line_length(lon, lat))


def area_m2(points: Points) -> float:
    """Inside the ring of map points, geodesic, in square metres; 0 for fewer than three."""
    if len(points) < 3:
        return 0.0
    lon, lat = unproject([x for x, _ in points], [y for _, y in points])
    area, _ = GRS80.polygon_area_perimeter(lon, lat)
    return abs(float(area))


def length_words(metres: float) -> str:
    return f"{metres / 1000:.2f} km" if metres >= 1000 else f"{metres:.1f} m"


def area_words(square_metres: float) -> str:
    if square_metres >= 1e6:
        return f"{square_metres / 1e6:.2f} km²"
    return f"{square_metres:.0f} m²"


class Measure(Tool):
    """Click by click; a double click ends it, the next click begins anew."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, canvas: Canvas, *, area: bool) -> None:
        super().__init__(canvas)
        self.name = "measure_area" if area else "measure_line"
        self._area = area
        self._points: Points = []
        self._next: tuple[float, float] | None = None
        self._ended = False

    @override
    def clicked(self, at: QPointF) -> None:
        if self._ended:
            self.clear()
        self._points.append(self.canvas.viewport.to_map(at.x(), at.y()))
        self.canvas.update()

    @override
    def double_clicked(self, at: QPointF) -> None:
        self._ended, self._next = True, None
        self.canvas.update()

    @override
    def moved(self, at: QPointF) -> None:
        if self._points and not self._ended:
            self._next = self.canvas.viewport.to_map(at.x(), at.y())
            self.canvas.update()

    @override
    def clear(self) -> None:
        self._points, self._next, self._ended = [], None, False
        self.canvas.update()

    def result(self) -> str:
        """What has been measured so far, in words."""
        points = self._points + ([self._next] if self._next else [])
        length = QCoreApplication.translate("map", "长") + " " + length_words(length_m(points))
        if not self._area:
            return length
        around = length_m([*points, *points[:1]])
        words = QCoreApplication.translate("map", "面积"), QCoreApplication.translate("map", "周长")
        return f"{words[0]} {area_words(area_m2(points))} · {words[1]} {length_words(around)}"

    @override
    def paint(self, painter: QPainter, view: Viewport, style: MapStyle) -> None:
        points = self._points + ([self._next] if self._next else [])
        if not points:
            return
        x, y = view.to_screen([x for x, _ in points], [y for _, y in points])
        corners = [QPointF(a, b) for a, b in zip(x.tolist(), y.tolist(), strict=True)]
        line = QPolygonF(corners)
        painter.setBrush(colour(style.selection.colour, 36 if self._area else 0))
        for rgb, width in ((style.halo, 4.0), (style.selection.colour, 1.8)):
            painter.setPen(QPen(colour(rgb), width))
            (painter.drawPolygon if self._area else painter.drawPolyline)(line)
        painter.setBrush(colour(style.halo))
        for point in corners:
            painter.drawEllipse(point, 3.0, 3.0)
        self._words(painter, style, corners[-1])

    def _words(self, painter: QPainter, style: MapStyle, at: QPointF) -> None:
        text = self.result()
        painter.setFont(font_of(12))
        box = QRectF(round(at.x()) + 12, round(at.y()) - 11, text_width(text) + 16, 22)
        panel(painter, box, style)
        painter.setPen(colour(style.ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
