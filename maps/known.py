"""What is known of every unit of a level: the counts by code that the desk tells, as arrays.

Counts come many times a second, mostly of the same places: which place is which unit is looked up
once, and values are read in parts, so that the GUI thread never waits for all of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, repeat
from operator import is_not

import numpy as np
import numpy.typing as npt

from app.model import Level
from maps.scene import Division, MapData

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

_PART = 4096  # read in one step: a step holds the interpreter
_MOST = 3
"""Maps beside each other that show other times: the present, and two moments."""


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """What is known of each unit of a level, arrays (units,): see maps.colouring."""

    open: Ints
    overdue: Ints
    grids: Ints
    response_min: Floats


_known: list[tuple[tuple[object, ...], Known]] = []
_units: dict[tuple[Division, Level], list[tuple[tuple[str, ...], Ints]]] = {}


def known_of(data: MapData, division: Division, level: Level) -> Known:
    """Codes of other levels are passed over. The last answers are kept while the same counts are
    asked about: no more, for counts are large.
    """
    about = (data.place_counts, data.responses, division, level)
    kept = tuple(_known)
    for known_about, known in kept:
        if all(one is other for one, other in zip(known_about, about, strict=True)):
            return known
    found = (about, _count(data, division, level))
    _known[:] = [found, *kept[: _MOST - 1]]
    return found[1]


def _count(data: MapData, division: Division, level: Level) -> Known:
    units = division.topology.level(level).units
    known = Known(
        open=np.zeros(units, np.int64),
        overdue=np.zeros(units, np.int64),
        grids=_grids(division, level),
        response_min=np.full(units, np.nan),
    )
    told = _told(data.place_counts)
    unit = _units_of(told.codes, division, level)
    mine = np.flatnonzero(unit >= 0)
    known.open[unit[mine]], known.overdue[unit[mine]] = told.pairs[mine].T
    where = _numbers(division, level)
    for code, (_, minutes) in data.responses.items():
        if code in where:
            known.response_min[where[code]] = minutes
    return known


@dataclass(frozen=True, slots=True, eq=False)
class _Told:
    """Counts as columns: `codes` and `values` of n places in their order, `pairs` (n, 2)."""

    counts: Mapping[str, tuple[int, int]]
    codes: tuple[str, ...]
    values: tuple[tuple[int, int], ...]
    pairs: Ints


_last: list[_Told] = []


def _told(counts: Mapping[str, tuple[int, int]]) -> _Told:
    """Where counts before had the same places first, only what differs is read; they are let go."""
    kept = tuple(_last)
    for known in kept:
        if known.counts is counts:
            return known
    codes, values = tuple(counts), tuple(counts.values())
    before = next((known for known in kept if codes[: len(known.codes)] == known.codes), None)
    pairs, rows = np.empty((len(codes), 2), np.int64), [*range(len(codes))]
    if before is not None:
        head = len(before.codes)
        pairs[:head] = before.pairs
        rows = [*_differing(before.values, values), *range(head, len(codes))]
        codes = before.codes if head == len(codes) else codes
    for start in range(0, len(rows), _PART):
        part = rows[start : start + _PART]
        flat = chain.from_iterable(map(values.__getitem__, part))
        pairs[part] = np.fromiter(flat, np.int64, 2 * len(part)).reshape(-1, 2)
    found = _Told(counts, codes, values, pairs)
    _last[:] = [found, *(known for known in kept if known is not before)][:_MOST]
    return found


def _differing(one: tuple[object, ...], other: tuple[object, ...]) -> list[int]:
    """Where the first values are not the very same ones."""
    parts = [np.empty(0, bool)]
    for start in range(0, len(one), _PART):
        part = slice(start, min(start + _PART, len(one)))
        same = map(is_not, one[part], other[part])
        parts.append(np.fromiter(same, bool, part.stop - start))
    return np.flatnonzero(np.concatenate(parts)).tolist()


def _units_of(codes: tuple[str, ...], division: Division, level: Level) -> Ints:
    """(codes,) the unit of each, -1 where it is of another level; the last answers are kept."""
    kept = _units.get((division, level), [])
    for known, units in kept:
        if known is codes:
            return units
    begun = next(((len(k), units) for k, units in kept if k == codes[: len(k)]), None)
    start, head = begun or (0, np.empty(0, np.int64))
    where, parts = _numbers(division, level), [head]
    for first in range(start, len(codes), _PART):
        part = codes[first : first + _PART]
        parts.append(np.fromiter(map(where.get, part, repeat(-1)), np.int64, len(part)))
    units = np.concatenate(parts)
    _units[division, level] = [(codes, units), *kept[: _MOST - 1]]
    return units


@lru_cache(maxsize=10)
def _grids(division: Division, level: Level) -> Ints:
    """(units,) how many grids lie in each."""
    return np.bincount(division.up(level), minlength=division.topology.level(level).units)


@lru_cache(maxsize=10)
def _numbers(division: Division, level: Level) -> dict[str, int]:
    """The number of every unit of a level by its code."""
    return {code: unit for unit, code in enumerate(division.codes(level))}
