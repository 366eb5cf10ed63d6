"""The desk's file while it is open: one thread that writes, a few connections that read.

Jobs that wait together share a transaction. A future resolves only after COMMIT.
"""

import logging
import sqlite3
from collections import ChainMap
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from queue import Empty, LifoQueue, SimpleQueue
from time import monotonic
from typing import Any, Generic, TypeVar, cast

from app.changes import Changes
from app.clock import Clock
from app.fixes.believe import Known
from app.model import Fix, Standing, Terminal
from app.private import make_folder
from app.store import ledger, newcomers, positions, side
from app.store.atomic import atomic
from app.store.errors import StoreUnavailable
from app.store.lock import FolderLock
from app.store.opening import BUSY, file_id, open_for_reading, open_for_writing, unavailable
from app.store.transaction import Shelf, Transaction, gathered

T = TypeVar("T")

READERS = 2
TOGETHER = 256
SIDE_INTERVAL_S = 0.2

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reader:
    """What a question is put to: one snapshot of the file, and the time it is asked at."""

    db: sqlite3.Connection
    now: datetime


@dataclass(slots=True)
class _Job(Generic[T]):
    work: Callable[[Transaction], T]
    future: "Future[T]"
    result: T | None = None
    error: BaseException | None = None

    def resolve(self) -> None:
        if self.error is not None:
            self.future.set_exception(self.error)
        else:
            self.future.set_result(cast("T", self.result))


class Store:
    """Open from construction to `close`; `committed` is called on the writing thread."""

    def __init__(self, folder: Path, *, clock: Clock, committed: Callable[[Changes], None]) -> None:
        make_folder(folder)
        self._folder = folder
        self._clock = clock
        self._committed = committed
        self._jobs: SimpleQueue[_Job[Any]] = SimpleQueue()
        self._idle: LifoQueue[sqlite3.Connection] = LifoQueue()
        self._side_at = 0.0
        self._closed = False
        self.trouble: StoreUnavailable | None = None
        self._lock = FolderLock(folder)
        try:
            self._db = open_for_writing(folder, clock=clock)
        except BaseException:
            self._lock.release()
            raise
        self._file = file_id(self._db)
        self._last = positions.last_fixes(self._db)
        self._known = self._known_again()
        self._roll = newcomers.register(self._db)
        self._shelf = Shelf()
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="desk")
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="reader")

    @property
    def last(self) -> Mapping[str, Fix]:
        """The last current fix of each terminal; replaced, never changed, by a commit."""
        return self._last

    @property
    def roll(self) -> Mapping[str, Terminal]:
        """The register of terminals by number; each is replaced whole when a commit changes it."""
        return self._roll

    def submit(self, work: Callable[[Transaction], T]) -> "Future[T]":
        """Run a job on the writing thread, inside a transaction of its own or a shared one."""
        future: Future[T] = Future()
        self._jobs.put(_Job(work, future))
        try:
            self._writer.submit(self._drain)
        except RuntimeError:
            self._fail_waiting(StoreUnavailable("closed", str(self._folder)))
        return future

    def ask(self, question: Callable[..., T], *args: Any, **named: Any) -> "Future[T]":
        """Put a question to a snapshot of the file, on a reading thread."""
        return self._readers.submit(self._answer, question, args, named)

    def scrub(self) -> Future[bool]:
        """Bring the log of changes into the file and empty it, so that what was deleted stands in
        neither; False where somebody still reads from it, and it has to be tried again.
        """
        return self._writer.submit(self._empty_log)

    def close(self) -> None:
        """Finish what waits, then let go of every file and thread; closing twice is once."""
        if self._closed:
            return
        self._closed = True
        self._readers.shutdown()
        self._writer.submit(self._write_side, force=True)
        self._writer.shutdown()
        self._fail_waiting(StoreUnavailable("closed", str(self._folder)))
        while not self._idle.empty():
            self._idle.get_nowait().close()
        self._db.close()
        self._lock.release()

    def _drain(self) -> None:
        """Take the jobs that wait, commit them together, tell the listeners, then the askers."""
        jobs = self._waiting()
        if not jobs:
            return
        changes = Changes()
        try:
            changes = self._commit(jobs)
        except sqlite3.Error as error:
            self._roll_back(jobs, unavailable(error) or error)
        except Exception as error:
            logger.exception("a commit failed")
            self._roll_back(jobs, error)
        self._tell(changes)
        for job in jobs:
            job.resolve()
        self._write_side()

    def _known_again(self) -> dict[str, Known]:
        """What was known of each terminal when the desk was last open; no jump waits any more."""
        standings = positions.standings(self._db)
        return {
            name: Known(current=self._last.get(name), standing=standings.get(name, Standing()))
            for name in self._last.keys() | standings.keys()
        }

    def _waiting(self) -> list[_Job[Any]]:
        jobs: list[_Job[Any]] = []
        while len(jobs) < TOGETHER:
            try:
                job = self._jobs.get_nowait()
            except Empty:
                break
            if job.future.set_running_or_notify_cancel():
                jobs.append(job)
        return jobs

    def _commit(self, jobs: list[_Job[Any]]) -> Changes:
        """One transaction for all jobs, a savepoint for each: a job's own failure is its own."""
        staged: dict[str, Known] = {}
        done: list[Transaction] = []
        self._db.execute("BEGIN IMMEDIATE")
        for job in jobs:
            transaction = Transaction(
                self._db, self._clock(), ChainMap(staged, self._known), self._shelf
            )
            if self._run(job, transaction):
                staged |= transaction.staged
                done.append(transaction)
        self._db.execute("COMMIT")
        self._known.update(staged)
        for transaction in done:
            self._roll.update(transaction.enrolled)
        moved = {name: one.current for name, one in staged.items() if one.current}
        if gone := {name for name, one in staged.items() if not one.current} & self._last.keys():
            self._last = {name: fix for name, fix in self._last.items() if name not in gone}
        if moved:
            self._last = self._last | moved
        return gathered(done) | self._recovered()

    def _run(self, job: _Job[Any], transaction: Transaction) -> bool:
        try:
            with atomic(self._db):
                job.result = job.work(transaction)
        except sqlite3.Error as error:
            if unavailable(error):
                raise
            job.error = error
        except Exception as error:
            job.error = error
        if job.error is not None:
            self._shelf.clear()
            logger.error("a job failed on the desk thread", exc_info=job.error)
        return job.error is None

    def _roll_back(self, jobs: list[_Job[Any]], error: Exception) -> None:
        """Nothing of these jobs is kept, and each of them is told so."""
        self._shelf.clear()
        try:
            self._db.rollback()
        except sqlite3.Error:
            logger.exception("a rollback failed")
        for job in jobs:
            job.result, job.error = None, error
        if isinstance(error, StoreUnavailable):
            logger.error("nothing can be written: %s", error)
            self.trouble = error
            self._tell(Changes(sources=frozenset({"store"})))

    def _recovered(self) -> Changes:
        if self.trouble is None:
            return Changes()
        self.trouble = None
        return Changes(sources=frozenset({"store"}))

    def _tell(self, changes: Changes) -> None:
        if not changes:
            return
        try:
            self._committed(changes)
        except Exception:
            logger.exception("a listener failed")

    def _write_side(self, *, force: bool = False) -> None:
        """Bring the side file up to the ledger, not more often than eyes would miss."""
        if not force and monotonic() - self._side_at < SIDE_INTERVAL_S:
            return
        try:
            head = ledger.head(self._db)
            side.write(self._folder, side.Side(head.seq, head.hash, self._file))
        except (OSError, sqlite3.Error):
            logger.exception("the side file could not be written")
        self._side_at = monotonic()

    def _empty_log(self) -> bool:
        try:
            self._db.execute("PRAGMA busy_timeout = 0")
            busy, *_ = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.Error:
            logger.exception("the log of changes could not be emptied")
            return False
        finally:
            self._db.execute(BUSY)
        return not busy

    def _fail_waiting(self, error: StoreUnavailable) -> None:
        for job in self._waiting():
            job.error = error
            job.resolve()

    def _answer(
        self, question: Callable[..., T], args: tuple[Any, ...], named: dict[str, Any]
    ) -> T:
        with self._reader() as db:
            return question(Reader(db, self._clock()), *args, **named)

    @contextmanager
    def _reader(self) -> Iterator[sqlite3.Connection]:
        """A connection from the pool, inside a transaction: all it reads is of one moment."""
        try:
            db = self._idle.get_nowait()
        except Empty:
            db = open_for_reading(self._folder)
        try:
            db.execute("BEGIN")
            yield db
        finally:
            db.rollback()
            self._idle.put(db)
