"""Where a terminal was at a moment of its track: between two fixes of one part, or at the last."""

from dataclasses import dataclass

import numpy as np

from app.tracks.parts import Parts
from app.tracks.track import Track


@dataclass(frozen=True, slots=True)
class Where:
    """Degrees CGCS2000; `row` of the fix before; `known`: false in a gap and after the end, where
    it is only where it was last heard.
    """

    lon: float
    lat: float
    row: int
    known: bool


def where(track: Track, parts: Parts, at_s: float) -> Where | None:
    """None before the first fix. Within a part it is half way between where it was and will be."""
    rows = parts.rows
    place = int(np.searchsorted(track.at_s[rows], at_s, side="right")) - 1
    if place < 0:
        return None
    row = int(rows[place])
    here = Where(float(track.lon[row]), float(track.lat[row]), row, known=False)
    part = int(np.searchsorted(parts.first, place, side="right")) - 1
    if place + 1 >= int(parts.first[part + 1]):
        return here if at_s > track.at_s[row] else Where(here.lon, here.lat, row, known=True)
    after = int(rows[place + 1])
    span = float(track.at_s[after] - track.at_s[row])
    share = (at_s - float(track.at_s[row])) / span if span > 0 else 0.0
    lon = here.lon + (float(track.lon[after]) - here.lon) * share
    lat = here.lat + (float(track.lat[after]) - here.lat) * share
    return Where(lon, lat, row, known=True)
