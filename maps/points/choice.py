"""Which events are wanted: by time, grade, item and state. A frozen value, no arrays in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from app.model import OPEN_STATES, CaseState, Grade
from maps.points.events import STATES, Events

Mask = npt.NDArray[np.bool_]

STANDING = frozenset(CaseState) - {CaseState.VOID, CaseState.MERGED}
"""What never should have been, and what is told by another case, is not counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Opened from `since_s` on and before `until_s` (seconds since 1970, None: no bound);
    `grades`, `items`: None for all.
    """

    since_s: int | None = None
    until_s: int | None = None
    grades: frozenset[Grade] | None = None
    items: frozenset[str] | None = None
    states: frozenset[CaseState] = STANDING

    def mask(self, events: Events) -> Mask:
        """(n,) which rows are wanted."""
        wanted = np.ones(len(events), np.bool_)
        if self.since_s is not None:
            wanted &= events.opened_s >= self.since_s
        if self.until_s is not None:
            wanted &= events.opened_s < self.until_s
        if self.grades is not None:
            wanted &= _of(range(5), self.grades).take(events.grade)
        if self.items is not None:
            wanted &= _of((*events.items, ""), self.items).take(events.item)
        if self.states != frozenset(STATES):
            wanted &= _of(STATES, self.states).take(events.state)
        return wanted


def _of(values: Iterable[Any], wanted: frozenset[Any]) -> Mask:
    """For each value whether it is wanted."""
    return np.array([value in wanted for value in values], np.bool_)


OPEN = _of(STATES, OPEN_STATES)
"""(states,) whether a case in that state is open."""
