"""A track as a line of the map: how much each fix matters, found once; any zoom is then a look.

Douglas-Peucker by pieces, so that neither a month at one a second nor a receiver that wanders at
rest costs more than its length. What is left out departs by less than half a pixel.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from app.tracks import Parts, Stop, Track
from maps.projection import project
from maps.simplify import significance

Floats = npt.NDArray[np.float64]
Index = npt.NDArray[np.int64]

FLOOR_M = 0.25
"""Finer than any receiver: departures below it are never drawn, however near the view."""
_LINE = 2_048
BOX_VERTICES = 4_096
"""No fewer than a line may have: between two of its ends there is always one that is kept."""
_BLOCK = 65_536


@dataclass(frozen=True, eq=False)
class Path:
    """k vertices: `x`, `y` in map metres; `rows` of the track; `matters` (k,) the largest tolerance
    in metres that keeps it, inf at the ends of parts and stops. `first` (parts+1,), `late` (parts,)
    as those of `Parts`. `doubted` (d, 2): where the doubted fixes lie.
    """

    x: Floats
    y: Floats
    rows: Index
    matters: npt.NDArray[np.float32]
    first: Index
    late: npt.NDArray[np.bool_]
    doubted: Floats

    @classmethod
    def of(cls, track: Track, parts: Parts, stops: Sequence[Stop] = ()) -> "Path":
        """Fixes where the map's projection is not defined are left out."""
        ends = np.array([end for stop in stops for end in (stop.first, stop.last)], np.int64)
        kept, counts = [_weighed(track, parts.rows[:0], ends)], [0]
        for rows in parts.slices():
            blocks = range(0, len(rows), _BLOCK)
            mine = [_weighed(track, rows[begin : begin + _BLOCK], ends) for begin in blocks]
            counts.append(sum(len(one.rows) for one in mine))
            kept += mine
        x, y = project(track.lon[parts.doubted], track.lat[parts.doubted])
        return cls(
            np.concatenate([one.x for one in kept]),
            np.concatenate([one.y for one in kept]),
            np.concatenate([one.rows for one in kept]),
            np.concatenate([one.matters for one in kept]),
            np.cumsum(counts),
            parts.late,
            np.column_stack([x, y])[np.isfinite(x) & np.isfinite(y)],
        )

    @cached_property
    def boxes(self) -> Floats:
        """(b, 4) west, south, east, north of so many vertices each, with one more at both ends."""
        begin = np.arange(0, len(self.x), BOX_VERTICES)
        low, high = np.maximum(begin - 1, 0), np.minimum(begin + BOX_VERTICES + 1, len(self.x))
        edges = [
            (x.min(), y.min(), x.max(), y.max())
            for a, b in zip(low.tolist(), high.tolist(), strict=True)
            for x, y in ((self.x[a:b], self.y[a:b]),)
        ]
        return np.array(edges, float).reshape(-1, 4)

    @property
    def extent(self) -> tuple[float, float, float, float] | None:
        """West, south, east, north in map metres; None of nothing."""
        if not len(self.x):
            return None
        edges = self.x.min(), self.y.min(), self.x.max(), self.y.max()
        return tuple(float(edge) for edge in edges)  # type: ignore[return-value]  # four of them


@dataclass(frozen=True, slots=True)
class _Kept:
    rows: Index
    x: Floats
    y: Floats
    matters: npt.NDArray[np.float32]


def _weighed(track: Track, rows: Index, ends: Index) -> _Kept:
    """The vertices of one block that matter at all."""
    x, y = project(track.lon[rows], track.lat[rows])
    sound = np.isfinite(x) & np.isfinite(y)
    rows, x, y = rows[sound], x[sound], y[sound]
    if not len(rows):
        return _Kept(rows, x, y, np.zeros(0, np.float32))
    stops = np.flatnonzero(np.isin(rows, ends)) if len(ends) else np.zeros(0, np.int64)
    begin = np.unique(np.r_[0, stops, np.arange(0, len(rows), _LINE)])
    first = np.r_[begin, len(rows)].astype(np.int64)
    matters = significance(np.column_stack([x, y]), first, floor=FLOOR_M)
    kept = matters >= FLOOR_M
    return _Kept(rows[kept], x[kept], y[kept], matters[kept])
