"""The chosen place: a light veil and its outline, over the areas and under the symbols."""

from dataclasses import replace

import numpy as np
from PySide6.QtGui import QPainter

from maps.layers.boundaries import paths
from maps.layers.layer import Ground
from maps.strokes import lay
from maps.style import Stroke


def draw(painter: QPainter, ground: Ground) -> None:
    """Nothing where no place is chosen, or the division does not know its code."""
    division, code = ground.division, ground.data.selected_place
    place = division.place(code) if division and code else None
    if division is None or place is None:
        return
    unit, topology = division.index(place.code), division.topology
    lines = topology.level(place.level)
    mine = np.flatnonzero((lines.left == unit) | (lines.right == unit)).astype(np.int32)
    pieces = list(paths(topology, lines, mine, ground.viewport))
    stroke, style, dpr = ground.style.selection, ground.style, ground.dpr
    lay(painter, pieces, Stroke(style.halo, (stroke.width + 3) * dpr, (), 120))
    lay(painter, pieces, replace(stroke, width=stroke.width * dpr))
