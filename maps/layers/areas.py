"""Areas coloured by their open cases: one hue, four even steps, and zero is the ground itself."""

import numpy as np
import numpy.typing as npt

from maps.layers.layer import Ground
from maps.scene import counts_of
from maps.style import MapStyle, Rgb, breaks

OUTSIDE_ALPHA = 200


def premultiplied(rgb: Rgb, alpha: int) -> int:
    """ARGB32 as Qt's premultiplied format holds it."""
    r, g, b = (round(channel * alpha / 255) for channel in rgb)
    return alpha << 24 | r << 16 | g << 8 | b


def counts(ground: Ground) -> npt.NDArray[np.int64]:
    """(units,) open cases of the level in view."""
    if ground.division is None:
        return np.zeros(0, np.int64)
    return counts_of(ground.data, ground.division, ground.level)


def classes(ground: Ground) -> tuple[int, ...]:
    """Lower bounds of the classes, by the whole city's largest: they do not move while panning."""
    found = counts(ground)
    return breaks(int(found.max(initial=0)))


def colours(ground: Ground, *, coloured: bool) -> npt.NDArray[np.uint32]:
    """(units + 1,) premultiplied ARGB; entry 0 is outside the city, 0 where nothing is open."""
    style: MapStyle = ground.style
    found = counts(ground)
    lut = np.zeros(len(found) + 1, np.uint32)
    lut[0] = premultiplied(style.outside, OUTSIDE_ALPHA)
    if coloured:
        bounds = breaks(int(found.max(initial=0)))
        steps = [0, *(premultiplied(rgb, style.ramp_alpha) for rgb in style.ramp)]
        lut[1:] = np.array(steps, np.uint32)[np.searchsorted(bounds, found, "right")]
    return lut
