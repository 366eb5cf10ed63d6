"""What stands on the map and not in it: scale bar, north arrow, legend, notes, watermark.

Each piece says which place it takes, so that no name is drawn under it.
"""

import math
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QApplication

from maps.labels import Box
from maps.lettering import font_of
from maps.rims import rim
from maps.style import MapStyle
from maps.symbols import colour
from maps.viewport import Viewport

MARGIN = 12
_TEXT = 12
_LINE = 18
_TRAIL = 14
_ARROW = " › "
_BETWEEN = " · "


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """Texts that are told from outside, or follow from what is drawn."""

    generated: bool = False
    sketchy_water: bool = False
    attribution: str = ""
    watermark: str = ""
    trail: tuple[str, ...] = ()  # the places that the middle of the view lies in


def text_width(text: str, size: int = _TEXT) -> float:
    """In pixels, in the application's font."""
    return _width(text, size, QApplication.font().family())


@lru_cache(maxsize=2048)
def _width(text: str, size: int, _family: str) -> float:
    return QFontMetricsF(font_of(size)).horizontalAdvance(text)


def scale_length(metres_per_px: float, most_px: float = 150) -> float:
    """The longest of 1, 2, 5 x 10^k metres that fits."""
    most, best, unit = metres_per_px * most_px, 0.0, 0.01
    while unit <= most:
        best = max([best, *(unit * k for k in (1, 2, 5) if unit * k <= most)])
        unit *= 10
    return best


def length_text(metres: float) -> str:
    return f"{metres / 1000:g} km" if metres >= 1000 else f"{metres:g} m"


def panel(painter: QPainter, box: QRectF, style: MapStyle) -> None:
    """The plate behind text on the map: the ground's colour and one thin line."""
    painter.setPen(QPen(colour(style.panel_line), 1))
    painter.setBrush(colour(style.panel[:3], style.panel[3]))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing that stands on the map: its place, what its look depends on, how it is drawn.

    `right_px`: so far right of its box it stands, where the left of the map is covered.
    """

    name: str
    box: QRectF
    look: Hashable
    draw: Callable[[QPainter], None]
    right_px: int = 0

    @property
    def taken(self) -> Box:
        left = self.box.x() + self.right_px
        return Box(left, self.box.y(), self.box.width(), self.box.height())


def pieces(view: Viewport, style: MapStyle, notes: Notes) -> list[Piece]:
    """All of it but the legend and the watermark; each is drawn within its box."""
    scale, north = _scale_box(view), _north_box(view)
    found = [
        Piece("scale", scale, view.metres_per_px, lambda p: _scale_bar(p, view, style)),
        Piece("north", north, view.turn_rad, lambda p: _north(p, view, style)),
    ]
    line = _line(notes)
    if line:
        found.append(_text_piece("note", _note_box(view, line), line, style))
    if notes.attribution:
        sources = _sources(view, notes.attribution)
        raised = bool(line) and _crowded(view, line, sources)
        box = _source_box(view, sources, raised=raised)
        found.append(_text_piece("sources", box, sources, style))
    if notes.trail:
        box = _trail_box(notes.trail)
        found.append(Piece("trail", box, notes.trail, lambda p: _trail(p, style, notes.trail)))
    return found


def _text_piece(name: str, box: QRectF, text: str, style: MapStyle) -> Piece:
    baseline = QPointF(box.left() + 2, box.bottom() - 4)

    def draw(painter: QPainter) -> None:
        painter.setFont(font_of(_TEXT))
        halo_text(painter, baseline, text, style)

    return Piece(name, box, text, draw)


def _line(notes: Notes) -> str:
    borders = QCoreApplication.translate("map", "示意边界")
    water = QCoreApplication.translate("map", "水系示意（1:400 万）")
    return " · ".join(
        part for part in (borders * notes.generated, water * notes.sketchy_water) if part
    )


def _sources(view: Viewport, attribution: str) -> str:
    """The credits; where they have no room, where they stand."""
    if text_width(attribution) + 2 * MARGIN <= view.width:
        return attribution
    return QCoreApplication.translate("map", "数据来源见“关于”")


def credits_of(view: Viewport, own: str, of_base: tuple[str, ...]) -> str:
    """This console's credits and those of the base maps; the latter alone where room is short."""
    whole = _BETWEEN.join(part for part in (own, *of_base) if part)
    beside = _scale_box(view).right() + text_width(whole) + 2 * MARGIN
    fits = beside <= view.width
    return whole if fits or not of_base else _BETWEEN.join(of_base)


def _crowded(view: Viewport, line: str, sources: str) -> bool:
    return text_width(line) + text_width(sources) + 4 * MARGIN > view.width


def _source_box(view: Viewport, text: str, *, raised: bool) -> QRectF:
    """At the lower right; a line higher where the note needs the whole width."""
    width = text_width(text) + 4
    top = view.height - MARGIN - _LINE + 4 - (_LINE if raised else 0)
    return QRectF(max(view.width - MARGIN - width, MARGIN), top, width, _LINE)


def _scale_box(view: Viewport) -> QRectF:
    length = round(scale_length(view.metres_per_px) / view.metres_per_px)
    return QRectF(MARGIN, view.height - MARGIN - _LINE - 28, length + 24, 28)


def _scale_bar(painter: QPainter, view: Viewport, style: MapStyle) -> None:
    metres = scale_length(view.metres_per_px)
    length = round(metres / view.metres_per_px)
    box = _scale_box(view)
    panel(painter, box, style)
    painter.setFont(font_of(_TEXT))
    x, y = box.left() + 12, box.bottom() - 7
    painter.setPen(QPen(colour(style.ink), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(
        [QPointF(x, y - 4), QPointF(x, y), QPointF(x + length, y), QPointF(x + length, y - 4)]
    )
    painter.drawLine(QPointF(x + length / 2, y - 3), QPointF(x + length / 2, y))
    words = QRectF(x - 12, y - 20, length + 24, 16)
    painter.drawText(words, Qt.AlignmentFlag.AlignCenter, length_text(metres))


def _north_box(view: Viewport) -> QRectF:
    return QRectF(view.width - MARGIN - 28, MARGIN, 28, 46)


def _north(painter: QPainter, view: Viewport, style: MapStyle) -> None:
    box = _north_box(view)
    panel(painter, box, style)
    painter.setFont(font_of(_TEXT))
    x, y = box.center().x(), box.top() + 6
    painter.setPen(QPen(colour(style.ink), 1))
    painter.setBrush(colour(style.ink))
    painter.save()
    painter.translate(x, y + 9)
    painter.rotate(math.degrees(view.turn_rad))
    tip, notch = QPointF(0, -9), QPointF(0, 4)
    painter.drawPolygon(QPolygonF([tip, QPointF(-5.5, 8), notch]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(QPolygonF([tip, QPointF(5.5, 8), notch]))
    painter.restore()
    words = QRectF(box.left(), y + 19, box.width(), 18)
    painter.drawText(words, Qt.AlignmentFlag.AlignCenter, QCoreApplication.translate("map", "北"))


def _note_box(view: Viewport, line: str) -> QRectF:
    return QRectF(MARGIN, view.height - MARGIN - _LINE + 4, text_width(line) + 4, _LINE)


def _trail_box(trail: tuple[str, ...]) -> QRectF:
    width = text_width(_ARROW.join(trail), _TRAIL) + 20
    return QRectF(MARGIN, MARGIN, width, 28)


def _trail(painter: QPainter, style: MapStyle, trail: tuple[str, ...]) -> None:
    """The chain of places, the finest brightest."""
    box = _trail_box(trail)
    panel(painter, box, style)
    painter.setFont(font_of(_TRAIL))
    x, baseline = box.left() + 10, box.top() + 19
    for k, name in enumerate(trail):
        last = k == len(trail) - 1
        text = name if last else name + _ARROW
        painter.setPen(colour(style.ink if last else style.faint))
        painter.drawText(QPointF(x, baseline), text)
        x += text_width(text, _TRAIL)
    painter.setFont(font_of(_TEXT))


def halo_text(painter: QPainter, baseline: QPointF, text: str, style: MapStyle) -> None:
    """A quiet line of text that stays readable on any ground."""
    rim(painter, baseline, text, colour(style.halo, 200))
    painter.setPen(colour(style.faint))
    painter.drawText(baseline, text)


def watermark(painter: QPainter, view: Viewport, style: MapStyle, text: str) -> None:
    size = max(min(view.width, view.height) // 7, 40)
    painter.setFont(font_of(size, size / 3))
    painter.setPen(colour(style.ink, 22))
    whole = QRectF(0, 0, view.width, view.height)
    painter.drawText(whole, Qt.AlignmentFlag.AlignCenter, text)
    painter.setFont(font_of(_TEXT))
