"""What an officer drew on the map to ask about: a selection, rings of reach, a pin. Qt-free.

Frozen values; what lies inside is found in the data that are shown at the moment.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from functools import cached_property
from typing import Any, Protocol

import numpy as np

from app.model import Alert, Case, Fix, Plant, Point, Position, Ring, Unit
from maps.geodesy import metres_per_degree


class Shown(Protocol):
    """What the map shows, as far as it is asked about here (`maps.scene.MapData`)."""

    @property
    def cases(self) -> tuple[Case, ...]: ...
    @property
    def alerts(self) -> tuple[Alert, ...]: ...
    @property
    def fixes(self) -> Mapping[str, Fix]: ...
    @property
    def units(self) -> tuple[Unit, ...]: ...
    @property
    def plants(self) -> tuple[Plant, ...]: ...


class How(StrEnum):
    """How an area came about."""

    BOX = "box"
    LASSO = "lasso"
    CIRCLE = "circle"
    BUFFER = "buffer"
    PLACE = "place"
    FENCE = "fence"


@dataclass(frozen=True, kw_only=True)
class Selection:
    """An area in degrees CGCS2000 (inside an odd number of `rings`) and the ids of what is in it.

    `cases`: open ones; `alerts`: those that are no case yet; `units` by the last fix of their
    terminals; `terminals`: all that lie inside. `error_m`: how far the edge may be off.
    """

    how: How
    rings: tuple[Ring, ...]
    label: str = ""
    error_m: float = 0.0
    cases: tuple[str, ...] = ()
    alerts: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    terminals: tuple[str, ...] = ()
    plants: tuple[str, ...] = ()

    @cached_property
    def area(self) -> Any:
        """The same area as a geometry of shapely, in degrees; for files and for questions."""
        from maps.rings import area_of  # here, for a start needs no geometry

        return area_of(self.rings)

    @property
    def empty(self) -> bool:
        return not (self.cases or self.alerts or self.units or self.terminals or self.plants)

    def of(self, data: Shown) -> "Selection":
        """The same area with what the data have in it now."""
        units = {unit.terminal: unit.id for unit in data.units if unit.terminal}
        terminals = self._inside((name, fix.lon, fix.lat) for name, fix in data.fixes.items())
        return Selection(
            how=self.how,
            rings=self.rings,
            label=self.label,
            error_m=self.error_m,
            cases=self._inside(_placed((c.id, c.position) for c in data.cases if c.open)),
            alerts=self._inside(_placed((a.id, a.position) for a in data.alerts if not a.case)),
            units=tuple(sorted(units[name] for name in terminals if name in units)),
            terminals=terminals,
            plants=self._inside(
                (p.id, p.lon, p.lat) for p in data.plants if p.lon is not None and p.lat is not None
            ),
        )

    def _inside(self, things: Iterable[tuple[str, float | None, float | None]]) -> tuple[str, ...]:
        """The ids of those in the area or on its edge, in their order."""
        import shapely

        known = list(things)
        if not known:
            return ()
        shapely.prepare(self.area)
        at = np.array([(lon, lat) for _, lon, lat in known], float)
        within = shapely.intersects_xy(self.area, at[:, 0], at[:, 1])
        return tuple(known[k][0] for k in np.flatnonzero(within).tolist())


def _placed(
    things: Iterable[tuple[str, Position | None]],
) -> Iterable[tuple[str, float, float]]:
    return ((ident, at.lon, at.lat) for ident, at in things if at is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A unit within a ring: how far off it was last heard, in a straight line."""

    unit: Unit
    distance_m: float
    ring: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rings:
    """Circles about a point or a case, the nearest first, and the speed that reach is told by."""

    at: Point
    radii_m: tuple[float, ...] = (1000.0, 3000.0, 5000.0)
    speed_kmh: float = 30.0
    case: str = ""

    def reach(self, radius_m: float) -> timedelta:
        """How long a straight way of that length takes."""
        return timedelta(hours=radius_m / 1000 / self.speed_kmh)

    def near(self, data: Shown) -> list[Near]:
        """Units within the widest ring, the nearest first; `ring` counts from the innermost."""
        from app.fixes.geodesy import distances_m

        lon, lat = self.at
        reach = self.radii_m[-1] * 1.01 / metres_per_degree(lat)[1]
        across = self.radii_m[-1] * 1.05 / metres_per_degree(min(abs(lat) + reach, 89.0))[0]
        heard = [
            (unit, fix)
            for unit in data.units
            if (fix := data.fixes.get(unit.terminal)) is not None
            and abs(fix.lat - lat) <= reach
            and abs(fix.lon - lon) <= across
        ]
        if not heard:
            return []
        lons, lats = (np.array([getattr(fix, axis) for _, fix in heard]) for axis in ("lon", "lat"))
        found = zip([unit for unit, _ in heard], distances_m(*self.at, lons, lats), strict=True)
        near = [
            Near(unit=unit, distance_m=float(metres), ring=ring)
            for unit, metres in found
            if (ring := int(np.searchsorted(self.radii_m, metres))) < len(self.radii_m)
        ]
        return sorted(near, key=lambda one: (one.distance_m, one.unit.id))


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """All that is drawn at the moment; each part may be there or not."""

    selection: Selection | None = None
    rings: Rings | None = None
    pin: Point | None = None

    def __bool__(self) -> bool:
        return any(part is not None for part in (self.selection, self.rings, self.pin))


NOTHING = Drawing()
