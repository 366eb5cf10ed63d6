"""Who is recommended, why, and what is lacking."""

from datetime import UTC, datetime, timedelta

import pytest

from app.dispatch.rank import Reason, Shortfall, recommend
from app.fixes.freshness import Freshness
from app.model import Case, CaseState, Fix, Grade, Position, Unit, UnitKind

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
CASE = Case(
    id="C-1",
    title="燃气管道破裂",
    grade=Grade.II,
    state=CaseState.TO_DISPATCH,
    opened=NOON,
    changed=NOON,
    position=Position(lon=106.5, lat=29.5),
)
FIRE, MEDICAL, GRID = UnitKind.FIRE, UnitKind.MEDICAL, UnitKind.GRID
KM = 1 / 96.9  # degrees of longitude at 29.5° N


def ask(*rows, wanted=(), busy=(), case=CASE, limit=20):
    """Rows: (id, kind, km east or None for no fix, age in minutes)."""
    units, fixes = [], {}
    for ident, kind, km, minutes in rows:
        units.append(Unit(id=ident, name=ident, kind=kind, terminal=f"t-{ident}"))
        if km is not None:
            at = NOON - timedelta(minutes=minutes)
            fixes[f"t-{ident}"] = Fix(
                terminal=f"t-{ident}", fix_time=at, received=at, lon=106.5 + km * KM, lat=29.5
            )
    return recommend(case, units, fixes, dict(busy), NOON, wanted, limit=limit)


def order(found):
    return " ".join(candidate.unit.id for candidate in found.candidates)


@pytest.mark.parametrize(
    ("rows", "wanted", "busy", "expected"),
    [
        ([("a", FIRE, 5, 0), ("b", FIRE, 1, 0)], (), (), "b a"),
        ([("b", FIRE, 1, 0), ("a", FIRE, 1, 0)], (), (), "a b"),
        ([("a", GRID, 1, 0), ("b", FIRE, 9, 0)], (FIRE,), (), "b a"),
        ([("a", GRID, 1, 0), ("b", FIRE, 9, 0)], (FIRE, GRID), (), "a b"),
        ([("a", GRID, 1, 0), ("b", FIRE, 3, 0)], (FIRE, GRID), (), "b a"),
        ([("a", FIRE, 1, 8), ("b", FIRE, 4, 0)], (), (), "b a"),
        ([("a", FIRE, 1, 0), ("b", FIRE, 9, 0)], (), [("a", "C-9")], "b a"),
        ([("a", FIRE, None, 0), ("b", FIRE, 90, 0)], (), (), "b a"),
    ],
    ids=[
        "the nearer",
        "ties by id",
        "the kind that is wanted",
        "a second-best kind much nearer",
        "the best kind a little farther",
        "a fresh fix before an old one",
        "a free unit before a busy one",
        "a unit without a fix comes last",
    ],
)
def test_the_order(rows, wanted, busy, expected):
    assert order(ask(*rows, wanted=wanted, busy=busy)) == expected


def test_each_place_has_its_reasons():
    found = ask(("a", FIRE, 3.0, 1), ("b", GRID, None, 0), wanted=(FIRE,), busy=[("b", "C-7")])
    first, last = found.candidates
    assert first.reasons[0].code == "distance_m"
    assert first.distance_m == pytest.approx(3_000, rel=0.01)
    assert first.reasons[1:] == (
        Reason("fix_fresh", 60.0),
        Reason("kind_best", "fire"),
        Reason("free"),
    )
    assert last.reasons == (Reason("no_fix"), Reason("kind_other", "grid"), Reason("busy", "C-7"))
    assert (last.freshness, last.distance_m, last.age_s) == (Freshness.UNKNOWN, None, None)


@pytest.mark.parametrize(
    ("rows", "wanted", "busy", "expected"),
    [
        ([], (), (), [Shortfall("no_units")]),
        ([("a", FIRE, 1, 0)], (FIRE,), (), []),
        (
            [("a", FIRE, 1, 11), ("b", FIRE, 2, 12), ("c", FIRE, 3, 1)],
            (FIRE,),
            (),
            [Shortfall("fixes_old", (2, 10))],
        ),
        ([("a", FIRE, 1, 0)], (FIRE, MEDICAL), (), [Shortfall("kind_missing", ("medical",))]),
        ([("a", MEDICAL, 25, 0)], (MEDICAL,), (), [Shortfall("none_near", ("medical", 20.0))]),
        ([("a", FIRE, 1, 0)], (FIRE,), [("a", "C-9")], [Shortfall("kind_busy", ("fire", 1))]),
        ([("a", FIRE, 1, 0), ("b", FIRE, None, 0)], (FIRE,), (), [Shortfall("no_fix", (1,))]),
    ],
)
def test_shortfalls_are_named(rows, wanted, busy, expected):
    assert list(ask(*rows, wanted=wanted, busy=busy).shortfalls) == expected


def test_a_case_without_a_position_says_so_and_ranks_by_the_rest():
    found = ask(("a", GRID, 1, 0), ("b", FIRE, 9, 0), wanted=(FIRE,), case=_unplaced())
    assert order(found) == "b a"
    assert found.shortfalls == (Shortfall("no_position"),)
    assert found.candidates[0].reasons[0] == Reason("no_distance")


def test_no_more_than_the_limit_but_all_are_considered():
    found = ask(*((f"u{n:04}", FIRE, n % 50, 0) for n in range(300)), limit=9)
    assert [candidate.rank for candidate in found.candidates] == list(range(1, 10))
    assert found.considered == 300


def _unplaced():
    return Case(
        id="C-2",
        title="无定位",
        grade=Grade.IV,
        state=CaseState.TO_DISPATCH,
        opened=NOON,
        changed=NOON,
    )
