"""The buckets that points are sorted into: squares of the ground, row by row from the south-west.

The frame lies about the city. What is farther out is put into the buckets at its edge, so that a
look-up still finds it: buckets give candidates, and coordinates decide.
"""

import numpy as np
import numpy.typing as npt

from maps.viewport import Extent

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]

WEST_M, SOUTH_M = 180_000.0, 3_080_000.0
"""The corner of the frame, in map metres; points are kept as metres from it."""
BUCKET_M = 2048.0
COLUMNS, ROWS = 280, 256


def bucket_of(x: npt.NDArray[np.floating], y: npt.NDArray[np.floating]) -> Ints:
    """(n,) numbers of the buckets of points, in metres from the corner of the frame."""
    column, row = _clipped(x, COLUMNS), _clipped(y, ROWS)
    return row * np.int32(COLUMNS) + column


def starts(bucket: Ints) -> Ints:
    """(buckets + 1,) where each bucket begins among sorted ones."""
    counts = np.bincount(bucket, minlength=COLUMNS * ROWS)
    return np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)


def slices(start: Ints, extent: Extent) -> list[slice]:
    """The runs of rows that hold every point of an extent (map metres), and some beside it."""
    west, south, east, north = extent
    c0, c1 = _clipped(np.array([west - WEST_M, east - WEST_M]), COLUMNS)
    r0, r1 = _clipped(np.array([south - SOUTH_M, north - SOUTH_M]), ROWS)
    rows = np.arange(r0, r1 + 1) * COLUMNS
    joined: list[slice] = []
    for begin, end in zip(start[rows + c0].tolist(), start[rows + c1 + 1].tolist(), strict=True):
        if joined and joined[-1].stop == begin:
            joined[-1] = slice(joined[-1].start, end)
        elif begin < end:
            joined.append(slice(begin, end))
    return joined


def _clipped(metres: npt.NDArray[np.floating], count: int) -> Ints:
    return np.clip(np.floor(metres / BUCKET_M), 0, count - 1).astype(np.int32)
