"""The ordered steps that lead to the schema of a desk's file; imported where one is still to do.

A step is never changed once released; the ledger's rows are never rewritten by one.
"""

import sqlite3

from sqlite_utils import Database, Migrations

from app.store.projection import create_all
from app.store.schema import SET, TRIGGERS
from app.store.tables import TABLES

schema = Migrations(SET)


@schema()
def ledger(db: Database) -> None:
    """Append-only; `before` and `after` are canonical JSON."""
    db.execute(
        "CREATE TABLE ledger (seq INTEGER PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL,"
        " role TEXT NOT NULL, centre TEXT NOT NULL, act TEXT NOT NULL, subject TEXT NOT NULL,"
        " before TEXT NOT NULL, after TEXT NOT NULL, reason TEXT NOT NULL,"
        " on_behalf_of TEXT NOT NULL, prev TEXT NOT NULL, hash TEXT NOT NULL) STRICT"
    )
    db.execute("CREATE INDEX ledger_at ON ledger (at)")
    for name, body in TRIGGERS.items():
        db.execute(f"CREATE TRIGGER {name} {body}")


@schema()
def meta(db: Database) -> None:
    """Facts about the file itself: its id, and up to where the tables below are folded."""
    db.execute(
        "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID"
    )
    db.execute("INSERT INTO meta VALUES ('file', lower(hex(randomblob(16))))")


@schema()
def projections(db: Database) -> None:
    create_all(db.conn)


@schema()
def positions(db: Database) -> None:
    """Whereabouts are sensitive: they live outside the ledger and can be deleted."""
    db.execute(
        "CREATE TABLE fixes (id INTEGER PRIMARY KEY, terminal TEXT NOT NULL, at REAL NOT NULL,"
        " received REAL NOT NULL, body TEXT NOT NULL) STRICT"
    )
    db.execute("CREATE INDEX fixes_track ON fixes (terminal, at)")
    db.execute("CREATE INDEX fixes_age ON fixes (received)")
    db.execute(
        "CREATE TABLE terminals_last (terminal TEXT PRIMARY KEY, body TEXT NOT NULL)"
        " STRICT, WITHOUT ROWID"
    )


@schema()
def refusals(db: Database) -> None:
    """What was refused at the door: counted by reason, with a few samples."""
    db.execute(
        "CREATE TABLE refusals (source TEXT, reason TEXT, n INTEGER NOT NULL, first REAL NOT NULL,"
        " last REAL NOT NULL, PRIMARY KEY (source, reason)) STRICT, WITHOUT ROWID"
    )
    db.execute(
        "CREATE TABLE refusal_samples (id INTEGER PRIMARY KEY, source TEXT NOT NULL,"
        " reason TEXT NOT NULL, at REAL NOT NULL, raw BLOB NOT NULL) STRICT"
    )
    db.execute("CREATE INDEX refusal_samples_of ON refusal_samples (source, reason)")


@schema()
def settings(db: Database) -> None:
    """What the desk keeps beside the ledger: name -> JSON, known in `app.settings`."""
    db.execute(
        "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID"
    )


@schema()
def fences(db: Database) -> None:
    """Geofences; a file made by this version has their table from `projections`."""
    _add(db, "fence")


@schema()
def terminals_standing(db: Database) -> None:
    """What the rules keep of a terminal between fixes; beside the ledger, for it says where."""
    db.execute(
        "CREATE TABLE terminals_standing (terminal TEXT PRIMARY KEY, body TEXT NOT NULL)"
        " STRICT, WITHOUT ROWID"
    )


@schema()
def short_orders(db: Database) -> None:
    """Orders by short message, with all that became of each."""
    _add(db, "order")


@schema()
def short_letters(db: Database) -> None:
    """Short messages that were heard, whatever they were."""
    _add(db, "letter")


@schema()
def newcomers(db: Database) -> None:
    """Who knocks and is not let in; beside the ledger, for anybody can fill it."""
    db.execute(
        "CREATE TABLE newcomers (phone TEXT, device TEXT, last REAL NOT NULL, body TEXT NOT NULL,"
        " PRIMARY KEY (phone, device)) STRICT, WITHOUT ROWID"
    )
    db.execute("CREATE INDEX newcomers_age ON newcomers (last)")


@schema()
def commands(db: Database) -> None:
    """What was sent down to terminals, and what became of it."""
    _add(db, "command")


@schema()
def terminals_newest(db: Database) -> None:
    """Which fix is a terminal's last, by number: a copy of it took longer to write than the fix."""
    db.execute(
        "CREATE TABLE terminals_newest (terminal TEXT PRIMARY KEY, fix INTEGER NOT NULL)"
        " STRICT, WITHOUT ROWID"
    )
    db.execute(
        "INSERT INTO terminals_newest SELECT terminal, fix FROM (SELECT t.terminal,"
        " (SELECT id FROM fixes f WHERE f.terminal = t.terminal AND f.body = t.body"
        " ORDER BY f.at DESC, id DESC LIMIT 1) AS fix FROM terminals_last t) WHERE fix IS NOT NULL"
    )
    db.execute("DROP TABLE terminals_last")


def _add(db: Database, kind: str) -> None:
    """The table of a kind of object that older files have not."""
    table = TABLES[kind]
    if table.name not in db.table_names():
        table.create(db.conn)


def bring_up(db: sqlite3.Connection) -> None:
    """Take the steps that a file has not taken yet, each in a transaction of its own."""
    schema.apply(Database(db))
