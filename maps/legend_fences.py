"""The row of the legend for fences: each kind that is in view, as its edge is drawn."""

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QPainter

from app.model import FenceKind
from maps.layers.fences import SMALLEST_PX, draw_edge, seen
from maps.legend_parts import Draw, Item, Row
from maps.scene import MapData
from maps.style import MapStyle
from maps.texts import QT_TRANSLATE_NOOP
from maps.viewport import Viewport

KINDS = {
    FenceKind.WATCH: QT_TRANSLATE_NOOP("map", "关注"),
    FenceKind.KEEP_OUT: QT_TRANSLATE_NOOP("map", "禁入"),
    FenceKind.KEEP_IN: QT_TRANSLATE_NOOP("map", "驻守"),
}
_WIDE, _HIGH = 26.0, 13.0


def kinds(data: MapData, view: Viewport, hidden: frozenset[str]) -> tuple[FenceKind, ...]:
    """The kinds of fence that are drawn in a view."""
    if "fences" in hidden:
        return ()
    there = {fence.kind for fence in seen(data, view, SMALLEST_PX)}
    return tuple(kind for kind in FenceKind if kind in there)


def rows(told: tuple[FenceKind, ...], style: MapStyle) -> list[Row]:
    """One row, or none."""
    if not told:
        return []
    items = tuple(
        Item(_sample(kind, style), QCoreApplication.translate("map", KINDS[kind]), _WIDE)
        for kind in told
    )
    return [Row(QCoreApplication.translate("map", "围栏"), items)]


def _sample(kind: FenceKind, style: MapStyle) -> Draw:
    def draw(painter: QPainter, at: QPointF) -> None:
        left, right = at.x() + 1, at.x() + _WIDE - 1
        top, bottom = at.y() - _HIGH / 2, at.y() + _HIGH / 2
        x = np.array([left, right, right, left, left])
        y = np.array([top, top, bottom, bottom, top])
        draw_edge(painter, ((x, y),), kind, style)

    return draw
