"""What is asked of the tables of short messages inside the writing transaction, and by readers."""

import sqlite3
from datetime import datetime

from app.shortmsg.kept import KeptOrder, Letter
from app.store.codec import value_of

_LATEST = "SELECT body FROM short_letters ORDER BY at DESC, id DESC LIMIT ?"
_ORDERS = "SELECT body FROM short_orders ORDER BY live DESC, put DESC, id DESC LIMIT ?"


def live_orders(db: sqlite3.Connection) -> list[KeptOrder]:
    """The orders that wait, or that an answer is waited for."""
    rows = db.execute("SELECT body FROM short_orders WHERE live = 1 ORDER BY put, id")
    return [value_of(body, KeptOrder) for (body,) in rows]


def orders_of(db: sqlite3.Connection, task: str) -> list[KeptOrder]:
    """All orders of a task, by their turn."""
    rows = db.execute("SELECT body FROM short_orders WHERE of_task = ?", (task,))
    found = [value_of(body, KeptOrder) for (body,) in rows]
    return sorted(found, key=lambda kept: kept.order.turn)


def latest_orders(db: sqlite3.Connection, most: int) -> list[KeptOrder]:
    """The live ones and the latest others."""
    return [value_of(body, KeptOrder) for (body,) in db.execute(_ORDERS, (most,))]


def letters_from(db: sqlite3.Connection, card: str, since: datetime) -> list[Letter]:
    """What a card sent from a time on, newest first."""
    rows = db.execute(
        "SELECT body FROM short_letters WHERE card = ? AND at >= ? ORDER BY at DESC, id DESC",
        (card, since.timestamp()),
    )
    return [value_of(body, Letter) for (body,) in rows]


def latest_letters(db: sqlite3.Connection, most: int) -> list[Letter]:
    """What was heard last, newest first."""
    return [value_of(body, Letter) for (body,) in db.execute(_LATEST, (most,))]


def units_with_card(db: sqlite3.Connection, card: str) -> list[str]:
    """The ids of the units that carry a card."""
    rows = db.execute("SELECT id FROM units WHERE json_extract(body, '$.card') = ?", (card,))
    return sorted(ident for (ident,) in rows)
