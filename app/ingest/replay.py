"""A recorded log as a source: the same Messages through the same door, at any speed.

Fix times stay as they were recorded, however old they are; only the waits between them are played.
"""

import logging
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import BinaryIO

from app.clock import Clock
from app.ingest.conversation import Receive
from app.ingest.documents import Document, read_document, sniff
from app.ingest.files.parts import MOST_BYTES
from app.ingest.frames import Kind
from app.ingest.hearing import Hearing
from app.ingest.recorded import Format, frames_of, open_log
from app.ingest.sources import SourceStatus, Tally
from app.model import Message

logger = logging.getLogger(__name__)

BATCH = 256
LONGEST_WAIT_S = 5.0
"""A gap in the recording is not played longer than this."""


def messages_of(path: Path, fmt: str = Format.AUTO) -> Iterator[Message]:
    """The Messages of a log, one for each epoch where it is NMEA; OSError where it is not read.

    A receiver has no number: the name of its file stands for it.
    """
    stream, head = open_log(path)
    document = sniff(head) if fmt == Format.AUTO else None
    if document is None:
        return _messages(frames_of(stream, head, Format(fmt)), path.stem)
    return _points(document, stream, path.stem)


def _messages(frames: Iterator[tuple[Kind, bytes]], name: str) -> Iterator[Message]:
    hearing = Hearing(name)
    for kind, raw in frames:
        yield from hearing.take(kind, raw)
    yield from hearing.flush()


def _points(document: Document, stream: BinaryIO, name: str) -> Iterator[Message]:
    with stream:
        data = stream.read(MOST_BYTES + 1)
    for message in read_document(document, data):
        yield message if message.terminal else replace(message, terminal=name)


class Replay:
    """Plays the log at `path` in a thread of its own; `speed` 0 is as fast as the desk takes it.

    `source` names what it says, `tally` counts it. The time between two messages is that between
    their fix times, divided by `speed`.
    """

    def __init__(
        self,
        path: Path,
        receive: Receive,
        *,
        speed: float = 1.0,
        clock: Clock,
        fmt: str = Format.AUTO,
        source: str = "",
        tally: Tally | None = None,
        ended: Callable[[], None] | None = None,
    ) -> None:
        self._path, self._fmt = path, fmt
        self._source = source or f"replay {path.name}"
        self._receive = receive
        self._speed = speed
        self._clock = clock
        self._ended = ended
        self._tally = tally or Tally()
        self._state, self.error = "idle", ""
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._last: datetime | None = None

    def start(self) -> None:
        """OSError where the log cannot be read, before anything is played."""
        messages = messages_of(self._path, self._fmt)
        self._state = "running"
        self._thread = threading.Thread(
            target=self._run, args=(messages,), name="replay", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """End at the next message; what was handed over is stored."""
        self._stop.set()
        self.wait()

    def wait(self, timeout_s: float | None = None) -> bool:
        """Wait for the end of the log; whether it has come."""
        if self._thread is not None:
            self._thread.join(timeout_s)
        return self._state in ("ended", "stopped", "failed")

    def status(self) -> tuple[SourceStatus, ...]:
        return (
            SourceStatus(
                name=self._source,
                kind="replay",
                state=self._state,
                connections=int(self._state == "running"),
                heard=self._tally.heard,
                refused=dict(self._tally.refused),
                last_heard=self._tally.last_heard,
                rate=self._tally.rate(monotonic()),
                error=self.error,
            ),
        )

    def _run(self, messages: Iterator[Message]) -> None:
        try:
            self._play(messages)
            self._state = "stopped" if self._stop.is_set() else "ended"
        except (OSError, RuntimeError, CancelledError) as error:
            logger.exception("the replay of %s ended early", self._path.name)
            self._state, self.error = "failed", str(error)
        if self._ended is not None:
            self._ended()

    def _play(self, messages: Iterator[Message]) -> None:
        batch: list[Message] = []
        for message in messages:
            wait_s = self._wait_s(message)
            if wait_s > 0 or len(batch) >= BATCH:
                self._hand_over(batch)
                batch = []
            if self._stop.wait(wait_s):
                return
            batch.append(message)
        self._hand_over(batch)

    def _wait_s(self, message: Message) -> float:
        at, last = message.fix_time, self._last
        if at is None or self._speed <= 0:
            return 0.0
        self._last = at if last is None else max(at, last)
        if last is None:
            return 0.0
        return min(max((at - last).total_seconds() / self._speed, 0.0), LONGEST_WAIT_S)

    def _hand_over(self, batch: list[Message]) -> None:
        if not batch:
            return
        for message in batch:
            if message.error is not None:
                self._tally.refuse(message.error)
        self._tally.hear(len(batch), at=self._clock(), elapsed_s=monotonic())
        self._receive(self._source, batch).result()
