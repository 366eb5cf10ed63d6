"""Pictures laid into a view by a mesh, in numpy: for every pixel of the view, what lies there.

Exact at every 16th pixel and straight between them; in bands, so that a band stays in the cache.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from maps.kernels.values import Pixels

Places = npt.NDArray[np.float32]

STEP_PX = 16
"""From node to node, in pixels of the view."""
WHOLE = 256
"""All of the light."""
RIM = (1, 2)
"""Clear pixels before and after a picture, which is all that is looked at beyond it."""

_BAND = 32
_EVEN = np.uint32(0x00FF00FF)


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """Premultiplied ARGB (rows, columns), and where in it each node of the view's mesh falls.

    `u`, `v`: finite pixels of the picture from its upper left corner, the middle of the first at
    0.5, for nodes at the view's pixels 0, 16, 32 … up to beyond its edges. `light`: how much of
    each pixel's light is left, of WHOLE.
    """

    pixels: Pixels
    u: Places
    v: Places
    width: int
    height: int
    light: int = WHOLE


def warp(sheet: Sheet) -> Pixels:
    """(height, width) of the view, 0 outside the picture; four neighbours are mixed."""
    edged = np.pad(sheet.pixels, (RIM, RIM))
    view = np.empty((sheet.height, sheet.width), np.uint32)
    for first in range(0, sheet.height, _BAND):
        rows = min(_BAND, sheet.height - first)
        across = between(sheet.u, first, rows, sheet.width)
        down = between(sheet.v, first, rows, sheet.width)
        mixed = _mixed(edged, across, down)
        view[first : first + rows] = mixed if sheet.light >= WHOLE else _dimmed(mixed, sheet.light)
    return view


def between(nodes: Places, first: int, rows: int, columns: int) -> Places:
    """Values of `rows` pixel rows from row `first` on, by straight lines between the nodes."""
    i, j = np.arange(first, first + rows), np.arange(columns)
    fi = (i % STEP_PX / STEP_PX).astype(np.float32)[:, None]
    fj = (j % STEP_PX / STEP_PX).astype(np.float32)[None, :]
    i, j = i // STEP_PX, j // STEP_PX
    lines = nodes[i[0] : i[-1] + 2].astype(np.float32)
    wide = lines[:, j] * (1 - fj) + lines[:, j + 1] * fj
    i = i - i[0]
    return wide[i] * (1 - fi) + wide[i + 1] * fi


def _dimmed(pixels: Pixels, light: int) -> Pixels:
    """As opaque as before, and darker."""
    share = np.uint32(light)
    even = ((pixels & _EVEN) * share >> np.uint32(8)) & _EVEN
    green = ((pixels >> np.uint32(8)) & np.uint32(0xFF)) * share & np.uint32(0xFF00)
    return even | green | (pixels & np.uint32(0xFF000000))


def _mixed(edged: Pixels, u: Places, v: Places) -> Pixels:
    """The picture at (u, v) by its four nearest pixels; `edged` has its rim."""
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
