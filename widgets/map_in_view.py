"""What is in view: which part of the map, what lies there, and what stands on it."""

from PySide6.QtWidgets import QWidget

from app.model import Level
from maps import furniture
from maps.first_view import first_view
from maps.labels import Box
from maps.layers.areas import Told, classed, told
from maps.layers.events import Summary
from maps.layers.layer import Ground
from maps.style import MapStyle, level_at
from maps.symbols import Symbols
from maps.viewport import Viewport
from widgets.map_content import MapContent
from widgets.map_frames import Frames
from widgets.map_furnishing import Furnishing, Setting, notes_of, trail


class MapInView(MapContent):
    """Answers what is seen where; what it answers from is the picture that is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._symbols: dict[tuple[MapStyle, float], Symbols] = {}
        self._view = first_view()
        self._frames = Frames(self)
        self.furnishing = Furnishing()

    @property
    def viewport(self) -> Viewport:
        return self._view

    @property
    def level(self) -> Level:
        """The level whose areas are told apart now."""
        return self._level if self._level is not None else level_at(self._view.metres_per_px)

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
