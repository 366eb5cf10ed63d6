"""Entries folded into tables: one row an object, its body and the columns that are searched.

The tables hold nothing that the ledger does not; `rebuild` drops their rows and folds again.
"""

import hashlib
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from app.store.codec import check, plain, split
from app.store.tables import TABLES, Body

VERSION = "1"
"""Of the tables below; a file folded by another version is folded again at start."""

BATCH = 2_000


Change = tuple[int, Mapping[str, Mapping[str, Any]]]
"""An entry's number and its `after`."""


def fold(db: sqlite3.Connection, entries: Sequence[Change], *, checked: bool = True) -> None:
    """Fold entries, in order, into the tables; `checked` refuses what would make no object."""
    bodies: dict[str, dict[str, Body]] = defaultdict(dict)
    for _, after in entries:
        for key in after:
            kind, ident = split(key)
            bodies[kind].setdefault(ident, {})
    for kind, known in bodies.items():
        known.update(_read(db, TABLES[kind].name, list(known)))
    for _, after in entries:
        for key, fields in after.items():
            kind, ident = split(key)
            bodies[kind][ident].update(fields)
    for kind, known in bodies.items():
        if checked:
            for body in known.values():
                check(body, kind)
        table = TABLES[kind]
        db.executemany(table.upsert, [table.row(ident, body) for ident, body in known.items()])
    db.executemany(
        "INSERT INTO touches VALUES (?, ?)", [(key, seq) for seq, after in entries for key in after]
    )


def _read(db: sqlite3.Connection, table: str, idents: list[str]) -> Iterator[tuple[str, Body]]:
    for start in range(0, len(idents), 500):
        some = idents[start : start + 500]
        marks = ", ".join("?" * len(some))
        for ident, body in db.execute(f"SELECT id, body FROM {table} WHERE id IN ({marks})", some):
            yield ident, plain(body)


def create_all(db: sqlite3.Connection, *, indexed: bool = True) -> None:
    """Make the tables; without their indexes for a fold that is only read once, in order."""
    for table in TABLES.values():
        table.create(db, indexed=indexed)
    db.execute(
        "CREATE TABLE touches (object TEXT, seq INTEGER, PRIMARY KEY (object, seq))"
        " STRICT, WITHOUT ROWID"
    )


def fold_all(db: sqlite3.Connection, entries: Iterable[Change]) -> int:
    """Fold a whole ledger into empty tables; returns how many entries it took."""
    done = 0
    rest = iter(entries)
    while some := list(islice(rest, BATCH)):
        fold(db, some, checked=False)
        done += len(some)
    return done


def rebuild(db: sqlite3.Connection) -> int:
    """Empty the tables and fold the ledger again, inside the caller's transaction."""
    for table in TABLES.values():
        db.execute(f"DELETE FROM {table.name}")
    db.execute("DELETE FROM touches")
    done = fold_all(db, stored_changes(db))
    mark(db, done)
    return done


def stored_changes(db: sqlite3.Connection) -> Iterator[Change]:
    """Every entry's number and `after`, in order."""
    for seq, after in db.execute("SELECT seq, after FROM ledger ORDER BY seq"):
        yield seq, plain(after)


def mark(db: sqlite3.Connection, seq: int) -> None:
    """Note up to which entry, and by which version, the tables are folded."""
    db.execute("INSERT OR REPLACE INTO meta VALUES ('folded', ?)", (f"{VERSION}:{seq}",))


def rows(db: sqlite3.Connection) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Every row of every table with its object key, in one fixed order.

    A file that was not opened since a kind of object was added has no table of it, and no rows.
    """
    there = {name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    for kind, table in sorted(TABLES.items()):
        if table.name not in there:
            continue
        for row in db.execute(f"SELECT * FROM {table.name} ORDER BY id"):
            yield f"{kind}:{row[0]}", row
    for row in db.execute("SELECT object, seq FROM touches ORDER BY object, seq"):
        yield f"touches:{row[0]}", row


def digest(db: sqlite3.Connection) -> str:
    """SHA-256 over all tables: equal ledgers give equal digests."""
    total = hashlib.sha256()
    for _, row in rows(db):
        total.update(repr(row).encode())
    return total.hexdigest()
