"""What kernels take and give: lines, where they lie on the picture, what lies over it. No Qt."""

import math
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from maps.viewport import Extent, Viewport

Ints = npt.NDArray[np.int32]
Bytes = npt.NDArray[np.uint8]
Pixels = npt.NDArray[np.uint32]
Points = npt.NDArray[np.float32]

BLOCK = 16
"""Pixels of one row that an overlay is kept by; rows of a picture are whole blocks long."""
FOUR = 4
"""Pixels of one row that the cover of a line is kept by."""
GROUP = 64
"""Lines that share a box, so that most need not be looked at."""
_SPARE_PX = 4.0
_FAR_M = 4e6  # the city is a tenth of that across


@dataclass(frozen=True, slots=True, eq=False)
class Mesh:
    """Lines of one level in one detail. `xy` float32 (n, 2) metres; `first` (lines + 1,);
    `left`, `right` (lines,) units, -1 outside; `rank` int8 (lines,); `box` float32 (lines, 4)."""

    xy: Points
    first: Ints
    left: Ints
    right: Ints
    rank: npt.NDArray[np.int8]
    box: Points
    group: Points = field(init=False)

    def __post_init__(self) -> None:
        begin = np.arange(0, max(len(self.box), 1), GROUP)
        low, high = (
            ends.reduceat(part, begin) if len(part) else part
            for ends, part in ((np.minimum, self.box[:, :2]), (np.maximum, self.box[:, 2:]))
        )
        object.__setattr__(self, "group", np.column_stack([low, high]).astype(np.float32))

    def touching(self, extent: Extent) -> Ints:
        """Lines whose box touches the extent, ascending."""
        west, south, east, north = np.array(extent, np.float32)
        box = self.box
        hit = (box[:, 0] <= east) & (box[:, 2] >= west) & (box[:, 1] <= north)
        return np.flatnonzero(hit & (box[:, 3] >= south)).astype(np.int32)


@dataclass(frozen=True, slots=True)
class Place:
    """Where metres from a local origin lie on a picture of so many pixels.

    `to_px` (a, b, c, d, e, f): x' = a x + b y + c, y' = d x + e y + f.
    """

    to_px: tuple[float, float, float, float, float, float]
    width: int
    height: int

    @classmethod
    def of(cls, view: Viewport, origin: tuple[float, float]) -> "Place":
        """The place of a view, for coordinates that count from `origin`."""
        (c, s), step = view.axes, view.metres_per_px
        east, north = origin[0] - view.x, origin[1] - view.y
        across = view.width / 2 + (c * east + s * north) / step
        down = view.height / 2 + (s * east - c * north) / step
        return cls((c / step, s / step, across, s / step, -c / step, down), view.width, view.height)

    @property
    def blocks(self) -> int:
        """Blocks in a row."""
        return -(-self.width // BLOCK)

    @property
    def stride(self) -> int:
        """Pixels in a row of whole blocks."""
        return self.blocks * BLOCK

    def pixels(self, xy: Points) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        """(n, 2) metres -> x, y (n,) in pixels."""
        a, b, c, d, e, f = self.to_px
        x, y = xy[:, 0].astype(np.float64), xy[:, 1].astype(np.float64)
        return a * x + b * y + c, d * x + e * y + f

    def seen(self, spare_px: float = _SPARE_PX) -> Extent:
        """The box in metres about the picture, and a little more."""
        right, bottom = self.width + spare_px, self.height + spare_px
        return self._box(-spare_px, right, -spare_px, bottom)

    def beside(self) -> Extent:
        """The same about all that lies to the left of it."""
        far = _FAR_M * math.hypot(self.to_px[0], self.to_px[1])
        return self._box(-far, 1.0, -_SPARE_PX, self.height + _SPARE_PX)

    @lru_cache(maxsize=16)  # noqa: B019  # all lines of a picture ask for the same
    def _box(self, left: float, right: float, top: float, bottom: float) -> Extent:
        a, b, c, d, e, f = self.to_px
        part = 1 / (a * e - b * d)
        corners = [
            (part * (e * (px - c) - b * (py - f)), part * (a * (py - f) - d * (px - c)))
            for px in (left, right)
            for py in (top, bottom)
        ]
        x, y = zip(*corners, strict=True)
        return min(x), min(y), max(x), max(y)


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """Lines of `mesh` of one `rank` (all where it is -1) in one colour, premultiplied ARGB.

    `dash`: pixels of a dash and of the gap after it, (0, 0) for a whole line.
    """

    mesh: Mesh
    place: Place
    rank: int
    colour: int
    width_px: float
    dash: tuple[float, float] = (0.0, 0.0)

    @property
    def seen(self) -> Extent:
        """The box in metres beyond which nothing of it can be in the picture."""
        return self.place.seen(max(_SPARE_PX, self.width_px))


@dataclass(frozen=True, slots=True, eq=False)
class Overlay:
    """What lies over a picture, only where it is: `index` (n,) of blocks row by row, ascending;
    `pixels` (n, 16) premultiplied ARGB."""

    index: Ints
    pixels: Pixels

    @classmethod
    def of(cls, pixels: Pixels) -> "Overlay":
        """Those of (height, whole blocks) premultiplied pixels that hold anything."""
        inked = pixels.reshape(-1).view(np.uint64) != 0  # by pairs, of which a block has eight
        index = np.flatnonzero(inked.view(np.uint64))
        return cls(index.astype(np.int32), pixels.reshape(-1, BLOCK)[index])


@dataclass(frozen=True, slots=True, eq=False)
class Cover:
    """How much of each pixel one line entry covers: `index` (n,) of four pixels of a row, counted
    row by row, ascending; `parts` (n, 4) of 255. Laid in its colour it gives what the lines would
    give, to the bit."""

    colour: int
    index: Ints
    parts: Bytes


Above: TypeAlias = Overlay | Cover | tuple[Line, ...]
"""What is laid over a picture: ready-made, or lines, the last of them on top."""


@dataclass(frozen=True, slots=True)
class Hatch:
    """Stripes at 45 degrees: `wide` of every `apart` pixels along corner + y + lean * x."""

    colour: int
    apart: int
    wide: int
    corner: int
    lean: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class Paint:
    """Premultiplied colours by unit + 1, and which of `hatches` lies on it: 0 none, 1 the first."""

    lut: Pixels
    hatched: Bytes | None = None
    hatches: tuple[Hatch, ...] = ()
