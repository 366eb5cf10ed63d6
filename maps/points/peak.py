"""The densest place of all, by which the heat of every view is measured."""

import numpy as np
import numpy.typing as npt

from maps.points.chosen import Chosen
from maps.points.frame import BUCKET_M, COLUMNS, ROWS, SOUTH_M, WEST_M
from maps.points.heat import box_halves, boxed, heat
from maps.viewport import Viewport

_LOOKED_AT = 12  # fullest buckets; the peak lies in or beside one of them
_PARTS = 20  # pixels to a radius, which makes five cells
_KEPT = 4
_last: list[tuple[Chosen, float, float]] = []


def peak_per_km2(chosen: Chosen, radius_m: float) -> float:
    """Events a square kilometre at the densest place; 1e-9 where there is none.

    Sought about the fullest buckets only. Answers are kept while the same events are asked about.
    """
    for known, radius, most in tuple(_last):
        if known is chosen and radius == radius_m:
            return most
    found = [_most(chosen, bucket, radius_m) for bucket in _fullest(chosen, radius_m)]
    most = max([1e-9, *found])
    _last[:] = [*_last[1 - _KEPT :], (chosen, radius_m, most)]
    return most


def _fullest(chosen: Chosen, radius_m: float) -> list[int]:
    """Numbers of the buckets with most about them."""
    counts: npt.NDArray[np.float32] = (
        np.diff(chosen.start).astype(np.float32).reshape(ROWS, COLUMNS)
    )
    half = sum(box_halves(radius_m / BUCKET_M))
    smooth = boxed(boxed(counts, half, 0), half, 1).ravel()
    top = np.argpartition(smooth, -_LOOKED_AT)[-_LOOKED_AT:]
    return top[smooth[top] > 0].tolist()


def _most(chosen: Chosen, bucket: int, radius_m: float) -> float:
    row, column = divmod(bucket, COLUMNS)
    step = radius_m / _PARTS
    side = round(2 * BUCKET_M / step) + _PARTS
    x, y = WEST_M + (column + 0.5) * BUCKET_M, SOUTH_M + (row + 0.5) * BUCKET_M
    view = Viewport(x, y, step, side, side).snapped()
    return float(heat(chosen, view, radius_m=radius_m).per_km2.max())
