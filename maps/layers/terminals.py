"""Terminals: the crew's shape in grey, hollowing with the age of its fix; 域外 as a cross, with
its word where crews are told apart.

All of them are laid down in one call, whose arrays are patched as fixes come and whose ages are
computed while painting: nothing is done crew by crew.
"""

from datetime import datetime

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPen

from maps.layers.cases import brackets
from maps.layers.crews_about import crews_about
from maps.layers.layer import Live
from maps.lettering import font_of
from maps.picking import Kind
from maps.points.fleet import KINDS, kinds
from maps.scene import MapData
from maps.sprites import Atlas
from maps.style import MapStyle
from maps.symbols import Freshness, Symbols, colour

_SIZES = ((12.0, 15), (40.0, 13), (90.0, 11))
_SIZE_FAR = 9
DIMMED = 0.35
"""How strongly the present shows while the past is played."""
DOTS_BEYOND = 250.0  # metres per pixel; from farther a crew is a dot
_DOT_PX = 2
_CROSS_PX = 12
_BESIDE_PX = 14  # clear of an alert's circle about the cross
_HIGH_PX = 18  # of a line of text
_AROUND = tuple((dx, dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)
_BY_AGE = (Freshness.FRESH, Freshness.STALE, Freshness.UNKNOWN)
_PREMULTIPLIED = QImage.Format.Format_ARGB32_Premultiplied
_DOT = len(KINDS) * len(_BY_AGE)
_CROSS, _WORD = _DOT + 1, _DOT + 2


def freshness(data: MapData, now: datetime | None) -> npt.NDArray[np.int64]:
    """(terminals,) index into `Freshness` by the time of the fix; with no clock all are fresh."""
    if now is None:
        return np.zeros(len(data.fix_times), np.int64)
    limits = data.stale_after.total_seconds(), data.unknown_after.total_seconds()
    return np.searchsorted(limits, now.timestamp() - data.fix_times, "right")


def size_at(metres_per_px: float) -> int:
    for finer_than, size in _SIZES:
        if metres_per_px < finer_than:
            return size
    return _SIZE_FAR


def draw(painter: QPainter, live: Live) -> None:
    """The last believed position of each; × where it lies outside, and 域外 where there is room."""
    data, view, fleet = live.data, live.viewport, live.data.fleet
    if not len(fleet):
        return
    word = QCoreApplication.translate("map", "域外")
    size, symbols = size_at(view.metres_per_px), live.symbols
    atlas = symbols.keep(("terminals", size, word), lambda: _atlas(symbols, live.style, size, word))
    far = view.metres_per_px > DOTS_BEYOND
    crews, (dx, dy) = crews_about(live, atlas, _numbers, far)
    number, rows, x, y = crews.number, crews.rows, crews.x + dx, crews.y + dy
    strong = painter.opacity()
    painter.setOpacity(strong * (DIMMED if data.replay is not None else 1.0))
    atlas.draw(painter, number, crews.left + dx, crews.top + dy)
    near = view.metres_per_px <= DOTS_BEYOND  # from farther the word would lie on names
    out = np.flatnonzero(number == _CROSS) if near else np.zeros(0, np.intp)
    words = np.full(len(out), _WORD)
    atlas.draw(painter, words, np.rint(x[out]) + _BESIDE_PX, np.rint(y[out]) - _HIGH_PX / 2)
    painter.setOpacity(strong)
    live.targets.add(Kind.TERMINAL, fleet.ids, x, y, rows=rows)
    for k in np.flatnonzero(rows == fleet.row.get(data.selected_terminal or "", -1)).tolist():
        brackets(painter, live, float(x[k]), float(y[k]), 12)


def _numbers(live: Live) -> npt.NDArray[np.int64]:
    """(terminals,) which picture of the atlas stands for each."""
    data = live.data
    if live.viewport.metres_per_px > DOTS_BEYOND:
        near: npt.NDArray[np.int64] = np.full(len(data.fleet), _DOT)
    else:
        kind = kinds(data.fleet.ids, data.units).astype(np.int64)
        near = kind * len(_BY_AGE) + freshness(data, live.now or data.now)
    return np.where(data.fleet.inside, near, _CROSS)


def _atlas(symbols: Symbols, style: MapStyle, size: int, word: str) -> Atlas:
    """Every kind at every age, then the dot, the cross and its word."""
    shapes = [symbols.terminal(kind, age, size) for kind in KINDS for age in _BY_AGE]
    dot = _blank(_DOT_PX, _DOT_PX, symbols.dpr)
    dot.fill(colour(style.ink, 150))
    last = dot, symbols.outside(_CROSS_PX), _word(style, word, symbols.dpr)
    return Atlas([*shapes, *last], symbols.dpr)


def _word(style: MapStyle, text: str, dpr: float) -> QImage:
    """A faint word with its halo, its baseline four pixels below the middle."""
    font = font_of(12)
    image = _blank(round(QFontMetricsF(font).horizontalAdvance(text)) + 4, _HIGH_PX, dpr)
    painter = QPainter(image)
    painter.setFont(font)
    foot = QPointF(0, _HIGH_PX / 2 + 4)
    painter.setPen(colour(style.halo))
    for dx, dy in _AROUND:
        painter.drawText(foot + QPointF(dx, dy), text)
    painter.setPen(colour(style.faint))
    painter.drawText(foot, text)
    painter.end()
    return image


def _blank(width: int, height: int, dpr: float) -> QImage:
    image = QImage(round(width * dpr), round(height * dpr), _PREMULTIPLIED)
    image.setDevicePixelRatio(dpr)
    image.fill(0)
    return image


def draw_dots(painter: QPainter, style: MapStyle, points: list[QPointF]) -> None:
    """Where crews are, seen from afar: neutral, and too small to be taken for an event."""
    painter.setPen(QPen(colour(style.ink, 150), _DOT_PX))
    painter.drawPoints(points)
