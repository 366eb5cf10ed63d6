"""The store tests' own language: drafts, and a store that stands at a fixed time."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from app.casework.acts import Draft
from app.changes import Changes
from app.clock import frozen
from app.store import Store

NOW = datetime(2026, 7, 1, 8, 0, tzinfo=UTC)


def a_case(ident: str, **fields: object) -> Draft:
    """The entry that opens a case."""
    key = f"case:{ident}"
    body = {
        "id": ident,
        "title": "山体滑坡",
        "grade": 2,
        "state": "E4",
        "opened": NOW,
        "changed": NOW,
        "chain": ["500000", "500101"],
    } | fields
    return Draft(act="case.open", subject=key, before={}, after={key: body})


def a_change(ident: str, **fields: object) -> Draft:
    """An entry that changes some fields of a case."""
    key = f"case:{ident}"
    return Draft(act="case.change", subject=key, before={key: {}}, after={key: dict(fields)})


def an_alert(ident: str, **fields: object) -> Draft:
    key = f"alert:{ident}"
    body = {"id": ident, "kind": "sos", "grade": 2, "raised": NOW, "last": NOW} | fields
    return Draft(act="alert.raise", subject=key, before={}, after={key: body})


def a_task(ident: str, case: str, **fields: object) -> Draft:
    key = f"task:{ident}"
    body = {
        "id": ident,
        "case": case,
        "unit": "U1",
        "share": "lead",
        "state": "T1",
        "created": NOW,
        "changed": NOW,
    } | fields
    return Draft(act="case.dispatch", subject=f"case:{case}", before={}, after={key: body})


def a_unit(ident: str, **fields: object) -> Draft:
    key = f"unit:{ident}"
    body = {"id": ident, "name": f"单位{ident}", "kind": "fire"} | fields
    return Draft(act="unit.enrol", subject=key, before={}, after={key: body})


def open_store(folder: Path, *, now: datetime = NOW, heard: list[Changes] | None = None) -> Store:
    told: Callable[[Changes], None] = (heard if heard is not None else []).append
    return Store(folder, clock=frozen(now), committed=told)


def write(store: Store, *drafts: Draft) -> None:
    """Append drafts, one transaction, and wait until they are safe."""
    store.submit(lambda transaction: transaction.append(drafts)).result(10)
