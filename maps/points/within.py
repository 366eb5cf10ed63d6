"""Which of all events lie in an area: counted by buckets, and only those at its edge one by one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from maps.points.chosen import LOOKS, Chosen, Ints
from maps.points.frame import BUCKET_M, COLUMNS, ROWS, SOUTH_M, WEST_M
from maps.projection import project
from maps.viewport import Extent

Told = Callable[[int, int], bool]
"""Told how much of how much is done; False where nobody wants the answer any more."""

_LONGEST_DEG = 0.02  # a straight side of degrees is off a straight one of the map by 5 cm at most
_AT_ONCE = 20_000  # points, or a tenth as many buckets, between two looks at who waits
_BUCKET_COSTS = 10


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Within:
    """`looks` (LOOKS,): how many of each; `at`: some of the chosen, the nearest to the middle
    first, and `distance_m` how far from there they are.
    """

    looks: Ints
    at: Ints
    distance_m: npt.NDArray[np.float64]

    @property
    def count(self) -> int:
        return int(self.looks.sum())

    @property
    def open(self) -> int:
        return int(self.looks[1::2].sum())


def within(
    chosen: Chosen, area: Any, *, most: int, told: Told = lambda done, many: True
) -> Within | None:
    """What an area in degrees CGCS2000 (shapely) holds; None where `told` stopped it.

    `most`: of how many the places are given.
    """
    ground = _on_map(area)
    if ground.is_empty:
        return Within(looks=np.zeros(LOOKS, np.int64), at=np.zeros(0, np.int64), distance_m=_NONE)
    shapely.prepare(ground)
    buckets = _filled(chosen, ground.bounds)
    whole, edge = [], []
    count = np.diff(chosen.start)
    work = _Work(len(buckets) * _BUCKET_COSTS, told)
    for some in _pieces(buckets, _AT_ONCE // _BUCKET_COSTS):
        inside, cut = _told_apart(some, ground)
        whole.append(some[inside])
        edge.append(some[cut])
        if not work.did(len(some) * _BUCKET_COSTS, more=int(count[some[cut]].sum())):
            return None
    found = [_places(chosen, np.concatenate(whole))] if whole else []
    for some in _pieces(_places(chosen, np.concatenate(edge)) if edge else _NO_PLACE, _AT_ONCE):
        x, y = _xy(chosen, some)
        found.append(some[shapely.intersects_xy(ground, x, y)])
        if not work.did(len(some)):
            return None
    at = np.concatenate([_NO_PLACE, *found])
    looks = np.bincount(chosen.look[at], minlength=LOOKS).astype(np.int64)
    return Within(looks=looks, **_nearest(chosen, at, ground.centroid, most))


_NONE = np.zeros(0, np.float64)
_NO_PLACE = np.zeros(0, np.int64)


class _Work:
    """How much is done of what is known to be left."""

    def __init__(self, many: int, told: Told) -> None:
        self._done, self._many, self._told = 0, many, told

    def did(self, done: int, more: int = 0) -> bool:
        self._done += done
        self._many += more
        return self._told(self._done, self._many)


def _on_map(area: Any) -> Any:
    """The same area in map metres."""
    parts = shapely.segmentize(area, _LONGEST_DEG)
    return shapely.transform(parts, lambda c: np.column_stack(project(c[:, 0], c[:, 1])))


def _filled(chosen: Chosen, bounds: Extent) -> Ints:
    """Buckets about an extent that hold anything; those at the frame's edge hold what is beyond."""
    west, south, east, north = (
        int(np.clip(np.floor((edge - zero) / BUCKET_M), 0, count - 1))
        for edge, zero, count in zip(
            bounds, (WEST_M, SOUTH_M) * 2, (COLUMNS, ROWS) * 2, strict=True
        )
    )
    rows = np.arange(south, north + 1)[:, None] * COLUMNS
    buckets = (rows + np.arange(west, east + 1)).ravel()
    return buckets[chosen.start[buckets + 1] > chosen.start[buckets]]


def _told_apart(buckets: Ints, ground: Any) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Which buckets lie wholly inside, and of which it must be asked point by point."""
    row, column = np.divmod(buckets, COLUMNS)
    west, south = WEST_M + column * BUCKET_M, SOUTH_M + row * BUCKET_M
    margin = 0.1  # coordinates are kept to 4 cm
    boxes = shapely.box(
        west - margin, south - margin, west + BUCKET_M + margin, south + BUCKET_M + margin
    )
    rim = (row == 0) | (row == ROWS - 1) | (column == 0) | (column == COLUMNS - 1)
    touched = rim | shapely.intersects(ground, boxes)
    inside = touched & ~rim
    inside[inside] = shapely.contains_properly(ground, boxes[inside])
    return inside, touched & ~inside


def _places(chosen: Chosen, buckets: Ints) -> Ints:
    """Places among the chosen of all in some buckets."""
    first = chosen.start[buckets].astype(np.int64)
    size = chosen.start[buckets + 1] - first
    shift = first - np.r_[0, np.cumsum(size)[:-1]] if len(buckets) else first
    return np.arange(int(size.sum())) + np.repeat(shift, size)


def _xy(chosen: Chosen, at: Ints) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """In map metres."""
    return chosen.x[at].astype(np.float64) + WEST_M, chosen.y[at].astype(np.float64) + SOUTH_M


def _nearest(chosen: Chosen, at: Ints, middle: Any, most: int) -> dict[str, Any]:
    x, y = _xy(chosen, at)
    away = np.hypot(x - middle.x, y - middle.y)
    if len(at) > most:
        some = np.argpartition(away, most)[:most]
        at, away = at[some], away[some]
    order = np.argsort(away, kind="stable")
    return {"at": at[order], "distance_m": away[order]}


def _pieces(values: Ints, size: int) -> Iterator[Ints]:
    for begin in range(0, len(values), size):
        yield values[begin : begin + size]
