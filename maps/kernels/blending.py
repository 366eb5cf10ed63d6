"""Premultiplied ARGB in numpy, as Qt has it: two channels at a time, in arrays of uint32."""

import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint32]

_TWO, _HALF, _UPPER = np.uint32(0x00FF00FF), np.uint32(0x00800080), np.uint32(0xFF00FF00)
_EIGHT, _ALPHA, _MOST = np.uint32(8), np.uint32(24), np.uint32(255)


def times(pixels: Pixels | np.uint32, parts: npt.NDArray[np.uint8] | Pixels) -> Pixels:
    """Every channel of the pixels by so many parts of 255, rounded."""
    share = parts.astype(np.uint32)
    low = (pixels & _TWO) * share + _HALF
    high = ((pixels >> _EIGHT) & _TWO) * share + _HALF
    low = ((low + ((low >> _EIGHT) & _TWO)) >> _EIGHT) & _TWO
    high = (high + ((high >> _EIGHT) & _TWO)) & _UPPER
    return np.asarray(low | high)


def premultiplied(rgb: tuple[int, int, int], alpha: int) -> int:
    """ARGB32 as Qt's premultiplied format holds it."""
    r, g, b = (round(channel * alpha / 255) for channel in rgb)
    return alpha << 24 | r << 16 | g << 8 | b


def opaque(rgb: tuple[int, int, int]) -> int:
    return premultiplied(rgb, 255)


def faded(pixels: Pixels, opacity: float) -> Pixels:
    """The same seen through, 0 to 1."""
    if opacity >= 1:
        return pixels
    return times(pixels, np.array([round(max(opacity, 0.0) * 255)], np.uint8))


def over(above: Pixels, below: Pixels) -> Pixels:
    """One laid over the other."""
    return above + times(below, _MOST - (above >> _ALPHA))
