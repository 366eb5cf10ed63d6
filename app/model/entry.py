"""Entries: the rows of the ledger (台账), which prove every act."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

Fields = dict[str, dict[str, Any]]
"""Object key ("case:C-…", "task:T-…", "alert:…", "unit:…", "terminal:…") -> changed fields."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One act. `before` and `after` hold only the fields it changed, of each object it touched.

    `hash` = SHA-256 over the canonical JSON of all the other fields, `prev` included.
    """

    seq: int
    at: datetime
    actor: str
    role: str
    centre: str
    act: str
    subject: str
    before: Fields
    after: Fields
    reason: str = ""
    on_behalf_of: str = ""
    prev: str = ""
    hash: str = ""
