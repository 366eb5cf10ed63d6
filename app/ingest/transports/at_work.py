"""The sources that are at work: begun, ended and begun anew as they are wanted.

Belongs to the thread of its loop, but for `status` and `port_of`, which any thread may ask.
"""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from time import monotonic

from app.ingest.pace import Quota
from app.ingest.sources import SourceStatus, Tally
from app.ingest.transports.client import TcpClient
from app.ingest.transports.listeners import TcpListener, UdpListener
from app.ingest.transports.log import Log
from app.ingest.transports.running import Running, Surroundings
from app.ingest.transports.serial_line import SerialLine
from app.sources.limits import Limits
from app.sources.source import Kind, Source

WORKERS: Mapping[Kind, type[Running]] = {
    Kind.TCP_LISTENER: TcpListener,
    Kind.UDP_LISTENER: UdpListener,
    Kind.TCP_CLIENT: TcpClient,
    Kind.SERIAL: SerialLine,
    Kind.LOG: Log,
}


FIRST_WORD_S = 2.0
"""A server that does not answer is not waited for longer: the console wants to open."""


class AtWork:
    """Each fails alone. What is counted of a source outlives its being switched off."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._sources: tuple[Source, ...] = ()
        self._running: dict[str, Running] = {}
        self._tallies: dict[str, Tally] = {}
        self._applying = asyncio.Lock()

    async def apply(self, sources: tuple[Source, ...], limits: Limits | None) -> None:
        """Have these and no others; what has not changed goes on. Other limits begin all anew.

        Returns when those that are new have worked or said why not, or after FIRST_WORD_S.
        """
        async with self._applying:
            wanted = {source.id: source for source in sources if source.enabled}
            anew = self._limit(limits)
            over = [k for k, one in self._running.items() if anew or wanted.get(k) != one.source]
            await asyncio.gather(*(self._running[name].end() for name in over))
            for name in over:
                del self._running[name]
            fresh = [self._begin(one) for one in wanted.values() if one.id not in self._running]
            self._sources = sources
            with suppress(TimeoutError):
                async with asyncio.timeout(FIRST_WORD_S):
                    await asyncio.gather(*(one.tried.wait() for one in fresh))

    async def send(self, source_id: str, data: bytes) -> None:
        """Write to a source; ConnectionError or TimeoutError where that cannot be done."""
        running = self._running.get(source_id)
        if running is None:
            raise ConnectionError(f"no source {source_id} is at work")
        await running.send(data)

    def status(self) -> tuple[SourceStatus, ...]:
        """One row for each source, those that are off too."""
        now_s, running = monotonic(), self._running
        return tuple(
            running[source.id].status(now_s) if source.id in running else _off(source)
            for source in self._sources
        )

    def port_of(self, source_id: str) -> int:
        """Where a listener listens; 0 where it does not."""
        running = self._running.get(source_id)
        return running.port if running is not None else 0

    def _limit(self, limits: Limits | None) -> bool:
        """Hold peers to other limits from now on; False where they are the same."""
        if limits is None or limits == self._around.limits:
            return False
        door = replace(self._around.door, newcomers=Quota(limits.newcomers))
        self._around = replace(self._around, limits=limits, door=door)
        return True

    def _begin(self, source: Source) -> Running:
        tally = self._tallies.setdefault(source.id, Tally())
        running = WORKERS[source.kind](source, self._around, tally)
        self._running[source.id] = running
        running.begin()
        return running


def _off(source: Source) -> SourceStatus:
    return SourceStatus(
        id=source.id, name=source.title, kind=source.kind.value, where=source.where, state="off"
    )
