"""Pictures laid into the view by a mesh: for every pixel of the view, what lies there."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from maps.kernels import CHOICE
from maps.kernels.warping import WHOLE, Places, Sheet

Floats = npt.NDArray[np.float64]
Pixels = npt.NDArray[np.uint32]

_EVEN = np.uint32(0x00FF00FF)
_FAR = -1e6  # a place outside every picture


@dataclass(frozen=True, slots=True, eq=False)
class Patch:
    """Premultiplied ARGB (rows, columns), and where in it each node of the mesh falls.

    `u`, `v`: pixels of the patch from its upper left corner, the middle of the first at 0.5.
    """

    pixels: Pixels
    u: Floats
    v: Floats


def warp(patch: Patch, width: int, height: int, *, light: float = 1.0) -> Pixels:
    """(height, width) of the view, 0 outside the patch; four neighbours are mixed.

    `light`: how much of the light of each pixel is left, 1 for all of it.
    """
    share = min(round(light * WHOLE), WHOLE)
    u, v = _places(patch.u), _places(patch.v)
    return CHOICE.now().warp(Sheet(patch.pixels, u, v, width, height, share))


def _places(nodes: Floats) -> Places:
    return np.where(np.isfinite(nodes), nodes, _FAR).astype(np.float32)


def halved(pixels: Pixels) -> Pixels:
    """Half as wide and high (even sizes), each pixel the mean of four."""
    total = np.zeros((2, pixels.shape[0] // 2, pixels.shape[1] // 2), np.uint32)
    for part in (pixels[0::2, 0::2], pixels[0::2, 1::2], pixels[1::2, 0::2], pixels[1::2, 1::2]):
        total[0] += part & _EVEN
        total[1] += (part >> np.uint32(8)) & _EVEN
    total = (total >> np.uint32(2)) & _EVEN
    return np.asarray(total[0] | (total[1] << np.uint32(8)), np.uint32)
