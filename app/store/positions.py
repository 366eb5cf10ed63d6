"""Fixes and refusals: what is kept beside the ledger, counted and deleted by age.

Whereabouts of persons are sensitive (PIPL art. 28): they are not chained, and not kept for ever.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import datetime

from app.fixes.sameness import ROUNDED, same
from app.model import Fix, Standing
from app.store.codec import canonical, value_of
from app.store.many import many_rows

PIECE = 5_000
"""Fixes deleted at a time: the desk writes nothing else meanwhile."""

SAMPLES = 5
SAMPLE_BYTES = 1_024
REASONS = 200
OTHER = "other"

_LAST = """
SELECT n.terminal, f.body FROM terminals_newest n
JOIN fixes f ON f.id = n.fix AND f.terminal = n.terminal
"""


def add_fixes(db: sqlite3.Connection, fixes: Iterable[Fix]) -> None:
    """Store fixes; each that is current becomes its terminal's last."""
    (last,) = db.execute("SELECT max(id) FROM fixes").fetchone()
    numbered = list(enumerate(fixes, (last or 0) + 1))
    rows = [
        (n, fix.terminal, fix.fix_time.timestamp(), fix.received.timestamp(), canonical(fix))
        for n, fix in numbered
    ]
    many_rows(db, "INSERT INTO fixes (id, terminal, at, received, body)", rows)
    newest = {fix.terminal: n for n, fix in numbered if fix.current}
    many_rows(db, "INSERT OR REPLACE INTO terminals_newest", list(newest.items()))


def last_fixes(db: sqlite3.Connection) -> dict[str, Fix]:
    """The last current fix of every terminal."""
    return {terminal: value_of(body, Fix) for terminal, body in db.execute(_LAST)}


def heard(db: sqlite3.Connection, fix: Fix) -> bool:
    """Whether this fix is already kept, from whatever source."""
    at, about = fix.fix_time.timestamp(), ROUNDED.total_seconds()
    rows = db.execute(
        "SELECT body FROM fixes WHERE terminal = ? AND at BETWEEN ? AND ?",
        (fix.terminal, at - about, at + about),
    )
    return any(same(fix, value_of(body, Fix)) for (body,) in rows)


def keep_standing(db: sqlite3.Connection, standing: Mapping[str, Standing]) -> None:
    """Keep what the rules need of terminals; nothing to keep is no row."""
    for terminal, one in standing.items():
        if one == Standing():
            db.execute("DELETE FROM terminals_standing WHERE terminal = ?", (terminal,))
        else:
            row = (terminal, canonical(one))
            db.execute("INSERT OR REPLACE INTO terminals_standing VALUES (?, ?)", row)


def standings(db: sqlite3.Connection) -> dict[str, Standing]:
    """What the rules need of every terminal they keep something of."""
    rows = db.execute("SELECT terminal, body FROM terminals_standing")
    return {terminal: value_of(body, Standing) for terminal, body in rows}


def forget_fixes(db: sqlite3.Connection, before: datetime) -> int:
    """Delete up to PIECE fixes received before a time; returns how many were deleted."""
    return db.execute(
        "DELETE FROM fixes WHERE id IN"
        " (SELECT id FROM fixes WHERE received < ? ORDER BY received LIMIT ?)",
        (before.timestamp(), PIECE),
    ).rowcount


def forget_terminals(db: sqlite3.Connection, terminals: Iterable[str]) -> None:
    """Delete where terminals were last, and what the rules keep of them."""
    names = [(name,) for name in terminals]
    db.executemany("DELETE FROM terminals_newest WHERE terminal = ?", names)
    db.executemany("DELETE FROM terminals_standing WHERE terminal = ?", names)


def forget_samples(db: sqlite3.Connection, before: datetime) -> int:
    """Delete raw samples of refused input from before a time: they tell where somebody was."""
    return db.execute("DELETE FROM refusal_samples WHERE at < ?", (before.timestamp(),)).rowcount


def refuse(
    db: sqlite3.Connection, source: str, reason: str, raw: bytes, at: datetime, *, times: int = 1
) -> None:
    """Count a refusal; its reason falls under "other" where a source has too many already."""
    reason = _bounded(db, source, reason)
    when = at.timestamp()
    db.execute(
        "INSERT INTO refusals VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET n = n + excluded.n, last = excluded.last",
        (source, reason, times, when, when),
    )
    if raw:
        _sample(db, source, reason, raw, when)


def _bounded(db: sqlite3.Connection, source: str, reason: str) -> str:
    known = db.execute(
        "SELECT count(*), count(*) FILTER (WHERE reason = ?) FROM refusals WHERE source = ?",
        (reason, source),
    ).fetchone()
    return reason if known[1] or known[0] < REASONS else OTHER


def _sample(db: sqlite3.Connection, source: str, reason: str, raw: bytes, when: float) -> None:
    """Keep the first few raw inputs of each reason, cut to a length."""
    (kept,) = db.execute(
        "SELECT count(*) FROM refusal_samples WHERE source = ? AND reason = ?", (source, reason)
    ).fetchone()
    if kept < SAMPLES:
        db.execute(
            "INSERT INTO refusal_samples (source, reason, at, raw) VALUES (?, ?, ?, ?)",
            (source, reason, when, raw[:SAMPLE_BYTES]),
        )
