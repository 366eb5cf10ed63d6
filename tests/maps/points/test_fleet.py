"""Terminals as columns: patched by what came, they are what they would be read anew."""

import math
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from app.model import Fix, Unit, UnitKind
from maps.points import fleet as module
from maps.points.fleet import KINDS, Fleet, kinds
from maps.projection import project_point

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def a_fix(name: str, k: int = 0, **changes) -> Fix:
    at = NOW + timedelta(seconds=k)
    given = {"lon": 106.0 + k / 1000, "lat": 29.5, "place": "x"} | changes
    return Fix(terminal=name, fix_time=at, received=at, **given)


def fixes(many: int = 40) -> dict[str, Fix]:
    return {f"T-{k}": a_fix(f"T-{k}", k) for k in range(many)}


def told(fleet: Fleet) -> list[tuple[object, ...]]:
    columns = (fleet.x, fleet.y, fleet.fixed_s, fleet.inside, fleet.calling)
    return list(zip(fleet.ids, *(column.tolist() for column in columns), strict=True))


def test_each_terminal_is_where_its_fix_says():
    fleet = Fleet.of(fixes(3) | {"T-1": a_fix("T-1", 5, place="", alarms=("sos",))})
    assert fleet.ids == ("T-0", "T-1", "T-2")
    assert (fleet.x[1], fleet.y[1]) == pytest.approx(project_point(106.005, 29.5))
    assert fleet.inside.tolist() == [True, False, True]
    assert fleet.calling.tolist() == [False, True, False]
    assert fleet.fixed_s[2] == NOW.timestamp() + 2


CAME = [
    {},
    {"T-3": a_fix("T-3", 900)},
    {"T-0": a_fix("T-0", 1, place=""), "T-39": a_fix("T-39", 2, alarms=("sos",))},
    {"N-1": a_fix("N-1", 7)},
    {"N-1": a_fix("N-1", 7), "T-5": a_fix("T-5", 8), "N-2": a_fix("N-2", 9)},
]


@pytest.mark.parametrize("came", CAME)
def test_what_came_is_patched_in_and_nothing_else_is_read(came, monkeypatch):
    before = Fleet.of(fixes())
    old = told(before)
    now = dict(before.fixes) | came
    read: list[int] = []
    project = module._projected
    monkeypatch.setattr(
        module, "_projected", lambda some: (read.append(len(some)), project(some))[1]
    )
    after = Fleet.of(now, before)
    assert read == [len(came)]
    assert told(after) == told(Fleet.of(now))
    assert told(before) == old  # who still draws the old ones is not disturbed
    assert after.row == {name: k for k, name in enumerate(now)}
    assert (after.row is before.row) == (len(now) == len(before))


def test_another_order_or_fewer_are_read_anew():
    before = Fleet.of(fixes())
    for other in (dict(reversed(fixes().items())), fixes(20), {}):
        assert told(Fleet.of(other, before)) == told(Fleet.of(other))


def test_a_place_that_is_none_is_nowhere():
    fleet = Fleet.of({"T-1": a_fix("T-1", lon=-74.0, lat=-40.7), "T-2": a_fix("T-2")})
    assert np.isfinite(fleet.x).tolist()[1]
    assert math.isnan(fleet.x[0]) or np.isfinite(fleet.x[0])


def test_kinds_are_those_of_the_units_that_carry_them():
    ids = ("T-1", "T-2", "T-3")
    units = (
        Unit(id="U-1", name="队", kind=UnitKind.FIRE, terminal="T-2"),
        Unit(id="U-2", name="队", kind=UnitKind.GRID),
    )
    assert [KINDS[code] for code in kinds(ids, units)] == [None, UnitKind.FIRE, None]
    moved = (replace(units[0], terminal="T-3"), units[1])
    assert [KINDS[code] for code in kinds(ids, moved)] == [None, None, UnitKind.FIRE]
    assert kinds(ids, moved) is kinds(ids, moved)
