"""What lies in a selection and within rings, held against a look at each thing alone."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
import shapely

from app.model import Fix, Position, Unit, UnitKind
from maps.drawing import Drawing, How, Rings, Selection
from maps.measures import ahead, distance_m
from maps.scene import MapData
from tests.widgets.rows import alert, case

NOW = datetime(2026, 11, 23, 0, 12, 5, tzinfo=UTC)
SQUARE = ((106.0, 29.0), (106.1, 29.0), (106.1, 29.1), (106.0, 29.1))
HOLE = ((106.04, 29.04), (106.06, 29.04), (106.06, 29.06), (106.04, 29.06))
IN, IN_HOLE, OUT = (106.01, 29.01), (106.05, 29.05), (106.11, 29.05)


def at(where) -> Position:
    return Position(lon=where[0], lat=where[1])


def fix(name: str, where) -> Fix:
    return Fix(terminal=name, fix_time=NOW, received=NOW, lon=where[0], lat=where[1], place="x")


def unit(number: int, terminal: str) -> Unit:
    return Unit(id=f"U-{number}", name=f"队{number}", kind=UnitKind.FIRE, terminal=terminal)


DATA = MapData(
    cases=(
        case(1, position=at(IN)),
        case(2, position=at(IN_HOLE)),
        case(3, position=at(OUT)),
        case(4, position=None),
        case(5, position=at(SQUARE[0])),
    ),
    alerts=(alert(1, position=at(IN)), alert(2, position=at(IN), case="C-9"), alert(3)),
    units=(unit(1, "T1"), unit(2, "T2"), unit(3, "")),
    fixes={"T1": fix("T1", IN), "T2": fix("T2", OUT), "T9": fix("T9", IN)},
)


def test_a_selection_names_what_lies_in_it_and_no_more():
    found = Selection(how=How.BOX, rings=(SQUARE, HOLE)).of(DATA)
    assert found.cases == ("C-20261123-0001", "C-20261123-0005")
    assert found.alerts == ("A-0001",)
    assert (found.units, found.terminals) == (("U-1",), ("T1", "T9"))
    assert not found.empty
    assert found.rings == (SQUARE, HOLE)
    assert found.area.equals(shapely.Polygon(SQUARE, [HOLE]))


def test_a_selection_of_nothing_is_empty():
    found = Selection(how=How.LASSO, rings=(SQUARE,)).of(MapData())
    assert found.empty
    assert Selection(how=How.LASSO, rings=(SQUARE,)).of(replace(DATA, cases=())).cases == ()


def test_many_random_points_are_told_as_one_by_one():
    rng = np.random.default_rng(3)
    points = rng.uniform((105.9, 28.9), (106.2, 29.2), (400, 2)).tolist()
    fixes = {f"T{k}": fix(f"T{k}", point) for k, point in enumerate(points)}
    ring = ((105.95, 28.95), (106.15, 29.0), (106.02, 29.06), (106.1, 29.18), (105.93, 29.1))
    found = Selection(how=How.LASSO, rings=(ring,)).of(MapData(fixes=fixes))
    area = shapely.Polygon(ring)
    expected = {f"T{k}" for k, point in enumerate(points) if area.covers(shapely.Point(point))}
    assert set(found.terminals) == expected
    assert 20 < len(expected) < 380


@pytest.mark.parametrize(
    ("metres", "ring"), [(0.0, 0), (999.0, 0), (1_001.0, 1), (4_999.0, 2), (5_001.0, None)]
)
def test_a_unit_stands_in_the_ring_of_its_distance(metres, ring):
    where = ahead(IN, 73.0, metres)
    data = MapData(units=(unit(1, "T1"), unit(2, "T2")), fixes={"T1": fix("T1", where)})
    found = Rings(at=IN).near(data)
    assert [one.ring for one in found] == ([] if ring is None else [ring])
    assert [one.distance_m for one in found] == pytest.approx([metres] * len(found), abs=0.01)


def test_the_nearest_unit_comes_first_and_reach_goes_by_the_speed():
    fixes = {f"T{k}": fix(f"T{k}", ahead(IN, 10.0 * k, 4_000.0 - 700 * k)) for k in range(4)}
    rings = Rings(at=IN, speed_kmh=60.0)
    near = rings.near(MapData(units=tuple(unit(k, f"T{k}") for k in range(4)), fixes=fixes))
    assert [one.unit.id for one in near] == ["U-3", "U-2", "U-1", "U-0"]
    assert rings.reach(5_000.0) == timedelta(minutes=5)
    assert rings.near(MapData()) == []


def test_an_empty_drawing_is_false():
    assert not Drawing()
    assert Drawing(pin=(0.0, 0.0))


def test_no_unit_within_reach_is_left_out_before_it_is_measured():
    """A box goes before the geodesic; it may not cut what the geodesic would keep."""
    rng = np.random.default_rng(8)
    points = rng.uniform((105.6, 28.6), (106.4, 29.4), (900, 2)).tolist()
    units = tuple(unit(k, f"T{k}") for k in range(len(points)))
    fixes = {f"T{k}": fix(f"T{k}", point) for k, point in enumerate(points)}
    near = Rings(at=IN, radii_m=(9_000.0, 30_000.0)).near(MapData(units=units, fixes=fixes))
    expected = {f"U-{k}" for k, p in enumerate(points) if distance_m(IN, p) <= 30_000.0}
    assert {one.unit.id for one in near} == expected
    assert 100 < len(expected) < 800
