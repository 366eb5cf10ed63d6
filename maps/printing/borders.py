"""Borders as lines of a page: stroked once in their width, from a copy fine enough for print."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPen

from app.model import Level
from maps.layers.boundaries import WEIGHTS, paths, strength, visible
from maps.printing.ink import saved
from maps.printing.progress import Progress
from maps.printing.shown import Shown
from maps.strokes import give_way
from maps.style import Stroke
from maps.symbols import colour

_FINER = 4  # dots a pixel for which the copy of the lines is chosen: 384 to the inch


def draw(painter: QPainter, shown: Shown, progress: Progress) -> None:
    """All levels that are drawn at this scale, the strongest last."""
    for weight in WEIGHTS:
        layer = "grids" if weight.level is Level.GRID else "boundaries"
        power = strength(weight, shown.viewport.metres_per_px)
        if power <= 0 or not shown.shows(layer):
            continue
        painter.setOpacity(shown.stack.opacity(layer))
        if weight.level is Level.CITY:
            _level(painter, shown, weight.level, shown.style.border_glow, 1.0, progress)
        stroke = shown.style.boundaries[weight.level]
        _level(painter, shown, weight.level, stroke, power, progress)
    painter.setOpacity(1)


def _level(
    painter: QPainter, shown: Shown, level: Level, stroke: Stroke, power: float, progress: Progress
) -> None:
    if shown.division is None:
        return
    view, topology = shown.viewport, shown.division.topology
    fine = replace(
        view,
        metres_per_px=view.metres_per_px / _FINER,
        width=view.width * _FINER,
        height=view.height * _FINER,
    )
    lines = topology.level(level)
    seen = visible(topology, lines, view, margin_px=8)
    painter.setPen(_pen(stroke, power))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    with saved(painter):
        painter.scale(1 / _FINER, 1 / _FINER)
        for piece in paths(topology, lines, seen[lines.rank[seen] == level], fine):
            progress.check()
            painter.drawPath(piece)
            give_way()


def _pen(stroke: Stroke, power: float) -> QPen:
    """The stroke's pen in the finer pixels of the paths."""
    pen = QPen(colour(stroke.colour, round(stroke.alpha * power)), stroke.width * _FINER)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if stroke.dash:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([part / stroke.width for part in stroke.dash])
    return pen
