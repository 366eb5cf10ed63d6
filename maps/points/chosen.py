"""The events that a choice lets through, laid out for drawing and for finding."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from app.model import Grade
from maps.points.choice import OPEN, Choice
from maps.points.events import Column, Events
from maps.points.frame import SOUTH_M, WEST_M, slices
from maps.viewport import Extent

Ints = npt.NDArray[np.int64]

LOOKS = 8
"""A look is (grade - 1) * 2, and one more where the case is open: what its symbol tells."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Chosen:
    """Rows of `events` (None: all of them), with x, y, look and buckets of those alone."""

    events: Events
    choice: Choice
    rows: Column | None
    x: Column
    y: Column
    look: npt.NDArray[np.uint8]
    start: npt.NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.x)

    def candidates(self, extent: Extent) -> tuple[Column, Column]:
        """x, y (float32, metres from the corner of the frame) of all in an extent and some more."""
        return self._laid(self.x, extent), self._laid(self.y, extent)

    def inside(self, extent: Extent) -> tuple[Column, Column, Ints]:
        """x, y in map metres (float64) and places among the chosen of those in an extent.

        Its west and south edge belong to it, its east and north edge do not.
        """
        west, south, east, north = extent
        at = np.concatenate(
            [np.arange(s.start, s.stop) for s in slices(self.start, extent)] or [np.zeros(0, int)]
        )
        x = self.x[at].astype(np.float64) + WEST_M
        y = self.y[at].astype(np.float64) + SOUTH_M
        within = (x >= west) & (x < east) & (y >= south) & (y < north)
        return x[within], y[within], at[within]

    def rows_at(self, at: Ints) -> Ints:
        """Rows of `events` of some of the chosen."""
        return at if self.rows is None else self.rows[at].astype(np.int64)

    def names(self, at: Ints) -> tuple[str, ...]:
        """The ids of some of the chosen."""
        return self.events.names(self.rows_at(at))

    def near(self, x: float, y: float, radius_m: float) -> Ints:
        """Those within a circle about a point in map metres, the nearest first."""
        found = self.inside((x - radius_m, y - radius_m, x + radius_m, y + radius_m))
        distance = np.hypot(found[0] - x, found[1] - y)
        order = np.argsort(distance, kind="stable")
        return found[2][order[distance[order] <= radius_m]]

    def _laid(self, column: Column, extent: Extent) -> Column:
        parts = [column[part] for part in slices(self.start, extent)]
        if len(parts) == 1:
            return parts[0]
        return np.concatenate(parts) if parts else column[:0]


_KEPT = 2  # a second map may have another choice
_last: list[Chosen] = []


def choose(events: Events, choice: Choice) -> Chosen:
    """What a choice lets through; the last answers are kept while the same is asked."""
    for known in tuple(_last):
        if known.events is events and known.choice == choice:
            return known
    made = choose_anew(events, choice)
    _last[:] = [*_last[1 - _KEPT :], made]
    return made


def choose_anew(events: Events, choice: Choice) -> Chosen:
    """As `choose`, without looking whether it is known."""
    wanted = choice.mask(events)
    grade = np.clip(events.grade, 1, 4)  # a number out of range must not reach beyond the looks
    look = (grade - np.uint8(1)) * np.uint8(2) + OPEN.view(np.uint8).take(events.state)
    if wanted.all():
        return Chosen(
            events=events,
            choice=choice,
            rows=None,
            x=events.x,
            y=events.y,
            look=look,
            start=events.start,
        )
    rows = np.flatnonzero(wanted)
    return Chosen(
        events=events,
        choice=choice,
        rows=rows.astype(np.int32),
        x=events.x.take(rows),
        y=events.y.take(rows),
        look=look.take(rows),
        start=np.searchsorted(rows, events.start).astype(np.int32),
    )


def look_of(look: int) -> tuple[Grade, bool]:
    """Grade, and whether it is open."""
    return Grade(look // 2 + 1), bool(look % 2)
