"""Distance, area and bearing on the ellipsoid: geodesic on GRS80, by segment and in all."""

from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QPainter
from typing_extensions import override

from app.casework.outlines import refuse_rings
from app.casework.why import Why
from maps import captions
from maps.captions import Caption
from maps.measures import area_m2, bearing_deg, length_m, segments_m
from maps.style import MapStyle
from maps.viewport import Viewport
from widgets.map_tools.points import Points
from widgets.words import QT_TRANSLATE_NOOP


def length_words(metres: float) -> str:
    return f"{metres / 1000:.2f} km" if metres >= 1000 else f"{metres:.1f} m"


def area_words(square_metres: float) -> str:
    if square_metres >= 1e6:
        return f"{square_metres / 1e6:.2f} km²"
    return f"{square_metres:.0f} m²"


def bearing_words(degrees: float) -> str:
    """073.4°: three figures before the point, as a bearing is read out."""
    return f"{round(degrees, 1) % 360:05.1f}°"


class MeasureLine(Points):
    """Length of each segment and of all."""

    name = "measure_line"
    said = QT_TRANSLATE_NOOP(
        "map_tools", "量距：单击落点 · Backspace 退一点 · 双击或 回车 结束 · Esc 清除"
    )

    def result(self) -> str:
        """What has been measured so far, in words."""
        parts = segments_m(self.seen())
        total = QCoreApplication.translate("map", "长") + " " + length_words(sum(parts))
        if len(parts) < 2:
            return total
        count = QCoreApplication.translate("map", "%1 段").replace("%1", str(len(parts)))
        return f"{total} · {count}"

    @override
    def paint(self, painter: QPainter, view: Viewport, style: MapStyle) -> None:
        if not self.points:
            return
        corners = self.draw(painter, view, style, closed=False)
        end = corners[-1]
        words = [Caption(self.result(), end.x(), end.y(), must=True)]
        lengths = segments_m(self.seen())
        if len(lengths) > 1:
            middles = [(a + b) / 2 for a, b in pairwise(corners)]
            words += _segments(middles, lengths)
        captions.draw(painter, words, view, style, self.canvas.taken)


def _segments(middles: list[QPointF], lengths: list[float]) -> list[Caption]:
    return [
        Caption(length_words(metres), middle.x(), middle.y())
        for middle, metres in zip(middles, lengths, strict=True)
    ]


class MeasureArea(Points):
    """Area and perimeter; a ring that crosses itself has none, and says so."""

    name = "measure_area"
    least = 3
    said = QT_TRANSLATE_NOOP(
        "map_tools", "量面：单击落点 · Backspace 退一点 · 双击或 回车 结束 · Esc 清除"
    )

    def result(self) -> str:
        """What has been measured so far, in words."""
        ring = tuple(self.seen())
        around = length_words(length_m((*ring, *ring[:1])))
        perimeter = QCoreApplication.translate("map", "周长") + " " + around
        refused = refuse_rings((ring,)) if len(ring) >= 3 else None
        if refused is not None and refused.code == Why.FENCE_CROSSES:
            crossed = QCoreApplication.translate("map", "边自相交，没有面积")
            return f"{crossed} · {perimeter}"
        area = QCoreApplication.translate("map", "面积") + " " + area_words(area_m2(ring))
        return f"{area} · {perimeter}"

    @override
    def paint(self, painter: QPainter, view: Viewport, style: MapStyle) -> None:
        if not self.points:
            return
        corners = self.draw(painter, view, style, closed=True)
        end = corners[-1]
        words = [Caption(self.result(), end.x(), end.y(), must=True)]
        if len(corners) > 2:
            ring = self.seen()
            middles = [(a + b) / 2 for a, b in pairwise((*corners, corners[0]))]
            words += _segments(middles, segments_m((*ring, ring[0])))
        captions.draw(painter, words, view, style, self.canvas.taken)


class MeasureBearing(Points):
    """From one point to another: which way, which way back, and how far."""

    name = "measure_bearing"
    said = QT_TRANSLATE_NOOP("map_tools", "量方位：单击起点，再单击终点 · 真北起顺时针 · Esc 清除")

    @override
    def clicked(self, at: QPointF) -> None:
        super().clicked(at)
        if len(self.points) == self.least:
            self.finish()

    def result(self) -> str:
        """Bearings from true north at either end, and the distance."""
        points = self.seen()
        if len(points) < 2:
            return ""
        start, end = points[0], points[-1]
        text = QCoreApplication.translate("map", "方位 %1 · 反方位 %2 · %3")
        text = text.replace("%1", bearing_words(bearing_deg(start, end)))
        text = text.replace("%2", bearing_words(bearing_deg(end, start)))
        return text.replace("%3", length_words(length_m(points)))

    @override
    def paint(self, painter: QPainter, view: Viewport, style: MapStyle) -> None:
        if not self.points:
            return
        corners = self.draw(painter, view, style, closed=False)
        if said := self.result():
            end = Caption(said, corners[-1].x(), corners[-1].y(), must=True)
            captions.draw(painter, [end], view, style, self.canvas.taken)
