"""Questions about short messages: the orders with what became of them, and what was heard."""

from app.shortmsg.kept import KeptOrder, Letter
from app.store import shorts
from app.store.store import Reader

MOST = 500
"""Rows for the screen; the ledger has them all."""


def short_orders(reader: Reader) -> list[KeptOrder]:
    """The live ones, then the latest others, newest first."""
    return shorts.latest_orders(reader.db, MOST)


def short_letters(reader: Reader) -> list[Letter]:
    """What was heard last, newest first."""
    return shorts.latest_letters(reader.db, MOST)
