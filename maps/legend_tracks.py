"""The rows of the legend for tracks: whose they are, and what their breaks and marks mean."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QPainter, QPen

from maps.history import History, Shown
from maps.history.looks import colour_of
from maps.layers.history import WIDE
from maps.layers.history_marks import draw_doubted, draw_letter, draw_mark, draw_stop
from maps.legend_parts import Draw, Item, Row
from maps.style import MapStyle
from maps.symbols import colour

_LINE, _NAME_MOST = 40.0, 12


def rows(history: History, style: MapStyle, *, hidden: frozenset[str]) -> list[Row]:
    """Those that are on the map, and one of what may be on each of them."""
    if not history or "history" in hidden:
        return []
    head = QCoreApplication.translate("map", "轨迹")
    whose = [Item(partial(_sample, one, style), _name(one), _LINE) for one in history.shown]
    pairs = [whose[k : k + 2] for k in range(0, len(whose), 2)]
    found = [Row(head if k == 0 else "", tuple(pair)) for k, pair in enumerate(pairs)]
    signs = _signs(history, style)
    return [*found, Row("", tuple(signs))] if signs else found


def _name(shown: Shown) -> str:
    name = shown.name or shown.track.terminal
    return name if len(name) <= _NAME_MOST else f"{name[: _NAME_MOST - 1]}…"


def _sample(shown: Shown, style: MapStyle, painter: QPainter, at: QPointF) -> None:
    ink = colour(colour_of(style, shown.slot))
    painter.setPen(QPen(ink, WIDE))
    painter.drawLine(at + QPointF(16, 0), at + QPointF(_LINE, 0))
    draw_mark(painter, at + QPointF(28, 0), 0.0, shown.slot, style, ink)
    draw_letter(painter, at + QPointF(8, 0), shown.slot, shown.letter, style, round_=True)


def _signs(history: History, style: MapStyle) -> list[Item]:
    """Only those that are there."""
    all_of = [one.figures for one in history.shown]
    ink = colour(style.ink)
    table: tuple[tuple[bool, Draw, str], ...] = (
        (
            any(one.gaps for one in all_of),
            partial(_dashes, (5.0, 4.0), 1.2, style),
            QCoreApplication.translate("map", "断开"),
        ),
        (
            any(one.late for one in all_of),
            partial(_dashes, (0.2, 2.4), WIDE, style),
            QCoreApplication.translate("map", "补报"),
        ),
        (
            any(one.doubted for one in all_of),
            lambda painter, at: draw_doubted(painter, at + QPointF(8, 0), style, ink),
            QCoreApplication.translate("map", "存疑"),
        ),
        (
            any(one.stops for one in all_of),
            lambda painter, at: draw_stop(painter, at + QPointF(8, 0), style, ink, ""),
            QCoreApplication.translate("map", "停留"),
        ),
    )
    return [Item(how, text) for there, how, text in table if there]


def _dashes(
    dash: tuple[float, ...], width: float, style: MapStyle, painter: QPainter, at: QPointF
) -> None:
    pen = QPen(colour(style.ink), width)
    pen.setDashPattern(dash)
    painter.setPen(pen)
    painter.drawLine(at, at + QPointF(16, 0))
