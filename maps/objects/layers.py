"""The layers of a file: which objects each holds, as rows of its columns, and their geometries.

Qt-free. Geometries are shapely's, in degrees CGCS2000.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from app.model import Fence, Fix, Level, Place, Ring, Unit
from maps.drawing import Selection
from maps.measures import circle
from maps.objects.columns import COLUMNS, Value
from maps.objects.scope import MOST_PLACES, Scope, Source, TooManyError, area_of, in_hand, places_of
from maps.scene import MapData


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer of a file: rows (n,) of the values of its columns, and the geometry of each."""

    name: str
    rows: tuple[tuple[Value, ...], ...]
    shapes: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class _PlaceRow:
    code: str
    name: str
    level: Level
    parent: str | None
    edition: str
    schematic: bool
    open_cases: int
    overdue_cases: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _DrawingRow:
    kind: str
    label: str = ""
    radius_m: float | None = None
    error_m: float | None = None


@dataclass(frozen=True, slots=True)
class _UnitRow:
    unit: Unit
    fix: Fix

    def __getattr__(self, name: str) -> Any:
        return getattr(
            self.fix if name in ("fix_time", "received", "accuracy_m") else self.unit, name
        )


def counts(source: Source, scope: Scope) -> dict[str, int]:
    """How many of each layer there would be; of places, how many at most."""
    area = area_of(source, scope)
    found = {name: len(things) for name, things in _things(source, scope, area).items()}
    return {**found, "places": len(places_of(source, scope, area))}


def layers(source: Source, scope: Scope, wanted: frozenset[str]) -> Iterator[Layer]:
    """The wanted layers that hold anything. TooManyError for more than MOST_PLACES places."""
    area = area_of(source, scope)
    things = {n: t for n, t in _things(source, scope, area).items() if n in wanted}
    if "places" in wanted:
        things["places"] = list(_places(source, scope, area))
    for name in COLUMNS:
        if found := things.get(name):
            yield Layer(
                name,
                tuple(tuple(c.value(thing) for c in COLUMNS[name]) for thing, _ in found),
                tuple(shape for _, shape in found),
            )


Things = list[tuple[Any, Any]]
"""Objects with their geometries."""


def _things(source: Source, scope: Scope, area: Selection | None) -> dict[str, Things]:
    data = source.data
    meant = area or in_hand(data)
    units = {unit.id: unit for unit in data.units}
    heard = [units[name] for name in meant.units if units[name].terminal in data.fixes]
    return {
        "cases": [(c, _point(c.position)) for c in data.cases if c.id in set(meant.cases)],
        "alerts": [(a, _point(a.position)) for a in data.alerts if a.id in set(meant.alerts)],
        "plants": [(p, _point(p)) for p in data.plants if p.id in set(meant.plants)],
        "fences": [(f, _multi(f.rings)) for f in _fences(data, area)],
        "drawings": _drawings(data) if scope is not Scope.CHOSEN else [],
        "units": [
            (_UnitRow(unit, data.fixes[unit.terminal]), _point(data.fixes[unit.terminal]))
            for unit in heard
        ],
        "terminals": [(data.fixes[name], _point(data.fixes[name])) for name in meant.terminals],
    }


def _fences(data: MapData, area: Selection | None) -> list[Fence]:
    import shapely

    from maps.rings import area_of as area_of_rings

    if area is None:
        return [fence for fence in data.fences if fence.id == data.selected_fence]
    return [f for f in data.fences if shapely.intersects(area_of_rings(f.rings), area.area)]


def _places(source: Source, scope: Scope, area: Selection | None) -> Iterator[tuple[Any, Any]]:
    import shapely

    codes, division = places_of(source, scope, area), source.division
    if len(codes) > MOST_PLACES:
        raise TooManyError(len(codes))
    for code in codes:
        place, shape = division.place(code) if division else None, source.polygon(code)
        if place is not None and (area is None or shapely.intersects(shape, area.area)):
            yield _place_row(source, place), _polygons(shape)


def _place_row(source: Source, place: Place) -> _PlaceRow:
    number, late = source.data.place_counts.get(place.code, (0, 0))
    edition = source.division.edition if source.division else ""
    schematic = place.level > Level.DISTRICT
    return _PlaceRow(
        place.code, place.name, place.level, place.parent, edition, schematic, number, late
    )


def _drawings(data: MapData) -> Things:
    drawn, found = data.drawing, []
    if drawn.selection is not None:
        row = _DrawingRow(
            kind=drawn.selection.how.value,
            label=drawn.selection.label,
            error_m=drawn.selection.error_m,
        )
        found.append((row, _multi(drawn.selection.rings)))
    if drawn.rings is not None:
        for radius_m in drawn.rings.radii_m:
            shape = _multi((tuple(circle(*drawn.rings.at, radius_m)),))
            found.append((_DrawingRow(kind="reach", radius_m=radius_m), shape))
    if drawn.pin is not None:
        found.append((_DrawingRow(kind="pin"), _lonlat(*drawn.pin)))
    return found


def _point(at: Any) -> Any:
    """A point where there is a position, else None."""
    return None if at is None or at.lon is None or at.lat is None else _lonlat(at.lon, at.lat)


def _lonlat(lon: float, lat: float) -> Any:
    import shapely

    return shapely.Point(lon, lat)


def _multi(rings: tuple[Ring, ...]) -> Any:
    from maps.rings import area_of as area_of_rings

    return _polygons(area_of_rings(rings))


def _polygons(shape: Any) -> Any:
    """Always a multi-polygon: a layer of a file has one kind of geometry."""
    import shapely

    parts = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    return shapely.MultiPolygon(parts)
