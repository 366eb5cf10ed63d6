"""The legend, made from what is drawn: no row for what is not on the map."""

from collections.abc import Callable, Hashable
from functools import partial

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from app.model import Grade
from maps import legend_areas, legend_base, legend_events, legend_fences, legend_tracks
from maps.base.classes import Class
from maps.furniture import MARGIN, Piece, panel, text_width
from maps.labels import Box
from maps.layers.areas import Told
from maps.layers.events import Summary
from maps.layers.layer import Ground
from maps.layers.plants import FAR_BEYOND, LARGE_MW, shown
from maps.layers.terminals import DOTS_BEYOND, draw_dots
from maps.legend_parts import Draw, Item, Row
from maps.lettering import font_of
from maps.scene import MapData
from maps.style import MapStyle
from maps.symbols import Freshness, PlantState, Symbols, colour, plant_state
from maps.texts import plant_word
from maps.viewport import Viewport

TOP = MARGIN + 36
_ROW, _TEXT, _PAD = 22, 12, 10
_NUMERALS = {Grade.I: "Ⅰ", Grade.II: "Ⅱ", Grade.III: "Ⅲ", Grade.IV: "Ⅳ"}

Picture = Callable[[int], QImage]


def rows(
    ground: Ground,
    symbols: Symbols,
    *,
    hidden: frozenset[str],
    areas: Told | None = None,
    summary: Summary | None = None,
    base: frozenset[Class] = frozenset(),
) -> list[Row]:
    """What is on the map now, in the order of importance; `ground` as it is in view.

    `areas`, `summary` and `base` as they were drawn.
    """
    data, scale = ground.data, ground.viewport.metres_per_px
    found = []
    if "cases" not in hidden and (data.case_marks.ids or data.alert_marks.ids):
        found.append(_cases(symbols))
    if "terminals" not in hidden and data.fixes:
        found.append(_terminals(symbols) if scale <= DOTS_BEYOND else _dots(ground.style))
        if some_outside(data, ground.viewport):
            found[-1] = _with_cross(found[-1], symbols)
    if "plants" not in hidden:
        found += _plants(data, symbols, scale)
    found += legend_fences.rows(legend_fences.kinds(data, ground.viewport, hidden), ground.style)
    found += legend_tracks.rows(data.history, ground.style, hidden=hidden)
    if summary is not None:
        found += legend_events.rows(summary, ground.style, scale, dpr=symbols.dpr, hidden=hidden)
    found += legend_base.rows(base, ground.style, scale)
    if "areas" not in hidden and areas is not None:
        found.append(legend_areas.row(ground.style, areas))
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


def piece(view: Viewport, style: MapStyle, found: list[Row], look: Hashable) -> Piece | None:
    """The legend as furniture; `look` says when it must be drawn anew."""
    place = box(view, found)
    if place is None:
        return None
    whole = QRectF(place.x, place.y, place.width, place.height)
    return Piece("legend", whole, look, lambda painter: _draw(painter, whole, style, found))


def _draw(painter: QPainter, place: QRectF, style: MapStyle, found: list[Row]) -> None:
    panel(painter, place, style)
    head = max(text_width(row.head) for row in found) + 10
    painter.setFont(font_of(_TEXT))
    for k, row in enumerate(found):
        _row(painter, style, row, QPointF(place.x() + _PAD, place.y() + 4 + k * _ROW), head)


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


def _dots(style: MapStyle) -> Row:
    """From afar a crew is a dot, and its age is not told."""

    def dot(painter: QPainter, at: QPointF) -> None:
        draw_dots(painter, style, [at + QPointF(8, 0)])

    text = QCoreApplication.translate("map", "位置（放大后分类型与新旧）")
    return Row(QCoreApplication.translate("map", "终端"), (Item(dot, text),))


def some_outside(data: MapData, view: Viewport) -> bool:
    """Whether any terminal in view is drawn as a cross: heard from beyond the city."""
    fleet = data.fleet
    x, y = view.to_screen(fleet.x[~fleet.inside], fleet.y[~fleet.inside])
    return bool(((x >= 0) & (x < view.width) & (y >= 0) & (y < view.height)).any())


def _with_cross(row: Row, symbols: Symbols) -> Row:
    cross = Item(_image(symbols.outside, 12), QCoreApplication.translate("map", "域外"))
    return Row(row.head, (*row.items, cross))


def _plants(data: MapData, symbols: Symbols, scale: float) -> list[Row]:
    """The states of the plants that are drawn at this scale."""
    placed = set(data.plant_marks.ids)
    drawn = [plant for plant in data.plants if plant.id in placed and shown(plant, scale)]
    present = {plant_state(plant) for plant in drawn}
    items = [
        Item(_image(partial(symbols.plant, state), 16), plant_word(state))
        for state in PlantState
        if state in present
    ]
    head = QCoreApplication.translate("map", "电厂")
    if scale > FAR_BEYOND:
        head += f" ≥{LARGE_MW:.0f} MW"
    return [Row(head if k == 0 else "", tuple(items[k : k + 3])) for k in range(0, len(items), 3)]
