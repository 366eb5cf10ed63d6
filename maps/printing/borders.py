"""Borders as lines of a page: stroked once in their width, from a copy fine enough for print."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPen

from app.model import Level
from maps.layers.boundaries import WEIGHTS, paths, strength, visible
from maps.printing.ink import saved
from maps.printing.progress import Progress
from maps.printing.shown import Shown
from maps.strokes import give_way
from maps.style import Rgb, Stroke
from maps.symbols import colour
from maps.topology import LevelLines

_RIM_PX, _RIM_ALPHA = 3.0, 120
_LEAST_SHARE = 0.4  # of a line's own colour: with less it would be lighter than coloured areas
_FINER = 2  # dots a pixel for which the copy of the lines is chosen: its departure is 0.05 mm


def draw(painter: QPainter, shown: Shown, progress: Progress) -> None:
    """All levels that are drawn at this scale, the strongest last."""
    for weight in WEIGHTS:
        layer = "grids" if weight.level is Level.GRID else "boundaries"
        power = strength(weight, shown.viewport.metres_per_px)
        if power <= 0 or not shown.shows(layer):
            continue
        painter.setOpacity(shown.stack.opacity(layer))
        stroke = shown.style.boundaries[weight.level]
        _level(painter, shown, weight.level, stroke, power, progress)
    painter.setOpacity(1)


def draw_chosen(painter: QPainter, shown: Shown) -> None:
    """The outline of the chosen place, as maps.layers.selection has it."""
    division, code = shown.division, shown.data.selected_place
    place = division.place(code) if division and code else None
    if division is None or place is None:
        return
    unit, lines = division.index(place.code), division.topology.level(place.level)
    mine = np.flatnonzero((lines.left == unit) | (lines.right == unit)).astype(np.int32)
    stroke, style = shown.style.selection, shown.style
    for each in (Stroke(style.halo, stroke.width + _RIM_PX, (), _RIM_ALPHA), stroke):
        painter.setPen(_pen(each, 1.0, style.ground))
        _paths(painter, shown, lines, mine)


def _level(
    painter: QPainter, shown: Shown, level: Level, stroke: Stroke, power: float, progress: Progress
) -> None:
    if shown.division is None:
        return
    progress.check()
    topology = shown.division.topology
    lines = topology.level(level)
    seen = visible(topology, lines, shown.viewport, margin_px=8)
    painter.setPen(_pen(stroke, power, shown.style.ground))
    _paths(painter, shown, lines, seen[lines.rank[seen] == level])


def _paths(
    painter: QPainter, shown: Shown, lines: LevelLines, which: npt.NDArray[np.int32]
) -> None:
    """Lines by their numbers, with the pen that is set, in the finer pixels of a fine copy."""
    assert shown.division is not None
    view = shown.viewport
    fine = replace(
        view,
        metres_per_px=view.metres_per_px / _FINER,
        width=view.width * _FINER,
        height=view.height * _FINER,
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    with saved(painter):
        painter.scale(1 / _FINER, 1 / _FINER)
        for piece in paths(shown.division.topology, lines, which, fine):
            painter.drawPath(piece)
            give_way()


def _pen(stroke: Stroke, power: float, ground: Rgb) -> QPen:
    """The stroke's pen in the finer pixels of the paths; faint by its colour and never seen
    through, for Qt turns lines that are into areas twenty times their size."""
    share = max(stroke.alpha * power / 255, _LEAST_SHARE)
    red, green, blue = (
        round(mine * share + under * (1 - share))
        for mine, under in zip(stroke.colour, ground, strict=True)
    )
    pen = QPen(colour((red, green, blue)), stroke.width * _FINER)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if stroke.dash:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([part / stroke.width for part in stroke.dash])
    return pen
