"""The units of a division by code, level and position: names, parents, children. No geometry."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

from app.model import Level, Place
from maps.cache import up
from maps.packs import Header

CITY_CODE, CITY_NAME = "500000", "重庆市"
_NUMBER_DIGITS = 3

Int32s = npt.NDArray[np.int32]


class Tree:
    """Positions are those of the pack's arrays; codes are taken as they are, a grid's is made."""

    def __init__(
        self, header: Header, *, town_parent: Int32s, village_parent: Int32s, grid_parent: Int32s
    ) -> None:
        self._units: dict[Level, Sequence[tuple[str, str]]] = {
            Level.CITY: ((CITY_CODE, CITY_NAME),),
            Level.DISTRICT: header.districts,
            Level.TOWN: header.towns,
            Level.VILLAGE: header.villages,
        }
        self._parent: dict[Level, Int32s] = {
            Level.DISTRICT: np.zeros(len(header.districts), dtype=np.int32),
            Level.TOWN: town_parent,
            Level.VILLAGE: village_parent,
            Level.GRID: grid_parent,
        }
        self._parent_of: dict[Level, list[int]] = {
            level: parent.tolist()
            for level, parent in self._parent.items()
            if level is not Level.GRID
        }
        self._at = {
            code: (level, i)
            for level, units in self._units.items()
            for i, (code, _) in enumerate(units)
        }
        self._chains: dict[tuple[Level, int], tuple[Place, ...]] = {}

    @cached_property
    def up(self) -> dict[Level, Int32s]:
        """For each level, the unit of every grid."""
        return up(*(self._parent[level] for level in (Level.TOWN, Level.VILLAGE, Level.GRID)))

    @cached_property
    def _numbers(self) -> Int32s:
        """Each grid's number in its village, from 1."""
        parent = self._parent[Level.GRID]
        order = np.argsort(parent, kind="stable")
        first = np.searchsorted(parent[order], parent[order], side="left")
        numbers = np.empty(len(parent), dtype=np.int32)
        numbers[order] = np.arange(len(parent)) - first + 1
        return numbers

    def count(self, level: Level) -> int:
        return len(self._parent[Level.GRID]) if level is Level.GRID else len(self._units[level])

    def find(self, code: str) -> tuple[Level, int] | None:
        """Level and position of a code, None where the division has none such."""
        return self._at.get(code) or self._find_grid(code)

    def _find_grid(self, code: str) -> tuple[Level, int] | None:
        found = self._at.get(code[:-_NUMBER_DIGITS])
        number = code[-_NUMBER_DIGITS:]
        if found is None or found[0] is not Level.VILLAGE or not number.isascii():
            return None
        grids = self.children(Level.VILLAGE, found[1])
        if not number.isdigit() or not 1 <= int(number) <= len(grids):
            return None
        return Level.GRID, int(grids[int(number) - 1])

    def children(self, level: Level, index: int) -> Int32s:
        """Positions one level down, in order."""
        if level is Level.GRID:
            return np.zeros(0, dtype=np.int32)
        return np.flatnonzero(self._parent[Level(level + 1)] == index).astype(np.int32)

    def parent(self, level: Level, index: int) -> int:
        if level is Level.GRID:
            return int(self._parent[level][index])
        return self._parent_of[level][index]

    def name(self, level: Level, index: int) -> tuple[str, str]:
        """(code, name) of a unit."""
        if level is not Level.GRID:
            return self._units[level][index]
        number = int(self._numbers[index])
        code, _ = self._units[Level.VILLAGE][self.parent(level, index)]
        return f"{code}{number:0{_NUMBER_DIGITS}d}", f"第{number:02d}网格"

    def names(self, level: Level) -> list[tuple[str, str]]:
        """(code, name) of every unit of the level, in order."""
        return [self.name(level, i) for i in range(self.count(level))]

    def chain(self, level: Level, index: int) -> tuple[Place, ...]:
        """City first, down to the unit itself."""
        known = self._chains.get((level, index))
        if known is not None:
            return known
        above: tuple[Place, ...] = ()
        if level is not Level.CITY:
            above = self.chain(Level(level - 1), self.parent(level, index))
        code, name = self.name(level, index)
        parent = above[-1].code if above else None
        chain = (*above, Place(code=code, name=name, level=level, parent=parent))
        self._chains[level, index] = chain
        return chain

    def place(self, level: Level, index: int) -> Place:
        return self.chain(level, index)[-1]
