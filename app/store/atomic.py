"""All or nothing: a transaction, or a savepoint where one is open already."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def atomic(db: sqlite3.Connection) -> Iterator[None]:
    """What is done inside is kept whole, or, where it raises, not at all."""
    inside = db.in_transaction
    db.execute("SAVEPOINT job" if inside else "BEGIN IMMEDIATE")
    try:
        yield
        db.execute("RELEASE job" if inside else "COMMIT")
    except BaseException:
        if db.in_transaction:  # an error may have ended it already, savepoints and all
            if inside:
                db.execute("ROLLBACK TO job")
                db.execute("RELEASE job")
            else:
                db.rollback()
        raise
