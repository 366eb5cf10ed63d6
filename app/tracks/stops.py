"""Where a terminal stayed: within some metres of one place for some minutes, jitter and all."""

from dataclasses import dataclass

import numpy as np

from app.fixes.geodesy import distance_m
from app.tracks.parts import Parts
from app.tracks.track import Floats, Index, Track

STAY_M = 50.0
"""A receiver at rest between high buildings wanders so far."""
STAY_S = 180.0
_AHEAD = 256


@dataclass(frozen=True, slots=True)
class Stop:
    """From the row `first` to the row `last`, both in it; its middle in degrees CGCS2000."""

    first: int
    last: int
    begin_s: float
    end_s: float
    lon: float
    lat: float

    @property
    def lasts_s(self) -> float:
        return self.end_s - self.begin_s


def stops_of(
    track: Track, parts: Parts, *, stay_m: float = STAY_M, stay_s: float = STAY_S
) -> list[Stop]:
    """Every stay, oldest first; none reaches over a gap."""
    found: list[Stop] = []
    for rows in parts.slices():
        at_s = track.at_s[rows]
        if len(rows) < 2 or at_s[-1] - at_s[0] < stay_s:
            continue
        x, y = _metres(track.lon[rows], track.lat[rows])
        for a, b in _runs(_still(at_s, x, y, stay_m, stay_s)):
            found += _within(track, rows, (at_s, x, y), (a, b), (stay_m, stay_s))
    return found


def _metres(lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    """Metres about the middle latitude: over the metres of a stop as good as the ellipsoid."""
    middle, here = float(np.median(lat)), float(lon[0])
    east = distance_m(here, middle, here + 0.01, middle) * 100
    north = distance_m(here, middle - 0.005, here, middle + 0.005) * 100
    return (lon - lon[0]) * east, (lat - lat[0]) * north


def _still(at_s: Floats, x: Floats, y: Floats, stay_m: float, stay_s: float) -> Index:
    """(n,) counts above 0 where a fix lies in a time of `stay_s` that ends near where it began."""
    later = np.searchsorted(at_s, at_s + stay_s)
    there = np.minimum(later, len(at_s) - 1)
    near = (later < len(at_s)) & (np.hypot(x[there] - x, y[there] - y) <= 2 * stay_m)
    ends = np.bincount(there[near] + 1, minlength=len(at_s) + 1)
    return np.cumsum(near - ends[:-1])


def _runs(still: Index) -> list[tuple[int, int]]:
    """(first, one past the last) of each run of fixes that may be a stop."""
    edges = np.flatnonzero(np.diff(np.r_[False, still > 0, False]))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def _within(
    track: Track,
    rows: Index,
    moves: tuple[Floats, Floats, Floats],
    run: tuple[int, int],
    stay: tuple[float, float],
) -> list[Stop]:
    """The stops of a run: each lasts until a fix lies too far from where it began."""
    (at_s, x, y), (here, end), (stay_m, stay_s) = moves, run, stay
    found = []
    while here < end:
        past = _leaves(x, y, here, end, stay_m)
        if at_s[past - 1] - at_s[here] >= stay_s:
            mine = rows[here:past]
            times = float(at_s[here]), float(at_s[past - 1])
            middle = float(np.median(track.lon[mine])), float(np.median(track.lat[mine]))
            found.append(Stop(int(mine[0]), int(mine[-1]), *times, *middle))
            here = past
        else:
            here += max(1, (past - here) // 2)
    return found


def _leaves(x: Floats, y: Floats, here: int, end: int, stay_m: float) -> int:
    """The first fix beyond `stay_m` of one; looked for in growing steps."""
    begin, step = here, _AHEAD
    while begin < end:
        upto = min(begin + step, end)
        far = np.hypot(x[begin:upto] - x[here], y[begin:upto] - y[here]) > stay_m
        if far.any():
            return begin + int(far.argmax())
        begin, step = upto, step * 2
    return end
