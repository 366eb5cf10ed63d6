"""Who is bound for which case: a thin line from the crew's last fix to the case."""

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from maps.layers.layer import Live
from maps.symbols import colour
from maps.viewport import Viewport

_ALL_BELOW = 60.0  # metres per pixel


def draw(painter: QPainter, live: Live) -> None:
    """Open tasks whose crew and case both have a place; when far only those of the chosen case."""
    data, view = live.data, live.viewport
    near = view.metres_per_px < _ALL_BELOW
    tasks = [t for t in data.tasks if t.open and (near or t.case == data.selected_case)]
    if not tasks:
        return
    where, crews = data.fleet.row, data.terminal_of
    goals = dict(zip(data.case_marks.ids, range(len(data.case_marks.ids)), strict=True))
    crew_x, crew_y = view.to_screen(data.fleet.x, data.fleet.y)
    goal_x, goal_y = view.to_screen(data.case_marks.x, data.case_marks.y)
    for task in tasks:
        crew, goal = where.get(crews.get(task.unit, "")), goals.get(task.case)
        chosen = task.case == data.selected_case
        if crew is None or goal is None:
            continue
        if np.isfinite(crew_x[crew]):
            start = QPointF(float(crew_x[crew]), float(crew_y[crew]))
            end = QPointF(float(goal_x[goal]), float(goal_y[goal]))
            reach = (end - start).manhattanLength()
            if chosen or reach < view.width:
                _line(painter, live, start, end, chosen=chosen)


def _clipped(start: QPointF, end: QPointF, view: Viewport) -> tuple[QPointF, QPointF] | None:
    """The part within the view (Liang-Barsky): Qt would dash the rest as well."""
    low, high = 0.0, 1.0
    step = end - start
    for at, by, most in ((start.x(), step.x(), view.width), (start.y(), step.y(), view.height)):
        if by == 0:
            if not -8 <= at <= most + 8:
                return None
            continue
        one, other = (-8 - at) / by, (most + 8 - at) / by
        low, high = max(low, min(one, other)), min(high, max(one, other))
    return (start + step * low, start + step * high) if low < high else None


def _line(painter: QPainter, live: Live, start: QPointF, end: QPointF, *, chosen: bool) -> None:
    seen = _clipped(start, end, live.viewport)
    if seen is None:
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ink = live.style.selection.colour if chosen else live.style.faint
    for rgb, width in ((live.style.halo, 3.6), (ink, 1.6 if chosen else 1.2)):
        pen = QPen(colour(rgb, 220), width)
        if rgb is ink:
            pen.setDashPattern([5, 3])
        painter.setPen(pen)
        painter.drawLine(*seen)
