"""What is known of every unit of a level: the counts by code that the desk tells, as arrays.

Counts come many times a second, mostly of the same places: which place is which unit is looked up
once, and values are read in parts, so that the GUI thread never waits for all of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice, repeat

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


_known: dict[Level, list[tuple[tuple[object, object, Division], Known]]] = {}
_units: dict[tuple[Division, Level], list[tuple[tuple[str, ...], Ints]]] = {}


def known_of(data: MapData, division: Division, level: Level) -> Known:
    """Codes of other levels are passed over. The last answers of each level are kept while the
    same counts are asked about.
    """
    about = (data.place_counts, data.responses, division)
    kept = _known.get(level, [])
    for known_about, known in kept:
        if all(one is other for one, other in zip(known_about, about, strict=True)):
            return known
    found = (about, _count(data, division, level))
    _known[level] = [found, *kept[: _MOST - 1]]
    return found[1]


def _count(data: MapData, division: Division, level: Level) -> Known:
    units = division.topology.level(level).units
    known = Known(
        open=np.zeros(units, np.int64),
        overdue=np.zeros(units, np.int64),
        grids=_grids(division, level),
        response_min=np.full(units, np.nan),
    )
    unit, both = _units_of(tuple(data.place_counts), division, level), _pairs(data.place_counts)
    mine = np.flatnonzero(unit >= 0)
    known.open[unit[mine]], known.overdue[unit[mine]] = both[mine].T
    where = _numbers(division, level)
    for code, (_, minutes) in data.responses.items():
        if code in where:
            known.response_min[where[code]] = minutes
    return known


def _pairs(counts: Mapping[str, tuple[int, int]]) -> Ints:
    """(places, 2) of their values."""
    values, found = iter(counts.values()), np.empty(2 * len(counts), np.int64)
    for start in range(0, len(found), 2 * _PART):
        size = min(len(found) - start, 2 * _PART)
        flat = chain.from_iterable(islice(values, _PART))
        found[start : start + size] = np.fromiter(flat, np.int64, size)
    return found.reshape(-1, 2)


def _units_of(codes: tuple[str, ...], division: Division, level: Level) -> Ints:
    """(codes,) the unit of each, -1 where it is of another level; the last answers are kept."""
    kept = _units.get((division, level), [])
    for known, units in kept:
        if known == codes:
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
