"""Tracks of any time, prepared with the ground: thinned for the zoom, with their direction.

A gap is a thin dashed link, what was heard late is dotted, a doubted fix a cross that no line leads
to; a stop is two bars, with its minutes when near. Letters at begin and end are `replay`'s.
"""

import math

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from maps.history import Drawn, Piece, Shown, drawn
from maps.history.looks import colour_of
from maps.layers.history_marks import (
    LETTER_PX,
    draw_doubted,
    draw_letter,
    draw_mark,
    draw_stop,
)
from maps.layers.layer import Ground
from maps.strokes import give_way
from maps.style import MapStyle
from maps.symbols import colour
from maps.viewport import Viewport

WIDE, RIM = 2.4, 5.0
MARK_EVERY_PX = 96.0
DOUBTED_BELOW, STOPS_BELOW, MINUTES_BELOW = 60.0, 120.0, 25.0  # metres per pixel
_AT_ONCE = 1_500
_LATE_DASH, _LINK_DASH = (0.2, 2.4), (5.0, 4.0)


def there(ground: Ground) -> bool:
    """Whether any track is shown."""
    return bool(ground.data.history)


def draw(painter: QPainter, ground: Ground) -> None:
    """All of them, the first on top; `ground.viewport` in pixels of the device."""
    view = on_screen(ground)
    painter.scale(ground.dpr, ground.dpr)
    for shown in reversed(ground.data.history.shown):
        found = drawn(shown.path, view, gaps=shown.silent)
        ink = colour(colour_of(ground.style, shown.slot))
        _links(painter, found, ink, view)
        for rim in (True, False):
            for piece in found.pieces:
                _piece(painter, piece, ground.style, ink, rim=rim)
        _marks(painter, found, shown.slot, ground.style, ink)
        _spots(painter, shown, view, ground.style, ink)


def on_screen(ground: Ground) -> Viewport:
    """The view in pixels of the screen, in which widths and half a pixel are meant."""
    view, dpr = ground.viewport, ground.dpr
    return view.resized(math.ceil(view.width / dpr), math.ceil(view.height / dpr)).scaled_to(
        view.metres_per_px * dpr
    )


def _polygon(piece: Piece, begin: int, end: int) -> QPolygonF:
    px, py = piece.px[begin:end].tolist(), piece.py[begin:end].tolist()
    return QPolygonF([QPointF(x, y) for x, y in zip(px, py, strict=True)])


def _piece(painter: QPainter, piece: Piece, style: MapStyle, ink: QColor, *, rim: bool) -> None:
    """In short runs: a painter holds the interpreter for as long as one of them lasts."""
    pen = QPen(colour(style.halo, 210), RIM) if rim else QPen(ink, WIDE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if piece.late and not rim:
        pen.setDashPattern(_LATE_DASH)
    painter.setPen(pen)
    if len(piece.px) == 1:
        painter.drawPoint(QPointF(float(piece.px[0]), float(piece.py[0])))
    for begin in range(0, len(piece.px) - 1, _AT_ONCE):
        painter.drawPolyline(_polygon(piece, begin, begin + _AT_ONCE + 1))
        give_way()


def _links(painter: QPainter, found: Drawn, ink: QColor, view: Viewport) -> None:
    """What nobody knows is not a way: thin, dashed, and only where it can be told from one."""
    for (ax, ay, bx, by), bridge in zip(found.links.tolist(), found.bridges.tolist(), strict=True):
        across = max(ax, bx) < 0 or min(ax, bx) > view.width
        if across or max(ay, by) < 0 or min(ay, by) > view.height:
            continue
        if math.hypot(bx - ax, by - ay) > 4 * (view.width + view.height):
            continue  # Qt would dash the part out of sight as well
        pen = QPen(ink, 1.2)
        pen.setDashPattern(_LATE_DASH if bridge else _LINK_DASH)
        painter.setPen(pen)
        painter.drawLine(QPointF(ax, ay), QPointF(bx, by))


def _marks(painter: QPainter, found: Drawn, slot: int, style: MapStyle, ink: QColor) -> None:
    """Arrowheads in the direction of time, evenly along the line."""
    for piece in found.pieces:
        steps = np.hypot(np.diff(piece.px), np.diff(piece.py))
        along = np.r_[0.0, np.cumsum(steps)]
        for at in np.arange(MARK_EVERY_PX / 2, along[-1], MARK_EVERY_PX).tolist():
            k = min(int(np.searchsorted(along, at, side="right")) - 1, len(steps) - 1)
            share = (at - along[k]) / steps[k] if steps[k] else 0.0
            dx, dy = piece.px[k + 1] - piece.px[k], piece.py[k + 1] - piece.py[k]
            x, y = float(piece.px[k] + share * dx), float(piece.py[k] + share * dy)
            draw_mark(painter, QPointF(x, y), math.atan2(dy, dx), slot, style, ink)


def _spots(painter: QPainter, shown: Shown, view: Viewport, style: MapStyle, ink: QColor) -> None:
    """Doubted fixes, and stops with their minutes."""
    scale = view.metres_per_px
    if scale < DOUBTED_BELOW and len(shown.path.doubted):
        x, y = view.to_screen(shown.path.doubted[:, 0], shown.path.doubted[:, 1])
        seen = (x > -9) & (y > -9) & (x < view.width + 9) & (y < view.height + 9)
        for px, py in zip(x[seen].tolist(), y[seen].tolist(), strict=True):
            draw_doubted(painter, QPointF(px, py), style, ink)
    if scale < STOPS_BELOW:
        for stop, (east, north) in zip(shown.figures.stops, shown.stops_at, strict=True):
            at = view.to_screen(east, north)
            minutes = f"{stop.lasts_s / 60:.0f}′" if scale < MINUTES_BELOW else ""
            draw_stop(painter, QPointF(float(at[0]), float(at[1])), style, ink, minutes)


def draw_ends(painter: QPainter, shown: Shown, view: Viewport, style: MapStyle) -> None:
    """The letter in a circle where it begins, in a square where it ends."""
    path = shown.path
    if not len(path.x):
        return
    for row, round_ in ((0, True), (len(path.x) - 1, False)):
        x, y = (float(part) for part in view.to_screen(path.x[row], path.y[row]))
        lift = -LETTER_PX * 0.75 if round_ else LETTER_PX * 0.75
        draw_letter(painter, QPointF(x, y + lift), shown.slot, shown.letter, style, round_=round_)
