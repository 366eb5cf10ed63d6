"""Which part of the map is shown, and seeing to it that a picture of its ground is prepared.

The picture is made by maps.renderer, asked through widgets.map_frames; furniture is laid out here
because names keep clear of it.
"""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.model import Level
from maps import furniture
from maps.first_view import city_view, first_view
from maps.labels import Box
from maps.layers.areas import Told, classed, told
from maps.layers.events import Summary
from maps.layers.layer import Ground
from maps.renderer import Request
from maps.scene import Division
from maps.style import MapStyle, level_at
from maps.symbols import Symbols
from maps.viewport import Viewport
from widgets.map_ahead import viewport_of
from widgets.map_content import MapContent
from widgets.map_frames import Frames
from widgets.map_furnishing import Furnishing, Setting, notes_of, trail

_STEP_MS = 16  # from one step of a hand to the next


class MapPrepared(MapContent):
    """`view_changed` and `events_told` follow what is shown."""

    events_told = Signal(object)  # maps.layers.events.Summary, of a picture that is shown

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._symbols: dict[tuple[MapStyle, float], Symbols] = {}
        self._view = first_view()
        self._framed = False  # whether a person or the console has chosen a view
        self._frames = Frames(self)
        self._frames.changed.connect(self._show_soon)
        self._soon = QTimer(self, singleShot=True, interval=_STEP_MS)
        self._soon.timeout.connect(self.update)
        self._frames.changed.connect(lambda: self.events_told.emit(self.events))
        self.furnishing = Furnishing()

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

    def shut(self) -> None:
        """Stop preparing; called when the widget goes."""
        self._frames.close()

    @property
    def classes(self) -> tuple[float, ...]:
        """The lower bounds of the classes that areas are coloured in now."""
        return classed(self._ground()).lower

    @property
    def areas(self) -> Told | None:
        """What a legend says of the areas; None while there is no division."""
        return told(self._ground())

    @property
    def events(self) -> Summary | None:
        """How all events are told in the picture that is shown; None while they are not."""
        frame = self._frames.frame
        return frame.events if frame is not None else None

    @property
    def notes(self) -> furniture.Notes:
        """The lines of text that stand on the map now."""
        return notes_of(self._setting())

    def unit_at(self, x: float, y: float) -> str | None:
        """The code of the unit of the level in view at a pixel, None outside or not yet drawn."""
        frame = self._frames.frame
        if frame is None or frame.runs is None or self._division is None:
            return None
        px, py = frame.viewport.pixel(*self._view.to_map(x, y))
        unit = frame.runs.unit_at(int(px), int(py))
        return self._division.code_at(frame.request.level, unit) if unit >= 0 else None

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
    def _prepare(self) -> None:
        self.update()
        if self.isVisible():
            self._frames.want(self._request())
        else:
            self._frames.forget()

    def _show_soon(self) -> None:
        """A new picture waits for the next step of a hand, so that no step is painted twice."""
        if self._frames.moving:
            self._soon.start()
        else:
            self.update()

    def _draw_now(self) -> None:
        """Furniture tells of the ground, and names keep clear of it: drawn until both agree."""
        for _ in range(3):
            request = self._request()
            self._frames.now(request)
            if self._request().page == request.page:
                return

    def _fit_city(self) -> None:
        assert self._division is not None
        size = max(self.width(), 1), max(self.height(), 1)
        self._view = city_view(self._view.resized(*size), self._division)

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

    def _taken(self, pieces: list[furniture.Piece]) -> tuple[Box, ...]:
        """Where no name may stand: under furniture, and under what covers the map."""
        covered = Box(0, 0, self.left_covered, self.height())
        boxes = (*(piece.taken for piece in pieces), *self._clear.values())
        return (*boxes, covered) if self.left_covered else boxes

    def _pieces(self) -> list[furniture.Piece]:
        """The furniture as it stands in this view."""
        return self.furnishing.pieces(self._setting())

    def _setting(self) -> Setting:
        """What furniture tells of."""
        code = self.unit_at(self._view.width / 2, self._view.height / 2)
        return Setting(
            ground=self._ground(),
            stack=self._stack,
            shelf=self._shelf,
            events=self.events,
            areas=self._frames.frame.areas if self._frames.frame else None,
            base=self._frames.frame.base if self._frames.frame else frozenset(),
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

    def _symbols_now(self) -> Symbols:
        dpr = self.devicePixelRatioF()
        return self._symbols.setdefault((self._style, dpr), Symbols(self._style, dpr))
