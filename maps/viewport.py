"""What part of the map is on the screen: a frozen value; panning, zooming, fitting give a new one.

Map coordinates are metres (see maps.projection), y up; screen coordinates are pixels, y down.
"""

import math
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Extent = tuple[float, float, float, float]
"""West, south, east, north."""

MIN_METRES_PER_PX = 0.05
MAX_METRES_PER_PX = 2000.0
_METRES_PER_PX_AT_96_DPI = 0.0254 / 96


@dataclass(frozen=True, slots=True)
class Viewport:
    """Centre in map metres, scale in metres per pixel, size in pixels."""

    x: float
    y: float
    metres_per_px: float
    width: int
    height: int

    @property
    def left(self) -> float:
        return self.x - self.width * self.metres_per_px / 2

    @property
    def top(self) -> float:
        return self.y + self.height * self.metres_per_px / 2

    @property
    def extent(self) -> Extent:
        """West, south, east, north in map metres."""
        half_w = self.width * self.metres_per_px / 2
        half_h = self.height * self.metres_per_px / 2
        return self.x - half_w, self.y - half_h, self.x + half_w, self.y + half_h

    @property
    def scale_denominator(self) -> float:
        """The n of 1:n on a 96 dpi screen."""
        return self.metres_per_px / _METRES_PER_PX_AT_96_DPI

    def scaled_to(self, metres_per_px: float) -> "Viewport":
        return replace(self, metres_per_px=limit(metres_per_px))

    def to_screen(self, x: npt.ArrayLike, y: npt.ArrayLike) -> tuple[Floats, Floats]:
        """Map metres -> pixels, arrays of equal shape."""
        return (
            (np.asarray(x, float) - self.left) / self.metres_per_px,
            (self.top - np.asarray(y, float)) / self.metres_per_px,
        )

    def to_map(self, px: float, py: float) -> tuple[float, float]:
        """A pixel -> map metres."""
        return self.left + px * self.metres_per_px, self.top - py * self.metres_per_px

    def pan(self, dx_px: float, dy_px: float) -> "Viewport":
        """Move the ground by so many pixels, as a hand would that drags it."""
        return replace(
            self,
            x=self.x - dx_px * self.metres_per_px,
            y=self.y + dy_px * self.metres_per_px,
        )

    def zoom_at(self, px: float, py: float, factor: float) -> "Viewport":
        """Closer for factor > 1; the ground under pixel (px, py) stays there."""
        scale = limit(self.metres_per_px / factor)
        x, y = self.to_map(px, py)
        return replace(
            self,
            x=x - (px - self.width / 2) * scale,
            y=y + (py - self.height / 2) * scale,
            metres_per_px=scale,
        )

    def centred(self, x: float, y: float) -> "Viewport":
        return replace(self, x=x, y=y)

    def resized(self, width: int, height: int) -> "Viewport":
        return replace(self, width=max(width, 1), height=max(height, 1))

    def fit(self, extent: Extent, margin_px: float = 24) -> "Viewport":
        """The whole extent with a margin about it, as large as it goes."""
        west, south, east, north = extent
        room_w = max(self.width - 2 * margin_px, 8)
        room_h = max(self.height - 2 * margin_px, 8)
        scale = limit(max((east - west) / room_w, (north - south) / room_h))
        return replace(self, x=(west + east) / 2, y=(south + north) / 2, metres_per_px=scale)

    def grown(self, margin_w: int, margin_h: int) -> "Viewport":
        """The same view with so many pixels more on each side."""
        return replace(self, width=self.width + 2 * margin_w, height=self.height + 2 * margin_h)

    def snapped(self) -> "Viewport":
        """Moved by less than a pixel, so that equal scales differ by whole pixels."""
        step = self.metres_per_px
        left, top = round(self.left / step) * step, round(self.top / step) * step
        return replace(self, x=left + self.width * step / 2, y=top - self.height * step / 2)

    def covers(self, other: "Viewport") -> bool:
        """True where every part of `other` lies inside."""
        mine, theirs, slack = self.extent, other.extent, self.metres_per_px * 1e-3
        return (
            mine[0] <= theirs[0] + slack
            and mine[1] <= theirs[1] + slack
            and mine[2] >= theirs[2] - slack
            and mine[3] >= theirs[3] - slack
        )


def limit(metres_per_px: float) -> float:
    """Within what the map can show; a bad number gives the coarsest."""
    if not math.isfinite(metres_per_px):
        return MAX_METRES_PER_PX
    return min(max(metres_per_px, MIN_METRES_PER_PX), MAX_METRES_PER_PX)
