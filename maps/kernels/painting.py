"""The finished picture in numpy: the colour of every run, over a base, and what lies over them."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from maps.kernels.blending import over
from maps.kernels.stroking import lay_cover, lay_lines
from maps.kernels.values import BLOCK, Above, Cover, Hatch, Overlay, Paint, Pixels
from maps.runs import Runs

_BAND = 64  # rows at a time: what is worked on stays near the processor


def picture(runs: Runs, paint: Paint, base: Pixels | int, above: Sequence[Above]) -> Pixels:
    """(height, whole blocks) opaque ARGB."""
    blocks = -(-runs.width // BLOCK)
    image = np.zeros((runs.height, blocks * BLOCK), np.uint32)
    fills = _fills(runs, paint)
    for row in range(0, runs.height, _BAND):
        rows = slice(row, row + _BAND)
        under = np.full_like(fills[rows], base) if isinstance(base, int) else base[rows]
        image[rows, : runs.width] = over(fills[rows], under[:, : runs.width])
    flat = image.reshape(-1, BLOCK)
    for one in above:
        if isinstance(one, Overlay):
            flat[one.index] = over(one.pixels, flat[one.index])
        elif isinstance(one, Cover):
            lay_cover(image, one)
        elif one:
            lay_lines(image, one, one[0].place)
    return image


def _fills(runs: Runs, paint: Paint) -> Pixels:
    pixels = runs.paint(paint.lut)
    if paint.hatched is None or not paint.hatched.any():
        return pixels
    which = runs.paint(paint.hatched.astype(np.uint32))
    for number, hatch in enumerate(paint.hatches, 1):
        inked = (which == number) & _stripes(pixels.shape, hatch)
        pixels[inked] = hatch.colour
    return pixels


def _stripes(shape: tuple[int, ...], hatch: Hatch) -> npt.NDArray[np.bool_]:
    height, width = shape
    down = np.arange(height)[:, None] + hatch.corner
    return (down + hatch.lean * np.arange(width)) % hatch.apart < hatch.wide
