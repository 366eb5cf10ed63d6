"""The steps to the schema, and that a start with nothing to do does without their library."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from app.store.atomic import atomic
from app.store.errors import NewerSchema
from app.store.migrations import schema
from app.store.opening import migrate
from app.store.schema import STEPS, applied, out_of_step


@pytest.fixture
def db():
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        yield db


def test_the_names_of_the_steps_are_those_of_the_migrations():
    with closing(Database(memory=True)) as empty:
        assert [step.name for step in schema.pending(empty)] == list(STEPS)


def test_a_file_says_which_steps_it_has_been_through(db):
    assert applied(db) == []
    migrate(db)
    assert applied(db) == [step.name for step in schema.applied(Database(db))] == list(STEPS)
    migrate(db)
    assert applied(db) == list(STEPS)


def test_a_file_of_a_later_version_is_left_alone(db):
    migrate(db)
    db.execute("INSERT INTO _sqlite_migrations VALUES (99, 'desk', 'moons', '')")
    with pytest.raises(NewerSchema, match="moons"):
        migrate(db)


def test_a_file_half_way_is_brought_up(db):
    schema.apply(Database(db), stop_before="positions")
    migrate(db)
    assert applied(db) == list(STEPS)


def test_a_copy_of_the_last_fix_becomes_its_number_and_one_without_a_fix_is_let_go(db):
    schema.apply(Database(db), stop_before="terminals_newest")
    fixes = [(1, "T1", "old"), (2, "T1", "last"), (3, "T1", "doubtful"), (4, "T2", "last")]
    db.executemany("INSERT INTO fixes VALUES (?, ?, 0, 0, ?)", fixes)
    last = [("T1", "last"), ("T2", "last"), ("T3", "forgotten")]
    db.executemany("INSERT INTO terminals_last VALUES (?, ?)", last)
    migrate(db)
    assert db.execute("SELECT * FROM terminals_newest").fetchall() == [("T1", 2), ("T2", 4)]


def test_opening_a_desk_that_is_up_to_date_needs_no_migrations(tmp_path: Path):
    code = (
        "import sys; from pathlib import Path; from app.clock import utc_now;"
        "from app.store import Store;"
        "Store(Path(sys.argv[1]), clock=utc_now, committed=lambda changes: None).close();"
        "print('sqlite_utils' in sys.modules)"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", code, str(tmp_path)],
            cwd=Path(__file__).parents[3],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for _ in range(2)
    ]
    assert said == ["True", "False"]


def numbers(db):
    return [n for (n,) in db.execute("SELECT n FROM t ORDER BY n")]


def spoiled(db, n):
    with atomic(db):
        db.execute("INSERT INTO t VALUES (?)", (n,))
        raise ValueError("no")


def test_what_fails_leaves_nothing_and_what_is_round_it_stays(db):
    db.execute("CREATE TABLE t (n INTEGER)")
    with atomic(db):
        db.execute("INSERT INTO t VALUES (1)")
        with pytest.raises(ValueError, match="no"):
            spoiled(db, 2)
        with atomic(db):
            db.execute("INSERT INTO t VALUES (3)")
    assert numbers(db) == [1, 3]
    with pytest.raises(ValueError, match="no"):
        spoiled(db, 4)
    assert numbers(db) == [1, 3]
    assert not db.in_transaction


@pytest.mark.parametrize(
    ("done", "odd"),
    [
        (STEPS, []),
        (STEPS[:5], []),
        (STEPS[:4], [*sorted(STEPS[4:])]),
        ((*STEPS, "moons"), ["moons"]),
        ((*STEPS[:5], "moons"), [*sorted({*STEPS[5:], "moons"})]),
        ((STEPS[1], STEPS[0], *STEPS[2:]), [STEPS[1], STEPS[0], *STEPS[2:]]),
    ],
    ids=["whole", "older", "too old", "newer", "astray", "out of order"],
)
def test_a_file_of_an_earlier_version_is_in_step_and_one_gone_astray_is_not(db, done, odd):
    db.execute("CREATE TABLE _sqlite_migrations (migration_set TEXT, name TEXT)")
    db.executemany("INSERT INTO _sqlite_migrations VALUES ('desk', ?)", [(name,) for name in done])
    assert out_of_step(db) == odd
