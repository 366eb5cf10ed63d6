"""What the map shows: frozen values given from outside, and the same laid out for drawing.

The map asks nobody for them and keeps no truth: who has new values hands over a new `MapData`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cached_property, lru_cache
from typing import Generic, Protocol, TypeVar

import numpy as np
import numpy.typing as npt

from app.model import (
    Alert,
    Case,
    Fence,
    Fix,
    Grade,
    Level,
    Place,
    Plant,
    Position,
    Task,
    Unit,
    UnitKind,
)
from maps.drawing import NOTHING, Drawing
from maps.history.shown import NO_HISTORY, History, Pointed, Replay, Shown
from maps.points.choice import Choice
from maps.points.events import Events
from maps.points.fleet import Fleet
from maps.projection import project
from maps.topology import Topology

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int32]
T = TypeVar("T")
R = TypeVar("R")

STALE_AFTER = timedelta(minutes=2)
UNKNOWN_AFTER = timedelta(minutes=10)
HEAT_M = 2000.0
NO_EVENTS, EVERY = Events.none(), Choice()


class Division(Protocol):
    """What the map needs of a hierarchy; units are numbered within their level."""

    @property
    def edition(self) -> str: ...
    @property
    def topology(self) -> Topology: ...
    def names(self, level: Level) -> list[str]: ...
    def codes(self, level: Level) -> list[str]: ...
    def up(self, level: Level) -> Ints: ...
    def place(self, code: str) -> Place | None: ...
    def index(self, code: str) -> int: ...
    def code_at(self, level: Level, index: int) -> str: ...
    def __hash__(self) -> int: ...


@dataclass(frozen=True, kw_only=True)
class MapData:
    """`place_counts`: code -> (open, overdue); `fixes`: the last of each terminal; `now` aware.

    `responses`: code -> (arrivals, median minutes from dispatch to arrival), empty while nobody
    colours by them. `tracks`: terminal -> where it has just been; ages are told against the
    map's clock or `now`. `history`: tracks of any time that were asked for, `replay` the moment of
    them that is played, `pointed` what of them is pointed at. `events`: all cases, of which
    `choice` says which are wanted, and `heat_m` over which radius they are smoothed.
    """

    place_counts: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    responses: Mapping[str, tuple[int, float]] = field(default_factory=dict)
    cases: tuple[Case, ...] = ()
    alerts: tuple[Alert, ...] = ()
    tasks: tuple[Task, ...] = ()
    fixes: Mapping[str, Fix] = field(default_factory=dict)
    units: tuple[Unit, ...] = ()
    plants: tuple[Plant, ...] = ()
    events: Events = NO_EVENTS
    choice: Choice = EVERY
    heat_m: float = HEAT_M
    tracks: Mapping[str, Shown] = field(default_factory=dict)
    fences: tuple[Fence, ...] = ()
    drawing: Drawing = NOTHING
    history: History = NO_HISTORY
    replay: Replay | None = None
    pointed: Pointed | None = None
    selected_case: str | None = None
    selected_terminal: str | None = None
    selected_place: str | None = None
    selected_plant: str | None = None
    selected_fence: str | None = None
    stale_after: timedelta = STALE_AFTER
    unknown_after: timedelta = UNKNOWN_AFTER
    now: datetime | None = None

    @cached_property
    def unit_of(self) -> Mapping[str, Unit]:
        """The unit that carries a terminal."""
        return {unit.terminal: unit for unit in self.units if unit.terminal}

    @property
    def terminal_of(self) -> Mapping[str, str]:
        """The terminal that a unit carries, by the unit's id."""
        return _terminal_of(self.units)

    @cached_property
    def case_marks(self) -> "Marks":
        return _case_marks(self.cases)

    @cached_property
    def alert_marks(self) -> "Marks":
        """Alerts that are not yet a case."""
        return _alert_marks(self.alerts)

    @cached_property
    def fleet(self) -> Fleet:
        """All terminals as columns; those of the last fixes are patched, not read again."""
        return _following(self.fixes)

    @cached_property
    def terminal_marks(self) -> "Marks":
        return Marks(self.fleet.ids, self.fleet.x, self.fleet.y)

    @cached_property
    def fix_times(self) -> Floats:
        """Seconds since 1970 at which each of `terminal_marks` was fixed."""
        return self.fleet.fixed_s

    @cached_property
    def plant_marks(self) -> "Marks":
        return _plant_marks(self.plants)

    @cached_property
    def case_of(self) -> Mapping[str, Case]:
        return {case.id: case for case in self.cases}

    @property
    def case_grades(self) -> Mapping[str, Grade]:
        """The grade of every case, by its id."""
        return _case_grades(self.cases)

    @cached_property
    def alert_of(self) -> Mapping[str, Alert]:
        return {alert.id: alert for alert in self.alerts}

    @cached_property
    def plant_of(self) -> Mapping[str, Plant]:
        return {plant.id: plant for plant in self.plants}

    def kind_of(self, terminal: str) -> UnitKind | None:
        unit = self.unit_of.get(terminal)
        return unit.kind if unit else None

    def selecting(self, case: str | None) -> "MapData":
        """The same with another case in hand."""
        return replace(self, selected_case=case)

    def with_ground(self, other: "MapData") -> bool:
        """True where areas, selection and what names avoid are the same: the ground can stay."""
        return (
            _same(self.place_counts, other.place_counts)
            and _same(self.responses, other.responses)
            and self.recoloured(other)
        )

    def counted_alike(self, other: "MapData") -> bool:
        """True where the counts are the very same ones; equal ones may be told apart."""
        return self.place_counts is other.place_counts and self.responses is other.responses

    def recoloured(self, other: "MapData") -> bool:
        """True where the ground is the same but for what areas are coloured by."""
        return (
            self.selected_place == other.selected_place
            and self.selected_plant == other.selected_plant
            and _same(self.cases, other.cases, lambda cases: {(c.id, c.position) for c in cases})
            and _same(self.alerts, other.alerts, lambda alerts: {(a.id, a.case) for a in alerts})
            and _same(self.plants, other.plants)
            and self.fences == other.fences
            and self.events is other.events
            and self.history is other.history
            and (self.choice, self.heat_m) == (other.choice, other.heat_m)
        )


def _same(one: T, other: T, what: Callable[[T], object] = lambda value: value) -> bool:
    return one is other or what(one) == what(other)


@dataclass(frozen=True, slots=True)
class Marks:
    """Things at points: ids, and x, y in map metres (n,)."""

    ids: tuple[str, ...]
    x: Floats
    y: Floats


class _Remembered(Generic[T, R]):
    """A function that knows its last answer while it is asked about the very same object."""

    def __init__(self, make: Callable[[T], R]) -> None:
        self._make = make
        self._last: tuple[T, R] | None = None

    def __call__(self, about: T) -> R:
        last = self._last
        if last is None or last[0] is not about:
            last = self._last = (about, self._make(about))
        return last[1]


def marks(positions: Mapping[str, Position | None]) -> Marks:
    """Those that have a position, projected."""
    return _marks_at({k: (p.lon, p.lat) for k, p in positions.items() if p is not None})


def _marks_at(points: Mapping[str, tuple[float, float]]) -> Marks:
    lonlat = np.array(list(points.values()), float).reshape(-1, 2)
    x, y = project(lonlat[:, 0], lonlat[:, 1])
    sound = np.isfinite(x) & np.isfinite(y)
    ids = tuple(name for name, good in zip(points, sound.tolist(), strict=True) if good)
    return Marks(ids, x[sound], y[sound])


@_Remembered
def _case_marks(cases: tuple[Case, ...]) -> Marks:
    return marks({case.id: case.position for case in cases if case.open})


@_Remembered
def _case_grades(cases: tuple[Case, ...]) -> Mapping[str, Grade]:
    return {case.id: case.grade for case in cases}


@_Remembered
def _alert_marks(alerts: tuple[Alert, ...]) -> Marks:
    return marks({alert.id: alert.position for alert in alerts if not alert.case})


_last_fleet: list[Fleet] = []


def _following(fixes: Mapping[str, Fix]) -> Fleet:
    last = _last_fleet[0] if _last_fleet else None
    if last is None or last.fixes is not fixes:
        last = Fleet.of(fixes, last)
        _last_fleet[:] = [last]
    return last


@_Remembered
def _terminal_of(units: tuple[Unit, ...]) -> Mapping[str, str]:
    return {unit.id: unit.terminal for unit in units if unit.terminal}


@_Remembered
def _plant_marks(plants: tuple[Plant, ...]) -> Marks:
    at = {p.id: (p.lon, p.lat) for p in plants if p.lon is not None and p.lat is not None}
    return _marks_at({name: (lon, lat) for name, (lon, lat) in at.items() if lon and lat})


@lru_cache(maxsize=100_000)
def name_of(division: Division, level: Level, unit: int) -> str:
    """The full name of a unit by its number."""
    place = division.place(division.code_at(level, unit))
    return place.name if place else ""
