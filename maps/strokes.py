"""Lines of any width out of Qt's fast pen, in short pieces, so that no other thread waits long.

Qt strokes a line of at most one pixel thirty to a hundred times faster than a wider one; a wide
line is therefore the same thin one laid down several times within its width. QPainter holds the
interpreter for as long as a call lasts: between pieces a preparing thread steps back.
"""

import math
import threading
import time
from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from maps.style import Stroke
from maps.symbols import colour

_PAUSE_S, _TURN_S = 0.0002, 0.002
_BETWEEN_PX = 0.9  # between the middles of neighbouring thin lines
_WIDEST_PX = 7.0  # wider than this too many thin ones would be laid; only print asks for it


_turn = threading.local()


def give_way() -> None:
    """Let the GUI thread have the interpreter, after some work; on that thread itself, nothing."""
    if threading.current_thread() is threading.main_thread():
        return
    if time.perf_counter() - getattr(_turn, "since", 0.0) >= _TURN_S:
        time.sleep(_PAUSE_S)
        _turn.since = time.perf_counter()


def pen(stroke: Stroke, power: float = 1.0) -> QPen:
    """The thin pen of a stroke, its own where it is very wide; `power` times as strong."""
    width = stroke.width if stroke.width > _WIDEST_PX else min(stroke.width, 1.0)
    made = QPen(colour(stroke.colour, round(stroke.alpha * power)), width)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if stroke.dash:
        made.setCapStyle(Qt.PenCapStyle.FlatCap)
        made.setDashPattern([part / width for part in stroke.dash])
    return made


def lay(
    painter: QPainter, pieces: Iterable[QPainterPath], stroke: Stroke, power: float = 1.0
) -> None:
    """Paths in pixels, drawn in a stroke's width; a thin see-through line adds up where it is."""
    painter.setPen(pen(stroke, power))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    places = offsets(stroke.width)
    for piece in pieces:
        for dx, dy in places:
            painter.translate(dx, dy)
            painter.drawPath(piece)
            painter.translate(-dx, -dy)
            give_way()


@lru_cache(maxsize=256)
def offsets(width: float) -> tuple[tuple[float, float], ...]:
    """Where thin lines lie, in pixels from the middle, that together are `width` wide."""
    radius = (width - 1) / 2
    if radius <= 0.01 or width > _WIDEST_PX:
        return ((0.0, 0.0),)
    found: list[tuple[float, float]] = []
    while radius > 0.01:
        count = max(3, math.ceil(2 * math.pi * radius / _BETWEEN_PX))
        turns = (2 * math.pi * (k + 0.25) / count for k in range(count))
        found += [(radius * math.cos(turn), radius * math.sin(turn)) for turn in turns]
        radius -= _BETWEEN_PX
    return tuple(found)
