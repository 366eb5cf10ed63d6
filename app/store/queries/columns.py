"""All cases as columns, for what looks at very many at once; and those that changed since.

SQLite gathers a thousand rows into a few texts at a time, outside the interpreter's lock: a screen
goes on drawing while a million cases are read.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from app.model import CaseState
from app.store.codec import plain
from app.store.queries.history import head
from app.store.store import Reader

Column = npt.NDArray[Any]
Told = Callable[[int, int], bool]
"""`told(done, all)` after each piece; False stops the reading."""

AT_ONCE = 1_000
_CODES = {state.value: code for code, state in enumerate(CaseState)}
_GATHER = """
SELECT json_group_array(id), json_group_array(opened), json_group_array(grade),
  json_group_array(state), json_group_array(json(more)), max(at), count(*)
FROM (SELECT rowid AS at, id, opened, grade, state,
    json_extract(body, '$.position.lon', '$.position.lat', '$.item') AS more
  FROM cases WHERE {wanted})
"""
_NEXT = _GATHER.format(wanted="rowid > ? ORDER BY rowid LIMIT ?")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CaseColumns:
    """n cases. `ids` bytes (UTF-8); `lon`, `lat` degrees CGCS2000, nan without a position;
    `opened_s` seconds since 1970; `state` index into `CaseState`; `item` index into `items`.

    `seq`: the ledger's last entry that they know of.
    """

    ids: Column
    lon: Column
    lat: Column
    opened_s: Column
    grade: Column
    state: Column
    item: Column
    items: tuple[str, ...]
    seq: int

    def __len__(self) -> int:
        return len(self.ids)


def case_columns(reader: Reader, told: Told = lambda done, many: True) -> CaseColumns | None:
    """Every case, open or closed; None where `told` stopped it."""
    (many,) = reader.db.execute("SELECT count(*) FROM cases").fetchone()
    gathered = _Gathered()
    last = -1
    while True:
        row = reader.db.execute(_NEXT, (last, AT_ONCE)).fetchone()
        if row[-1]:
            gathered.add(row)
            last = row[-2]
        if not told(gathered.done, many):
            return None
        if row[-1] < AT_ONCE:
            return gathered.columns(head(reader)[0])


def case_columns_since(reader: Reader, seq: int) -> CaseColumns:
    """The cases that entries after `seq` touched, as they are now; every one of them once."""
    gathered = _Gathered()
    for some in _pieces(_touched(reader, seq)):
        marks = ", ".join("?" * len(some))
        row = reader.db.execute(_GATHER.format(wanted=f"id IN ({marks})"), some).fetchone()
        if row[-1]:
            gathered.add(row)
    return gathered.columns(head(reader)[0])


def _touched(reader: Reader, seq: int) -> list[str]:
    """The ids of the cases that later entries wrote to."""
    rows = reader.db.execute("SELECT after FROM ledger WHERE seq > ?", (seq,))
    keys = {key for (after,) in rows for key in plain(after)}
    return sorted(key.removeprefix("case:") for key in keys if key.startswith("case:"))


def _pieces(idents: Sequence[str]) -> Iterator[Sequence[str]]:
    for begin in range(0, len(idents), 500):
        yield idents[begin : begin + 500]


class _Gathered:
    """Pieces put one after the other."""

    def __init__(self) -> None:
        self.done = 0
        self._items: dict[str, int] = {}
        self._pieces: list[tuple[Column, ...]] = []

    def add(self, row: Sequence[Any]) -> None:
        """One row of gathered texts: ids, opened, grade, state, (lon, lat, item)."""
        ids, opened, grade, state, more = (msgspec.json.decode(text) for text in row[:5])
        lon, lat, item = zip(*more, strict=True)
        items = self._items
        self._pieces.append(
            (
                np.array([ident.encode() for ident in ids]),
                np.array(lon, float),  # None becomes nan
                np.array(lat, float),
                np.floor(np.array(opened, float)).astype(np.int64),
                np.array(grade, np.uint8),
                np.array([_CODES[code] for code in state], np.uint8),
                np.array([items.setdefault(name or "", len(items)) for name in item], np.uint32),
            )
        )
        self.done += len(ids)

    def columns(self, seq: int) -> CaseColumns:
        empty = (np.zeros(0, "S1"), *(np.zeros(0) for _ in range(6)))
        ids, lon, lat, opened, grade, state, item = (
            np.concatenate(pieces) for pieces in zip(*(self._pieces or [empty]), strict=True)
        )
        return CaseColumns(
            ids=ids,
            lon=lon,
            lat=lat,
            opened_s=opened,
            grade=grade,
            state=state,
            item=item,
            items=tuple(self._items),
            seq=seq,
        )
