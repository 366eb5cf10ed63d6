"""The picture side of the map: which part is shown, what is prepared, and painting it.

The GUI thread moves the last prepared picture, and draws symbols, names and furniture over it; the
picture itself is made by maps.renderer, asked through widgets.map_frames. Gestures and tools are
in widgets.map_view.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.clock import Clock
from app.model import OPEN_ALERTS, AlertState, Grade, Level
from app.settings import BY_OPEN_CASES, Colouring
from maps import furniture
from maps.blit import show_frame, show_names
from maps.labels import Box
from maps.layers import DEFAULT, LIVE_LAYERS, Stack
from maps.layers.areas import classed
from maps.layers.drawing import plates
from maps.layers.events import Summary
from maps.layers.layer import Ground, Live, Stage
from maps.picking import Targets
from maps.printing.shown import Shown
from maps.projection import project_point
from maps.renderer import Frame, Request
from maps.scene import Division, MapData
from maps.style import STYLES, MapStyle, level_at
from maps.symbols import Symbols
from maps.viewport import Viewport
from widgets.map_frames import Frames, viewport_of
from widgets.map_furnishing import Furnishing, Setting, notes_of, trail
from widgets.map_plate import Plate

if TYPE_CHECKING:
    from maps.base.shelf import Shelf

_BLINK_MS = 500
_CITY = (105.28, 28.16, 110.2, 32.21)  # degrees; shown until a division is given


class MapSurface(QWidget):
    """Shows a viewport of a division with its data; everything it shows is handed to it."""

    stack_changed = Signal(object)  # maps.layers.Stack
    events_told = Signal(object)  # maps.layers.events.Summary, of a picture that is shown
    colouring_changed = Signal(object)  # app.settings.Colouring
    shelf_changed = Signal(object)  # maps.base.shelf.Shelf, or None
    enlarged = 1.0  # how many times larger everything is drawn than on a desk

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(120, 90)
        self._division: Division | None = None
        self._data = MapData()
        self._style: MapStyle = STYLES["night"]
        self._clock: Clock | None = None
        self._notes = furniture.Notes()
        self.left_covered = 0
        self._clear: dict[str, Box] = {}
        self._tagged: tuple[Box, ...] = ()
        self._stack = DEFAULT
        self._shelf: Shelf | None = None
        self._colouring = BY_OPEN_CASES
        self._level: Level | None = None
        self._symbols: dict[tuple[MapStyle, float], Symbols] = {}
        self._view = _first_view()
        self._framed = False  # whether a person or the console has chosen a view
        self._frames = Frames(self)
        self._frames.changed.connect(self.update)
        self._frames.changed.connect(lambda: self.events_told.emit(self.events))
        self._targets = Targets()
        self.taken: tuple[Box, ...] = ()  # where furniture stands, as last painted
        self._plate = Plate()
        self.furnishing = Furnishing()
        self._blink = QTimer(self)
        self._blink.setInterval(_BLINK_MS)
        self._blink.timeout.connect(self.update)

    @property
    def division(self) -> Division | None:
        return self._division

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
            self.view_changed()
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

    def set_shelf(self, shelf: "Shelf | None") -> None:
        """The base maps to draw; called again with the same one whenever it has changed."""
        self._shelf = shelf
        self._prepare()
        self.shelf_changed.emit(shelf)

    @property
    def shelf(self) -> "Shelf | None":
        return self._shelf

    def set_watermark(self, text: str) -> None:
        self._notes = replace(self._notes, watermark=text)
        self.update()

    def set_attribution(self, text: str) -> None:
        """The line of sources at the lower edge."""
        self._notes = replace(self._notes, attribution=text)
        self.update()

    def set_layer_visible(self, name: str, visible: bool) -> None:
        """Show or hide a layer of maps.layers.LAYERS; KeyError for a name that is not there."""
        self.set_stack(self._stack.showing(name, visible))

    def set_stack(self, stack: Stack) -> None:
        """Draw the layers as these states say."""
        if stack != self._stack:
            self._stack = stack
            self._prepare()
            self.stack_changed.emit(stack)

    @property
    def stack(self) -> Stack:
        return self._stack

    def set_colouring(self, colouring: Colouring) -> None:
        """What the areas are coloured by, in which classes."""
        if colouring != self._colouring:
            self._colouring = colouring
            self._prepare()
            self.colouring_changed.emit(colouring)

    @property
    def colouring(self) -> Colouring:
        return self._colouring

    @property
    def classes(self) -> tuple[float, ...]:
        """The lower bounds of the classes that areas are coloured in now."""
        return classed(self._ground()).lower

    def layer_visible(self, name: str) -> bool:
        return name not in self._stack.hidden

    def set_level(self, level: Level | None) -> None:
        """Hold the areas at one level; None follows the scale again."""
        self._level = level
        self._prepare()

    def render_sync(self) -> QImage:
        """Everything drawn now, sharp, and its picture."""
        self._draw_now()
        picture = QImage(
            self.size() * self.devicePixelRatioF(), QImage.Format.Format_ARGB32_Premultiplied
        )
        picture.setDevicePixelRatio(self.devicePixelRatioF())
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

    def _draw_now(self) -> None:
        """Furniture tells of the ground, and names keep clear of it: drawn until both agree."""
        for _ in range(3):
            request = self._request()
            self._frames.now(request)
            if self._request().page == request.page:
                return

    def set_left_covered(self, px: int) -> None:
        """So much of the map lies under something else: its furniture keeps out from there."""
        if px != self.left_covered:
            self.left_covered = px
            self.update()

    def keep_clear(self, name: str, box: Box | None) -> None:
        """No name is set where something stands on the map; None where it stands no more."""
        if self._clear.get(name) != box:
            self._clear = {k: b for k, b in self._clear.items() if k != name}
            self._clear |= {name: box} if box else {}
            self._prepare()

    def set_tagged(self, boxes: tuple[Box, ...]) -> None:
        """Where tags stand that move with the hand: names under them are not shown meanwhile."""
        if boxes != self._tagged:
            self._tagged = boxes
            self.update()

    @property
    def map_style(self) -> MapStyle:
        return self._style

    def shut(self) -> None:
        """Stop preparing; called when the widget goes."""
        self._frames.close()

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

    def under_tool(self, taken: tuple[Box, ...]) -> tuple[Box, ...]:
        """Where what the tool in hand says hides names; `taken` is where furniture stands."""
        return ()

    def _fit_city(self) -> None:
        size = max(self.width(), 1), max(self.height(), 1)
        assert self._division is not None
        lines, (x, y) = self._division.topology.level(Level.CITY), self._division.topology.origin
        west, south, east, north = (float(edge) for edge in lines.bounds[0])
        extent = (west + x, south + y, east + x, north + y)
        self._view = self._view.resized(*size).fit(extent).snapped()

    def _request(self) -> Request:
        dpr = self.devicePixelRatioF()
        return Request(
            viewport=viewport_of(self._view, dpr),
            view=self._view,
            taken=self._taken(self._pieces()),
            dpr=dpr,
            level=self.level,
            style=self._style,
            division=self._division,
            data=self._data,
            stack=self._stack,
            shelf=self._shelf,
            shelved=self._shelf.stamp if self._shelf else 0,
            colouring=self._colouring,
        )

    def _prepare(self) -> None:
        """See to it that the ground of this view is there soon."""
        self.update()
        if self.isVisible():
            self._frames.want(self._request())
        else:
            self._frames.forget()

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
        return Live(
            viewport=self._view,
            data=self._data,
            style=self._style,
            symbols=self._symbols_now(),
            now=now,
            blink=now is not None and now.microsecond >= 500_000,
        )

    def _symbols_now(self) -> Symbols:
        dpr = self.devicePixelRatioF()
        return self._symbols.setdefault((self._style, dpr), Symbols(self._style, dpr))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._view = self._view.resized(self.width(), self.height()).snapped()
        if not self._framed and self._division is not None:
            self._fit_city()
        self._prepare()
        self.view_changed()
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
        if self.enlarged != 1.0:
            painter.scale(self.enlarged, self.enlarged)
        for frame in self._frames.shown:
            show_frame(painter, frame, self._view)
        self._paint_over(painter)
        painter.end()

    def _paint_over(self, painter: QPainter) -> None:
        """Names where no furniture stands, then what moves, then the furniture."""
        pieces, lettered = self._pieces(), self._frames.lettered
        live = replace(self._live(), taken=self._taken(pieces))
        for layer in self._stack.ordered(LIVE_LAYERS):
            if not self._stack.shows(layer, self._view.metres_per_px):
                continue
            painter.setOpacity(self._stack.opacity(layer.name))
            if layer.stage is Stage.NAMES and lettered and self._names_stand(lettered):
                clear = (*live.taken, *self._tagged, *plates(live))
                clear += self.under_tool(live.taken)
                show_names(painter, lettered, self._view, clear)
            elif layer.draw:
                layer.draw(painter, live)
        painter.setOpacity(1)
        self._targets, self.taken = live.targets, live.taken
        self.paint_tool(painter)
        if self._notes.watermark:
            furniture.watermark(painter, self._view, self._style, self._notes.watermark)
        self._plate.draw(painter, pieces, self._style, self.devicePixelRatioF())

    def _names_stand(self, frame: Frame) -> bool:
        """Names of another look or division are not shown."""
        asked = frame.request
        return asked.style is self._style and asked.division is self._division

    def _taken(self, pieces: list[furniture.Piece]) -> tuple[Box, ...]:
        """Where no name may stand: under furniture, and under what covers the map."""
        covered = Box(0, 0, self.left_covered, self.height())
        boxes = (*(piece.taken for piece in pieces), *self._clear.values())
        return (*boxes, covered) if self.left_covered else boxes

    def _pieces(self) -> list[furniture.Piece]:
        """The furniture as it stands in this view."""
        return self.furnishing.pieces(self._setting())

    @property
    def notes(self) -> furniture.Notes:
        """The lines of text that stand on the map now."""
        return notes_of(self._setting())

    def _setting(self) -> Setting:
        """What furniture tells of."""
        code = self.unit_at(self._view.width / 2, self._view.height / 2)
        return Setting(
            ground=self._ground(),
            stack=self._stack,
            shelf=self._shelf,
            events=self.events,
            areas=self._frames.frame.areas if self._frames.frame else None,
            symbols=self._symbols_now(),
            notes=self._notes,
            trail=trail(self._division, code) if self._division else (),
            covered_px=self.left_covered,
        )

    def _ground(self) -> Ground:
        """What is in view, as the ground's layers see it."""
        return Ground(
            viewport=self._view,
            level=self.level,
            division=self._division,
            data=self._data,
            style=self._style,
            colouring=self._colouring,
        )

    @property
    def events(self) -> Summary | None:
        """How all events are told in the picture that is shown; None while they are not."""
        frame = self._frames.frame
        return frame.events if frame is not None else None

    def unit_at(self, x: float, y: float) -> str | None:
        """The code of the unit of the level in view at a pixel, None outside or not yet drawn."""
        frame = self._frames.frame
        if frame is None or frame.runs is None or self._division is None:
            return None
        px, py = frame.viewport.to_screen(*self._view.to_map(x, y))
        unit = frame.runs.unit_at(int(px), int(py))
        return self._division.code_at(frame.request.level, unit) if unit >= 0 else None


def _first_view() -> Viewport:
    x0, y0 = project_point(*_CITY[:2])
    x1, y1 = project_point(*_CITY[2:])
    return Viewport(0, 0, 1, 640, 480).fit((x0, y0, x1, y1))
