"""`bench store`: what stood at moments of the past, on a desk of a year's cases."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from app.bench import measure
from app.casework.acts import Draft
from app.clock import frozen
from app.store import Store, Transaction, queries
from app.store.bench_cases import NOW, a_case

OPEN = 2_000
"""Cases that are open at any time of the year."""
BULK = 1_000
_DAYS = (1, 30, 250)


def rows(folder: Path, *, cases: int) -> Iterator[dict[str, Any]]:
    """A row a moment."""
    fill(folder, cases)
    store = Store(folder, clock=frozen(NOW), committed=lambda changes: None)
    try:
        for days in _DAYS:
            work = f"as_of, {days} days back, {cases} cases of a year"
            moment = NOW - timedelta(days=days)
            yield measure(work, "ms", partial(_ask, store, moment), 5)
    finally:
        store.close()


def fill(folder: Path, cases: int) -> None:
    """Cases opened evenly over the year before NOW, all but the latest of them closed again."""
    at = [NOW]
    store = Store(folder, clock=lambda: at[0], committed=lambda changes: None)
    try:
        for begin in range(0, cases, BULK):
            at[0] = NOW - timedelta(days=365) * (1 - begin / cases)
            opened = range(begin, min(begin + BULK, cases))
            closed = range(max(begin - OPEN, 0), max(begin - OPEN + BULK, 0))
            drafts = [a_case(n, state="E5") for n in opened]
            drafts += [_closing(n, at[0]) for n in closed]
            store.submit(partial(Transaction.append, drafts=drafts)).result()
    finally:
        store.close()


def _closing(number: int, at: datetime) -> Draft:
    made = a_case(number)
    (key,) = made.after
    return replace(made, after={key: {"state": "E9", "changed": at, "closed": at}})


def _ask(store: Store, moment: datetime) -> object:
    return store.ask(queries.as_of, moment).result()
