"""Polylines as the single segments that are in view: Qt's raster draws wide ones fast only so."""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


def segments(x: Floats, y: Floats, begins: Bools, box: tuple[float, float, float]) -> Floats:
    """(n, 4) x, y, x, y of the segments that may touch a view; `box`: width, height, margin."""
    width, height, margin = box
    seen = ~begins[1:]
    for value, most in ((x, width), (y, height)):
        low, high = np.minimum(value[:-1], value[1:]), np.maximum(value[:-1], value[1:])
        seen = seen & (low <= most + margin) & (high >= -margin)
    at = np.flatnonzero(seen)
    return np.column_stack([x[at], y[at], x[at + 1], y[at + 1]])
