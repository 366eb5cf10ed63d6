"""Entries folded into tables: one row an object, its body and the columns that are searched.

The tables hold nothing that the ledger does not; `rebuild` drops their rows and folds again.
"""

import hashlib
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from app.model import OPEN_ALERTS, OPEN_STATES, OPEN_TASKS, AlertState
from app.store.codec import canonical, check, epoch, plain, split

Body = dict[str, Any]

VERSION = "1"
"""Of the tables below; a file folded by another version is folded again at start."""

BATCH = 2_000


@dataclass(frozen=True, slots=True)
class Hot:
    """A column copied out of the body, so that it can be searched by an index."""

    name: str
    kind: str
    of: Callable[[Body], Any]


@dataclass(frozen=True, slots=True)
class Table:
    name: str
    columns: tuple[Hot, ...]
    indexes: tuple[str, ...] = ()

    def create(self, db: sqlite3.Connection, *, indexed: bool = True) -> None:
        hot = "".join(f", {column.name} {column.kind}" for column in self.columns)
        db.execute(
            f"CREATE TABLE {self.name} (id TEXT PRIMARY KEY, body TEXT NOT NULL{hot}) STRICT"
        )
        for number, index in enumerate(self.indexes if indexed else (), 1):
            db.execute(f"CREATE INDEX {self.name}_{number} ON {self.name} {index}")

    def row(self, ident: str, body: Body) -> tuple[Any, ...]:
        return ident, canonical(body), *(column.of(body) for column in self.columns)

    @property
    def upsert(self) -> str:
        marks = ", ".join("?" * (2 + len(self.columns)))
        return f"INSERT OR REPLACE INTO {self.name} VALUES ({marks})"


def _text(name: str) -> Hot:
    return Hot(name, "TEXT", lambda body: body.get(name) or "")


def _time(name: str) -> Hot:
    return Hot(name, "REAL", lambda body: epoch(body.get(name)))


def _number(name: str) -> Hot:
    return Hot(name, "INTEGER", lambda body: int(body.get(name) or 0))


def _open(states: Iterable[str], first: str = "") -> Hot:
    values = frozenset(str(state) for state in states)
    return Hot("open", "INTEGER", lambda body: int(body.get("state", first) in values))


def _listed(body: Body) -> int:
    """An alert stays on the list while it is open or its source still is."""
    is_open = body.get("state", AlertState.NEW.value) in OPEN_ALERTS
    return int(is_open or body.get("active", True))


TABLES: dict[str, Table] = {
    "alert": Table(
        "alerts",
        (
            Hot("state", "TEXT", lambda body: body.get("state", AlertState.NEW.value)),
            _open(OPEN_ALERTS, AlertState.NEW.value),
            Hot("listed", "INTEGER", _listed),
            _number("grade"),
            _text("terminal"),
            _time("raised"),
            _time("shelved_until"),
            Hot("of_case", "TEXT", lambda body: body.get("case") or ""),
        ),
        (
            "(terminal, raised) WHERE listed = 1",
            "(open, grade, state, shelved_until) WHERE open = 1",
            "(raised)",
            "(of_case) WHERE of_case <> ''",
        ),
    ),
    "case": Table(
        "cases",
        (
            _text("state"),
            _open(OPEN_STATES),
            _number("grade"),
            _time("opened"),
            _time("changed"),
            _time("deadline"),
            _number("overdue"),
            _text("title"),
            Hot("chain", "TEXT", lambda body: canonical(body.get("chain") or [])),
        ),
        (
            "(open, overdue, deadline, chain) WHERE open = 1",
            "(changed, id, title, chain)",
        ),
    ),
    "task": Table(
        "tasks",
        (
            Hot("of_case", "TEXT", lambda body: body["case"]),
            _text("unit"),
            _text("state"),
            _open(OPEN_TASKS),
            _time("created"),
            _time("changed"),
        ),
        ("(of_case)", "(unit) WHERE open = 1"),
    ),
    "unit": Table("units", (_text("terminal"), _text("kind"), _text("name")), ("(terminal)",)),
    "terminal": Table("terminals", (_time("registered"),)),
}
"""Kind of object -> its table."""

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
    """Every row of every table with its object key, in one fixed order."""
    for kind, table in sorted(TABLES.items()):
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
