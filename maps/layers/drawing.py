"""What an officer drew to ask about: the selection with what is in it, rings of reach, the pin."""

import math
from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from maps import captions
from maps.captions import Caption
from maps.drawing import Rings, Selection
from maps.flat import on_screen
from maps.labels import Box
from maps.layers.fences import cut
from maps.layers.layer import Live
from maps.measures import ahead, circle
from maps.paths import polygon
from maps.projection import project_point
from maps.scene import Marks
from maps.symbols import colour
from maps.viewport import Viewport

_RINGED = 1_000  # of more, each is a dot
_RADIUS_PX = 13.0
_BEARINGS = (0.0, 30.0, -30.0, 60.0, -60.0, 90.0, -90.0, 135.0, -135.0, 180.0)
_DASHES = ((), (8.0, 4.0), (3.0, 3.0), (1.0, 3.0))


def draw(painter: QPainter, live: Live) -> None:
    """Over the symbols, under the tool in hand."""
    drawing = live.data.drawing
    if drawing.rings is not None:
        _rings(painter, live, drawing.rings)
    if drawing.selection is not None:
        _selection(painter, live, drawing.selection)
    if drawing.pin is not None:
        _pin(painter, live, drawing.pin)


def _selection(painter: QPainter, live: Live, selection: Selection) -> None:
    style = live.style
    shape = polygon(cut(on_screen(selection.rings, live.viewport), live.viewport))
    painter.setBrush(colour(style.selection.colour, 26))
    painter.setPen(QPen(colour(style.halo, 200), 4.0))
    painter.drawPath(shape)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour(style.selection.colour), 1.8))
    painter.drawPath(shape)
    data = live.data
    chosen = (
        (data.case_marks, selection.cases),
        (data.alert_marks, selection.alerts),
        (data.terminal_marks, selection.terminals),
        (data.plant_marks, selection.plants),
    )
    _about(painter, live, [point for marks, ids in chosen for point in _places(live, marks, ids)])


def _places(live: Live, marks: Marks, ids: Iterable[str]) -> list[QPointF]:
    """Where those of the ids stand that are in view."""
    wanted = frozenset(ids)
    at = [k for k, name in enumerate(marks.ids) if name in wanted]
    view = live.viewport
    x, y = view.to_screen(marks.x[at], marks.y[at])
    seen = (x > -20) & (x < view.width + 20) & (y > -20) & (y < view.height + 20)
    return [QPointF(round(float(x[k])), round(float(y[k]))) for k in np.flatnonzero(seen).tolist()]


def _about(painter: QPainter, live: Live, points: list[QPointF]) -> None:
    radius = _RADIUS_PX if len(points) <= _RINGED else 2.0
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for rgb, width in ((live.style.halo, 3.6), (live.style.selection.colour, 1.8)):
        painter.setPen(QPen(colour(rgb), width))
        for point in points:
            painter.drawEllipse(point, radius, radius)


def minutes(rings: Rings, radius_m: float) -> int:
    """How long the straight way to a ring takes, in whole minutes, never too few."""
    return math.ceil(rings.reach(radius_m).total_seconds() / 60)


def _rings(painter: QPainter, live: Live, rings: Rings) -> None:
    view, style = live.viewport, live.style
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for k, radius_m in enumerate(rings.radii_m):
        lines = cut(on_screen((circle(*rings.at, radius_m),), view), view)
        shape = polygon(lines)
        painter.setPen(QPen(colour(style.halo, 190), 4.0))
        painter.drawPath(shape)
        pen = QPen(colour(style.selection.colour), 1.8)
        if dash := _DASHES[k % len(_DASHES)]:
            pen.setDashPattern(dash)
        painter.setPen(pen)
        painter.drawPath(shape)
    x, y = view.to_screen(*project_point(*rings.at))
    _cross(painter, live, QPointF(float(x), float(y)))
    captions.draw(painter, _words(live, rings), view, style, live.taken)


def _words(live: Live, rings: Rings) -> list[Caption]:
    """Each ring's radius and time at its northernmost point where that is free, else elsewhere on
    the ring, so that it is not taken for another's; and by what it is told.
    """
    words: list[Caption] = []
    taken = list(live.taken)
    for radius_m in rings.radii_m:
        text = QCoreApplication.translate("map", "%1 km · %2 分")
        text = text.replace("%1", f"{radius_m / 1000:g}")
        text = text.replace("%2", str(minutes(rings, radius_m)))
        found = _on_ring(live.viewport, rings, radius_m, text, taken)
        words += [found] if found else []
    x, y = live.viewport.to_screen(*project_point(*rings.at))
    said = QCoreApplication.translate("map", "按 %1 km/h 直线估算")
    said = said.replace("%1", f"{rings.speed_kmh:g}")
    return [*words, Caption(said, float(x), float(y), must=True)]


def _on_ring(
    view: Viewport, rings: Rings, radius_m: float, text: str, taken: list[Box]
) -> Caption | None:
    """Where a ring's word finds room, which is then `taken`; None where no part is in view."""
    first: Caption | None = None
    for bearing in _BEARINGS:
        x, y = view.to_screen(*project_point(*ahead(rings.at, bearing, radius_m)))
        if not (0 <= float(x) < view.width and 0 <= float(y) < view.height):
            continue
        at = Caption(text, float(x), float(y), must=True)
        first = first or at
        if room := captions.lay([replace(at, must=False)], view, taken):
            taken.append(room[0][1])
            return at
    return first


def plates(live: Live) -> list[Box]:
    """Where its words stand: names keep out from under them."""
    rings = live.data.drawing.rings
    if rings is None:
        return []
    return [box for _, box in captions.lay(_words(live, rings), live.viewport, live.taken)]


def _pin(painter: QPainter, live: Live, at: tuple[float, float]) -> None:
    x, y = live.viewport.to_screen(*project_point(*at))
    middle = QPointF(round(float(x)), round(float(y)))
    _cross(painter, live, middle)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for rgb, width in ((live.style.halo, 4.6), (live.style.selection.colour, 2.2)):
        painter.setPen(QPen(colour(rgb), width))
        painter.drawEllipse(middle, 10.0, 10.0)


def _cross(painter: QPainter, live: Live, middle: QPointF) -> None:
    """Four arms that leave the middle free."""
    for rgb, width in ((live.style.halo, 4.6), (live.style.selection.colour, 2.2)):
        painter.setPen(QPen(colour(rgb), width))
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            step = QPointF(dx, dy)
            painter.drawLine(middle + step * 4, middle + step * 10)
