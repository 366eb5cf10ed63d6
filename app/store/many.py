"""Many rows in few statements.

Python lets go of its lock at every row that `executemany` writes, and then queues for it behind
whoever decodes or paints: under load that takes longer than all the writing.
"""

import sqlite3
from collections.abc import Sequence
from itertools import chain
from typing import Any

TOGETHER = (512, 64, 8, 1)
"""Rows of one statement. Few sizes, so that each is compiled once and kept by the connection."""


def many_rows(db: sqlite3.Connection, insert: str, rows: Sequence[Sequence[Any]]) -> None:
    """`insert` is all that stands before VALUES; the rows are of one length."""
    at = 0
    for size in TOGETHER:
        while len(rows) - at >= size:
            row = f"({', '.join('?' * len(rows[at]))})"
            values = ", ".join([row] * size)
            db.execute(f"{insert} VALUES {values}", [*chain.from_iterable(rows[at : at + size])])
            at += size
