"""What a tool of the map may answer to. Panning and zooming belong to the map, not to a tool."""

from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from maps.picking import Hit
from maps.style import MapStyle
from maps.viewport import Viewport


class Canvas(Protocol):
    """What a tool may do with the map."""

    @property
    def viewport(self) -> Viewport: ...
    def hits(self, at: QPointF) -> list[Hit]: ...
    def place_at(self, at: QPointF) -> str | None: ...
    def pick_events(self, at: QPointF) -> bool: ...
    def pick(self, hit: Hit | None, place: str | None) -> None: ...
    def identified(self, hits: list[Hit], place: str | None) -> None: ...
    def zoom_to(self, view: Viewport) -> None: ...
    def drill(self, at: QPointF) -> None: ...
    def update(self) -> None: ...


class Tool:
    """A tool that does nothing; each real one answers to what it needs."""

    name = ""
    cursor = Qt.CursorShape.ArrowCursor
    drags = False  # True where a drag with the left button is the tool's own

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas

    def clicked(self, at: QPointF) -> None:
        """The left button went down and up at one place."""

    def double_clicked(self, at: QPointF) -> None:
        """The second of two clicks; by default one level down."""
        self.canvas.drill(at)

    def moved(self, at: QPointF) -> None:
        """The pointer moved, with or without a button."""

    def drag(self, start: QPointF, end: QPointF, *, done: bool) -> None:
        """For a tool that drags: where it began and is now; `done` once the button is up."""

    def clear(self) -> None:
        """Forget what was begun."""

    def paint(self, painter: QPainter, view: Viewport, style: MapStyle) -> None:
        """Over everything else."""
