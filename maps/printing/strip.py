"""The legend of a page, in a strip under the map: in a corner it would hide what is there."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from maps import legend
from maps.furniture import panel, text_width
from maps.labels import Box
from maps.layers import base as base_maps
from maps.layers.areas import told
from maps.layers.events import summary
from maps.legend_parts import Row
from maps.lettering import font_of
from maps.printing.shown import Shown
from maps.style import MapStyle
from maps.symbols import Symbols, colour

_LINE, _PAD, _BETWEEN, _AFTER_HEAD, _TEXT = 22.0, 10.0, 26.0, 10.0, 12


@dataclass(frozen=True, slots=True)
class Set:
    """A row of the legend and where it begins, from the strip's upper left corner."""

    row: Row
    x: float
    y: float


def rows_of(shown: Shown, symbols: Symbols) -> list[Row]:
    """What the legend of a map says; nothing where it is switched off."""
    ground, hidden = shown.ground, shown.stack.hidden
    if "legend" in hidden:
        return []
    drawn = summary(ground, hidden)
    base = base_maps.told(ground, ground.viewport)
    return legend.rows(ground, symbols, hidden=hidden, areas=told(ground), summary=drawn, base=base)


def flow(rows: Iterable[Row], width: float) -> list[Set]:
    """Side by side while there is room, then on the next line."""
    found: list[Set] = []
    x, y = _PAD, _PAD / 2
    for row in rows:
        wide = _wide(row)
        if x > _PAD and x + wide > width - _PAD:
            x, y = _PAD, y + _LINE
        found.append(Set(row, x, y))
        x += wide + _BETWEEN
    return found


def height(rows: Iterable[Row], width: float) -> float:
    """Of the strip in pixels; 0 without rows."""
    found = flow(rows, width)
    return found[-1].y + _LINE + _PAD / 2 if found else 0.0


def draw(painter: QPainter, rows: Iterable[Row], box: Box, style: MapStyle) -> None:
    """On a plate of the map's own colour, for which its symbols are made."""
    panel(painter, QRectF(box.x, box.y, box.width, box.height), style)
    painter.setFont(font_of(_TEXT))
    for one in flow(rows, box.width):
        _row(painter, one.row, QPointF(box.x + one.x, box.y + one.y), style)


def _row(painter: QPainter, row: Row, at: QPointF, style: MapStyle) -> None:
    painter.setPen(colour(style.faint))
    painter.drawText(at + QPointF(0, 15), row.head)
    x = at.x() + _head(row)
    for item in row.items:
        item.draw(painter, QPointF(x, at.y() + _LINE / 2))
        painter.setPen(colour(style.ink))
        painter.drawText(QPointF(x + item.width + 4, at.y() + 15), item.text)
        x += item.room


def _wide(row: Row) -> float:
    return _head(row) + sum(item.room for item in row.items) - 12


def _head(row: Row) -> float:
    return text_width(row.head) + _AFTER_HEAD if row.head else 0.0
