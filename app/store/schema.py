"""What a desk's file must hold, and whether it does; how it gets there is in `migrations`.

The library of the migrations takes longer to import than all the rest of the desk, and most starts
find nothing to do.
"""

import sqlite3

SET = "desk"
STEPS = (
    *("ledger", "meta", "projections", "positions", "refusals", "settings", "fences"),
    *("terminals_standing", "short_orders", "short_letters"),
    *("newcomers", "commands", "terminals_newest"),
)
"""Names of the migrations of this version, in their order."""

FIRST = STEPS[:5]
"""What every file has that was ever in use."""

TRIGGERS = {
    "ledger_keeps_rows": "BEFORE UPDATE ON ledger BEGIN"
    " SELECT RAISE(ABORT, 'the ledger is append-only'); END",
    "ledger_loses_none": "BEFORE DELETE ON ledger BEGIN"
    " SELECT RAISE(ABORT, 'the ledger is append-only'); END",
}
"""Name -> body of the triggers that make the ledger append-only."""


def lost_triggers(db: sqlite3.Connection) -> list[str]:
    """The names of those triggers that are missing, or are not what was made here."""
    present = dict(db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"))
    return [
        name
        for name, body in TRIGGERS.items()
        if present.get(name) != f"CREATE TRIGGER {name} {body}"
    ]


def out_of_step(db: sqlite3.Connection) -> list[str]:
    """Steps that no file of this version or an earlier one has, or lacks; empty where all is well.

    A file that has not been opened since a step was added lacks it, and what follows it, rightly.
    """
    done = applied(db)
    if done == list(STEPS[: len(done)]) and len(done) >= len(FIRST):
        return []
    return sorted(set(done) ^ set(STEPS)) or done


def lost_tables(db: sqlite3.Connection) -> list[str]:
    """The tables that a step made and that are gone; only those that a step is named after."""
    there = {name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    named = {
        "ledger",
        "meta",
        "refusals",
        "settings",
        "fences",
        "terminals_standing",
        "terminals_newest",
        "newcomers",
        "commands",
    }
    named |= {"short_orders", "short_letters"}
    return [step for step in applied(db) if step in named - there]


def applied(db: sqlite3.Connection) -> list[str]:
    """The names of the migrations that a file has been through, as sqlite-utils records them."""
    table = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = '_sqlite_migrations'"
    if db.execute(table).fetchone() is None:
        return []
    rows = "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY rowid"
    return [name for (name,) in db.execute(rows, (SET,))]
