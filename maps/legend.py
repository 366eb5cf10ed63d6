"""The legend, made from what is drawn: no row for what is not on the map."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from app.model import Grade, Level
from maps.furniture import MARGIN, panel, text_width
from maps.labels import Box
from maps.lettering import font_of
from maps.scene import MapData
from maps.style import MapStyle
from maps.symbols import Freshness, PlantState, Symbols, colour, plant_state
from maps.texts import level_word, plant_word
from maps.viewport import Viewport

TOP = MARGIN + 36
_ROW, _TEXT, _PAD = 22, 12, 10
_NUMERALS = {Grade.I: "Ⅰ", Grade.II: "Ⅱ", Grade.III: "Ⅲ", Grade.IV: "Ⅳ"}

Draw = Callable[[QPainter, QPointF], None]
Picture = Callable[[int], QImage]


@dataclass(frozen=True, slots=True)
class Item:
    """A symbol with its word; `width` of the symbol in pixels."""

    draw: Draw
    text: str
    width: float = 16

    @property
    def room(self) -> float:
        return self.width + 4 + text_width(self.text) + 12


@dataclass(frozen=True, slots=True)
class Row:
    head: str
    items: tuple[Item, ...]


def rows(
    data: MapData,
    style: MapStyle,
    symbols: Symbols,
    *,
    level: Level,
    breaks: tuple[int, ...],
    hidden: frozenset[str],
) -> list[Row]:
    """What is on the map now, in the order of importance."""
    found = []
    if "cases" not in hidden and (data.case_marks.ids or data.alert_marks.ids):
        found.append(_cases(symbols))
    if "terminals" not in hidden and data.fixes:
        found.append(_terminals(symbols))
    if "plants" not in hidden and data.plant_marks.ids:
        found += _plants(data, symbols)
    if "areas" not in hidden:
        found.append(_areas(style, level, breaks))
    return found


def box(view: Viewport, found: list[Row]) -> Box | None:
    """Below the trail, where the whole city leaves a corner; None where there is no room."""
    if not found:
        return None
    head = max(text_width(row.head) for row in found) + 10
    width = head + max(sum(item.room for item in row.items) for row in found) + 2 * _PAD - 12
    height = len(found) * _ROW + 8
    if width > view.width * 0.6 or height > view.height * 0.5:
        return None
    return Box(MARGIN, TOP, round(width), height)


def draw(painter: QPainter, view: Viewport, style: MapStyle, found: list[Row]) -> None:
    place = box(view, found)
    if place is None:
        return
    panel(painter, QRectF(place.x, place.y, place.width, place.height), style)
    head = max(text_width(row.head) for row in found) + 10
    painter.setFont(font_of(_TEXT))
    for k, row in enumerate(found):
        _row(painter, style, row, QPointF(place.x + _PAD, place.y + 4 + k * _ROW), head)


def _row(painter: QPainter, style: MapStyle, row: Row, at: QPointF, head: float) -> None:
    painter.setPen(colour(style.faint))
    painter.drawText(at + QPointF(0, 15), row.head)
    x = at.x() + head
    for item in row.items:
        item.draw(painter, QPointF(x, at.y() + _ROW / 2))
        painter.setPen(colour(style.ink))
        painter.drawText(QPointF(x + item.width + 4, at.y() + 15), item.text)
        x += item.room


def _image(picture: Picture, size: int) -> Draw:
    def draw(painter: QPainter, at: QPointF) -> None:
        painter.drawImage(at + QPointF(8 - size / 2, -size / 2), picture(size))

    return draw


def _cases(symbols: Symbols) -> Row:
    items = [Item(_image(partial(symbols.case, grade), 16), _NUMERALS[grade]) for grade in Grade]
    alert = Item(
        _image(partial(symbols.alert, Grade.IV), 16), QCoreApplication.translate("map", "预警")
    )
    return Row(QCoreApplication.translate("map", "事件"), (*items, alert))


def _terminals(symbols: Symbols) -> Row:
    words = (
        (Freshness.FRESH, QCoreApplication.translate("map", "新")),
        (Freshness.STALE, QCoreApplication.translate("map", "超 2 分")),
        (Freshness.UNKNOWN, QCoreApplication.translate("map", "超 10 分")),
    )
    items = tuple(
        Item(_image(partial(symbols.terminal, None, freshness), 12), word)
        for freshness, word in words
    )
    return Row(QCoreApplication.translate("map", "终端"), items)


def _plants(data: MapData, symbols: Symbols) -> list[Row]:
    present = {plant_state(plant) for plant in data.plants}
    items = [
        Item(_image(partial(symbols.plant, state), 16), plant_word(state))
        for state in PlantState
        if state in present
    ]
    heads = (QCoreApplication.translate("map", "电厂"), "")
    return [Row(heads[min(k, 1)], tuple(items[k : k + 4])) for k in range(0, len(items), 4)]


def _areas(style: MapStyle, level: Level, breaks: tuple[int, ...]) -> Row:
    """Zero is the ground; the others as they are drawn over it."""
    ends = [f"{low}" if low + 1 == high else f"{low}–{high - 1}" for low, high in _pairs(breaks)]
    texts = ["0", *ends, f"≥{breaks[-1]}"]
    fills = [style.ground, *style.ramp]

    def swatch(rgb: tuple[int, int, int]) -> Draw:
        def draw(painter: QPainter, at: QPointF) -> None:
            painter.setPen(QPen(colour(style.panel_line), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.fillRect(QRectF(at.x(), at.y() - 6, 16, 12), colour(rgb))
            painter.drawRect(QRectF(at.x() + 0.5, at.y() - 5.5, 15, 11))

        return draw

    items = tuple(Item(swatch(rgb), text) for rgb, text in zip(fills, texts, strict=True))
    return Row(level_word(level) + QCoreApplication.translate("map", "未结"), items)


def _pairs(breaks: tuple[int, ...]) -> list[tuple[int, int]]:
    return list(pairwise(breaks))
