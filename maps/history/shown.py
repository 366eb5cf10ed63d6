"""Which tracks the map shows, and what moves on them: frozen values given from outside."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

import numpy as np
import numpy.typing as npt

from app.tracks import GAP_S, Figures, Parts, Track, figures_of, parts_of
from maps.history.path import Path
from maps.projection import project

LETTERS = "ABCD"
"""Tracks beside each other are told apart by letter, mark and colour: no more than these."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Shown:
    """A track ready for drawing. `slot`: index into LETTERS; `name`: who carries the terminal."""

    track: Track
    parts: Parts
    figures: Figures
    path: Path
    slot: int = 0
    name: str = ""

    @classmethod
    def of(cls, track: Track, *, slot: int = 0, name: str = "", gap_s: float = GAP_S) -> "Shown":
        """All that drawing it takes: some seconds of work for a month at one a second."""
        parts = parts_of(track, gap_s=gap_s)
        figures = figures_of(track, gap_s=gap_s, parts=parts)
        path = Path.of(track, parts, figures.stops)
        return cls(track=track, parts=parts, figures=figures, path=path, slot=slot, name=name)

    @property
    def letter(self) -> str:
        return LETTERS[self.slot]

    @cached_property
    def stops_at(self) -> list[tuple[float, float]]:
        """Where its stops lie, in map metres."""
        stops = self.figures.stops
        x, y = project([stop.lon for stop in stops], [stop.lat for stop in stops])
        return list(zip(x.tolist(), y.tolist(), strict=True))

    @cached_property
    def silent(self) -> npt.NDArray[np.bool_]:
        """(parts-1,) whether a silence lies between two parts, or only a change to late."""
        ends = self.parts.first[1:-1]
        after = self.parts.rows[ends].tolist()
        silences = {gap.after for gap in self.figures.gaps}
        return np.array([row in silences for row in after], bool)


@dataclass(frozen=True, slots=True, eq=False)
class History:
    """The tracks on the map; compared by identity, for they are large."""

    shown: tuple[Shown, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.shown)


NO_HISTORY = History()


@dataclass(frozen=True, slots=True)
class Replay:
    """The moment that is played back: never the present."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Pointed:
    """A fix that is pointed at, on the map or in a chart: of which track, which row."""

    slot: int
    row: int
