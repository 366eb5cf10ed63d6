"""The picture side of the map: painting what is prepared, and what moves over it.

The GUI thread moves the last prepared picture, and draws symbols, names and furniture over it.
What there is to show is widgets.map_content's, which part of it and how it is prepared
widgets.map_prepared's; gestures and tools are in widgets.map_view.
"""

from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from maps.labels import Box
from maps.layers.layer import Live
from maps.picking import Targets
from maps.printing.shown import Shown
from widgets.map_painting import Moment, Painting, stands
from widgets.map_prepared import MapPrepared


class MapSurface(MapPrepared):
    """Shows a viewport of a division with its data; everything it shows is handed to it."""

    enlarged = 1.0  # how many times larger everything is drawn than on a desk

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._targets = Targets()
        self.taken: tuple[Box, ...] = ()  # where furniture stands, as last painted
        self._painting = Painting()

    def paint_tool(self, painter: QPainter) -> None:
        """Drawn over the map and under its furniture."""

    def under_tool(self, taken: tuple[Box, ...]) -> tuple[Box, ...]:
        """Where what the tool in hand says hides names; `taken` is where furniture stands."""
        return ()

    def render_sync(self) -> QImage:
        """Everything drawn now, sharp, and its picture."""
        self._draw_now()
        dpr = self.devicePixelRatioF()
        picture = QImage(self.size() * dpr, QImage.Format.Format_ARGB32_Premultiplied)
        picture.setDevicePixelRatio(dpr)
        picture.fill(0)
        self.render(picture)
        return picture

    def shown(self) -> Shown:
        """What is on the map now, to be drawn elsewhere; without what a tool is about to do."""
        return Shown(
            viewport=self._view,
            division=self._division,
            data=self._data,
            style=self._style,
            held=self._level,
            stack=self._stack,
            colouring=self._colouring,
            shelf=self._shelf,
            now=self._clock() if self._clock else None,
            attribution=self._notes.attribution,
            watermark=self._notes.watermark,
        )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._soon.stop()
        self._just_painted.start()
        moment = self._moment()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.enlarged != 1.0:
            painter.scale(self.enlarged, self.enlarged)
        self._painting.lay(painter, moment)
        self._targets, self.taken = moment.live.targets, self._taken(list(moment.pieces))
        self.paint_tool(painter)
        self._painting.furnish(painter, moment)
        painter.end()

    def _moment(self) -> Moment:
        """What is painted now."""
        pieces, lettered = self._pieces(), self._frames.lettered
        taken = self._taken(pieces)
        live = self._live((*taken, *self.under_tool(taken)))
        named = stands(lettered, self._style, self._division)
        return Moment(
            frames=self._frames.shown,
            lettered=lettered if named else None,
            stack=self._stack,
            live=live,
            pieces=pieces,
            hidden=self._tagged,
            watermark=self._notes.watermark,
            dpr=self.devicePixelRatioF(),
        )

    def _live(self, taken: tuple[Box, ...]) -> Live:
        now = self._clock() if self._clock else None
        return Live(
            viewport=self._view,
            data=self._data,
            style=self._style,
            symbols=self._symbols_now(),
            now=now,
            blink=now is not None and now.microsecond >= 500_000,
            taken=taken,
        )
