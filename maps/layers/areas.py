"""Areas coloured by their cases: one hue, four even steps, and zero is the ground itself.

Open cases are counted, or overdue ones where that is asked; while open ones are counted, units
with an overdue case are hatched: a shape and no second hue.
"""

import numpy as np
import numpy.typing as npt

from maps.layers.layer import Ground
from maps.scanline import Runs
from maps.scene import Counted, counts_of
from maps.style import MapStyle, Rgb, breaks

OUTSIDE_ALPHA = 200
HATCH_PX, HATCH_WIDE = 7, 2
Pixels = npt.NDArray[np.uint32]


def premultiplied(rgb: Rgb, alpha: int) -> int:
    """ARGB32 as Qt's premultiplied format holds it."""
    r, g, b = (round(channel * alpha / 255) for channel in rgb)
    return alpha << 24 | r << 16 | g << 8 | b


def counts(ground: Ground, counted: Counted) -> npt.NDArray[np.int64]:
    """(units,) cases of the level in view."""
    if ground.division is None:
        return np.zeros(0, np.int64)
    return counts_of(ground.data, ground.division, ground.level, counted)


def classes(ground: Ground) -> tuple[int, ...]:
    """Lower bounds of the classes, by the whole city's largest: they do not move while panning."""
    return breaks(int(counts(ground, ground.counted).max(initial=0)))


def hatched(ground: Ground) -> bool:
    """Whether any unit of the level is hatched."""
    return ground.counted is Counted.OPEN and bool(counts(ground, Counted.OVERDUE).any())


def paint(ground: Ground, runs: Runs, *, coloured: bool) -> Pixels:
    """(height, width) premultiplied ARGB; 0 where nothing is counted, a veil outside the city."""
    style = ground.style
    fills = colours(ground, coloured=coloured)
    pixels = runs.paint(fills)
    if coloured and hatched(ground):
        ink = fills.copy()
        late = np.flatnonzero(counts(ground, Counted.OVERDUE)) + 1
        ink[late] = premultiplied(style.hatch, style.ramp_alpha)
        stripes = _stripes(pixels.shape, ground.viewport.phase)
        np.copyto(pixels, runs.paint(ink), where=stripes)
    return pixels


def colours(ground: Ground, *, coloured: bool) -> Pixels:
    """(units + 1,) premultiplied ARGB; entry 0 is outside the city, 0 where nothing is counted."""
    style: MapStyle = ground.style
    found = counts(ground, ground.counted)
    lut = np.zeros(len(found) + 1, np.uint32)
    lut[0] = premultiplied(style.outside, OUTSIDE_ALPHA)
    if coloured:
        bounds = breaks(int(found.max(initial=0)))
        steps = [0, *(premultiplied(rgb, style.ramp_alpha) for rgb in style.ramp)]
        lut[1:] = np.array(steps, np.uint32)[np.searchsorted(bounds, found, "right")]
    return lut


def _stripes(shape: tuple[int, ...], corner: tuple[int, int]) -> npt.NDArray[np.bool_]:
    """Stripes at 45 degrees that stay on the ground when the picture moves over it."""
    height, width = shape
    along = np.arange(height + width) + corner[0] + corner[1]
    inked = along % HATCH_PX < HATCH_WIDE
    return np.lib.stride_tricks.as_strided(
        inked, (height, width), (inked.strides[0], inked.strides[0]), writeable=False
    )
