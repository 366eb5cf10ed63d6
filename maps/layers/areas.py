"""Areas coloured by a measure of their cases: one ramp, and nothing is the ground itself.

While open cases are counted, units with an overdue one are hatched in the ramp's hue; units of
which nothing is known are hatched thinly the other way: shapes, and no second hue.
"""

import numpy as np
import numpy.typing as npt

from maps import colouring
from maps.layers.layer import Ground
from maps.scanline import Runs
from maps.scene import Known, known_of
from maps.style import MapStyle, Rgb

OUTSIDE_ALPHA, NO_DATA_ALPHA = 200, 80
HATCH_PX, HATCH_WIDE = 7, 2
NO_DATA_PX, NO_DATA_WIDE = 9, 1
Pixels = npt.NDArray[np.uint32]
Bools = npt.NDArray[np.bool_]


def premultiplied(rgb: Rgb, alpha: int) -> int:
    """ARGB32 as Qt's premultiplied format holds it."""
    r, g, b = (round(channel * alpha / 255) for channel in rgb)
    return alpha << 24 | r << 16 | g << 8 | b


def known(ground: Ground) -> Known:
    """What is known of the units of the level in view."""
    if ground.division is None:
        none = np.zeros(0, np.int64)
        return Known(none, none, none, np.zeros(0))
    return known_of(ground.data, ground.division, ground.level)


def classes(ground: Ground) -> tuple[float, ...]:
    """Lower bounds of the classes, by the whole city's units: they do not move while panning."""
    return colouring.bounds(ground.colouring, colouring.values(ground.colouring, known(ground)))


def hatched(ground: Ground) -> bool:
    """Whether any unit of the level is hatched for an overdue case."""
    return ground.colouring.measure == "open" and bool(known(ground).overdue.any())


def unknown(ground: Ground) -> Bools:
    """(units,) of which nothing is known."""
    return np.isnan(colouring.values(ground.colouring, known(ground)))


def ramp(ground: Ground, count: int) -> tuple[Rgb, ...]:
    """The colours of so many classes."""
    return ground.style.ramps[ground.colouring.ramp].colours(count)


def paint(ground: Ground, runs: Runs, *, coloured: bool) -> Pixels:
    """(height, width) premultiplied ARGB; 0 where nothing is counted, a veil outside the city."""
    style, phase = ground.style, ground.viewport.phase
    fills = colours(ground, coloured=coloured)
    pixels = runs.paint(fills)
    if coloured and hatched(ground):
        ink = premultiplied(style.hatch, style.ramp_alpha)
        stripes = _stripes(pixels.shape, phase, HATCH_PX, HATCH_WIDE)
        _hatch(pixels, runs, fills, known(ground).overdue > 0, ink, stripes)
    if coloured and (blank := unknown(ground)).any():
        ink = premultiplied(style.faint, NO_DATA_ALPHA)
        mirrored = 1 - pixels.shape[1] - phase[0], phase[1]
        stripes = _stripes(pixels.shape, mirrored, NO_DATA_PX, NO_DATA_WIDE)[:, ::-1]
        _hatch(pixels, runs, fills, blank, ink, stripes)
    return pixels


def _hatch(
    pixels: Pixels, runs: Runs, fills: Pixels, which: Bools, ink: int, stripes: Bools
) -> None:
    """Ink on the stripes within some units."""
    inked = fills.copy()
    inked[np.flatnonzero(which) + 1] = ink
    np.copyto(pixels, runs.paint(inked), where=stripes)


def colours(ground: Ground, *, coloured: bool) -> Pixels:
    """(units + 1,) premultiplied ARGB; entry 0 is outside the city, 0 where nothing is counted."""
    style: MapStyle = ground.style
    found = colouring.values(ground.colouring, known(ground))
    lut = np.zeros(len(found) + 1, np.uint32)
    lut[0] = premultiplied(style.outside, OUTSIDE_ALPHA)
    if coloured:
        lower = colouring.bounds(ground.colouring, found)
        fills = ramp(ground, len(lower))
        steps = [0, *(premultiplied(rgb, style.ramp_alpha) for rgb in fills)]
        classed = np.maximum(colouring.class_of(found, lower), 0)
        lut[1:] = np.array(steps, np.uint32)[classed]
    return lut


def _stripes(shape: tuple[int, ...], corner: tuple[int, int], apart: int, wide: int) -> Bools:
    """Stripes at 45 degrees that stay on the ground when the picture moves over it."""
    height, width = shape
    along = np.arange(height + width) + corner[0] + corner[1]
    inked = along % apart < wide
    return np.lib.stride_tricks.as_strided(
        inked, (height, width), (inked.strides[0], inked.strides[0]), writeable=False
    )
