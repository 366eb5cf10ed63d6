"""What lies under a point of the screen. Qt-free; layers say what they drew and where."""

from dataclasses import dataclass, field
from enum import IntEnum

import numpy as np
import numpy.typing as npt

Rows = npt.NDArray[np.integer]


class Kind(IntEnum):
    """What can be picked, the foremost first: a case is never hidden by a terminal on it."""

    CASE = 0
    ALERT = 1
    TERMINAL = 2
    PLANT = 3


@dataclass(frozen=True, slots=True)
class Hit:
    kind: Kind
    id: str
    distance_px: float


@dataclass(slots=True)
class Targets:
    """Everything drawn that can be picked, gathered while painting."""

    _drawn: list[tuple[Kind, tuple[str, ...], npt.NDArray[np.float64], Rows | None]] = field(
        default_factory=list
    )

    def add(
        self,
        kind: Kind,
        ids: tuple[str, ...],
        x: npt.ArrayLike,
        y: npt.ArrayLike,
        *,
        rows: Rows | None = None,
    ) -> None:
        """Screen positions (n,) in pixels of the symbols of one kind.

        `rows`: which of the ids they are of, where there are too many to pick them out.
        """
        at = np.column_stack([np.asarray(x, float).ravel(), np.asarray(y, float).ravel()])
        self._drawn.append((kind, ids, at, rows))

    def pick(self, x: float, y: float, *, reach_px: float = 12.0) -> list[Hit]:
        """All within reach, by kind and then by distance."""
        hits = []
        for kind, ids, at, rows in self._drawn:
            distance = np.hypot(at[:, 0] - x, at[:, 1] - y)
            near = np.flatnonzero(distance <= reach_px)
            named = near if rows is None else rows[near]
            far = distance[near].tolist()
            hits += [Hit(kind, ids[k], px) for k, px in zip(named.tolist(), far, strict=True)]
        return sorted(hits, key=lambda hit: (hit.kind, hit.distance_px, hit.id))
