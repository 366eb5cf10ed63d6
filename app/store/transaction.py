"""What a job may do inside the one writing transaction: read objects, append, keep fixes."""

import sqlite3
from collections import ChainMap
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, TypeVar, cast

from app.casework.acts import Draft
from app.changes import Changes
from app.fixes.believe import Known
from app.model import (
    SYSTEM,
    Alert,
    AlertState,
    Entry,
    Fence,
    Fix,
    Newcomer,
    Officer,
    Role,
    Standing,
    Task,
    TaskState,
    Terminal,
    Unit,
    UnitKind,
)
from app.rules.fence_book import FenceBook
from app.settings import FORGOTTEN, Forgotten, Setting, Settings
from app.store import ledger, newcomers, positions, settings
from app.store.codec import KINDS, plain, split, value_of
from app.store.tables import TABLES

T = TypeVar("T")

SUSPENDED = "SELECT body FROM tasks WHERE open = 1 AND state = ?"
"""In no order: by id, SQLite would walk every task there ever was instead of the open ones."""

KINDS_OF_UNITS = "SELECT terminal, kind FROM units WHERE terminal <> '' ORDER BY id DESC"
"""Of two units with one terminal the first in the order of ids carries it."""

_CHANGES = {
    "alert": "alerts",
    "case": "cases",
    "task": "tasks",
    "unit": "units",
    "terminal": "terminals",
    "fence": "fences",
    "order": "shorts",
    "letter": "shorts",
    "command": "commands",
}


@dataclass(slots=True)
class Shelf:
    """What each batch of messages is held against, made when it is first asked for and again after
    a change: the book of the fences in use, and the kinds of the units by their terminals."""

    book: FenceBook | None = None
    kinds: dict[str, UnitKind] | None = None

    def clear(self) -> None:
        self.book = self.kinds = None


@dataclass(slots=True)
class Transaction:
    """One job's view. What it stages becomes the desk's memory only after COMMIT."""

    db: sqlite3.Connection
    now: datetime
    before: Mapping[str, Known]
    shelf: Shelf = field(default_factory=Shelf)
    staged: dict[str, Known] = field(default_factory=dict[str, Known])
    changes: Changes = field(default_factory=Changes)
    enrolled: dict[str, Terminal] = field(default_factory=dict[str, Terminal])

    @property
    def known(self) -> Mapping[str, Known]:
        """What is known of each terminal, this job's own share included."""
        return ChainMap(self.staged, cast("MutableMapping[str, Known]", self.before))

    @property
    def next_seq(self) -> int:
        return ledger.head(self.db).seq + 1

    def append(
        self, drafts: Sequence[Draft], *, by: Officer = SYSTEM, role: Role = Role.SYSTEM
    ) -> list[Entry]:
        """Append drafts to the ledger, fold them, and note what they touched."""
        entries = ledger.append(self.db, drafts, by, role, self.now)
        touched: dict[str, set[str]] = {}
        for entry in entries:
            for key in entry.after:
                kind, ident = split(key)
                touched.setdefault(_CHANGES[kind], set()).add(ident)
        if touched.keys() & {"fences", "units"}:
            self.shelf.clear()
        self.changes |= Changes(**{kind: frozenset(ids) for kind, ids in touched.items()})
        self._note_register(touched.get("terminals", ()))
        return entries

    def _note_register(self, phones: Iterable[str]) -> None:
        for phone in phones:
            known = self.one(Terminal, f"terminal:{phone}")
            if known is not None:
                self.enrolled[phone] = known
                self.changes |= Changes(admissions=frozenset({phone}))

    def knock(self, caller: Newcomer) -> int:
        """Note who knocks; how many who knocked longest ago were dropped for it."""
        self.changes |= Changes(admissions=frozenset({caller.phone}))
        return newcomers.knock(self.db, caller)

    def newcomers(self, phone: str) -> tuple[Newcomer, ...]:
        """The devices that knock under a number, the last first."""
        return newcomers.of_phone(self.db, phone)

    def dismiss(self, phone: str, device: str | None = None) -> None:
        """Somebody has decided on a device that knocked, or on all of a number."""
        newcomers.dismiss(self.db, phone, device)
        self.changes |= Changes(admissions=frozenset({phone}))

    def known_of(self, terminal: str) -> Known | None:
        """What is known of a terminal, this job's own share included."""
        return self.staged.get(terminal) or self.before.get(terminal)

    def add_fixes(self, fixes: Sequence[Fix], known: Mapping[str, Known] | None = None) -> None:
        """Keep fixes; each that is current becomes its terminal's last.

        `known`: what is known after them, where somebody has reckoned that already.
        """
        positions.add_fixes(self.db, fixes)
        if known is not None:
            self.staged.update(known)
        else:
            for fix in fixes:
                self.staged[fix.terminal] = (self.known_of(fix.terminal) or Known()).after(fix)
        self.changes |= Changes(terminals=frozenset(fix.terminal for fix in fixes))

    def heard(self, fix: Fix) -> bool:
        """Whether a fix is already kept, from whatever source."""
        return positions.heard(self.db, fix)

    def keep_standing(self, standing: Mapping[str, Standing]) -> None:
        """Keep what the rules need of terminals until their next fix."""
        positions.keep_standing(self.db, standing)
        for name, one in standing.items():
            self.staged[name] = replace(self.known_of(name) or Known(), standing=one)

    def refuse(self, source: str, reason: str, raw: bytes = b"") -> None:
        positions.refuse(self.db, source, reason, raw, self.now)
        self.changes |= Changes(sources=frozenset({source}))

    def settings(self) -> Settings:
        """All settings as they are now."""
        return settings.read(self.db)

    def keep(self, setting: Setting[T], value: T) -> None:
        """Keep a setting; one that does not change is not announced."""
        if settings.keep(self.db, setting, value):
            self.changes |= Changes(settings=frozenset({setting.name}))

    def forget_fixes(self, before: datetime) -> int:
        """Delete some of the fixes received before a time; how many, which is also kept."""
        beside = positions.forget_samples(self.db, before) + self._forget_last(before)
        many = positions.forget_fixes(self.db, before)
        if many or beside:
            told = self.settings()[FORGOTTEN]
            together = told.last if told.at == self.now else 0
            now = Forgotten(total=told.total + many, last=together + many, at=self.now)
            self.keep(FORGOTTEN, now)
        return many

    def _forget_last(self, before: datetime) -> int:
        """Where a terminal was last is a position too; of how many it was forgotten."""
        old = [
            name
            for name, known in self.known.items()
            if known.current is not None and known.current.received < before
        ]
        if old:
            positions.forget_terminals(self.db, old)
            self.staged.update(dict.fromkeys(old, Known()))
            self.changes |= Changes(terminals=frozenset(old))
        return len(old)

    def one(self, kind: type[T], key: str) -> T | None:
        """The object of a key, or None."""
        body = self.body(key)
        return None if body is None else value_of(body, kind)

    def body(self, key: str) -> str | None:
        """The canonical JSON of an object, or None."""
        name, ident = split(key)
        return self._first(f"SELECT body FROM {TABLES[name].name} WHERE id = ?", ident)

    def known_fields(self, key: str) -> dict[str, Any] | None:
        """The fields that were written of an object; None where there is none, or no such key."""
        kind, _, ident = key.partition(":")
        body = self.body(key) if kind in KINDS and ident else None
        return None if body is None else plain(body)

    def tasks(self, case: str) -> tuple[Task, ...]:
        rows = self.db.execute("SELECT body FROM tasks WHERE of_case = ? ORDER BY id", (case,))
        return tuple(value_of(body, Task) for (body,) in rows)

    def unit_of(self, terminal: str) -> Unit | None:
        """The unit that carries a terminal."""
        body = self._first("SELECT body FROM units WHERE terminal = ? ORDER BY id", terminal)
        return value_of(body, Unit) if body and terminal else None

    def kind_of(self, terminal: str) -> UnitKind | None:
        """The kind of the unit that carries a terminal."""
        if self.shelf.kinds is None:
            rows = self.db.execute(KINDS_OF_UNITS)
            self.shelf.kinds = {name: UnitKind(kind) for name, kind in rows}
        return self.shelf.kinds.get(terminal)

    def units(self) -> tuple[Unit, ...]:
        rows = self.db.execute("SELECT body FROM units ORDER BY id")
        return tuple(value_of(body, Unit) for (body,) in rows)

    def fences(self) -> tuple[Fence, ...]:
        """The geofences in use."""
        rows = self.db.execute("SELECT body FROM fences WHERE removed = 0 ORDER BY id")
        return tuple(value_of(body, Fence) for (body,) in rows)

    def fence_book(self) -> FenceBook:
        """The geofences in use, made ready for many questions."""
        if self.shelf.book is None:
            self.shelf.book = FenceBook(self.fences())
        return self.shelf.book

    def alerts_of_fence(self, fence: str) -> list[Alert]:
        """The alerts about a fence that are listed, oldest first."""
        rows = self.db.execute("SELECT body FROM alerts WHERE listed = 1 ORDER BY raised, id")
        found = (value_of(body, Alert) for (body,) in rows)
        return [alert for alert in found if alert.fence == fence]

    def listed_alerts(self, terminal: str) -> tuple[Alert, ...]:
        """The alerts of a terminal that are listed (open or still active), oldest first."""
        rows = self.db.execute(
            "SELECT body FROM alerts WHERE listed = 1 AND terminal = ? ORDER BY raised, id",
            (terminal,),
        )
        return tuple(value_of(body, Alert) for (body,) in rows)

    def shelved_too_long(self) -> list[str]:
        """The ids of shelved alerts whose time is over."""
        rows = self.db.execute(
            "SELECT id FROM alerts WHERE open = 1 AND state = ? AND shelved_until <= ?"
            " ORDER BY shelved_until, id",
            (AlertState.SHELVED.value, self.now.timestamp()),
        )
        return [ident for (ident,) in rows]

    def suspended_too_long(self) -> list[str]:
        """The ids of suspended tasks whose end date has come."""
        rows = self.db.execute(SUSPENDED, (TaskState.SUSPENDED.value,))
        tasks = [value_of(body, Task) for (body,) in rows]
        over = (t.id for t in tasks if t.suspended_until and t.suspended_until <= self.now)
        return sorted(over)

    def _first(self, sql: str, *values: Any) -> str | None:
        row = self.db.execute(sql, values).fetchone()
        return row[0] if row else None


def gathered(done: Iterable[Transaction]) -> Changes:
    """What several jobs changed together."""
    total = Changes()
    for one in done:
        total |= one.changes
    return total
