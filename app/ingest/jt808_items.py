"""Lists of additional items to values, in one unpacking for each layout that terminals use.

A terminal sends the same items again and again: their ids and lengths are compiled once into one
`Struct`, and a list is read by it as long as its ids and lengths are those.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from struct import Struct, error
from typing import Any

from app.ingest.jt808_additions import NAMES, ROWS, Row
from app.model.terminal import NOTHING

__all__ = ["NOTHING", "heads_of", "layout_of", "read_items", "split_additions"]

_MOST_LAYOUTS = 1024
_LONGEST = 64
"""Items of one body beyond which no layout is kept; a body has 1023 bytes at most."""


@dataclass(frozen=True, slots=True)
class Additions:
    """Items in order as (id, value); `overrun` where the last one is longer than the body."""

    items: tuple[tuple[int, bytes], ...]
    overrun: bool


def split_additions(data: bytes, start: int = 0) -> Additions:
    """u8 id, u8 length, value, to the end (JT/T 808-2019 table 26)."""
    items: list[tuple[int, bytes]] = []
    at, end = start, len(data)
    while at + 2 <= end:
        stop = at + 2 + data[at + 1]
        if stop > end:
            break
        items.append((data[at], data[at + 2 : stop]))
        at = stop
    return Additions(tuple(items), at != end)


def heads_of(data: bytes, start: int) -> tuple[tuple[int, ...], bool]:
    """Each item's id and length as one number, and whether the last is longer than the body."""
    heads, at, end = [], start, len(data)
    while at + 2 <= end:
        size = data[at + 1]
        if at + 2 + size > end:
            break
        heads.append(data[at] << 8 | size)
        at += 2 + size
    return tuple(heads), at != end


def _row(head: int) -> Row:
    row = ROWS.get((head >> 8, head & 0xFF))
    return row or Row(name_of(head >> 8), f"{head & 0xFF}s", read=bytes.hex)


def name_of(number: int) -> str:
    return NAMES.get(number) or f"item_0x{number:02X}"


class Layout:
    """A list of items whose ids and lengths are known."""

    __slots__ = ("_scales", "heads", "names", "unpack")

    def __init__(self, heads: tuple[int, ...]) -> None:
        rows = [_row(head) for head in heads]
        self.heads = heads
        self.names = _distinct([row.name for row in rows])
        self.unpack: Callable[[bytes, int], tuple[Any, ...]]
        self.unpack = Struct(">" + "".join("H" + row.form for row in rows)).unpack_from
        self._scales = tuple(
            (name, _reader(row)) for name, row in zip(self.names, rows, strict=True) if _reads(row)
        )

    def values(self, raw: tuple[Any, ...]) -> dict[str, Any]:
        """What was unpacked, by name in our units."""
        told = dict(zip(self.names, raw[1::2]))  # noqa: B905  # as many by construction
        for name, read in self._scales:
            told[name] = read(told[name])
        return told


def _reads(row: Row) -> bool:
    return row.read is not None or row.factor is not None


def _reader(row: Row) -> Callable[[Any], Any]:
    if row.read is not None:
        return row.read
    assert row.factor is not None
    return _scaled(round(1 / row.factor))


@lru_cache(maxsize=16)
def _scaled(per_unit: int) -> Callable[[int], float]:
    """Division keeps tenths as people write them, which multiplication by 0.1 does not."""
    return lambda number: number / per_unit


def _distinct(names: list[str]) -> tuple[str, ...]:
    """An item that is there twice keeps both values, the second under its name and number."""
    seen: dict[str, int] = {}
    told = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        told.append(name if seen[name] == 1 else f"{name}_{seen[name]}")
    return tuple(told)


layout_of = lru_cache(maxsize=_MOST_LAYOUTS)(Layout)
_LAST: dict[int, Layout] = {}
"""Length of a list -> the layout its last one had; as many as a body can have lengths."""


def read_items(body: bytes, start: int) -> tuple[Mapping[str, Any], bool]:
    """(values by name, whether the items overrun) of the items from `start` on."""
    size = len(body) - start
    layout = _LAST.get(size)
    if layout is not None:
        try:
            raw = layout.unpack(body, start)
        except error:
            raw = ()
        if raw[::2] == layout.heads and raw:
            return layout.values(raw), False
    heads, overrun = heads_of(body, start)
    layout = layout_of(heads) if len(heads) <= _LONGEST else Layout(heads)
    if not overrun and heads and len(heads) <= _LONGEST:
        _LAST[size] = layout
    return layout.values(layout.unpack(body, start)), overrun
