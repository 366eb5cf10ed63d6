"""The desk's memory: one SQLite file, one writer, an append-only ledger and what is folded from it.

The questions are in `app.store.queries`; the proof is in `app.store.verify`.
"""

from app.store.errors import DeskInUse, LedgerDamaged, NewerSchema, StoreError, StoreUnavailable
from app.store.store import Reader, Store
from app.store.transaction import Transaction

__all__ = [
    "DeskInUse",
    "LedgerDamaged",
    "NewerSchema",
    "Reader",
    "Store",
    "StoreError",
    "StoreUnavailable",
    "Transaction",
]
