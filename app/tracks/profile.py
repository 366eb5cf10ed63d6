"""Speed or height over time for so many columns of pixels: what is lowest and highest in each.

A picture cannot tell more than that; peaks are never lost, whatever is left out between them.
"""

from itertools import pairwise

import numpy as np

from app.tracks.parts import Parts
from app.tracks.track import Floats, Singles, Track


def profile(
    track: Track, parts: Parts, values: Singles, since_s: float, until_s: float, *, columns: int
) -> tuple[Floats, Floats]:
    """Times in seconds and values to be joined by a line; nan where it breaks.

    At most about four points a column, and not more than there are fixes.
    """
    times: list[Floats] = []
    heights: list[Floats] = []
    rows = parts.rows
    step = max((until_s - since_s) / max(columns, 1), 1e-9)
    low, high = np.searchsorted(track.at_s[rows], (since_s, until_s))
    low, high = max(int(low) - 1, 0), min(int(high) + 1, len(rows))
    bounds = [low, *(int(at) for at in parts.first if low < at < high), high]
    for begin, end in pairwise(bounds):
        mine = rows[begin:end]
        at, value = track.at_s[mine], values[mine].astype(np.float64)
        if end - begin > 4 * max(columns // max(len(bounds) - 1, 1), 8):
            at, value = _thinned(at, value, since_s, step)
        times += [at, at[-1:]]
        heights += [value, np.full(len(at[-1:]), np.nan)]
    if not times:
        return np.zeros(0), np.zeros(0)
    return np.concatenate(times), np.concatenate(heights)


def _thinned(at: Floats, value: Floats, since_s: float, step_s: float) -> tuple[Floats, Floats]:
    """The lowest and the highest of each column, in turn."""
    column = np.floor((at - since_s) / step_s)
    begin = np.r_[0, np.flatnonzero(np.diff(column)) + 1]
    low = np.fmin.reduceat(value, begin)
    high = np.fmax.reduceat(value, begin)
    when = np.repeat(at[begin], 2)
    when[1::2] = at[np.r_[begin[1:], len(at)] - 1]
    return when, np.column_stack([low, high]).ravel()
