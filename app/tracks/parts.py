"""A track cut where no line may be drawn: at gaps, and between what was heard live and late."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from app.tracks.track import Floats, Index, Mark, Track

GAP_S = 300.0
"""So long without a fix nobody knows which way it went."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Parts:
    """`rows` (m,): the fixes that are not doubted; `first` (parts+1,): where each part begins among
    them; `late` (parts,): whether it was heard late. `doubted` (d,): rows that no line leads to.
    """

    rows: Index
    first: Index
    late: npt.NDArray[np.bool_]
    doubted: Index

    def __len__(self) -> int:
        return len(self.late)

    def slices(self) -> list[Index]:
        """The rows of each part."""
        return [self.rows[a:b] for a, b in pairwise(self.first.tolist())]


@dataclass(frozen=True, slots=True)
class Gap:
    """No fix between two rows, for so long."""

    before: int
    after: int
    lasts_s: float


def parts_of(track: Track, *, gap_s: float = GAP_S) -> Parts:
    """Cut before every fix that comes more than `gap_s` after the last, or was heard otherwise."""
    rows = track.sound
    late = (track.marks[rows] & Mark.LATE) != 0
    doubted = np.flatnonzero((track.marks & Mark.DOUBTED) != 0)
    if not len(rows):
        return Parts(rows=rows, first=np.zeros(1, np.int64), late=late, doubted=doubted)
    cut = (np.diff(track.at_s[rows]) > gap_s) | (late[1:] != late[:-1])
    begin = np.r_[0, np.flatnonzero(cut) + 1]
    first = np.r_[begin, len(rows)].astype(np.int64)
    return Parts(rows=rows, first=first, late=late[begin], doubted=doubted)


def gaps_of(track: Track, parts: Parts, *, gap_s: float = GAP_S) -> list[Gap]:
    """The silences between parts, oldest first."""
    ends = parts.first[1:-1]
    before, after = parts.rows[ends - 1], parts.rows[ends]
    lasts: Floats = track.at_s[after] - track.at_s[before]
    found = zip(before.tolist(), after.tolist(), lasts.tolist(), strict=True)
    return [Gap(a, b, s) for a, b, s in found if s > gap_s]
