"""Areas drawn with the pointer: box, circle, free hand, corner by corner. What for is not theirs.

Each gives its Outline to the canvas under its own name; shapes stay on the ground while the map
is moved, so that corners can be set by the keys of the crosshair as well.
"""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter
from typing_extensions import override

from app.casework.outlines import refuse_rings
from app.model import Point, Ring
from maps import captions
from maps.captions import Caption
from maps.measures import area_m2, distance_m
from maps.projection import unproject
from maps.sketch import Outline
from maps.style import MapStyle
from maps.viewport import Viewport
from widgets import words
from widgets.map_tools.measure import area_words, length_words
from widgets.map_tools.points import Points, to_pixels
from widgets.map_tools.tool import Canvas
from widgets.map_tools.two_points import TwoPoints

_SIDES = 24  # pieces of each side of a box: it is straight on the screen, not in degrees
_LEAST_PX = 3.0


class Box(TwoPoints):
    """Upright on the screen, turned with the map."""

    @override
    def outline(self, start: Point, end: Point) -> Outline:
        return Outline(rings=(self._ring(start, end),))

    @override
    def measured(self, start: Point, end: Point) -> str:
        return area_words(area_m2(self._ring(start, end)))

    def _ring(self, start: Point, end: Point) -> Ring:
        view = self.canvas.viewport
        (a, b) = to_pixels((start, end), view)
        corners = [(a.x(), a.y()), (b.x(), a.y()), (b.x(), b.y()), (a.x(), b.y())]
        at = [
            view.to_map(x0 + (x1 - x0) * k / _SIDES, y0 + (y1 - y0) * k / _SIDES)
            for (x0, y0), (x1, y1) in zip(corners, (*corners[1:], corners[0]), strict=True)
            for k in range(_SIDES)
        ]
        lon, lat = unproject([x for x, _ in at], [y for _, y in at])
        return tuple(zip(lon.tolist(), lat.tolist(), strict=True))


class Circle(TwoPoints):
    """From its middle to its rim; geodesic."""

    @override
    def outline(self, start: Point, end: Point) -> Outline:
        return Outline.round(start, distance_m(start, end))

    @override
    def measured(self, start: Point, end: Point) -> str:
        return f"r {length_words(distance_m(start, end))}"


class Polygon(Points):
    """Corner by corner, with snapping; what crosses itself is not ended."""

    least = 3
    snaps = True

    def __init__(self, canvas: Canvas, name: str, said: str) -> None:
        super().__init__(canvas)
        self.name, self.said = name, said

    @override
    def finish(self) -> None:
        refused = refuse_rings((tuple(self.points),))
        if refused is None:
            super().finish()
        else:
            self.canvas.say(words.refusal(refused))

    @override
    def finished(self) -> None:
        outline = Outline(rings=(tuple(self.points),))
        self.clear()
        self.canvas.done(self.name, outline)

    @override
    def paint(self, painter: QPainter, view: Viewport, style: MapStyle) -> None:
        if not self.points:
            return
        corners = self.draw(painter, view, style, closed=True)
        ring = tuple(self.seen())
        refused = refuse_rings((ring,)) if len(ring) > 2 else None
        said = words.refusal(refused) if refused else area_words(area_m2(ring))
        end = Caption(said, corners[-1].x(), corners[-1].y(), must=True)
        captions.draw(painter, [end], view, style, self.canvas.taken)


class Lasso(Polygon):
    """Free hand along a drag, or corner by corner like the other."""

    drags = True
    snaps = False

    @override
    def drag(self, start: QPointF, end: QPointF, *, done: bool) -> None:
        if not self.points:
            self.points = [self.canvas.point_at(start)]
        (last,) = to_pixels(self.points[-1:], self.canvas.viewport)
        if (end - last).manhattanLength() >= _LEAST_PX:
            self.points.append(self.canvas.point_at(end))
        if done:
            self._close()
        self.canvas.update()

    def _close(self) -> None:
        """Loops of a quick hand count as inside; a stroke without an area is forgotten."""
        import shapely  # here, for a start needs no geometry

        from maps.rings import rings_of

        ring, self.points, self.next = self.points, [], None
        if len(set(ring)) < 3:
            return
        area = shapely.make_valid(shapely.Polygon(ring))
        parts = [part for part in shapely.get_parts(area) if part.geom_type == "Polygon"]
        whole = shapely.union_all([shapely.Polygon(part.exterior) for part in parts])
        if not whole.is_empty:
            self.canvas.done(self.name, Outline(rings=rings_of(whole)))
