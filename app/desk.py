"""The desk: the one object that the screens and the terminals meet at.

Everything that changes anything goes through its one writing thread and ends in the ledger.
"""

import logging
import secrets
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from threading import Event, Thread
from typing import Concatenate, ParamSpec, TypeVar

from app import enlisting, jobs, lock_jobs
from app.casework.acts import Act, Refusal
from app.changes import Changes
from app.clock import Clock, StepWatch, steady_s
from app.model import Entry, Fix, Locate, Message, Newcomer, Officer, Places, Terminal, one_by_one
from app.settings import FORGOTTEN, RETENTION, Setting
from app.shorts.codes import NO_CODES, SharedCodes
from app.store import Reader, Store, StoreUnavailable, Transaction, positions

P = ParamSpec("P")
T = TypeVar("T")

Listener = Callable[[Changes], None]

SWEEP_EVERY_S = 60.0
ASLEEP_S = 180.0
"""A sweep that comes so late finds a computer that slept: it was deaf, the terminals not silent."""

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
        new_auth: Callable[[], str] = lambda: secrets.token_hex(8),
        codes: SharedCodes = NO_CODES,
        places: Places | None = None,
    ) -> None:
        self.folder = folder
        self.officer = officer
        self.edition = edition
        self.codes = codes
        self._locate = locate
        self._places = places or one_by_one(locate)
        self._clock = clock
        self._new_auth = new_auth
        self._listening = clock()
        self._steps = StepWatch(clock)
        self._awake_s = steady_s()
        self._listeners: list[Listener] = []
        self._store = Store(folder, clock=clock, committed=self._announce)
        self._closing = Event()
        self._stirred = Event()
        self._scrubbed = False  # a desk that was killed may have left a log
        # A daemon, so that a console that fails before it closes the desk still ends.
        self._sweeper = Thread(target=self._sweep_on, name="sweep", daemon=True)
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
        return self._store.submit(
            partial(
                jobs.receive,
                source=source,
                messages=messages,
                locate=self._locate,
                places=self._places,
                codes=self.codes,
            )
        )

    def refuse(self, source: str, reason: str, raw: bytes = b"") -> Future[Changes]:
        """Count something that was refused before it became a message."""
        return self._store.submit(partial(jobs.refuse, source=source, reason=reason, raw=raw))

    def register(self, caller: Newcomer) -> Future[Terminal]:
        """Let a terminal in that calls, or not; the one that comes back carries its code if so."""
        return self._store.submit(
            partial(enlisting.register, caller=caller, new_auth=self._new_auth)
        )

    def roll(self) -> Mapping[str, Terminal]:
        """The register of terminals by number, as it stands: it changes with each commit."""
        return self._store.roll

    def do(self, act: Act, by: Officer | None = None) -> Future[Entry | Refusal]:
        """Do what a person decided; the entry that proves it, or why it may not be done."""
        officer = by or self.officer
        work = partial(jobs.do, act=act, by=officer, locate=self._locate, codes=self.codes)
        return self._store.submit(work)

    def work(self, job: Callable[[Transaction], T]) -> Future[T]:
        """Have a part of the app that works by itself write what it does, on the one thread."""
        return self._store.submit(job)

    def keep(self, setting: Setting[T], value: T) -> Future[None]:
        """Keep a setting; whoever shows it hears of it by Changes. ValueError for an unfit one."""
        return self._store.submit(partial(jobs.keep, setting=setting, value=value))

    def lock(self, code: str = "") -> Future[Entry | Refusal]:
        """Lock the console: no person's act is done until `unlock`. The first sets the code."""
        return self._store.submit(partial(lock_jobs.lock, by=self.officer, code=code))

    def unlock(self, code: str) -> Future[Entry | Refusal]:
        """Open the lock; a wrong code is counted, noted in the ledger, and makes the next wait."""
        return self._store.submit(partial(lock_jobs.unlock, by=self.officer, code=code))

    def ask(
        self, question: Callable[Concatenate[Reader, P], T], *args: P.args, **named: P.kwargs
    ) -> Future[T]:
        """Put a question of `app.store.queries` to the desk, on a reading thread."""
        return self._store.ask(question, *args, **named)

    def latest(self) -> Mapping[str, Fix]:
        """The last current fix of each terminal: a snapshot that never changes."""
        return self._store.last

    def sweep(self) -> Future[Changes]:
        """Notice what no message tells of (silence, a shelving or a suspension that is over), and
        delete some of the fixes that are too old. The desk does so by itself every minute.
        """
        return self._store.submit(partial(jobs.sweep, locate=self._locate, opened=self._listening))

    def forget(self) -> None:
        """Delete all fixes that are too old, in pieces that let messages in between; then empty
        the log of changes, where their pages would be read for a while yet.
        """
        while not self._closing.is_set():
            piece = self._store.submit(jobs.forget)
            if piece.exception():
                return
            if piece.result() < positions.PIECE:
                break
        if not self._scrubbed and not self._closing.is_set():
            self._scrubbed = self._store.scrub().result()

    def close(self) -> None:
        """Finish what was begun; no thread and no open file remains."""
        self._closing.set()
        self._stirred.set()
        self._sweeper.join()
        self._store.close()

    def _sweep_on(self) -> None:
        while True:
            self._stirred.wait(SWEEP_EVERY_S)
            self._stirred.clear()
            if self._closing.is_set():
                return
            step_s = self._steps.step_s()
            if step_s:
                self._store.submit(partial(jobs.note_step, step_s=step_s))
            was_s, self._awake_s = self._awake_s, steady_s()
            if step_s or self._awake_s - was_s > ASLEEP_S:
                self._listening = self._clock()
            self.sweep()
            self.forget()

    def _announce(self, changes: Changes) -> None:
        if FORGOTTEN.name in changes.settings:
            self._scrubbed = False
        if RETENTION.name in changes.settings:
            self._stirred.set()  # what may be kept no longer goes now
        for listener in tuple(self._listeners):
            try:
                listener(changes)
            except Exception:
                logger.exception("a listener failed")
