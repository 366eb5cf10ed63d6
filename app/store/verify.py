"""The proof: the whole ledger, its triggers, what was folded from it, and the side file.

Reads one snapshot and writes nothing, so that it can run beside an open desk.
"""

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from itertools import islice, zip_longest
from pathlib import Path
from typing import Any

from app.store import ledger, projection, side
from app.store.errors import StoreError
from app.store.opening import NAME, file_id, open_for_reading
from app.store.schema import lost_tables, lost_triggers, out_of_step

MOST = 20
"""Problems that are named of each sort; a damaged ledger would else name every later entry."""


@dataclass(frozen=True, slots=True)
class Problem:
    """`what`: "unreadable", "schema", "pages", "trigger", "gap", "chain", "hash", "folded",
    "side_missing", "side_unreadable", "side_other_file" or "side_ahead"."""

    what: str
    where: str


@dataclass(frozen=True, slots=True)
class Report:
    """What `verify` found; `head` is the hash of the last entry."""

    ok: bool
    entries: int
    head: str
    cases: int
    problems: tuple[Problem, ...]

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


def verify(folder: Path) -> Report:
    """Prove the desk in a folder; never raises for what it finds there."""
    if not (folder / NAME).is_file():
        return _unread(f"{folder / NAME}: no such file")
    try:
        known, problems = _side(folder)
        with closing(_open(folder)) as db:
            return _verify(db, known, problems)
    except (sqlite3.Error, OSError) as error:
        return _unread(str(error))


def _unread(where: str) -> Report:
    problems = (Problem("unreadable", where),)
    return Report(ok=False, entries=0, head="", cases=0, problems=problems)


def _open(folder: Path) -> sqlite3.Connection:
    """A snapshot; bytes that are no text are kept, so that they are found and not stumbled over."""
    db = open_for_reading(folder)
    try:
        db.execute("BEGIN")
        db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError:
        # A folder that cannot be written (a disc, a share) has no room for the reader's own files.
        db.close()
        uri = f"{(folder / NAME).absolute().as_uri()}?immutable=1"
        db = sqlite3.connect(uri, uri=True, isolation_level=None)
        db.execute("BEGIN")
    except sqlite3.Error:
        db.close()
        raise
    db.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
    return db


def _verify(db: sqlite3.Connection, known: side.Side | None, problems: list[Problem]) -> Report:
    problems = [*problems, *islice(_structure(db), MOST)]
    if not any(problem.what == "schema" for problem in problems):
        for check in (_chain, _folded):
            problems += islice(_guarded(check(db)), MOST)
        if known:
            problems += _held(db, known)
    head = ledger.head(db)
    (cases,) = db.execute("SELECT count(*) FROM cases").fetchone()
    return Report(
        ok=not problems, entries=head.seq, head=head.hash, cases=cases, problems=tuple(problems)
    )


def _side(folder: Path) -> tuple[side.Side | None, list[Problem]]:
    """Read before the snapshot is taken: what it says then can only be behind the ledger."""
    try:
        known = side.read(folder)
    except ValueError as error:
        return None, [Problem("side_unreadable", f"{side.NAME}: {error}")]
    return known, [] if known else [Problem("side_missing", side.NAME)]


def _held(db: sqlite3.Connection, known: side.Side) -> list[Problem]:
    if known.file != file_id(db):
        return [Problem("side_other_file", side.NAME)]
    if not ledger.holds(db, known.head):
        return [Problem("side_ahead", f"entry {known.seq}")]
    return []


def _structure(db: sqlite3.Connection) -> Iterator[Problem]:
    """The file as SQLite sees it, its schema, and the triggers that guard the ledger."""
    for (said,) in db.execute(f"PRAGMA integrity_check({MOST})"):
        if said != "ok":
            yield Problem("pages", said)
    if odd := [*out_of_step(db), *lost_tables(db)]:
        yield Problem("schema", ", ".join(odd))
    for name in lost_triggers(db):
        yield Problem("trigger", name)


def _chain(db: sqlite3.Connection) -> Iterator[Problem]:
    for found in ledger.breaks(db):
        yield Problem(found.what, f"entry {found.seq}")


def _folded(db: sqlite3.Connection) -> Iterator[Problem]:
    """Fold the ledger again, into a file of its own; the first object that is not the same."""
    with (
        tempfile.TemporaryDirectory(prefix="yutu-verify-") as folder,
        closing(sqlite3.connect(Path(folder) / "fold.db", isolation_level=None)) as fresh,
    ):
        fresh.execute("PRAGMA journal_mode = OFF")
        fresh.execute("PRAGMA synchronous = OFF")
        fresh.execute("PRAGMA cache_size = -100000")
        fresh.execute("BEGIN")
        projection.create_all(fresh, indexed=False)
        projection.fold_all(fresh, projection.stored_changes(db))
        fresh.execute("COMMIT")
        for wanted, live in zip_longest(projection.rows(fresh), projection.rows(db)):
            if wanted != live:
                yield Problem("folded", min(row[0] for row in (wanted, live) if row))
                return


def _guarded(found: Iterator[Problem]) -> Iterator[Problem]:
    """What is found, and that the rest cannot be read where the damage goes so far."""
    try:
        yield from found
    except (sqlite3.Error, StoreError, ValueError, KeyError, TypeError, AttributeError) as error:
        yield Problem("unreadable", str(error))
