"""Own boundary files judged: every feature is accepted, or refused with its reason.

Nothing is repaired or guessed. What becomes of the accepted ones is in maps.overlay.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import shapely

from app.model import Level
from maps.boundary_files import REASONS, BoundariesError, No, Read, Reason, area_of, features
from maps.gazetteer import Hierarchy
from maps.overlay import Feature
from maps.tree import CITY_CODE

__all__ = [
    "REASONS",
    "BoundariesError",
    "Feature",
    "Imported",
    "Reason",
    "Refused",
    "read_boundaries",
]

_OUTSIDE_SHARE = 0.1
_OVERLAP_SHARE = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A feature that was not taken: file, layer and its number there from 1; `detail` is data."""

    source: str
    code: str
    reason: Reason
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    accepted: tuple[Feature, ...]
    refused: tuple[Refused, ...]


def read_boundaries(paths: Sequence[Path], hierarchy: Hierarchy) -> Imported:
    """All features of the files, judged in turn: of two that clash the first stays.

    Raises BoundariesError where a file cannot be opened or is of no such form.
    """
    judge = _Judge(hierarchy)
    for path in paths:
        for feature in features(path):
            judge.hear(feature)
    judge.part()
    return Imported(accepted=tuple(judge.accepted), refused=tuple(judge.refused))


class _Judge:
    """Takes features in turn; each check lets a feature pass to the next or raises No."""

    def __init__(self, hierarchy: Hierarchy) -> None:
        self._hierarchy = hierarchy
        self._city = hierarchy.polygon(CITY_CODE)
        shapely.prepare(self._city)
        self._sources: dict[str, str] = {}
        self._level: Level | None = None
        self.accepted: list[Feature] = []
        self.refused: list[Refused] = []

    def hear(self, read: Read) -> None:
        try:
            area = area_of(read)
            level = self._level_of(read.code)
            self._check_inside(area)
        except No as no:
            self._refuse(read.source, read.code, no)
            return
        self._sources[read.code] = read.source
        self._level = level
        feature = Feature(code=read.code, level=level, area=area, source=read.source)
        self.accepted.append(feature)

    def _refuse(self, source: str, code: str, no: No) -> None:
        self.refused.append(Refused(source=source, code=code, reason=no.reason, detail=no.detail))

    def _level_of(self, code: str) -> Level:
        if not code:
            raise No(Reason.NO_CODE)
        place = self._hierarchy.place(code)
        if place is None:
            raise No(Reason.UNKNOWN_CODE)
        if place.level is Level.CITY or self._level not in (None, place.level):
            raise No(Reason.WRONG_LEVEL, place.level.name.lower())
        if code in self._sources:
            raise No(Reason.DUPLICATE, self._sources[code])
        return place.level

    def _check_inside(self, area: shapely.Geometry) -> None:
        if not self._city.covers(area):
            share = area.difference(self._city).area / area.area
            if share > _OUTSIDE_SHARE:
                raise No(Reason.OUTSIDE_CITY, f"{share:.0%}")

    def part(self) -> None:
        """Refuses, of all that were heard, those that lie on the ground of an earlier one."""
        heard, self.accepted = self.accepted, []
        areas = [feature.area for feature in heard]
        taken: set[int] = set()
        tree = shapely.STRtree(areas)
        for i, feature in enumerate(heard):
            others = sorted(taken.intersection(tree.query(areas[i]).tolist()))
            clash = next((k for k in others if _overlap(areas[i], areas[k])), None)
            if clash is None:
                taken.add(i)
                self.accepted.append(feature)
            else:
                no = No(Reason.OVERLAP, heard[clash].source)
                self._refuse(feature.source, feature.code, no)


def _overlap(one: shapely.Geometry, other: shapely.Geometry) -> bool:
    """Whether they share more than the slivers of two borders drawn apart."""
    if not one.intersects(other) or one.touches(other):
        return False
    return one.intersection(other).area > _OVERLAP_SHARE * min(one.area, other.area)
