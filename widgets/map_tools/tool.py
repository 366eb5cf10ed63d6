"""What a tool of the map may answer to. Panning and zooming belong to the map, not to a tool."""

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QPainter

from app.model import Point
from maps.labels import Box
from maps.picking import Hit
from maps.scene import MapData
from maps.snapping import Line
from maps.style import MapStyle
from maps.viewport import Viewport

Keys = Mapping[str, Callable[[], object]]
"""A key as an action's is written ("Backspace", "Ctrl+Z") -> what it does."""


class Canvas(Protocol):
    """What a tool may do with the map."""

    free_hand: bool
    taken: tuple[Box, ...]

    @property
    def viewport(self) -> Viewport: ...
    @property
    def data(self) -> MapData: ...
    def point_at(self, at: QPointF) -> Point: ...
    def hits(self, at: QPointF) -> list[Hit]: ...
    def place_at(self, at: QPointF) -> str | None: ...
    def pick_events(self, at: QPointF) -> bool: ...
    def lines_near(self, at: QPointF, *, but: str = "") -> list[Line]: ...
    def pick(self, hit: Hit | None, place: str | None) -> None: ...
    def done(self, tool: str, result: object) -> None: ...
    def say(self, text: str) -> None: ...
    def zoom_to(self, view: Viewport) -> None: ...
    def drill(self, at: QPointF) -> None: ...
    def update(self) -> None: ...


class Tool:
    """A tool that does nothing; each real one answers to what it needs."""

    name = ""
    cursor = Qt.CursorShape.ArrowCursor
    drags = False  # True where a drag with the left button is the tool's own
    said = ""  # a source text of context "map_tools": what it does, with its keys

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas

    @property
    def begun(self) -> bool:
        """Whether there is something that `clear` would forget."""
        return False

    def hint(self) -> str:
        """What stands at the upper edge of the map while it is in hand."""
        return QCoreApplication.translate("map_tools", self.said) if self.said else ""

    def keys(self) -> Keys:
        """The keys that are the tool's own at the moment."""
        return {}

    def grabs(self, at: QPointF) -> bool:
        """Whether a drag that begins here is the tool's, and does not move the map."""
        return self.drags

    def clicked(self, at: QPointF) -> None:
        """The left button went down and up at one place."""

    def double_clicked(self, at: QPointF) -> None:
        """The second of two clicks; by default one level down."""
        self.canvas.drill(at)

    def moved(self, at: QPointF) -> None:
        """The pointer moved without a drag of the tool's own."""

    def drag(self, start: QPointF, end: QPointF, *, done: bool) -> None:
        """For a tool that drags: where it began and is now; `done` once the button is up."""

    def clear(self) -> None:
        """Forget what was begun."""

    def paint(self, painter: QPainter, view: Viewport, style: MapStyle) -> None:
        """Over everything else."""
