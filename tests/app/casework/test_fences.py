"""Geofences: what is an area and what is not, and that they live in the ledger like all else."""

import sqlite3
from contextlib import closing
from math import cos, inf, pi, sin

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from app.casework.acts import Act, Refusal
from app.casework.outlines import MOST_POINTS, refuse_rings
from app.casework.why import Why
from app.changes import Changes
from app.model import SYSTEM, Entry, Fence, FenceKind, UnitKind
from app.store import Store, projection, queries
from app.store.opening import NAME
from app.store.schema import STEPS, applied
from app.store.verify import verify
from tests.small import SmallHierarchy

SQUARE = ((106.1, 29.1), (106.2, 29.1), (106.2, 29.2), (106.1, 29.2))
BOW = ((106.1, 29.1), (106.2, 29.2), (106.2, 29.1), (106.1, 29.2))
FAR = ((10.0, 50.0), (10.1, 50.0), (10.1, 50.1))
MANY = tuple((106 + cos(k / 3000 * pi) / 10, 29 + sin(k / 3000 * pi) / 10) for k in range(6000))


@pytest.mark.parametrize(
    ("rings", "why"),
    [
        ((SQUARE,), None),
        ((SQUARE, ((106.14, 29.14), (106.16, 29.14), (106.15, 29.16))), None),
        ((), Why.FENCE_FEW_POINTS),
        (((),), Why.FENCE_FEW_POINTS),
        ((SQUARE[:2],), Why.FENCE_FEW_POINTS),
        ((SQUARE[:2] * 3,), Why.FENCE_FEW_POINTS),
        ((((106.1, 29.1), (106.2, 29.1), (106.15, 29.1)),), Why.FENCE_THIN),
        ((((106.1, 29.1), (106.10001, 29.1), (106.1, 29.10001)),), Why.FENCE_THIN),
        ((BOW,), Why.FENCE_CROSSES),
        ((((200.0, 29.1), *SQUARE[1:]),), Why.FENCE_OFF_EARTH),
        ((((106.1, -91.0), *SQUARE[1:]),), Why.FENCE_OFF_EARTH),
        ((((inf, 29.0), *SQUARE[1:]),), Why.FENCE_OFF_EARTH),
        ((MANY,), Why.FENCE_MANY_POINTS),
        ((FAR,), Why.FENCE_OUTSIDE),
        ((((105.0, 28.0), (108.0, 28.0), (106.2, 31.5)),), None),
    ],
    ids=["square", "hole", "no ring", "empty", "two", "same two", "line", "speck", "bow",
         "east", "south", "inf", "many", "far", "about the city"],
)  # fmt: skip
def test_rings_are_an_area_or_it_is_said_why_not(rings, why):
    refused = refuse_rings(rings, SmallHierarchy().locate)
    assert (refused and refused.code) == why


def test_a_crossing_says_where():
    refused = refuse_rings((BOW,))
    assert refused is not None
    assert refused.detail == "106.15000 29.15000"


def test_the_limit_of_points_is_one_of_points():
    assert len(MANY) > MOST_POINTS


RING = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=3, max_size=9, unique=True
)


@given(RING, st.tuples(st.floats(-1, 41), st.floats(-1, 41)))
def test_inside_is_what_shapely_calls_inside(ring, at):
    area = shapely.Polygon(ring)
    if not area.is_valid or area.boundary.distance(shapely.Point(at)) < 1e-9:
        return
    fence = Fence(id="F", name="f", kind=FenceKind.WATCH, rings=(tuple(ring),))
    assert fence.contains(*at) == bool(shapely.contains_xy(area, *at))


def test_what_lies_in_a_hole_lies_outside():
    hole = ((106.14, 29.14), (106.16, 29.14), (106.15, 29.16))
    fence = Fence(id="F", name="f", kind=FenceKind.WATCH, rings=(SQUARE, hole))
    assert fence.contains(106.11, 29.11)
    assert not fence.contains(106.15, 29.145)
    assert not fence.contains(107.0, 29.11)


def test_a_fence_for_no_kind_is_for_all():
    fence = Fence(id="F", name="f", kind=FenceKind.WATCH, rings=(SQUARE,))
    assert fence.concerns(None)
    assert fence.concerns(UnitKind.FIRE)
    fire = Fence(id="F", name="f", kind=FenceKind.WATCH, rings=(SQUARE,), watches=(UnitKind.FIRE,))
    assert fire.concerns(UnitKind.FIRE)
    assert not fire.concerns(UnitKind.GRID)
    assert not fire.concerns(None)


def do(desk, act, subject="fence:", by=None, reason="", **fields):
    return desk.do(Act(name=act, subject=subject, fields=fields, reason=reason), by).result(10)


def drawn(desk, **fields) -> str:
    given = {"name": "化工园", "kind": "keep_out", "rings": (SQUARE,)} | fields
    entry = do(desk, "fence.draw", **given)
    assert isinstance(entry, Entry), entry
    return entry.subject


def fences(desk) -> list[Fence]:
    return desk.ask(queries.fences).result(10)


def test_a_fence_is_drawn_changed_and_removed_and_each_is_an_entry(desk):
    heard: list[Changes] = []
    desk.subscribe(heard.append)
    key = drawn(desk, watches=("fire",))
    ident = key.partition(":")[2]
    (fence,) = fences(desk)
    assert (fence.id, fence.name, fence.kind) == (ident, "化工园", FenceKind.KEEP_OUT)
    assert (fence.rings, fence.watches) == ((SQUARE,), (UnitKind.FIRE,))
    changed = do(desk, "fence.change", key, name="化工园东")
    assert (changed.before, changed.after) == (
        {key: {"name": "化工园"}},
        {key: {"name": "化工园东"}},
    )
    assert isinstance(do(desk, "fence.remove", key, reason="园区关停"), Entry)
    assert fences(desk) == []
    assert desk.ask(queries.fence, ident).result(10).removed
    assert [c.fences for c in heard] == [frozenset({ident})] * 3
    acts = [entry.act for entry in desk.ask(queries.entries, key).result(10)]
    assert acts == ["fence.remove", "fence.change", "fence.draw"]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"name": " "}, Why.FIELD_MISSING),
        ({"name": "x" * 61}, Why.FIELD_BAD),
        ({"kind": "moat"}, Why.FIELD_BAD),
        ({"watches": ("tank",)}, Why.FIELD_BAD),
        ({"rings": (BOW,)}, Why.FENCE_CROSSES),
        ({"rings": "all"}, Why.FIELD_BAD),
        ({"colour": "red"}, Why.FIELD_UNKNOWN),
        ({"removed": True}, Why.FIELD_UNKNOWN),
        ({"radius_m": 100.0}, Why.FIELD_MISSING),
        ({"lon": 106.1, "lat": 29.1, "radius_m": 1e9}, Why.FIELD_BAD),
    ],
)
def test_what_is_no_fence_is_refused_with_a_reason(desk, changes, why):
    fields = {"name": "化工园", "kind": "keep_out", "rings": (SQUARE,)} | changes
    refused = do(desk, "fence.draw", **fields)
    assert isinstance(refused, Refusal)
    assert refused.code == why
    assert fences(desk) == []


def test_a_fence_that_is_not_there_or_no_more_is_left_alone(desk):
    assert do(desk, "fence.change", "fence:F-9", name="x").code == Why.UNKNOWN_SUBJECT
    assert do(desk, "fence.draw", "fence:F-9", name="x").code == Why.UNKNOWN_SUBJECT
    key = drawn(desk)
    assert do(desk, "fence.remove", key).code == Why.REASON_MISSING
    assert do(desk, "fence.change", key).code == Why.NOTHING_CHANGED
    do(desk, "fence.remove", key, reason="不用了")
    assert do(desk, "fence.remove", key, reason="再撤").code == Why.FENCE_REMOVED
    assert do(desk, "fence.draw", by=SYSTEM, name="x").code == Why.WRONG_ROLE


def test_folding_the_ledger_again_gives_the_same_fences(tmp_path, clock, officer):
    from app.desk import Desk

    hierarchy = SmallHierarchy()
    desk = Desk(tmp_path, hierarchy.locate, clock=clock, officer=officer, edition=hierarchy.edition)
    key = drawn(desk)
    drawn(desk, name="第二", lon=106.15, lat=29.15, radius_m=900.0)
    do(desk, "fence.change", key, kind="watch")
    desk.close()
    assert verify(tmp_path).ok
    with closing(sqlite3.connect(tmp_path / NAME, isolation_level=None)) as db:
        before = projection.digest(db)
        assert projection.rebuild(db) == 3
        assert projection.digest(db) == before


def older(folder) -> None:
    """What a version without fences would have left."""
    with closing(sqlite3.connect(folder / NAME)) as db:
        for step in STEPS[STEPS.index("fences") :]:
            db.execute(f"DROP TABLE {step}")
            db.execute("DELETE FROM _sqlite_migrations WHERE name = ?", (step,))
        db.execute(
            "CREATE TABLE terminals_last (terminal TEXT PRIMARY KEY, body TEXT NOT NULL)"
            " STRICT, WITHOUT ROWID"
        )
        db.commit()


def open_store(folder, clock) -> Store:
    return Store(folder, clock=clock, committed=lambda changes: None)


def test_a_file_from_before_there_were_fences_is_proved_and_brought_up(tmp_path, clock):
    open_store(tmp_path, clock).close()
    older(tmp_path)
    assert verify(tmp_path).ok
    store = open_store(tmp_path, clock)
    assert store.ask(queries.fences).result(10) == []
    store.close()
    with closing(sqlite3.connect(tmp_path / NAME)) as db:
        assert "fences" in applied(db)


def test_a_table_that_was_taken_away_is_missed(tmp_path, clock):
    open_store(tmp_path, clock).close()
    with closing(sqlite3.connect(tmp_path / NAME)) as db:
        db.execute("DROP TABLE fences")
        db.commit()
    assert [problem.what for problem in verify(tmp_path).problems] == ["schema"]
