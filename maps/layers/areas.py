"""Areas coloured by a measure of their cases: one ramp, and nothing is the ground itself.

While open cases are counted, units with an overdue one are hatched in the ramp's hue; units of
which nothing is known are hatched thinly the other way: shapes, and no second hue.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from app.model import Level
from app.settings import Colouring
from maps import colouring
from maps.colouring import NO_DATA, Classed
from maps.kernels.blending import faded, premultiplied
from maps.kernels.values import Hatch, Paint
from maps.known import Known, known_of
from maps.layers.layer import Ground
from maps.style import MapStyle, Rgb

OUTSIDE_ALPHA, NO_DATA_ALPHA = 200, 80
HATCH_PX, HATCH_WIDE = 7, 2
NO_DATA_PX, NO_DATA_WIDE = 9, 1
Pixels = npt.NDArray[np.uint32]
Bytes = npt.NDArray[np.uint8]


def known(ground: Ground) -> Known:
    """What is known of the units of the level in view."""
    if ground.division is None:
        none = np.zeros(0, np.int64)
        return Known(none, none, none, np.zeros(0))
    return known_of(ground.data, ground.division, ground.level)


def classed(ground: Ground) -> Classed:
    """The classes, by the whole city's units: they do not move while panning."""
    return colouring.classed(ground.colouring, known(ground))


def hatched(ground: Ground) -> bool:
    """Whether any unit of the level is hatched for an overdue case."""
    return ground.colouring.measure == "open" and _late(known(ground))


@lru_cache(maxsize=8)
def _late(of: Known) -> bool:
    return bool(of.overdue.any())


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a legend says of the areas: the level, the measure, classes and hatches as drawn."""

    level: Level
    colouring: Colouring
    lower: tuple[float, ...]
    unknown: bool
    hatched: bool


def told(ground: Ground) -> Told | None:
    """Counts all units of the level, which takes a while where much has changed."""
    if ground.division is None:
        return None
    found = classed(ground)
    return Told(
        level=ground.level,
        colouring=ground.colouring,
        lower=found.lower,
        unknown=found.any_unknown,
        hatched=hatched(ground),
    )


def ramp(style: MapStyle, colouring: Colouring, count: int) -> tuple[Rgb, ...]:
    """The colours of so many classes."""
    return style.ramps[colouring.ramp].colours(count)


def paint(ground: Ground, *, coloured: bool, opacity: float = 1.0) -> Paint:
    """The colour of every unit: none where nothing is counted, a veil outside the city."""
    lut, kinds = _looks(ground.style, ground.colouring, known(ground), coloured, opacity)
    if kinds is None:
        return Paint(lut)
    across, down = ground.viewport.phase
    inks = (
        premultiplied(ground.style.hatch, round(ground.style.ramp_alpha * opacity)),
        premultiplied(ground.style.faint, round(NO_DATA_ALPHA * opacity)),
    )
    return Paint(
        lut,
        kinds,
        (
            Hatch(inks[0], *_stripes(HATCH_PX, HATCH_WIDE, ground.dpr), across + down),
            Hatch(inks[1], *_stripes(NO_DATA_PX, NO_DATA_WIDE, ground.dpr), down - across, -1),
        ),
    )


@lru_cache(maxsize=8)
def _looks(
    style: MapStyle, by: Colouring, of: Known, coloured: bool, opacity: float
) -> tuple[Pixels, Bytes | None]:
    """Colours and hatches by unit + 1; none where nothing is hatched."""
    found = colouring.classed(by, of)
    lut = faded(_colours(style, by, found, coloured=coloured), opacity)
    kinds = np.zeros(len(lut), np.uint8)
    if coloured:
        kinds[1:][(of.overdue > 0) & (by.measure == "open")] = 1
        kinds[1:][found.of == NO_DATA] = 2
    return lut, kinds if kinds.any() else None


def _stripes(apart_px: int, wide_px: int, dpr: float) -> tuple[int, int]:
    """As far apart and as wide on every screen and on paper, in whole dots."""
    return max(round(apart_px * dpr), 2), max(round(wide_px * dpr), 1)


def colours(ground: Ground, *, coloured: bool) -> Pixels:
    """(units + 1,) premultiplied ARGB; entry 0 is outside the city, 0 where nothing is counted."""
    return _colours(ground.style, ground.colouring, classed(ground), coloured=coloured)


def _colours(style: MapStyle, by: Colouring, found: Classed, *, coloured: bool) -> Pixels:
    lut = np.zeros(len(found.of) + 1, np.uint32)
    lut[0] = premultiplied(style.outside, OUTSIDE_ALPHA)
    if coloured:
        fills = ramp(style, by, len(found.lower))
        steps = [0, *(premultiplied(rgb, style.ramp_alpha) for rgb in fills)]
        lut[1:] = np.array(steps, np.uint32)[np.maximum(found.of, 0)]
    return lut
