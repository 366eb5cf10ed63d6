"""Places: the five levels of the hierarchy, and where a point lies in it."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum

BESIDE_OF_A_LEVEL = 2
"""So many neighbours of a level are kept with an alert or a case."""


class Level(IntEnum):
    CITY = 0
    DISTRICT = 1
    TOWN = 2
    VILLAGE = 3
    GRID = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A unit of the division. `code` is text (6, 9, 12 or 15 digits here) and never taken apart."""

    code: str
    name: str
    level: Level
    parent: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """A place beside the one found that the error circle touches; distance in metres."""

    code: str
    name: str
    level: Level
    distance_m: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """City to grid at a point, in the division `edition`; empty where the point is 域外."""

    edition: str
    places: tuple[Place, ...] = ()
    near_border: tuple[Neighbour, ...] = ()

    @property
    def beside(self) -> tuple[Neighbour, ...]:
        """The nearest neighbours, coarse levels first: what is kept of what may be hundreds."""
        kept = Counter[Level]()
        nearest = []
        for neighbour in sorted(self.near_border, key=lambda n: (n.level, n.distance_m)):
            kept[neighbour.level] += 1
            if kept[neighbour.level] <= BESIDE_OF_A_LEVEL:
                nearest.append(neighbour)
        return tuple(nearest)

    @property
    def beside_more(self) -> int:
        """How many neighbours `beside` leaves out."""
        return len(self.near_border) - len(self.beside)

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(place.code for place in self.places)

    @property
    def outside(self) -> bool:
        return not self.places


Locate = Callable[[float, float, float], Chain]
"""(lon deg, lat deg, accuracy m), CGCS2000 -> Chain."""

Places = Callable[[Sequence[float], Sequence[float]], Sequence[str]]
"""Lons, lats, as many: the code of the finest place at each point, "" where it is 域外 or none."""


def one_by_one(locate: Locate) -> Places:
    """The places of many points by asking for each."""

    def places(lons: Sequence[float], lats: Sequence[float]) -> list[str]:
        return [place(lon, lat) for lon, lat in zip(lons, lats, strict=True)]

    def place(lon: float, lat: float) -> str:
        if not (abs(lon) <= 180.0 and abs(lat) <= 90.0):
            return ""
        chain = locate(lon, lat, 0.0)
        return "" if chain.outside else chain.codes[-1]

    return places
