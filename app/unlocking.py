"""The way back in where the unlock code is forgotten: from outside the console, and on record."""

from functools import partial
from pathlib import Path

from app import lock_jobs
from app.casework.acts import Refusal
from app.changes import Changes
from app.clock import Clock
from app.model import SYSTEM, Entry
from app.store import Store


def clear_lock(folder: Path, *, clock: Clock, who: str) -> Entry | Refusal:
    """Forget the unlock code of the desk in a folder; the entry says on whose account.

    FileNotFoundError where there is no desk, DeskInUse while its console is open, and what else
    opening it may raise.
    """
    if not (folder / "desk.db").is_file():
        raise FileNotFoundError(f"{folder}: there is no desk here")
    store = Store(folder, clock=clock, committed=_nobody)
    try:
        return store.submit(partial(lock_jobs.clear, by=SYSTEM, reason=who)).result()
    finally:
        store.close()


def _nobody(changes: Changes) -> None:
    """No screen is open to be told."""
