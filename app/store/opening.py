"""Opening a desk's file for writing: settings, migrations, and the checks that are quick.

Only the ledger's tail is walked here; `verify` walks all of it.
"""

import sqlite3
from pathlib import Path

from app.casework.acts import Draft
from app.clock import Clock
from app.model import SYSTEM, Role
from app.private import make_file
from app.store import ledger, projection, side
from app.store.atomic import atomic
from app.store.errors import LedgerDamaged, NewerSchema, StoreUnavailable
from app.store.schema import STEPS, applied, lost_triggers

NAME = "desk.db"
TAIL = 500
BUSY = "PRAGMA busy_timeout = 5000"
_SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",  # positions that are deleted are overwritten as well
    BUSY,
    "PRAGMA journal_size_limit = 67108864",
    # Ten thousand terminals dirty as many pages of the index of tracks in a second: the longer the
    # log, the more often a page that changes again is brought into the file but once.
    "PRAGMA wal_autocheckpoint = 8000",
    "PRAGMA cache_size = -16384",
    "PRAGMA temp_store = MEMORY",
)
_REASONS = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_IOERR: "io",
    sqlite3.SQLITE_CANTOPEN: "io",
    sqlite3.SQLITE_READONLY: "readonly",
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
}


def unavailable(error: sqlite3.Error) -> StoreUnavailable | None:
    """The surroundings' fault behind an error of SQLite; None where the mistake is ours."""
    code = getattr(error, "sqlite_errorcode", None)
    reason = _REASONS.get(code & 0xFF) if code is not None else None
    return StoreUnavailable(reason, str(error)) if reason else None


def open_for_writing(folder: Path, *, clock: Clock) -> sqlite3.Connection:
    """The one connection that writes.

    Raises StoreUnavailable, NewerSchema, or LedgerDamaged where the file is not what was left.
    """
    make_file(folder / NAME)  # the files that SQLite lays beside it take its mode
    db = sqlite3.connect(folder / NAME, isolation_level=None, check_same_thread=False)
    try:
        _prepare(db, folder, clock)
    except sqlite3.Error as error:
        db.close()
        if known := unavailable(error):
            raise known from error
        raise
    except BaseException:
        db.close()
        raise
    return db


def _prepare(db: sqlite3.Connection, folder: Path, clock: Clock) -> None:
    for setting in _SETTINGS:
        db.execute(setting)
    migrate(db)
    _check_triggers(db)
    check_tail(db)
    _check_side(db, folder, clock)
    if not _folded(db):
        with atomic(db):
            projection.rebuild(db)


def migrate(db: sqlite3.Connection) -> None:
    """Bring a file up to this version; NewerSchema where it is already beyond."""
    done = applied(db)
    if unknown := tuple(name for name in done if name not in STEPS):
        raise NewerSchema(unknown)
    if len(done) < len(STEPS):
        from app.store.migrations import bring_up  # here, for most starts find nothing to do

        bring_up(db)


def _check_triggers(db: sqlite3.Connection) -> None:
    if lost := lost_triggers(db):
        raise LedgerDamaged("trigger", ", ".join(lost))


def check_tail(db: sqlite3.Connection, *, length: int = TAIL) -> None:
    """Walk the last entries of the chain (LedgerDamaged where it does not hold)."""
    after = max(0, ledger.head(db).seq - length)
    try:
        first = next(ledger.breaks(db, after=after), None)
    except sqlite3.DatabaseError as error:
        raise LedgerDamaged("unreadable", f"after entry {after}: {error}") from error
    if first:
        raise LedgerDamaged(first.what, f"entry {first.seq}")


def _check_side(db: sqlite3.Connection, folder: Path, clock: Clock) -> None:
    """Hold the ledger against the side file; a lost side file is written into the ledger."""
    try:
        known = side.read(folder)
    except ValueError as error:
        raise LedgerDamaged("side_unreadable", f"{side.NAME}: {error}") from error
    if known is None:
        _without_side(db, folder, clock)
    elif known.file != file_id(db):
        raise LedgerDamaged("side_other_file", side.NAME)
    elif not ledger.holds(db, known.head):
        raise LedgerDamaged("side_ahead", f"entry {known.seq}")


def _without_side(db: sqlite3.Connection, folder: Path, clock: Clock) -> None:
    """A new file gets its side file; an old one is walked whole, and the loss is recorded."""
    head = ledger.head(db)
    if head.seq:
        check_tail(db, length=head.seq)
        lost = Draft(act="desk.side_lost", subject=f"desk:{file_id(db)}", before={}, after={})
        with atomic(db):
            ledger.append(db, [lost], SYSTEM, Role.SYSTEM, clock())
        head = ledger.head(db)
    side.write(folder, side.Side(head.seq, head.hash, file_id(db)))


def _folded(db: sqlite3.Connection) -> bool:
    row = db.execute("SELECT value FROM meta WHERE key = 'folded'").fetchone()
    seq = ledger.head(db).seq
    return (row[0] if row else f"{projection.VERSION}:0") == f"{projection.VERSION}:{seq}"


def file_id(db: sqlite3.Connection) -> str:
    (value,) = db.execute("SELECT value FROM meta WHERE key = 'file'").fetchone()
    return value


def open_for_reading(folder: Path) -> sqlite3.Connection:
    """A connection that cannot write, for any thread (sqlite3.OperationalError without a file)."""
    uri = f"{(folder / NAME).absolute().as_uri()}?mode=ro"
    db = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    db.execute(BUSY)
    return db
