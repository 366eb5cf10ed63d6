"""Who knocks and is not let in: kept beside the ledger, bounded, the oldest dropped first."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

from app.model import Newcomer, Terminal
from app.store.codec import canonical, value_of

MOST = 500
"""Newcomers kept; whoever fills the list drops those who knocked longest ago."""


def knock(db: sqlite3.Connection, caller: Newcomer) -> int:
    """Note a knock, added to those of the same device before; how many others were dropped.

    Who only shows a code does not say which device it is: that is the last of its number.
    """
    callers = of_phone(db, caller.phone)
    if callers and not caller.device:
        caller = replace(callers[0], last=caller.last, host=caller.host, tries=1)
    known = next((one for one in callers if one.device in (caller.device, "")), None)
    if known is not None:
        dismiss(db, known.phone, known.device)
        caller = replace(caller, first=known.first, tries=known.tries + caller.tries)
    row = (caller.phone, caller.device, caller.last.timestamp(), canonical(caller))
    db.execute("INSERT OR REPLACE INTO newcomers VALUES (?, ?, ?, ?)", row)
    (count,) = db.execute("SELECT count(*) FROM newcomers").fetchone()
    if count <= MOST:
        return 0
    return db.execute(
        "DELETE FROM newcomers WHERE (phone, device) IN"
        " (SELECT phone, device FROM newcomers ORDER BY last, phone, device LIMIT ?)",
        (count - MOST,),
    ).rowcount


def of_phone(db: sqlite3.Connection, phone: str) -> tuple[Newcomer, ...]:
    """The devices that knock under a number, the last first."""
    rows = db.execute(
        "SELECT body FROM newcomers WHERE phone = ? ORDER BY last DESC, device", (phone,)
    )
    return tuple(value_of(body, Newcomer) for (body,) in rows)


def every(db: sqlite3.Connection) -> Iterator[Newcomer]:
    """All of them, the last to knock first."""
    for (body,) in db.execute("SELECT body FROM newcomers ORDER BY last DESC, phone, device"):
        yield value_of(body, Newcomer)


def dismiss(db: sqlite3.Connection, phone: str, device: str | None) -> None:
    """Take a device off the list, or every device of a number: somebody has decided."""
    if device is None:
        db.execute("DELETE FROM newcomers WHERE phone = ?", (phone,))
    else:
        db.execute("DELETE FROM newcomers WHERE phone = ? AND device = ?", (phone, device))


def register(db: sqlite3.Connection) -> dict[str, Terminal]:
    """The register of terminals, by number."""
    rows = db.execute("SELECT id, body FROM terminals")
    return {phone: value_of(body, Terminal) for phone, body in rows}
