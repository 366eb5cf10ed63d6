"""Paints the wall about its map: head, figures, alarms, plants, foot; all sizes follow one letter.

Whose data are shown is smaller than what the room must read: it is for who steps up to it.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from maps import legend_areas
from maps.layers.areas import Told as AreasTold
from maps.style import STYLES
from widgets.grade_symbol import paint as paint_grade
from widgets.theme import Theme
from widgets.wall.facts import AlarmRow, PlantRow, Tile
from widgets.words import NUMERALS

SIDE_EM, HEAD_EM, TILES_EM, FOOT_EM, ROW_EM = 19.0, 1.7, 3.3, 1.6, 1.42
_FIGURE, _CREDITS = 1.7, 0.5
_SWATCH_HIGH = 12  # of the desk's legend, in pixels
_FLAGS = int(Qt.AlignmentFlag.AlignVCenter)
_RIGHT = _FLAGS | int(Qt.AlignmentFlag.AlignRight)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Everything that stands on the wall beside the map; `areas`: what its colours mean."""

    title: str
    clock: str
    mark: str = ""
    tiles: tuple[Tile, ...] = ()
    alarms: tuple[AlarmRow, ...] = ()
    plants: tuple[PlantRow, ...] = ()
    credits: str = ""
    trouble: str = ""
    legend: str = ""
    areas: AreasTold | None = None
    heads: tuple[str, str] = ("", "")
    empty: str = ""


class Board(QWidget):
    """`letter_px` is the smallest letter there is; `map_box` is what is left for the map."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.letter_px = 40
        self.theme: Theme | None = None
        self.told = Told(title="", clock="")

    def tell(self, told: Told) -> None:
        if told != self.told:
            self.told = told
            lines = [told.title, *(f"{tile.name} {tile.number}" for tile in told.tiles)]
            lines += [f"{row.what} {row.where} {row.waited}" for row in told.alarms]
            self.setAccessibleName("\n".join(lines))
            self.update()

    def em(self, times: float) -> int:
        return round(self.letter_px * times)

    @property
    def side_px(self) -> int:
        """A third of the wall at the least, never more than half of it."""
        return min(max(self.em(SIDE_EM), self.width() // 3), self.width() // 2)

    @property
    def map_box(self) -> QRect:
        top = self.em(HEAD_EM) + self.em(TILES_EM)
        height = self.height() - top - self.em(FOOT_EM)
        return QRect(0, top, self.width() - self.side_px, height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self.theme.colour("window"))
        painter.setFont(self._font(1.0))
        self._head(painter)
        self._tiles(painter)
        self._side(painter)
        self._foot(painter)
        painter.end()

    def _font(self, times: float) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self.em(times))
        return font

    def _pen(self, painter: QPainter, token: str) -> None:
        assert self.theme is not None
        painter.setPen(self.theme.colour(token))

    def _text(self, painter: QPainter, box: QRect, text: str, flags: int = _FLAGS) -> None:
        """Plain text, cut in its middle where it does not fit."""
        metrics = painter.fontMetrics()
        cut = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, box.width())
        painter.drawText(box, flags | int(Qt.TextFlag.TextSingleLine), cut)

    def _head(self, painter: QPainter) -> None:
        assert self.theme is not None
        gap, height = self.em(0.6), self.em(HEAD_EM)
        painter.fillRect(QRect(0, 0, self.width(), height), self.theme.colour("raised"))
        clock = painter.fontMetrics().horizontalAdvance(self.told.clock) + gap
        self._pen(painter, "text")
        box = QRect(gap, 0, self.width() - 2 * gap, height)
        self._text(painter, box, self.told.clock, _RIGHT)
        self._text(painter, box.adjusted(0, 0, -clock, 0), self.told.title)
        if self.told.mark:
            title = painter.fontMetrics().horizontalAdvance(self.told.title)
            wide = painter.fontMetrics().horizontalAdvance(self.told.mark) + gap
            plate = QRect(2 * gap + title, self.em(0.15), wide, height - self.em(0.3))
            painter.drawRect(plate)
            self._text(painter, plate, self.told.mark, _CENTRE)

    def _tiles(self, painter: QPainter) -> None:
        """The figures in one row, each above its name."""
        top, height = self.em(HEAD_EM), self.em(TILES_EM)
        shares = [2.0 if tile.grade is None else 1.5 for tile in self.told.tiles]
        if self.told.tiles:
            shares[-1] = 2.6
        unit, left = self.width() / max(sum(shares), 1.0), 0.0
        for tile, share in zip(self.told.tiles, shares, strict=True):
            box = QRect(round(left), top, round(unit * share), height)
            self._tile(painter, box, tile)
            left += unit * share
        self._line(painter, 0, top + height, self.width(), top + height)

    def _tile(self, painter: QPainter, box: QRect, tile: Tile) -> None:
        name = QRect(box.x(), box.bottom() - self.em(1.4), box.width(), self.em(1.3))
        figure = QRect(box.x(), box.y() + self.em(0.1), box.width(), self.em(_FIGURE * 1.1))
        painter.setFont(self._font(_FIGURE))
        self._pen(painter, "text" if tile.number else "dim")
        painter.drawText(figure, _CENTRE, str(tile.number))
        painter.setFont(self._font(1.0))
        self._pen(painter, "dim")
        painter.drawText(name, _CENTRE, tile.name)
        if tile.grade is not None:
            wide = painter.fontMetrics().horizontalAdvance(tile.name)
            mark = self.em(0.72)
            x = box.center().x() - wide / 2 - mark - self.em(0.25)
            place = QRectF(x, name.center().y() - mark / 2 + 1, mark, mark)
            paint_grade(painter, place, tile.grade, filled=bool(tile.number), look=self.theme)

    def _side(self, painter: QPainter) -> None:
        """Alarms above, plants with what room is left."""
        map_box, gap = self.map_box, self.em(0.6)
        left, row = map_box.right() + 1 + gap, self.em(ROW_EM)
        width = self.width() - left - gap
        self._line(painter, map_box.right() + 1, map_box.top(), map_box.right() + 1, self.height())
        top = map_box.top() + self.em(0.2)
        self._title(painter, QRect(left, top, width, row), self.told.heads[0])
        top += row
        for alarm in self.told.alarms:
            self._alarm(painter, QRect(left, top, width, row), alarm)
            top += row
        if not self.told.alarms:
            self._pen(painter, "dim")
            self._text(painter, QRect(left, top, width, row), self.told.empty)
            top += row
        top += self.em(0.4)
        self._line(painter, left, top, left + width, top)
        self._title(painter, QRect(left, top, width, row), self.told.heads[1])
        self._plants(painter, QRect(left, top + row, width, self.map_box.bottom() - top - row), row)

    def _title(self, painter: QPainter, box: QRect, text: str) -> None:
        self._pen(painter, "dim")
        self._text(painter, box, text)

    def _alarm(self, painter: QPainter, box: QRect, alarm: AlarmRow) -> None:
        mark, gap = self.em(0.9), self.em(0.4)
        place = QRectF(box.x(), box.center().y() - mark / 2, mark, mark)
        paint_grade(painter, place, alarm.grade, filled=alarm.lit, look=self.theme)
        self._pen(painter, "text")
        metrics = painter.fontMetrics()
        rest = box.adjusted(mark + gap, 0, 0, 0)
        self._text(painter, rest, NUMERALS[alarm.grade])
        rest.setLeft(rest.left() + metrics.horizontalAdvance(NUMERALS[alarm.grade]) + gap)
        self._text(painter, rest, alarm.waited, _RIGHT)
        rest.setWidth(rest.width() - metrics.horizontalAdvance(alarm.waited) - gap)
        what = min(metrics.horizontalAdvance(alarm.what), rest.width())
        self._text(painter, rest, alarm.what)
        rest.setLeft(rest.left() + what + gap)
        if rest.width() > self.em(2):
            self._text(painter, rest, alarm.where)

    def _plants(self, painter: QPainter, box: QRect, row: int) -> None:
        """A line each, or two where name and state do not stand beside each other."""
        top, gap = box.y(), self.em(0.4)
        metrics = painter.fontMetrics()
        self._pen(painter, "text")
        for number, plant in enumerate(self.told.plants):
            name, state = map(metrics.horizontalAdvance, (plant.name, plant.state))
            high = row if name + gap + state <= box.width() else 2 * row
            left = len(self.told.plants) - number
            if top + high + (row if left > 1 else 0) > box.bottom() + 1:
                self._text(painter, QRect(box.x(), top, box.width(), row), f"… +{left}")
                return
            self._text(painter, QRect(box.x(), top, box.width(), row), plant.name)
            low = QRect(box.x(), top + high - row, box.width(), row)
            self._text(painter, low, plant.state, _RIGHT)
            top += high

    def _foot(self, painter: QPainter) -> None:
        map_box, gap = self.map_box, self.em(0.5)
        box = QRect(gap, map_box.bottom() + 1, map_box.width() - 2 * gap, self.em(FOOT_EM))
        self._line(painter, 0, box.y(), self.width(), box.y())
        self._pen(painter, "dim")
        self._swatches(painter, box)
        self._pen(painter, "text")
        beside = QRect(map_box.right() + gap, box.y(), self.side_px - 2 * gap, box.height())
        self._text(painter, beside, self.told.trouble)
        if not self.told.trouble:
            painter.setFont(self._font(_CREDITS))
            self._pen(painter, "dim")
            flags = _FLAGS | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(beside, flags, self.told.credits)

    def _swatches(self, painter: QPainter, box: QRect) -> None:
        """What the colours and hatches of the areas mean, as on a desk and so many times larger."""
        assert self.theme is not None
        metrics, gap, larger = painter.fontMetrics(), self.em(0.35), self.em(0.8) / _SWATCH_HIGH
        x = box.x()
        self._text(painter, QRect(x, box.y(), box.width(), box.height()), self.told.legend)
        x += metrics.horizontalAdvance(self.told.legend) + gap
        areas = self.told.areas
        for item in legend_areas.items(STYLES[self.theme.name], areas) if areas else ():
            side, wide = round(item.width * larger), metrics.horizontalAdvance(item.text)
            if x + side + gap + wide > box.right():
                break
            painter.save()
            painter.translate(x, box.center().y())
            painter.scale(larger, larger)
            item.draw(painter, QPointF(0, 0))
            painter.restore()
            x += side + self.em(0.2)
            painter.drawText(QRect(x, box.y(), wide + gap, box.height()), _FLAGS, item.text)
            x += wide + gap

    def _line(self, painter: QPainter, x0: int, y0: int, x1: int, y1: int) -> None:
        assert self.theme is not None
        painter.setPen(QPen(self.theme.colour("line"), max(1, self.em(0.04))))
        painter.drawLine(x0, y0, x1, y1)
