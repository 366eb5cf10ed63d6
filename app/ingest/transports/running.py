"""A source at work: begun, kept going with growing pauses, ended, and asked how it is."""

import asyncio
import logging
from asyncio import AbstractEventLoop
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace

from app.clock import Clock
from app.ingest.conversation import Receive
from app.ingest.door import Door
from app.ingest.sources import SourceStatus, Tally
from app.ingest.transports.collector import Collector
from app.ingest.transports.names import Names
from app.ingest.transports.reception import TICK_S, Reception
from app.ingest.transports.troubles import trouble_of
from app.sources.limits import Limits
from app.sources.source import Source

logger = logging.getLogger(__name__)

FIRST_PAUSE_S = 1.0
LONGEST_PAUSE_S = 60.0
STEADY_S = 30.0
"""A source that worked so long begins again with the shortest pause."""

LAST_WORDS_S = 5.0
"""How long a source that ends waits for the desk to keep what was heard of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What all sources of a gateway share."""

    loop: AbstractEventLoop
    clock: Clock
    receive: Receive
    door: Door
    names: Names
    limits: Limits


class Running:
    """One source; `work` is its kind's. All of it on the thread of the loop, but for `status`."""

    def __init__(self, source: Source, around: Surroundings, tally: Tally) -> None:
        self.source = source
        self.state = "idle"
        self.error = ""
        self.tried = asyncio.Event()
        self.tally = tally
        self._around = around
        self._collector = Collector(source.id, around.receive, around.loop)
        self.reception = Reception(
            source.id,
            door=replace(around.door, refuse=tally.refuse),
            tally=tally,
            names=around.names,
            limits=around.limits,
            clock=around.clock,
            collector=self._collector,
            loop=around.loop,
        )
        self._task: asyncio.Task[None] | None = None
        self._ticker: asyncio.Task[None] | None = None

    async def work(self) -> None:
        """Until there is nothing more to do (the log is over), or OSError; ends when cancelled."""
        raise NotImplementedError

    async def send(self, data: bytes) -> None:
        """Write to the other side. OSError where that cannot be done."""
        raise ConnectionError(f"{self.source.title} takes no messages")

    @property
    def where(self) -> str:
        """The address that it has, or is to have."""
        return self.source.where

    @property
    def port(self) -> int:
        """The one that is listened on; 0 where there is none."""
        return 0

    @property
    def connections(self) -> int:
        return len(self.reception.peers)

    def begin(self) -> None:
        self._task = self._around.loop.create_task(self._keep_on())
        self._ticker = self._around.loop.create_task(self._tick())
        for task in (self._task, self._ticker):
            task.add_done_callback(self._fell)

    async def end(self) -> None:
        """Stop, and have the desk keep what was heard."""
        tasks = [task for task in (self._task, self._ticker) if task is not None]
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)
        self.reception.drop_all()
        await asyncio.sleep(0)  # connections are lost in the next turn of the loop
        with suppress(TimeoutError):
            async with asyncio.timeout(LAST_WORDS_S):
                await self._collector.idle()
        self.state = "stopped"

    def status(self, now_s: float) -> SourceStatus:
        """May be called from any thread."""
        return SourceStatus(
            id=self.source.id,
            name=self.source.title,
            kind=self.source.kind.value,
            where=self.where,
            state=self.state,
            connections=self.connections,
            heard=self.tally.heard,
            refused=dict(self.tally.refused),
            last_heard=self.tally.last_heard,
            rate=self.tally.rate(now_s),
            error=self.error,
        )

    def works(self, state: str) -> None:
        """It has begun to do what it is there for."""
        self.state, self.error = state, ""
        self.tried.set()

    async def _keep_on(self) -> None:
        pause_s = FIRST_PAUSE_S
        while True:
            begun_s = self._around.loop.time()
            if not self.error:  # else it stays in trouble until it works
                self.state = "connecting"
            try:
                await self.work()
                self.state = "ended"
                self.tried.set()
                return
            except (OSError, OverflowError, ValueError) as error:  # no such address, port, device
                self.state, self.error = "waiting", trouble_of(error)
                self.tried.set()
            if self._around.loop.time() - begun_s > STEADY_S:
                pause_s = FIRST_PAUSE_S
            await asyncio.sleep(pause_s)
            pause_s = min(2 * pause_s, LONGEST_PAUSE_S)

    def _fell(self, task: asyncio.Task[None]) -> None:
        """A task has ended; by a fault of ours it is said, and the other sources go on."""
        error = None if task.cancelled() else task.exception()
        if error is not None:
            logger.error("source %s fell", self.source.id, exc_info=error)
            self.state, self.error = "failed", trouble_of(error)
            self.tried.set()

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(TICK_S)
            self.reception.tick()


Factory = Callable[[Source, Surroundings, Tally], Running]
