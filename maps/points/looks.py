"""How many events look: ramps of one hue for counts, by theme. Colours as values, no drawing.

The hue is mauve: it is none of the four grades' and none of water, areas or selection.
"""

import math
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from maps.points.density import MOST
from maps.style import MapStyle, Ramp, Rgb

Pixels = npt.NDArray[np.uint32]

STOPS = (1, 4, 16, 64, MOST)
"""Counts that the legend of the density names; between them the lightness is even."""
_HUE = (312.0, 318.0)
_NIGHT, _DAY = Ramp((0.43, 0.86), (0.075, 0.070), _HUE), Ramp((0.80, 0.36), (0.065, 0.110), _HUE)
_STEPS = 129
DENSITY_ALPHA = 225
_HEAT_ALPHA = 165
_DARK_BELOW = 0.5


def ramp(style: MapStyle) -> tuple[Rgb, ...]:
    """The steps of the theme's ramp, from one event to very many."""
    dark = sum(style.ground) / (3 * 255) < _DARK_BELOW
    return (_NIGHT if dark else _DAY).colours(_STEPS)


def colour_of(style: MapStyle, count: float, most: float = MOST) -> Rgb:
    """Even in lightness over the logarithm of a count between 1 and `most`."""
    share = math.log(max(count, 1.0)) / math.log(most)
    return ramp(style)[round(min(share, 1.0) * (_STEPS - 1))]


@lru_cache(maxsize=8)
def density_lut(style: MapStyle) -> Pixels:
    """(MOST + 1,) premultiplied ARGB for each count; nothing is seen through."""
    counted = [
        premultiplied(colour_of(style, count), DENSITY_ALPHA) for count in range(1, MOST + 1)
    ]
    return np.array([0, *counted], np.uint32)


@lru_cache(maxsize=8)
def heat_lut(style: MapStyle) -> Pixels:
    """(256,) premultiplied ARGB from nothing to the most; little is seen through."""
    shares = [k / 255 for k in range(256)]
    drawn = [premultiplied(heat_colour(style, share), heat_alpha(share)) for share in shares]
    return np.array(drawn, np.uint32)


def heat_colour(style: MapStyle, share: float) -> Rgb:
    """Of a part of the most, 0 to 1."""
    return ramp(style)[round(min(share, 1.0) * (_STEPS - 1))]


def heat_alpha(share: float) -> int:
    """How strong a part of the most is drawn: its edge fades into the ground."""
    return round(_HEAT_ALPHA * min(share / 0.35, 1.0))


def premultiplied(rgb: Rgb, alpha: int) -> int:
    """ARGB32 as Qt's premultiplied format holds it."""
    r, g, b = (round(channel * alpha / 255) for channel in rgb)
    return alpha << 24 | r << 16 | g << 8 | b
