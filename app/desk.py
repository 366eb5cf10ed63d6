"""The desk: the one object that the screens and the terminals meet at.

Everything that changes anything goes through its one writing thread and ends in the ledger.
"""

import logging
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import replace
from datetime import timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from threading import Event, Thread
from typing import Any, Concatenate, ParamSpec, TypeVar

import msgspec

from app.casework.acts import Act, Draft, Refusal
from app.casework.decide import decide
from app.casework.transitions import BY_ACT as TRANSITIONS
from app.changes import Changes
from app.clock import Clock
from app.gather import file_of, ids
from app.model import (
    SYSTEM,
    Entry,
    Fix,
    Locate,
    Message,
    Officer,
    Role,
    Terminal,
)
from app.pipeline import process
from app.records import BY_ACT as RECORDS
from app.records import decide_record, role_of
from app.rules import Noticed, silent
from app.rules.alerts import raise_alert
from app.rules.silence import SILENT_AFTER
from app.store import Reader, Store, StoreUnavailable, Transaction, queries

P = ParamSpec("P")
T = TypeVar("T")

Listener = Callable[[Changes], None]

KEEP_FIXES = timedelta(days=30)
BULK = 1_000
SWEEP_EVERY_S = 60.0

logger = logging.getLogger(__name__)


class Desk:
    """Open from construction to `close`.

    Raises DeskInUse, LedgerDamaged, NewerSchema or StoreUnavailable where it cannot be opened.
    """

    def __init__(
        self,
        folder: Path,
        locate: Locate,
        *,
        clock: Clock,
        officer: Officer,
        edition: str,
        keep_fixes: timedelta = KEEP_FIXES,
        new_auth: Callable[[], str] = lambda: secrets.token_hex(8),
    ) -> None:
        self.folder = folder
        self.officer = officer
        self.edition = edition
        self._locate = locate
        self._clock = clock
        self._keep_fixes = keep_fixes
        self._new_auth = new_auth
        self._opened = clock()
        self._listeners: list[Listener] = []
        self._store = Store(folder, clock=clock, committed=self._announce)
        self._closing = Event()
        self._sweeper = Thread(target=self._sweep_on, name="sweep")
        self._sweeper.start()

    @property
    def trouble(self) -> StoreUnavailable | None:
        """Why nothing can be written at present; None while all is well."""
        return self._store.trouble

    def subscribe(self, listener: Listener) -> None:
        """Have `listener` called with what each commit touched, on the desk thread."""
        self._listeners.append(listener)

    def receive(self, source: str, messages: Sequence[Message]) -> Future[Changes]:
        """Take what terminals said; resolves once it is safe on disk."""
        return self._store.submit(lambda store: self._receive(store, source, messages))

    def refuse(self, source: str, reason: str, raw: bytes = b"") -> Future[Changes]:
        """Count something that was refused before it became a message."""
        return self._store.submit(lambda store: self._refuse(store, source, reason, raw))

    def register(self, terminal: Terminal) -> Future[Terminal]:
        """Register a terminal; the one that comes back carries its authentication code."""
        return self._store.submit(lambda store: self._register(store, terminal))

    def authentic(self, terminal: str, code: str) -> Future[bool]:
        """Whether a terminal is registered and this is its code."""
        return self.ask(queries.authentic, terminal, code)

    def do(self, act: Act, by: Officer | None = None) -> Future[Entry | Refusal]:
        """Do what a person decided; the entry that proves it, or why it may not be done."""
        officer = by or self.officer
        return self._store.submit(lambda store: self._do(store, act, officer))

    def append_many(self, drafts: Iterable[Draft], by: Officer = SYSTEM) -> Iterator[Future[int]]:
        """Append many drafts as they are, for imports: one future for each thousand, lazily."""
        rest = iter(drafts)
        while some := list(islice(rest, BULK)):
            yield self._store.submit(partial(self._append, drafts=some, by=by))

    def ask(
        self, question: Callable[Concatenate[Reader, P], T], *args: P.args, **named: P.kwargs
    ) -> Future[T]:
        """Put a question of `app.store.queries` to the desk, on a reading thread."""
        return self._store.ask(question, *args, **named)

    def latest(self) -> Mapping[str, Fix]:
        """The last current fix of each terminal: a snapshot that never changes."""
        return self._store.last

    def sweep(self) -> Future[Changes]:
        """Notice what no message tells of (silence), and delete fixes that are too old.

        The desk does so by itself every minute.
        """
        return self._store.submit(self._sweep)

    def close(self) -> None:
        """Finish what was begun; no thread and no open file remains."""
        self._closing.set()
        self._sweeper.join()
        self._store.close()

    def _sweep_on(self) -> None:
        while not self._closing.wait(SWEEP_EVERY_S):
            self.sweep()

    def _announce(self, changes: Changes) -> None:
        for listener in tuple(self._listeners):
            try:
                listener(changes)
            except Exception:
                logger.exception("a listener failed")

    def _receive(self, store: Transaction, source: str, messages: Sequence[Message]) -> Changes:
        batch = process(
            messages,
            source=source,
            known=store.known,
            locate=self._locate,
            kind_of=store.kind_of,
            now=store.now,
        )
        store.add_fixes(batch.fixes)
        for noticed in batch.noticed:
            self._raise(store, noticed)
        for refused in batch.refused:
            store.refuse(source, refused.reason, refused.raw)
        return store.changes

    def _raise(self, store: Transaction, noticed: Noticed) -> None:
        draft = raise_alert(
            noticed,
            store.listed_alerts(noticed.terminal),
            store.unit_of(noticed.terminal),
            self._locate,
            store.now,
            ids(store),
        )
        if draft:
            store.append([draft])

    def _sweep(self, store: Transaction) -> Changes:
        """What time alone brings about: silence, and the end of what may be kept."""
        store.forget_fixes(store.now - self._keep_fixes)
        if store.now - self._opened > SILENT_AFTER[None]:
            for name, known in tuple(store.known.items()):
                if known.current and (
                    noticed := silent(known.current, store.now, store.kind_of(name))
                ):
                    self._raise(store, noticed)
        return store.changes

    def _refuse(self, store: Transaction, source: str, reason: str, raw: bytes) -> Changes:
        store.refuse(source, reason, raw)
        return store.changes

    def _register(self, store: Transaction, terminal: Terminal) -> Terminal:
        """A terminal that registers again keeps its code; only what differs is written."""
        key = f"terminal:{terminal.id}"
        known = store.one(Terminal, key)
        wanted = replace(
            terminal,
            auth=known.auth if known else self._new_auth(),
            registered=known.registered if known else store.now,
        )
        if wanted != known:
            self._record(store, _act("terminal.register", key, wanted), SYSTEM)
        return wanted

    def _do(self, store: Transaction, act: Act, by: Officer) -> Entry | Refusal:
        if act.name in RECORDS:
            return self._record(store, act, by)
        decided = decide(act, file_of(store, act, self._locate), by, store.now, new_id=ids(store))
        if isinstance(decided, Refusal):
            return decided
        return store.append([decided], by=by, role=_role(act, by))[0]

    def _record(self, store: Transaction, act: Act, by: Officer) -> Entry | Refusal:
        decided = decide_record(act, store.known_fields(act.subject), by)
        if isinstance(decided, Refusal):
            return decided
        return store.append([decided], by=by, role=role_of(act, by))[0]

    def _append(self, store: Transaction, *, drafts: list[Draft], by: Officer) -> int:
        role = next(role for role in Role if role in by.roles)
        return len(store.append(drafts, by=by, role=role))


def _act(name: str, key: str, value: Any) -> Act:
    return Act(name=name, subject=key, fields=msgspec.to_builtins(value))


def _role(act: Act, by: Officer) -> Role:
    """The role by which the officer may do this; the humbler one where there are two."""
    return next(role for role in Role if role in TRANSITIONS[act.name].roles & by.roles)
