"""The ledger: entries appended, sealed to one another by their hashes, and checked.

An entry's hash is SHA-256 over the canonical JSON of all its other fields, `prev` included.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from app.casework.acts import Draft
from app.model import Entry, Officer, Role
from app.store import projection
from app.store.codec import builtin, canonical, plain, stamp, unstamp

COLUMNS = (
    "seq",
    "at",
    "actor",
    "role",
    "centre",
    "act",
    "subject",
    "before",
    "after",
    "reason",
    "on_behalf_of",
    "prev",
    "hash",
)
_SELECT = f"SELECT {', '.join(COLUMNS)} FROM ledger"
_INSERT = f"INSERT INTO ledger VALUES ({', '.join('?' * len(COLUMNS))})"
_JSON = frozenset({"before", "after"})

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry: its number and hash; (0, "") of an empty ledger."""

    seq: int = 0
    hash: str = ""


@dataclass(frozen=True, slots=True)
class Break:
    """Where the chain does not hold, and how."""

    what: str
    seq: int


def seal(row: Row) -> str:
    """The hash of a row as stored, over all but its last column."""
    fields = {
        name: msgspec.Raw(value.encode()) if name in _JSON else value
        for name, value in zip(COLUMNS[:-1], row, strict=False)
    }
    return hashlib.sha256(msgspec.json.encode(fields, order="deterministic")).hexdigest()


def head(db: sqlite3.Connection) -> Head:
    row = db.execute("SELECT seq, hash FROM ledger ORDER BY seq DESC LIMIT 1").fetchone()
    return Head(*row) if row else Head()


def append(
    db: sqlite3.Connection, drafts: Sequence[Draft], by: Officer, role: Role, at: datetime
) -> list[Entry]:
    """Append drafts as entries and fold them, inside the caller's transaction."""
    last = head(db)
    rows = []
    for draft in drafts:
        row = _row(draft, by, role, at, last)
        rows.append(row)
        last = Head(row[0], row[-1])
    entries = [entry(row) for row in rows]
    db.executemany(_INSERT, rows)
    projection.fold(db, [(done.seq, done.after) for done in entries])
    projection.mark(db, last.seq)
    return entries


def _row(draft: Draft, by: Officer, role: Role, at: datetime, last: Head) -> Row:
    row = (
        last.seq + 1,
        stamp(at),
        by.id,
        role.value,
        by.centre,
        draft.act,
        draft.subject,
        canonical(builtin(draft.before)),
        canonical(builtin(draft.after)),
        draft.reason,
        draft.on_behalf_of,
        last.hash,
    )
    return (*row, seal(row))


def entry(row: Row) -> Entry:
    """A row as stored -> the entry."""
    values = dict(zip(COLUMNS, row, strict=True))
    values |= {"at": unstamp(row[1])} | {name: plain(values[name]) for name in _JSON}
    return Entry(**values)


def read(db: sqlite3.Connection, where: str = "", values: Iterable[Any] = ()) -> list[Entry]:
    """Entries by a clause of SQL that follows the table's name."""
    return [entry(row) for row in db.execute(f"{_SELECT} {where}", tuple(values))]


def breaks(db: sqlite3.Connection, *, after: int = 0) -> Iterator[Break]:
    """Walk the chain from entry `after` (which is taken as it is) to its end."""
    last = _at(db, after) if after else Head()
    for row in db.execute(f"{_SELECT} WHERE seq > ? ORDER BY seq", (after,)):
        if row[0] != last.seq + 1:
            yield Break("gap", row[0])
        if row[-2] != last.hash:
            yield Break("chain", row[0])
        if row[-1] != _sealed(row):
            yield Break("hash", row[0])
        last = Head(row[0], row[-1])


def _sealed(row: Row) -> str:
    """The hash that a row should carry; "" where it is too damaged to have one."""
    try:
        return seal(row)
    except (AttributeError, TypeError, ValueError):
        return ""


def _at(db: sqlite3.Connection, seq: int) -> Head:
    row = db.execute("SELECT seq, hash FROM ledger WHERE seq = ?", (seq,)).fetchone()
    return Head(*row) if row else Head()


def holds(db: sqlite3.Connection, wanted: Head) -> bool:
    """Whether the ledger contains this very entry."""
    return wanted == Head() or _at(db, wanted.seq) == wanted
