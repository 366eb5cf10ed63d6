"""What a map shows at a moment, as a value: all that it takes to draw it again elsewhere."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from app.model import Level
from app.settings import BY_OPEN_CASES, Colouring
from maps.layers import DEFAULT, LAYERS
from maps.layers.layer import Ground
from maps.layers.stack import Stack
from maps.scene import Division, MapData
from maps.style import MapStyle, level_at
from maps.viewport import Viewport

if TYPE_CHECKING:
    from maps.base.shelf import Shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """`viewport` in pixels of 1/96 inch. `held`: the level that areas are held at, None by scale.

    `attribution` and `watermark` as they stand on the screen; `now`: against which ages are told.
    """

    viewport: Viewport
    division: Division | None
    data: MapData
    style: MapStyle
    held: Level | None = None
    stack: Stack = DEFAULT
    colouring: Colouring = BY_OPEN_CASES
    shelf: "Shelf | None" = None
    now: datetime | None = None
    attribution: str = ""
    watermark: str = ""

    @property
    def level(self) -> Level:
        """The level whose areas are told apart."""
        return self.held if self.held is not None else level_at(self.viewport.metres_per_px)

    def at(self, viewport: Viewport) -> "Shown":
        """The same in another view."""
        return replace(self, viewport=viewport)

    def shows(self, layer: str) -> bool:
        """Whether a layer is switched on and drawn at this scale."""
        row = next(row for row in LAYERS if row.name == layer)
        return self.stack.shows(row, self.viewport.metres_per_px)

    @property
    def ground(self) -> Ground:
        """What is in view, as the ground's layers see it at one dot a pixel."""
        return Ground(
            viewport=self.viewport,
            level=self.level,
            division=self.division,
            data=self.data,
            style=self.style,
            colouring=self.colouring,
            shelf=self.shelf,
        )
