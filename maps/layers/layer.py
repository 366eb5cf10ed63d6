"""What a layer is: a row of a table with a function that draws it, keeping nothing of its own.

Ground layers are drawn off the GUI thread into the back buffer; live layers on the GUI thread at
every paint, from what is small and already laid out.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtGui import QPainter

from app.model import Level
from app.settings import BY_OPEN_CASES, Colouring
from maps.kernels.values import Line
from maps.labels import Box
from maps.picking import Targets
from maps.scene import Division, MapData
from maps.style import MapStyle
from maps.symbols import Symbols
from maps.viewport import Viewport

if TYPE_CHECKING:
    from maps.base.shelf import Shelf

T = TypeVar("T")


class Stage(Enum):
    """When a layer is drawn: under the areas, as areas, over them, over all lines, or live."""

    BASE = "base"
    AREAS = "areas"
    LINES = "lines"
    POINTS = "points"
    NAMES = "names"
    LIVE = "live"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a ground layer may look at."""

    viewport: Viewport
    level: Level
    division: Division | None
    data: MapData
    style: MapStyle
    colouring: Colouring = BY_OPEN_CASES
    shelf: "Shelf | None" = None  # base maps of the officer's own
    dpr: float = 1.0
    hidden: frozenset[str] = frozenset()  # layers that are switched off

    @property
    def metres_per_px(self) -> float:
        """Of a pixel of the screen, of which the viewport's may be parts."""
        return self.viewport.metres_per_px * self.dpr


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """What a live layer may look at, and where it says what can be picked."""

    viewport: Viewport
    data: MapData
    style: MapStyle
    symbols: Symbols
    now: datetime | None
    blink: bool = False  # the dark half of the blink, from the injected clock
    taken: tuple[Box, ...] = ()  # where furniture stands, and what covers the map
    targets: Targets = field(default_factory=Targets)


def _always(_: object) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Layer(Generic[T]):
    """`draw(painter, what)`; shown only between the two scales, both in metres per pixel.

    `lines` are laid under what it draws, without a painter. `there`: whether it would draw anything
    at all.
    """

    name: str
    title: str
    stage: Stage
    draw: Callable[[QPainter, T], None] | None = None
    visible: bool = True
    finer_than: float = float("inf")
    coarser_than: float = 0.0
    lines: Callable[[T], list[Line]] | None = None
    there: Callable[[T], bool] = _always

    def shown_at(self, metres_per_px: float) -> bool:
        return self.coarser_than <= metres_per_px <= self.finer_than
