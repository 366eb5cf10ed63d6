"""Where Qt meets the desk: news at a pace eyes can follow, questions and acts with their answers.

Screens hold no truth: told of `changed`, they ask again. Nothing here decides anything.
"""

import logging
import time
from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from threading import Lock
from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal

from app.casework.acts import Act, Refusal
from app.changes import Changes
from app.clock import Clock, utc_now
from app.desk import Desk

log = logging.getLogger(__name__)

Then = Callable[[Any], object]


class Bridge(QObject):
    """The desk as screens see it; every signal and answer arrives on the GUI thread."""

    changed = Signal(object)  # Changes
    refused = Signal(object, object)  # Act, Refusal
    done = Signal(object, object)  # Act, Entry
    failed = Signal(str)
    second = Signal(object)  # datetime, UTC: ages and clocks repaint
    _answered = Signal(object)

    def __init__(
        self,
        desk: Desk,
        interval_ms: int = 100,
        *,
        clock: Clock = utc_now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.clock = clock
        self._lock = Lock()
        self._pending = Changes()
        self._newest: dict[Then, int] = {}
        self._asked = 0
        self._open = 0
        self._closed = False
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        desk.subscribe(self._note)
        self._timers = [self._timer(interval_ms, self.flush), self._timer(1000, self._tick)]

    def now(self) -> datetime:
        return self.clock()

    def ask(self, question: Callable[..., Any], *args: Any, then: Then, each: bool = False) -> None:
        """Ask on the reader pool; `then(answer)` follows on this thread.

        Of several questions asked for the same bound method only the newest is answered, unless
        `each`: an answer that has been overtaken is dropped.
        """
        self._follow(self.desk.ask(question, *args), then, each=each)

    def do(self, act: Act, then: Then | None = None) -> None:
        """Do an act; `then` gets the Entry, or the Refusal that `refused` announces as well."""

        def told(result: Any) -> None:
            told_by = self.refused if isinstance(result, Refusal) else self.done
            told_by.emit(act, result)
            if then is not None:
                then(result)

        self._follow(self.desk.do(act), told, each=True)

    def after(self, future: "Future[Any]", then: Then) -> None:
        """What the desk gives for something else that was asked of it, on this thread."""
        self._follow(future, then, each=True)

    def flush(self) -> None:
        """Announce what has piled up since the last tick."""
        with self._lock:
            changes, self._pending = self._pending, Changes()
        if changes:
            self.changed.emit(changes)

    def settle(self, timeout_s: float = 30.0) -> None:
        """Work off news and answers until nothing is under way; for pictures and tests.

        A closed bridge has nothing under way: its answers are dropped.
        """
        end = time.monotonic() + timeout_s
        quiet = 0
        while quiet < 3 and time.monotonic() < end:
            QCoreApplication.processEvents()
            self.flush()
            busy = not self._closed and (self._open > 0 or bool(self._pending))
            quiet = 0 if busy else quiet + 1
            if busy:
                time.sleep(0.002)

    def close(self) -> None:
        """Stop announcing; answers still under way are dropped."""
        with self._lock:
            self._closed = True
        for timer in self._timers:
            timer.stop()

    def _timer(self, interval_ms: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval_ms)
        timer.timeout.connect(slot)
        timer.start()
        return timer

    def _tick(self) -> None:
        self.second.emit(self.clock())

    def _note(self, changes: Changes) -> None:
        with self._lock:
            self._pending |= changes

    def _follow(self, future: "Future[Any]", then: Then, *, each: bool) -> None:
        self._asked += 1
        self._open += 1
        generation = self._asked
        if not each:
            self._newest[then] = generation
        future.add_done_callback(
            lambda done: self._hand_over((then, 0 if each else generation, done))
        )

    def _hand_over(self, answer: tuple[Then, int, "Future[Any]"]) -> None:
        """Runs on the desk's thread; the queued signal brings the answer here.

        Under the lock, for between the look and the signal the window could be closed and deleted.
        """
        with self._lock:
            if not self._closed and shiboken6.isValid(self):
                self._answered.emit(answer)

    def _deliver(self, answer: tuple[Then, int, "Future[Any]"]) -> None:
        then, generation, future = answer
        self._open -= 1
        if generation and self._newest.get(then) == generation:
            del self._newest[then]
        elif generation:
            return
        if self._closed or future.cancelled() or not _alive(then):
            return
        error = future.exception()
        if error is not None:
            log.error("a question or act failed", exc_info=error)
            self.failed.emit(f"{type(error).__name__}: {error}")
            return
        then(future.result())


def _alive(then: Then) -> bool:
    """False where the answer's receiver is a widget that has been deleted meanwhile."""
    owner = getattr(then, "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)
