"""The fixes of one terminal as columns, in the order of their fix times."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from enum import IntFlag
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Singles = npt.NDArray[np.float32]
Index = npt.NDArray[np.int64]


class Mark(IntFlag):
    """What stands beside a fix. LATE: heard out of its order, as backlog from a blind area is;
    DOUBTED: its time or place is not believed, so that no line leads to it.
    """

    LATE = 1
    DOUBTED = 2


@dataclass(frozen=True, kw_only=True, eq=False)
class Track:
    """n fixes. `at_s` fix times in seconds since 1970, not falling; `delay_s` until it was heard;
    `lon`, `lat` degrees CGCS2000; the singles are nan where the terminal did not say. `marks` bits
    of `Mark`; `source` index into `sources`.

    48 bytes a fix: a month at one a second is 125 MB.
    """

    terminal: str
    at_s: Floats
    lon: Floats
    lat: Floats
    speed_kmh: Singles
    alt_m: Singles
    course_deg: Singles
    accuracy_m: Singles
    delay_s: Singles
    marks: npt.NDArray[np.uint8]
    source: npt.NDArray[np.uint16]
    sources: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.at_s)

    @classmethod
    def room(cls, terminal: str, many: int) -> "Track":
        """Room for so many fixes, to be filled by whoever reads them."""
        made: dict[str, Any] = {
            field.name: np.zeros(many, _TYPES[field.name])
            for field in fields(cls)
            if field.name in _TYPES
        }
        return cls(terminal=terminal, **made)

    @cached_property
    def sound(self) -> Index:
        """The numbers of the fixes that are not doubted, (m,)."""
        return np.flatnonzero((self.marks & Mark.DOUBTED) == 0)

    def at(self, row: int) -> datetime:
        """The fix time of a row, aware UTC."""
        return datetime.fromtimestamp(float(self.at_s[row]), UTC)

    def nearest(self, seconds: float, *, sound: bool = False) -> int:
        """The row whose fix time is nearest; -1 where there is none."""
        rows = self.sound if sound else None
        times = self.at_s if rows is None else self.at_s[rows]
        if not len(times):
            return -1
        after = min(int(np.searchsorted(times, seconds)), len(times) - 1)
        before = max(after - 1, 0)
        found = before if seconds - times[before] < times[after] - seconds else after
        return found if rows is None else int(rows[found])

    def between(self, since_s: float, until_s: float) -> slice:
        """The rows fixed in [since, until)."""
        first, last = np.searchsorted(self.at_s, (since_s, until_s))
        return slice(int(first), int(last))


_TYPES: dict[str, Any] = {
    "at_s": np.float64,
    "lon": np.float64,
    "lat": np.float64,
    "speed_kmh": np.float32,
    "alt_m": np.float32,
    "course_deg": np.float32,
    "accuracy_m": np.float32,
    "delay_s": np.float32,
    "marks": np.uint8,
    "source": np.uint16,
}
COLUMNS = tuple(_TYPES)


def joined(terminal: str, rows: Sequence[tuple[float, ...]], source: str = "") -> Track:
    """A track of (seconds, lon, lat[, speed_kmh[, alt_m]]) in their order, for what is small."""
    made = Track.room(terminal, len(rows))
    for column in (made.speed_kmh, made.alt_m, made.course_deg, made.accuracy_m):
        column[:] = np.nan
    for at, row in enumerate(rows):
        for name, value in zip(("at_s", "lon", "lat", "speed_kmh", "alt_m"), row, strict=False):
            getattr(made, name)[at] = value
    kept = {name: getattr(made, name) for name in COLUMNS}
    return Track(terminal=terminal, sources=(source,), **kept)
