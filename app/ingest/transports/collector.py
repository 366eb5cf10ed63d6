"""What all peers of a source said, handed over as one batch; answers go out behind its COMMIT.

One batch is under way at a time, so a desk that is slow gets larger batches and not more of them.
"""

import logging
from asyncio import AbstractEventLoop, Event, TimerHandle
from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future
from typing import Any, Protocol

from app.ingest.conversation import Receive
from app.ingest.transports.answers import error_of, tell
from app.model import Message

logger = logging.getLogger(__name__)

EVERY_S = 0.02
"""How long the first of a batch waits for others: a fraction of what a commit takes to pay."""

MOST = 2048
"""Messages in one batch, so that an officer's act behind it waits a short time."""

FULL = 8 * MOST
"""Messages waiting at which those who say more are not read any further."""


class Speaker(Protocol):
    """Whoever said something and waits until it is kept."""

    def settled(self, count: int, replies: Sequence[bytes]) -> None:
        """So many of its messages are on disk; the replies may go out."""

    def lost(self) -> None:
        """They could not be kept: nothing is acknowledged, the line is given up."""


Part = tuple[Speaker, Sequence[Message], Sequence[bytes]]


class Collector:
    """Belongs to one source and to the thread of `loop`."""

    def __init__(
        self, source: str, receive: Receive, loop: AbstractEventLoop, *, every_s: float = EVERY_S
    ) -> None:
        self._source, self._receive, self._loop = source, receive, loop
        self._every_s = every_s
        self._parts: deque[Part] = deque()
        self._waiting = 0
        self._flying: list[Part] = []
        self._timer: TimerHandle | None = None
        self._idle = Event()
        self._idle.set()

    @property
    def full(self) -> bool:
        """Whether so much waits that nobody should be read."""
        return self._waiting > FULL

    def add(self, speaker: Speaker, messages: Sequence[Message], replies: Sequence[bytes]) -> None:
        """Keep messages; `replies` go to the speaker once they and all before them are on disk."""
        self._idle.clear()
        self._parts.append((speaker, messages, replies))
        self._waiting += len(messages)
        if self._timer is None and not self._flying:
            self._timer = self._loop.call_later(self._every_s, self._hand_over)

    async def idle(self) -> None:
        """Everything that was added has been settled or lost."""
        await self._idle.wait()

    def _hand_over(self) -> None:
        self._timer = None
        self._flying, messages = self._next()
        if not messages:
            self._settle()
            return
        tell(self._loop, self._receive(self._source, messages), self._committed)

    def _next(self) -> tuple[list[Part], list[Message]]:
        """The parts of the next batch and their messages, oldest first."""
        parts: list[Part] = []
        messages: list[Message] = []
        while self._parts and len(messages) < MOST:
            part = self._parts.popleft()
            parts.append(part)
            messages += part[1]
        self._waiting -= len(messages)
        return parts, messages

    def _committed(self, future: Future[Any]) -> None:
        error = error_of(future)
        if error is None:
            self._settle()
            return
        logger.error("what %s said could not be kept", self._source, exc_info=error)
        parts, self._flying = self._flying, []
        for speaker, _, _ in parts:
            speaker.lost()
        self._go_on()

    def _settle(self) -> None:
        parts, self._flying = self._flying, []
        for speaker, messages, replies in parts:
            speaker.settled(len(messages), replies)
        self._go_on()

    def _go_on(self) -> None:
        if not self._parts:
            self._idle.set()
        elif self._timer is None:
            wait_s = 0.0 if self._waiting >= MOST else self._every_s
            self._timer = self._loop.call_later(wait_s, self._hand_over)
