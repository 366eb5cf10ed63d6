"""Tracks of any time, prepared with the ground: thinned for the zoom, with their direction.

A gap is a thin dashed link, what was heard late is dotted, a doubted fix a cross that no line leads
to; a stop is a square, with its minutes when near. Letters at begin and end are `replay`'s.
"""

import math
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from maps.history import Drawn, Piece, Shown, drawn
from maps.history.looks import MARKS, colour_of
from maps.layers.layer import Ground
from maps.lettering import font_of
from maps.strokes import give_way
from maps.style import MapStyle
from maps.symbols import colour
from maps.viewport import Viewport

WIDE, RIM = 2.4, 5.0
MARK_EVERY_PX, MARK_PX = 96.0, 6.0
DOUBTED_BELOW, STOPS_BELOW, MINUTES_BELOW = 60.0, 120.0, 25.0  # metres per pixel
LETTER_PX = 15
_AT_ONCE = 1_500
_CLOSED = ("filled", "open")
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


def draw_mark(
    painter: QPainter, at: QPointF, turn_rad: float, slot: int, style: MapStyle, ink: QColor
) -> None:
    """The arrowhead of a slot, pointing along x turned by so much."""
    painter.save()
    painter.translate(at)
    painter.rotate(math.degrees(turn_rad))
    kind = MARKS[slot]
    for rim in (True, False):
        pen = QPen(colour(style.halo, 230), 4.4) if rim else QPen(ink, 1.8)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        filled = ink if kind == "filled" else colour(style.halo)
        painter.setBrush(filled if kind in _CLOSED else Qt.BrushStyle.NoBrush)
        for shape in _head(kind):
            if kind in _CLOSED:
                painter.drawPolygon(shape)
            else:
                painter.drawPolyline(shape)
    painter.restore()


@lru_cache(maxsize=8)
def _head(kind: str) -> tuple[QPolygonF, ...]:
    size = MARK_PX
    wing = [QPointF(-size, -size * 0.8), QPointF(size * 0.6, 0), QPointF(-size, size * 0.8)]
    if kind in _CLOSED:
        return (QPolygonF(wing),)
    if kind == "double":
        return tuple(
            QPolygonF([QPointF(p.x() + shift, p.y()) for p in wing]) for shift in (-size * 0.7, 0)
        )
    bar = [QPointF(-size * 1.3, -size * 0.8), QPointF(-size * 1.3, size * 0.8)]
    return QPolygonF(wing), QPolygonF(bar)


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


def draw_doubted(painter: QPainter, at: QPointF, style: MapStyle, ink: QColor) -> None:
    for pen in (QPen(colour(style.halo, 220), 4.0), QPen(ink, 1.4)):
        painter.setPen(pen)
        for sign in (1, -1):
            painter.drawLine(at + QPointF(-4, -4 * sign), at + QPointF(4, 4 * sign))


def draw_stop(painter: QPainter, at: QPointF, style: MapStyle, ink: QColor, text: str) -> None:
    painter.setPen(QPen(ink, 1.6))
    painter.setBrush(colour(style.halo))
    painter.drawRect(QRectF(at.x() - 4, at.y() - 4, 8, 8))
    if text:
        _haloed(painter, at + QPointF(8, 4.5), text, style)


def _haloed(painter: QPainter, at: QPointF, text: str, style: MapStyle) -> None:
    painter.setFont(font_of(12))
    painter.setPen(colour(style.halo))
    for dx, dy in ((-1, 0), (1, 0), (0, -1), (0, 1)):
        painter.drawText(at + QPointF(dx, dy), text)
    painter.setPen(colour(style.ink))
    painter.drawText(at, text)


def draw_ends(painter: QPainter, shown: Shown, view: Viewport, style: MapStyle) -> None:
    """The letter in a circle where it begins, in a square where it ends."""
    path = shown.path
    if not len(path.x):
        return
    for row, round_ in ((0, True), (len(path.x) - 1, False)):
        x, y = (float(part) for part in view.to_screen(path.x[row], path.y[row]))
        lift = -LETTER_PX * 0.75 if round_ else LETTER_PX * 0.75
        draw_letter(painter, QPointF(x, y + lift), shown.slot, shown.letter, style, round_=round_)


def draw_letter(
    painter: QPainter, at: QPointF, slot: int, text: str, style: MapStyle, *, round_: bool
) -> None:
    """The plate of a letter about a point."""
    box = QRectF(at.x() - LETTER_PX / 2, at.y() - LETTER_PX / 2, LETTER_PX, LETTER_PX)
    painter.setPen(QPen(colour(style.halo), 1.2))
    painter.setBrush(colour(colour_of(style, slot)))
    corner = LETTER_PX / 2 if round_ else 2.0
    painter.drawRoundedRect(box, corner, corner)
    painter.setPen(colour(style.halo))
    font = font_of(12)
    painter.setFont(font)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
