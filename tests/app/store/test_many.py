"""Many rows in few statements: as many as were given, in their order, whatever their number."""

import sqlite3
from contextlib import closing

import pytest

from app.store.many import TOGETHER, many_rows

INSERT = "INSERT INTO t (n, word)"


@pytest.fixture
def db():
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        db.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER UNIQUE, word TEXT)")
        yield db


@pytest.mark.parametrize("many", [0, 1, 7, 8, 65, 512, 513, 2 * 512 + 64 + 9])
def test_every_row_is_written_once_and_in_order(db, many):
    rows = [(many - n, f"'{n}") for n in range(many)]
    said = []
    db.set_trace_callback(said.append)
    many_rows(db, INSERT, rows)
    assert db.execute("SELECT n, word FROM t ORDER BY id").fetchall() == rows
    assert len(said) - 1 <= many // TOGETHER[0] + 8 + 8 + 8


def test_a_row_that_cannot_be_written_is_an_error(db):
    with pytest.raises(sqlite3.IntegrityError):
        many_rows(db, INSERT, [(n % 60, "") for n in range(64)])
    assert db.execute("SELECT count(*) FROM t").fetchone() == (0,)
