"""The places beside the one found: those an error circle touches, with their distances."""

import math

import numpy as np
import numpy.typing as npt

from app.model import Level, Neighbour
from maps.buckets import Buckets
from maps.tree import Tree

OUTSIDE_NAME = "域外"
WIDEST_M = 5_000.0
"""A worse accuracy says nothing about which place a point is in; the circle stops here."""

_OUTER = (Level.CITY, Level.DISTRICT)
_INNER = (Level.TOWN, Level.VILLAGE, Level.GRID)

Int32s = npt.NDArray[np.int32]


class Borders:
    """`outer` holds the borders of districts with districts as units, `grids` all of them."""

    def __init__(self, *, tree: Tree, grids: Buckets, outer: Buckets, uncertainty_m: float) -> None:
        self._tree = tree
        self._grids = grids
        self._outer = outer
        self._uncertainty_m = uncertainty_m

    def beside(self, lon: float, lat: float, accuracy_m: float, grid: int) -> tuple[Neighbour, ...]:
        """All other units the circle touches, from the city down, the nearest first.

        The land outside the city is one of them, with no code and the name 域外.
        """
        if not (-180.0 <= lon <= 180.0 and -90.0 < lat < 90.0):
            return ()
        radius_m = min(accuracy_m, WIDEST_M) if math.isfinite(accuracy_m) else WIDEST_M
        if math.isnan(accuracy_m):
            radius_m = 0.0
        district = int(self._tree.up[Level.DISTRICT][grid]) if grid >= 0 else -1
        found = self._outer_beside(lon, lat, max(radius_m, self._uncertainty_m), district)
        if radius_m > 0.0:
            found += self._inner_beside(lon, lat, radius_m, grid)
        return tuple(found)

    def _outer_beside(self, lon: float, lat: float, radius_m: float, own: int) -> list[Neighbour]:
        west, east, distance = self._outer.near(lon, lat, radius_m)
        if not len(distance):
            return []
        nearest = _nearest(west, east, distance, own)
        found = []
        rim = distance[(west < 0) | (east < 0)]
        if len(rim):
            code, name = self._tree.name(Level.CITY, 0) if own < 0 else ("", OUTSIDE_NAME)
            found.append(_neighbour(code, name, Level.CITY, float(rim.min())))
        return found + self._named(Level.DISTRICT, nearest)

    def _inner_beside(self, lon: float, lat: float, radius_m: float, own: int) -> list[Neighbour]:
        west, east, distance = self._grids.near(lon, lat, radius_m)
        found: list[Neighbour] = []
        for level in _INNER if len(distance) else ():
            of = self._tree.up[level]
            sides = [np.where(side >= 0, of[side], -1) for side in (west, east)]
            differ = sides[0] != sides[1]
            mine = int(of[own]) if own >= 0 else -1
            nearest = _nearest(sides[0][differ], sides[1][differ], distance[differ], mine)
            found += self._named(level, nearest)
        return found

    def _named(self, level: Level, nearest: list[tuple[float, int]]) -> list[Neighbour]:
        return [_neighbour(*self._tree.name(level, unit), level, d) for d, unit in nearest]


def _nearest(
    west: Int32s, east: Int32s, distance: npt.NDArray[np.float64], own: int
) -> list[tuple[float, int]]:
    """The least distance to each unit but one's own and the outside, ascending."""
    least: dict[int, float] = {}
    for side in (west, east):
        for unit, d in zip(side.tolist(), distance.tolist(), strict=True):
            if unit not in (own, -1) and d < least.get(unit, math.inf):
                least[unit] = d
    return sorted((d, unit) for unit, d in least.items())


def _neighbour(code: str, name: str, level: Level, distance_m: float) -> Neighbour:
    return Neighbour(code=code, name=name, level=level, distance_m=round(distance_m, 1))
