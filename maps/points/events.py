"""All located events as columns, sorted by bucket: read once, never changed, added to by copies."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from app.model import CaseState
from maps.points.frame import SOUTH_M, WEST_M, bucket_of, starts
from maps.projection import project

Column = npt.NDArray[Any]

STATES = tuple(CaseState)
"""What the numbers of `Events.state` mean."""
_AT_ONCE = 50_000  # points projected in one call
_BUCKET_SHIFT = 40  # of a key for sorting: the bucket above the seconds


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Events:
    """Columns of n rows by bucket and then by time; equal only where they are the same object.

    `ids` as bytes (UTF-8); `x`, `y` float32 metres from the corner of the frame, to 4 cm;
    `opened_s` int64 seconds since 1970; `grade` 1-4; `state` index into STATES; `item` index into
    `items`. `start` (buckets + 1,). `unplaced`: ids of those without a position on the map.
    """

    ids: Column
    x: Column
    y: Column
    opened_s: Column
    grade: Column
    state: Column
    item: Column
    items: tuple[str, ...]
    start: npt.NDArray[np.int32]
    unplaced: Column

    def __len__(self) -> int:
        return len(self.x)

    @classmethod
    def of(
        cls,
        *,
        ids: Column,
        lon: Column,
        lat: Column,
        opened_s: Column,
        grade: Column,
        state: Column,
        item: Column,
        items: tuple[str, ...],
    ) -> "Events":
        """From columns in any order; degrees CGCS2000, nan where there is no position."""
        x, y = _projected(lon, lat)
        sound = np.isfinite(x) & np.isfinite(y)
        columns = {
            "ids": ids,
            "x": (x - WEST_M).astype(np.float32),
            "y": (y - SOUTH_M).astype(np.float32),
            "opened_s": np.asarray(opened_s, np.int64),
            "grade": np.asarray(grade, np.uint8),
            "state": np.asarray(state, np.uint8),
            "item": np.asarray(item, np.uint32 if len(items) > 1 << 16 else np.uint16),
        }
        if not sound.all():
            columns = {name: column[sound] for name, column in columns.items()}
        return _sorted(columns, items, ids[~sound])

    @classmethod
    def none(cls) -> "Events":
        """No events; made without the library that projects, for every start makes them."""
        kinds = {"ids": "S1", "x": "f4", "y": "f4", "opened_s": "i8"}
        kinds |= {"grade": "u1", "state": "u1", "item": "u2"}
        columns = {name: np.zeros(0, kind) for name, kind in kinds.items()}
        return _sorted(columns, (), np.zeros(0, "S1"))

    def put(self, fresh: "Events") -> "Events":
        """With others added, which stand for those of the same id, placed or not."""
        seen = np.concatenate([fresh.ids, fresh.unplaced])
        kept = ~_among(self.ids, seen)
        items = {name: k for k, name in enumerate(self.items)}
        number = [items.setdefault(name, len(items)) for name in fresh.items]
        columns = {
            name: np.concatenate([getattr(self, name)[kept], getattr(fresh, name)])
            for name in ("ids", "x", "y", "opened_s", "grade", "state")
        }
        renamed = np.array(number, np.int64)[fresh.item] if number else fresh.item
        kind = np.uint32 if len(items) > 1 << 16 else np.uint16
        columns["item"] = np.concatenate([self.item[kept], renamed]).astype(kind)
        still = self.unplaced[~_among(self.unplaced, seen)]
        return _sorted(columns, tuple(items), np.concatenate([still, fresh.unplaced]))

    def names(self, rows: npt.NDArray[np.integer]) -> tuple[str, ...]:
        """The ids of some rows."""
        return tuple(name.decode() for name in self.ids[rows].tolist())

    def opened_between(self) -> tuple[int, int]:
        """The first and the last second at which any was opened; (0, 0) where there is none."""
        if not len(self):
            return 0, 0
        return int(self.opened_s.min()), int(self.opened_s.max())


def _sorted(columns: dict[str, Column], items: tuple[str, ...], unplaced: Column) -> Events:
    bucket = bucket_of(columns["x"], columns["y"])
    key = bucket.astype(np.int64) << _BUCKET_SHIFT
    key += np.clip(columns["opened_s"], 0, (1 << _BUCKET_SHIFT) - 1)
    order = np.argsort(key, kind="stable")  # nearly sorted after `put`, and then fast
    laid = {name: column[order] for name, column in columns.items()}
    return Events(**laid, items=items, start=starts(bucket), unplaced=unplaced)


def _projected(lon: Column, lat: Column) -> tuple[Column, Column]:
    """Map metres, a slice at a time, so that a thread that reads may give way."""
    x, y = np.empty(len(lon)), np.empty(len(lon))
    for begin in range(0, len(lon), _AT_ONCE):
        part = slice(begin, begin + _AT_ONCE)
        x[part], y[part] = project(lon[part], lat[part])
    return x, y


def _among(ids: Column, some: Column) -> npt.NDArray[np.bool_]:
    """(n,) which ids are among some few; a key may be shared by chance, so ids decide."""
    found = np.isin(_keys(ids), _keys(some))
    at = np.flatnonzero(found)
    found[at] = np.isin(ids[at], some)
    return found


def _keys(ids: Column) -> npt.NDArray[np.uint64]:
    """A number for each id, the same for the same id whatever the width of its column."""
    words = ids.dtype.itemsize // 8 + 1
    padded = np.ascontiguousarray(ids.astype(f"S{words * 8}")).view(np.uint64)
    key = np.zeros(len(ids), np.uint64)
    for k, word in enumerate(padded.reshape(len(ids), words).T):
        key += word * _FACTORS[k % len(_FACTORS)]
    return key


_FACTORS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 1], np.uint64)
"""Odd numbers with their bits well spread (multiplicative hashing)."""
