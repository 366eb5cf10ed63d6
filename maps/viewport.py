"""What part of the map is on the screen: a frozen value; panning, zooming, fitting give a new one.

Map coordinates are metres (see maps.projection), y up; screen coordinates are pixels, y down. The
map may be turned about the middle of the view; a turned view's extent is the box about it.
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
_SLACK_PX = 1e-3
METRES_PER_PX_AT_1 = 0.0254 / 96
"""Metres per pixel at 1:1 on a screen of 96 dpi."""
SCALES = (
    500,
    1_000,
    2_500,
    5_000,
    10_000,
    25_000,
    50_000,
    100_000,
    250_000,
    500_000,
    1_000_000,
    2_500_000,
    5_000_000,
)
"""The n of 1:n that people choose from."""


@dataclass(frozen=True, slots=True)
class Viewport:
    """Centre in map metres, scale in metres per pixel, size in pixels; north turned clockwise."""

    x: float
    y: float
    metres_per_px: float
    width: int
    height: int
    turn_rad: float = 0.0

    @property
    def axes(self) -> tuple[float, float]:
        """(c, s): a ground vector (east, north) lies at (c*e + s*n, s*e - c*n) on the screen."""
        return (math.cos(self.turn_rad), math.sin(self.turn_rad)) if self.turn_rad else (1.0, 0.0)

    @property
    def phase(self) -> tuple[int, int]:
        """The upper left pixel counted from the map's zero: patterns that start there stand."""
        (c, s), step = self.axes, self.metres_per_px
        across, down = (self.x * c + self.y * s) / step, (self.x * s - self.y * c) / step
        return round(across - self.width / 2), round(down - self.height / 2)

    @property
    def extent(self) -> Extent:
        """West, south, east, north in map metres of all that is in view."""
        c, s = (abs(part) for part in self.axes)
        half_w = (self.width * c + self.height * s) * self.metres_per_px / 2
        half_h = (self.width * s + self.height * c) * self.metres_per_px / 2
        return self.x - half_w, self.y - half_h, self.x + half_w, self.y + half_h

    @property
    def scale_denominator(self) -> float:
        """The n of 1:n on a 96 dpi screen."""
        return self.metres_per_px / METRES_PER_PX_AT_1

    def scaled_to(self, metres_per_px: float) -> "Viewport":
        return replace(self, metres_per_px=limit(metres_per_px))

    def to_screen(self, x: npt.ArrayLike, y: npt.ArrayLike) -> tuple[Floats, Floats]:
        """Map metres -> pixels, arrays of equal shape."""
        (c, s), step = self.axes, self.metres_per_px
        east, north = np.asarray(x, float) - self.x, np.asarray(y, float) - self.y
        across, down = east * c + north * s, east * s - north * c
        return self.width / 2 + across / step, self.height / 2 + down / step

    def pixel(self, x: float, y: float) -> tuple[float, float]:
        """The same for one point, to the bit, and sooner."""
        (c, s), step = self.axes, self.metres_per_px
        east, north = x - self.x, y - self.y
        across, down = east * c + north * s, east * s - north * c
        return self.width / 2 + across / step, self.height / 2 + down / step

    def to_map(self, px: float, py: float) -> tuple[float, float]:
        """A pixel -> map metres."""
        east, north = self.ground_vector(px - self.width / 2, py - self.height / 2)
        return self.x + east, self.y + north

    def ground_vector(self, across_px: float, down_px: float) -> tuple[float, float]:
        """A vector on the screen -> metres east and north; the turn is its own inverse."""
        (c, s), step = self.axes, self.metres_per_px
        return (across_px * c + down_px * s) * step, (across_px * s - down_px * c) * step

    def pan(self, dx_px: float, dy_px: float) -> "Viewport":
        """Move the ground by so many pixels, as a hand would that drags it."""
        east, north = self.ground_vector(dx_px, dy_px)
        return replace(self, x=self.x - east, y=self.y - north)

    def turned(self, turn_rad: float) -> "Viewport":
        """North so far clockwise from up, the middle staying; within half a turn either way."""
        if not math.isfinite(turn_rad):
            return self
        return replace(self, turn_rad=math.remainder(turn_rad, math.tau))

    def zoom_at(self, px: float, py: float, factor: float) -> "Viewport":
        """Closer for factor > 1; the ground under pixel (px, py) stays there."""
        nearer = self.scaled_to(self.metres_per_px / factor)
        x, y = self.to_map(px, py)
        east, north = nearer.ground_vector(px - self.width / 2, py - self.height / 2)
        return nearer.centred(x - east, y - north)

    def centred(self, x: float, y: float) -> "Viewport":
        return replace(self, x=x, y=y)

    def resized(self, width: int, height: int) -> "Viewport":
        return replace(self, width=max(width, 1), height=max(height, 1))

    def fit(self, extent: Extent, margin_px: float = 24) -> "Viewport":
        """The whole extent with a margin about it, as large as it goes."""
        west, south, east, north = extent
        room_w = max(self.width - 2 * margin_px, 8)
        room_h = max(self.height - 2 * margin_px, 8)
        c, s = (abs(part) for part in self.axes)
        across, down = (
            (east - west) * c + (north - south) * s,
            (east - west) * s + (north - south) * c,
        )
        scale = limit(max(across / room_w, down / room_h))
        return replace(self, x=(west + east) / 2, y=(south + north) / 2, metres_per_px=scale)

    def grown(self, margin_w: int, margin_h: int) -> "Viewport":
        """The same view with so many pixels more on each side."""
        return replace(self, width=self.width + 2 * margin_w, height=self.height + 2 * margin_h)

    def snapped(self) -> "Viewport":
        """Moved by less than a pixel, so that equal scales and turns differ by whole pixels."""
        (c, s), step = self.axes, self.metres_per_px
        left, top = self.phase
        across, down = (left + self.width / 2) * step, (top + self.height / 2) * step
        return self.centred(across * c + down * s, across * s - down * c)

    def aligned(self, other: "Viewport") -> bool:
        """True where the same ground has the same size and turn in both."""
        same_turn = abs(math.remainder(self.turn_rad - other.turn_rad, math.tau)) < 1e-12
        return same_turn and abs(self.metres_per_px / other.metres_per_px - 1) < 1e-9

    def covers(self, other: "Viewport") -> bool:
        """True where every part of `other` lies inside."""
        ends = ((0, 0), (other.width, 0), (0, other.height), (other.width, other.height))
        corners = (self.pixel(*other.to_map(*end)) for end in ends)
        right, bottom = self.width + _SLACK_PX, self.height + _SLACK_PX
        return all(-_SLACK_PX <= x <= right and -_SLACK_PX <= y <= bottom for x, y in corners)


def limit(metres_per_px: float) -> float:
    """Within what the map can show; a bad number gives the coarsest."""
    if not math.isfinite(metres_per_px):
        return MAX_METRES_PER_PX
    return min(max(metres_per_px, MIN_METRES_PER_PX), MAX_METRES_PER_PX)
