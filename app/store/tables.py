"""The tables that the ledger is folded into: one row an object, its body, and searched columns."""

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from app.model import ENDED, OPEN_ALERTS, OPEN_STATES, OPEN_TASKS, AlertState
from app.shortmsg.kept import LIVE
from app.store.codec import canonical, epoch

Body = dict[str, Any]
"""An object's fields as JSON has them; those never written are absent."""


@dataclass(frozen=True, slots=True)
class Hot:
    """A column copied out of the body, so that it can be searched by an index."""

    name: str
    kind: str
    of: Callable[[Body], Any]


@dataclass(frozen=True, slots=True)
class Table:
    name: str
    columns: tuple[Hot, ...]
    indexes: tuple[str, ...] = ()

    def create(self, db: sqlite3.Connection, *, indexed: bool = True) -> None:
        hot = "".join(f", {column.name} {column.kind}" for column in self.columns)
        db.execute(
            f"CREATE TABLE {self.name} (id TEXT PRIMARY KEY, body TEXT NOT NULL{hot}) STRICT"
        )
        for number, index in enumerate(self.indexes if indexed else (), 1):
            db.execute(f"CREATE INDEX {self.name}_{number} ON {self.name} {index}")

    def row(self, ident: str, body: Body) -> tuple[Any, ...]:
        return ident, canonical(body), *(column.of(body) for column in self.columns)

    @property
    def upsert(self) -> str:
        marks = ", ".join("?" * (2 + len(self.columns)))
        return f"INSERT OR REPLACE INTO {self.name} VALUES ({marks})"


def _text(name: str) -> Hot:
    return Hot(name, "TEXT", lambda body: body.get(name) or "")


def _time(name: str) -> Hot:
    return Hot(name, "REAL", lambda body: epoch(body.get(name)))


def _number(name: str) -> Hot:
    return Hot(name, "INTEGER", lambda body: int(body.get(name) or 0))


def _open(states: Iterable[str], first: str = "") -> Hot:
    values = frozenset(str(state) for state in states)
    return Hot("open", "INTEGER", lambda body: int(body.get("state", first) in values))


def _listed(body: Body) -> int:
    """An alert stays on the list while it is open or its source still is."""
    is_open = body.get("state", AlertState.NEW.value) in OPEN_ALERTS
    return int(is_open or body.get("active", True))


TABLES: dict[str, Table] = {
    "alert": Table(
        "alerts",
        (
            Hot("state", "TEXT", lambda body: body.get("state", AlertState.NEW.value)),
            _open(OPEN_ALERTS, AlertState.NEW.value),
            Hot("listed", "INTEGER", _listed),
            _number("grade"),
            _text("terminal"),
            _time("raised"),
            _time("shelved_until"),
            Hot("of_case", "TEXT", lambda body: body.get("case") or ""),
        ),
        (
            "(terminal, raised) WHERE listed = 1",
            "(open, grade, state, shelved_until) WHERE open = 1",
            "(raised)",
            "(of_case) WHERE of_case <> ''",
        ),
    ),
    "case": Table(
        "cases",
        (
            _text("state"),
            _open(OPEN_STATES),
            _number("grade"),
            _time("opened"),
            _time("changed"),
            _time("deadline"),
            _number("overdue"),
            _text("title"),
            Hot("chain", "TEXT", lambda body: canonical(body.get("chain") or [])),
        ),
        (
            "(open, overdue, deadline, chain) WHERE open = 1",
            "(changed, id, title, chain)",
        ),
    ),
    "task": Table(
        "tasks",
        (
            Hot("of_case", "TEXT", lambda body: body["case"]),
            _text("unit"),
            _text("state"),
            _open(OPEN_TASKS),
            _time("created"),
            _time("changed"),
        ),
        ("(of_case)", "(unit) WHERE open = 1"),
    ),
    "unit": Table("units", (_text("terminal"), _text("kind"), _text("name")), ("(terminal)",)),
    "terminal": Table("terminals", (_time("registered"),)),
    "fence": Table("fences", (_text("name"), _number("removed"))),
    "order": Table(
        "short_orders",
        (
            Hot("of_task", "TEXT", lambda body: body["task"]),
            Hot("live", "INTEGER", lambda body: int(body.get("progress", "waiting") in LIVE)),
            _time("put"),
        ),
        ("(of_task)", "(live) WHERE live = 1", "(put)"),
    ),
    "letter": Table(
        "short_letters", (_text("card"), _time("at"), _number("read")), ("(card, at)", "(at)")
    ),
    "command": Table(
        "commands",
        (
            _text("terminal"),
            Hot("of_case", "TEXT", lambda body: body.get("case") or ""),
            Hot("live", "INTEGER", lambda body: int(body.get("state", "waiting") not in ENDED)),
            _time("made"),
        ),
        ("(terminal, made)", "(of_case) WHERE of_case <> ''", "(live) WHERE live = 1"),
    ),
}
"""Kind of object -> its table."""
