"""Terminals one by one, for paper: on the screen they are sprites laid down in one call."""

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QPainter

from maps.layers.cases import brackets
from maps.layers.layer import Live
from maps.layers.terminals import DOTS_BEYOND, freshness, size_at
from maps.lettering import font_of
from maps.points.fleet import KINDS, kinds
from maps.rims import SQUARE, rim
from maps.symbols import Freshness, colour

_CROSS_PX, _DOT_PX, _MARGIN_PX, _DOT_ALPHA = 12, 2, 20, 150
_BESIDE_PX, _FOOT_PX = 14, 4
_BY_AGE = (Freshness.FRESH, Freshness.STALE, Freshness.UNKNOWN)


def draw(painter: QPainter, live: Live) -> None:
    """As maps.layers.terminals does: shape by crew and age when near, dots when far, × outside."""
    data, view, fleet = live.data, live.viewport, live.data.fleet
    x, y = view.to_screen(fleet.x, fleet.y)
    seen = (x > -_MARGIN_PX) & (x < view.width + _MARGIN_PX)
    seen &= (y > -_MARGIN_PX) & (y < view.height + _MARGIN_PX)
    ages, crews = freshness(data, live.now or data.now), kinds(fleet.ids, data.units)
    for k in np.flatnonzero(seen).tolist():
        px, py = float(x[k]), float(y[k])
        if not fleet.inside[k]:
            _outside(painter, live, px, py)
        elif view.metres_per_px > DOTS_BEYOND:
            _dot(painter, live, px, py)
        else:
            size = size_at(view.metres_per_px)
            image = live.symbols.terminal(KINDS[int(crews[k])], _BY_AGE[int(ages[k])], size)
            painter.drawImage(QPointF(*_corner(px, py, size)), image)
    _chosen(painter, live)


def _corner(x: float, y: float, size: int) -> tuple[float, float]:
    half = size // 2 if size % 2 == 0 else (size - 1) // 2
    return float(np.rint(x - half)), float(np.rint(y - half))


def _dot(painter: QPainter, live: Live, x: float, y: float) -> None:
    box = QRectF(*_corner(x, y, _DOT_PX), _DOT_PX, _DOT_PX)
    painter.fillRect(box, colour(live.style.ink, _DOT_ALPHA))


def _outside(painter: QPainter, live: Live, x: float, y: float) -> None:
    """A cross, and that it lies outside the city."""
    painter.drawImage(QPointF(*_corner(x, y, _CROSS_PX)), live.symbols.outside(_CROSS_PX))
    word, foot = QCoreApplication.translate("map", "域外"), QPointF(round(x), round(y))
    foot += QPointF(_BESIDE_PX, _FOOT_PX)
    painter.setFont(font_of(12))
    rim(painter, foot, word, colour(live.style.halo), around=SQUARE)
    painter.setPen(colour(live.style.faint))
    painter.drawText(foot, word)


def _chosen(painter: QPainter, live: Live) -> None:
    data = live.data
    k = data.fleet.row.get(data.selected_terminal or "")
    if k is not None:
        x, y = live.viewport.to_screen(data.fleet.x[k], data.fleet.y[k])
        if 0 <= x < live.viewport.width and 0 <= y < live.viewport.height:
            brackets(painter, live, float(x), float(y), 12)
