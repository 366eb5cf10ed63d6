"""Where in the visible part of a unit its name may stand: asked of a coarse raster of units.

Qt-free. The raster is sampled from the runs of the fill at places fixed to the ground, so that
panning does not make names jump.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from maps.scanline import Runs

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]

STEP = 6  # pixels between samples
_TRIED = 40


@dataclass(frozen=True, slots=True)
class Spots:
    """Samples sorted by unit, the roomiest of a unit first: x, y, and the room to each side.

    `first` (units + 1,) is where each unit begins in the arrays (samples,).
    """

    first: Longs
    x: Ints
    y: Ints
    cramped: Longs  # the room, negative

    def of(self, unit: int, width: float) -> Iterator[tuple[float, float]]:
        """Pixels at which so wide a name lies within the unit, about forty, the best first."""
        begin, end = int(self.first[unit]), int(self.first[unit + 1])
        end = begin + int(np.searchsorted(self.cramped[begin:end], -width / 2, "right"))
        tried = slice(begin, end, max((end - begin) // _TRIED, 1))
        yield from zip(self.x[tried].tolist(), self.y[tried].tolist(), strict=True)


def sample(runs: Runs, corner: tuple[int, int]) -> tuple[Ints, Ints, Ints]:
    """Columns, rows, and (rows, columns) units; `corner`: the picture's own place in pixels."""
    columns = np.arange(-corner[0] % STEP, runs.width, STEP, dtype=np.int32)
    rows = np.arange(-corner[1] % STEP, runs.height, STEP, dtype=np.int32)
    keys = rows[:, None].astype(np.int64) * runs.width + columns[None, :]
    at = np.searchsorted(runs.start, keys.ravel(), "right") - 1
    return columns, rows, runs.unit[at].reshape(keys.shape)


def spots(columns: Ints, rows: Ints, ids: Ints, units: int) -> Spots:
    """The samples that have their own unit above and below, by unit (-1 is nobody)."""
    half = _half(ids)
    inner = np.zeros_like(half)
    same = (ids[1:-1] == ids[:-2]) & (ids[1:-1] == ids[2:])
    inner[1:-1] = np.where(same, np.minimum(np.minimum(half[:-2], half[2:]), half[1:-1]), 0)
    row, column = np.nonzero((inner > 0) & (ids >= 0))
    unit, room = ids[row, column], inner[row, column]
    first = np.concatenate([[0], np.cumsum(np.bincount(unit, minlength=units))])
    widest = np.int64(ids.shape[1])  # sorted as one number: by unit, roomiest, row, column
    keys = (unit * widest + (widest - room)) * np.int64(ids.size) + row * widest + column
    rest, place = np.divmod(np.sort(keys), np.int64(ids.size))
    row, column = np.divmod(place, widest)
    room = widest - rest % widest
    return Spots(first, columns[column], rows[row], -(room * STEP + STEP // 2))


def _half(ids: Ints) -> npt.NDArray[np.int64]:
    """For each sample how many of its unit lie to both sides of it in its row."""
    edge = np.ones((len(ids), 1), bool)
    change = ids[:, 1:] != ids[:, :-1]
    at = np.arange(ids.shape[1])
    begin = np.maximum.accumulate(np.where(np.hstack([edge, change]), at, 0), axis=1)
    flipped = np.where(np.hstack([change, edge]), at, ids.shape[1])[:, ::-1]
    end = np.minimum.accumulate(flipped, axis=1)[:, ::-1]
    return np.minimum(at - begin, end - at).astype(np.int64)
