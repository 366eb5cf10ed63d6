"""What is asked of the studio, and what it gives: frozen values, handed from thread to thread.

A `Frame` is made once and never written again, so the GUI thread may show it for as long as it
likes while the next is being made.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from app.model import Level
from app.settings import BY_OPEN_CASES, Colouring
from maps.base.classes import Class
from maps.kernels.values import Pixels
from maps.labels import Box
from maps.layers import DEFAULT
from maps.layers.areas import Told
from maps.layers.events import Summary
from maps.layers.names import Page
from maps.layers.stack import Stack
from maps.placed import Placed
from maps.runs import Runs
from maps.scene import Division, MapData
from maps.style import MapStyle
from maps.viewport import Viewport

if TYPE_CHECKING:
    from maps.base.shelf import Shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """`viewport` in device pixels, margins included; `stack`: how the layers lie.

    `view` is the part in view, in pixels of the screen, and `taken` what furniture has of it.
    """

    viewport: Viewport
    dpr: float
    level: Level
    style: MapStyle
    division: Division | None
    data: MapData
    view: Viewport
    taken: tuple[Box, ...] = ()
    stack: Stack = DEFAULT
    shelf: "Shelf | None" = None
    shelved: int = 0  # the stamp of the shelf when it was asked
    colouring: Colouring = BY_OPEN_CASES
    lettered: bool = True
    generation: int = 0

    @property
    def page(self) -> Page:
        """The same in pixels of the picture."""
        x, y = self.viewport.to_screen(*self.view.to_map(0, 0))
        left, top = round(float(x)), round(float(y))
        inner = Box(left, top, self.view.width * self.dpr, self.view.height * self.dpr)
        return Page(
            inner=inner,
            taken=tuple(box.scaled(self.dpr).moved(left, top) for box in self.taken),
            dpr=self.dpr,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A finished back buffer, with what it takes to hit-test and to lay names over it."""

    request: Request
    pixels: Pixels  # the memory of `image`
    image: QImage
    runs: Runs | None
    names: tuple[Placed, ...]
    took_ms: float
    events: Summary | None = None
    areas: Told | None = None
    base: frozenset[Class] = frozenset()  # of base maps, drawn in the part in view

    @property
    def viewport(self) -> Viewport:
        return self.request.viewport
