"""Pictures laid into the view by a mesh: for every pixel of the view, what lies there.

numpy alone, which lets other threads run meanwhile; in bands, so that a band stays in the cache.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from maps.base.mesh import between

Floats = npt.NDArray[np.float64]
Pixels = npt.NDArray[np.uint32]

_BAND = 32
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
    edged = np.pad(patch.pixels, ((1, 2), (1, 2)))
    u, v = (np.where(np.isfinite(part), part, _FAR) for part in (patch.u, patch.v))
    view = np.empty((height, width), np.uint32)
    for first in range(0, height, _BAND):
        rows = min(_BAND, height - first)
        across = between(u, first, rows, width)
        down = between(v, first, rows, width)
        mixed = _mixed(edged, across, down)
        view[first : first + rows] = mixed if light >= 1 else _dimmed(mixed, light)
    return view


def _dimmed(pixels: Pixels, light: float) -> Pixels:
    """As opaque as before, and darker."""
    share = np.uint32(round(light * 256))
    even = ((pixels & _EVEN) * share >> np.uint32(8)) & _EVEN
    green = ((pixels >> np.uint32(8)) & np.uint32(0xFF)) * share & np.uint32(0xFF00)
    return even | green | (pixels & np.uint32(0xFF000000))


def _mixed(edged: Pixels, u: npt.NDArray[np.float32], v: npt.NDArray[np.float32]) -> Pixels:
    """The picture at (u, v) by its four nearest pixels; `edged` has a clear rim of one and two."""
    rows, columns = edged.shape
    u = np.clip(u - np.float32(0.5), -1, columns - 3)
    v = np.clip(v - np.float32(0.5), -1, rows - 3)
    left, top = np.floor(u), np.floor(v)
    right_share = ((u - left) * 256).astype(np.uint32)
    lower_share = ((v - top) * 256).astype(np.uint32)
    at = (top.astype(np.int32) + 1) * np.int32(columns) + left.astype(np.int32) + 1
    flat = edged.ravel()
    upper = _blend(flat.take(at), flat.take(at + 1), right_share)
    at += columns
    lower = _blend(flat.take(at), flat.take(at + 1), right_share)
    return _blend(upper, lower, lower_share)


def _blend(one: Pixels, other: Pixels, share: Pixels) -> Pixels:
    """one + (other - one) * share / 256, two channels at a time."""
    rest = np.uint32(256) - share
    even = ((one & _EVEN) * rest + (other & _EVEN) * share) >> np.uint32(8)
    odd = ((one >> np.uint32(8)) & _EVEN) * rest + ((other >> np.uint32(8)) & _EVEN) * share
    return (even & _EVEN) | (odd & ~_EVEN)


def halved(pixels: Pixels) -> Pixels:
    """Half as wide and high (even sizes), each pixel the mean of four."""
    total = np.zeros((2, pixels.shape[0] // 2, pixels.shape[1] // 2), np.uint32)
    for part in (pixels[0::2, 0::2], pixels[0::2, 1::2], pixels[1::2, 0::2], pixels[1::2, 1::2]):
        total[0] += part & _EVEN
        total[1] += (part >> np.uint32(8)) & _EVEN
    total = (total >> np.uint32(2)) & _EVEN
    return np.asarray(total[0] | (total[1] << np.uint32(8)), np.uint32)
