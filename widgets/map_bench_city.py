"""The city of the tour: thousands of terminals that move, and units that change their state."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

import numpy as np

from app.catalogue import plants
from app.model import Case, CaseState, Fix, Grade, Level, Position, Unit, UnitKind
from maps.benches.scenes import POINTS, events_of
from maps.gazetteer import Hierarchy
from maps.scene import MapData
from maps.tree import CITY_CODE

TERMINALS, CASES = 5_000, 60
OPEN = 10_000  # cases that the areas count, of which `CASES` are shown by symbols of their own
POSITIONS_A_S = CHANGES_A_S = 1_000
_STEP_DEG = 2e-4
_SEED = 20261123
_COUNTED = (Level.DISTRICT, Level.TOWN, Level.VILLAGE, Level.GRID)


class City:
    """`data` is what the map shows now; `changed` lets time pass."""

    def __init__(self, hierarchy: Hierarchy, *, now: datetime) -> None:
        self.hierarchy = hierarchy
        self._rng = np.random.default_rng(_SEED)
        self._now = now
        self._counted = [(hierarchy.codes(level), hierarchy.up(level)) for level in _COUNTED]
        self._grids = hierarchy.topology.level(Level.GRID).units
        self._names = [f"T-{k}" for k in range(TERMINALS)]
        lon, lat = self._spread(TERMINALS)
        fixes = {
            name: Fix(terminal=name, fix_time=now, received=now, lon=x, lat=y, place="x")
            for name, x, y in zip(self._names, lon, lat, strict=True)
        }
        self.data = MapData(
            place_counts=self._counts({}, OPEN),
            cases=self._cases(),
            fixes=fixes,
            units=_units(self._names),
            plants=plants(),
            events=events_of(POINTS[-1], hierarchy),
            now=now,
        )

    def changed(self, seconds: float) -> MapData:
        """So much later: some have moved on, some units have other counts."""
        self._now += timedelta(seconds=seconds)
        fixes = dict(self.data.fixes)
        for k in self._rng.integers(0, TERMINALS, round(POSITIONS_A_S * seconds)).tolist():
            fix = fixes[self._names[k]]
            lon, lat = fix.lon + _STEP_DEG, fix.lat + _STEP_DEG / 2
            moved = replace(fix, lon=lon, lat=lat, fix_time=self._now, received=self._now)
            fixes[fix.terminal] = moved
        counts = self._counts(self.data.place_counts, round(CHANGES_A_S * seconds))
        self.data = replace(self.data, fixes=fixes, place_counts=counts, now=self._now)
        return self.data

    def _counts(
        self, before: Mapping[str, tuple[int, int]], changes: int
    ) -> dict[str, tuple[int, int]]:
        """The counts once so many grids have a case more, and so does all that they lie in."""
        counts = dict(before)
        for grid in self._rng.integers(0, self._grids, changes).tolist():
            for codes, up in self._counted:
                code = codes[up[grid]]
                counts[code] = (counts.get(code, (0, 0))[0] + 1, 0)
        return counts

    def _spread(self, many: int) -> tuple[list[float], list[float]]:
        """Points at grids drawn by lot: where people are, there are more."""
        west, south, east, north = self.hierarchy.bounds(CITY_CODE)
        lon, lat = (
            self._rng.uniform(west, east, 8 * many),
            self._rng.uniform(south, north, 8 * many),
        )
        inside = np.flatnonzero(self.hierarchy.locate_many(lon, lat) >= 0)[:many]
        return lon[inside].tolist(), lat[inside].tolist()

    def _cases(self) -> tuple[Case, ...]:
        lon, lat = self._spread(CASES)
        return tuple(
            Case(
                id=f"C-{k}",
                title="",
                grade=list(Grade)[k % 4],
                state=CaseState.HANDLING,
                opened=self._now,
                changed=self._now,
                position=Position(lon=lon[k], lat=lat[k]),
            )
            for k in range(CASES)
        )


def _units(names: list[str]) -> tuple[Unit, ...]:
    kinds = list(UnitKind)
    return tuple(
        Unit(id=f"U-{k}", name=name, kind=kinds[k % len(kinds)], terminal=name)
        for k, name in enumerate(names)
    )
