"""The picture side of the map: which part is shown, what is prepared, and painting it.

The GUI thread moves the last prepared picture, and draws symbols, names and furniture over it; the
picture itself is made by maps.renderer. Gestures and tools are in widgets.map_view.
"""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.clock import Clock
from app.model import OPEN_ALERTS, AlertState, Grade, Level
from maps import furniture, legend
from maps.blit import offset, show_frame, show_names
from maps.labels import Box, short_name
from maps.layers import LAYERS, LIVE_LAYERS
from maps.layers.areas import classes
from maps.layers.boundaries import WEIGHTS, strength
from maps.layers.layer import Ground, Live, Stage
from maps.picking import Targets
from maps.projection import project_point
from maps.renderer import Frame, Renderer, Request
from maps.scene import Division, MapData
from maps.style import STYLES, MapStyle, level_at
from maps.symbols import Symbols
from maps.viewport import Viewport

_MARGIN_PARTS = 8  # the back buffer is larger than the view by an eighth on every side
_LEAST_MARGIN = 96
_BLINK_MS = 500
_CITY = (105.28, 28.16, 110.2, 32.21)  # degrees; shown until a division is given


class MapSurface(QWidget):
    """Shows a viewport of a division with its data; everything it shows is handed to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(120, 90)
        self._division: Division | None = None
        self._data = MapData()
        self._style: MapStyle = STYLES["night"]
        self._clock: Clock | None = None
        self._notes = furniture.Notes()
        self._hidden = frozenset(layer.name for layer in LAYERS if not layer.visible)
        self._level: Level | None = None
        self._symbols: dict[tuple[MapStyle, float], Symbols] = {}
        self._view = _first_view()
        self._framed = False  # whether a person or the console has chosen a view
        self._renderer = Renderer(self)
        self._renderer.ready.connect(self._take)
        self._frame: Frame | None = None
        self._before: Frame | None = None
        self._asked: Request | None = None
        self._generation = 0
        self._targets = Targets()
        self._furnished: tuple[object, tuple[Box, ...], QImage] | None = None
        self._blink = QTimer(self)
        self._blink.setInterval(_BLINK_MS)
        self._blink.timeout.connect(self.update)

    @property
    def viewport(self) -> Viewport:
        return self._view

    @property
    def level(self) -> Level:
        """The level whose areas are told apart now."""
        return self._level if self._level is not None else level_at(self._view.metres_per_px)

    def set_hierarchy(self, division: Division) -> None:
        """The division to draw; another one may be given at any time."""
        self._division = division
        if not self._framed:
            self._fit_city()
        self._prepare()

    def set_data(self, data: MapData) -> None:
        """New values; the ground is made again only where they concern it."""
        same = self._data.with_ground(data)
        self._data = data
        self._watch()
        if same:
            self.update()
        else:
            self._prepare()

    @property
    def data(self) -> MapData:
        return self._data

    def set_style(self, theme: str) -> None:
        """ "night" or "day"; KeyError for another."""
        self._style = STYLES[theme]
        self._prepare()

    def set_clock(self, clock: Clock) -> None:
        """Where ages and blinking are read; a frozen one makes the picture stand still."""
        self._clock = clock
        self.update()

    def set_watermark(self, text: str) -> None:
        self._notes = replace(self._notes, watermark=text)
        self.update()

    def set_attribution(self, text: str) -> None:
        """The line of sources at the lower edge."""
        self._notes = replace(self._notes, attribution=text)
        self.update()

    def set_layer_visible(self, name: str, visible: bool) -> None:
        """Show or hide a layer of maps.layers.LAYERS; KeyError for a name that is not there."""
        if name not in {layer.name for layer in LAYERS}:
            raise KeyError(name)
        self._hidden = self._hidden - {name} if visible else self._hidden | {name}
        self._prepare()

    def layer_visible(self, name: str) -> bool:
        return name not in self._hidden

    def set_level(self, level: Level | None) -> None:
        """Hold the areas at one level; None follows the scale again."""
        self._level = level
        self._prepare()

    def render_sync(self) -> QImage:
        """Everything drawn now, sharp, and its picture."""
        self._take(self._renderer.now(self._request()))
        picture = QImage(
            self.size() * self.devicePixelRatioF(), QImage.Format.Format_ARGB32_Premultiplied
        )
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        picture.fill(0)
        self.render(picture)
        return picture

    def shut(self) -> None:
        """Stop preparing; called when the widget goes."""
        self._renderer.close()

    def show_view(self, view: Viewport) -> None:
        """Show another part; what is there already is moved at once, the rest is prepared."""
        self._framed = True
        view = view.resized(self.width(), self.height()).snapped()
        if view != self._view:
            self._view = view
            self._prepare()
            self.view_changed()

    def view_changed(self) -> None:
        """Told after every change of the view."""

    def paint_tool(self, painter: QPainter) -> None:
        """Drawn over the map and under its furniture."""

    def _fit_city(self) -> None:
        size = max(self.width(), 1), max(self.height(), 1)
        assert self._division is not None
        lines, (x, y) = self._division.topology.level(Level.CITY), self._division.topology.origin
        west, south, east, north = (float(edge) for edge in lines.bounds[0])
        extent = (west + x, south + y, east + x, north + y)
        self._view = self._view.resized(*size).fit(extent).snapped()

    def _request(self) -> Request:
        view, dpr = self._view, self.devicePixelRatioF()
        margins = (max(s // _MARGIN_PARTS, _LEAST_MARGIN) for s in (view.width, view.height))
        grown = view.grown(*margins)
        device = replace(
            grown,
            metres_per_px=grown.metres_per_px / dpr,
            width=round(grown.width * dpr),
            height=round(grown.height * dpr),
        )
        self._generation += 1
        return Request(
            viewport=device,
            dpr=dpr,
            level=self.level,
            style=self._style,
            division=self._division,
            data=self._data,
            hidden=self._hidden,
            generation=self._generation,
        )

    def _prepare(self) -> None:
        """Ask for a picture, unless the one at hand still has room about the view."""
        self.update()
        if not self.isVisible():
            self._asked = None
            return
        if not (self._asked and self._still_good(self._asked)):
            self._asked = self._request()
            self._renderer.ask(self._asked)

    def _still_good(self, asked: Request) -> bool:
        spare = self._view.grown(_LEAST_MARGIN // 3, _LEAST_MARGIN // 3)
        scale = asked.viewport.metres_per_px * asked.dpr
        return (
            abs(scale / self._view.metres_per_px - 1) < 1e-9
            and asked.viewport.covers(spare)
            and asked.dpr == self.devicePixelRatioF()
            and asked.level is self.level
            and asked.style is self._style
            and asked.hidden == self._hidden
            and asked.division is self._division
            and asked.data.with_ground(self._data)
        )

    def _take(self, frame: Frame) -> None:
        """A finished picture; an older one than is shown comes too late and is dropped."""
        if self._frame and frame.request.generation <= self._frame.request.generation:
            return
        sharp = offset(frame, self._view) is not None and frame.viewport.covers(self._view)
        self._before, self._frame = None if sharp else self._frame, frame
        self.update()

    def _watch(self) -> None:
        """Blink only while something grave has not been acknowledged."""
        urgent = any(
            alert.state is AlertState.NEW and alert.grade <= Grade.II
            for alert in self._data.alerts
            if alert.state in OPEN_ALERTS
        )
        if urgent and not self._blink.isActive():
            self._blink.start()
        elif not urgent:
            self._blink.stop()

    def _live(self) -> Live:
        now = self._clock() if self._clock else None
        dpr = self.devicePixelRatioF()
        key = (self._style, dpr)
        return Live(
            viewport=self._view,
            data=self._data,
            style=self._style,
            symbols=self._symbols.setdefault(key, Symbols(self._style, dpr)),
            now=now,
            blink=now is not None and now.microsecond >= 500_000,
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._view = self._view.resized(self.width(), self.height()).snapped()
        if not self._framed and self._division is not None:
            self._fit_city()
        self._prepare()
        super().resizeEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._prepare()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(*self._style.outside))
        for frame in (self._before, self._frame):
            if frame is not None:
                show_frame(painter, frame, self._view)
        self._paint_over(painter)
        painter.end()

    def _paint_over(self, painter: QPainter) -> None:
        """Names where no furniture stands, then what moves, then the furniture."""
        live = self._live()
        taken, picture = self._furniture(live)
        for layer in LIVE_LAYERS:
            if layer.name in self._hidden:
                continue
            if layer.stage is Stage.NAMES and self._frame:
                show_names(painter, self._frame, self._view, taken)
            elif layer.draw:
                layer.draw(painter, live)
        self._targets = live.targets
        self.paint_tool(painter)
        painter.drawImage(0, 0, picture)

    def _furniture(self, live: Live) -> tuple[tuple[Box, ...], QImage]:
        """Scale bar, legend and notes, drawn anew only when they change; and their boxes."""
        view, data = self._view, self._data
        notes = replace(self._notes, generated=self._generated(), trail=self._trail())
        shape = (view.width, view.height, view.metres_per_px, self.devicePixelRatioF())
        there = (bool(data.fixes), bool(data.cases), bool(data.alerts), id(data.plants))
        key = (shape, there, notes, self._style, self.level, self._breaks(), self._hidden)
        if self._furnished is None or self._furnished[0] != key:
            rows = self._legend_rows(live)
            corner = legend.box(view, rows)
            taken = (*furniture.boxes(view, notes), *((corner,) if corner else ()))
            dpr = self.devicePixelRatioF()
            picture = QImage(self.size() * dpr, QImage.Format.Format_ARGB32_Premultiplied)
            picture.setDevicePixelRatio(dpr)
            picture.fill(0)
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            furniture.draw(painter, view, self._style, notes)
            legend.draw(painter, view, self._style, rows)
            painter.end()
            self._furnished = (key, taken, picture)
        return self._furnished[1], self._furnished[2]

    def _breaks(self) -> tuple[int, ...]:
        return classes(
            Ground(
                viewport=self._view,
                level=self.level,
                division=self._division,
                data=self._data,
                style=self._style,
            )
        )

    def _legend_rows(self, live: Live) -> list[legend.Row]:
        if not self.layer_visible("legend"):
            return []
        hidden = self._hidden if self._division else self._hidden | {"areas"}
        return legend.rows(
            self._data,
            self._style,
            live.symbols,
            level=self.level,
            breaks=self._breaks(),
            hidden=hidden,
        )

    def _generated(self) -> bool:
        """Whether borders below the district are drawn: those are generated."""
        return self._division is not None and any(
            strength(weight, self._view.metres_per_px) > 0
            for weight in WEIGHTS
            if weight.level > Level.DISTRICT
        )

    def unit_at(self, x: float, y: float) -> str | None:
        """The code of the unit of the level in view at a pixel, None outside or not yet drawn."""
        frame = self._frame
        if frame is None or frame.runs is None or self._division is None:
            return None
        px, py = frame.viewport.to_screen(*self._view.to_map(x, y))
        unit = frame.runs.unit_at(int(px), int(py))
        return self._division.code_at(frame.request.level, unit) if unit >= 0 else None

    def _trail(self) -> tuple[str, ...]:
        """The places above the one in the middle of the view; a grid is named itself."""
        if self._division is None:
            return ()
        code = self.unit_at(self._view.width / 2, self._view.height / 2)
        place = self._division.place(code) if code else None
        names = [place.name] if place and place.level is Level.GRID else []
        while place is not None and place.parent is not None:
            place = self._division.place(place.parent)
            names += [short_name(place.name)] if place else []
        return tuple(reversed(names))


def _first_view() -> Viewport:
    x0, y0 = project_point(*_CITY[:2])
    x1, y1 = project_point(*_CITY[2:])
    return Viewport(0, 0, 1, 640, 480).fit((x0, y0, x1, y1))
