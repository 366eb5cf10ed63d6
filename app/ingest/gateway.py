"""The door of the desk: sources that are begun, changed and ended while it is open.

One thread with one event loop; each source is an object of `transports` and fails alone.
"""

import asyncio
import threading
from collections.abc import Callable, Coroutine, Mapping, Sequence
from concurrent.futures import Future
from contextlib import suppress
from time import monotonic
from typing import Any, TypeVar

from app.clock import Clock
from app.ingest.conversation import Receive
from app.ingest.door import Door, Register
from app.ingest.downlink import Downlink
from app.ingest.pace import Quota
from app.ingest.sources import SourceStatus, Tally
from app.ingest.transports.client import TcpClient
from app.ingest.transports.listeners import TcpListener, UdpListener
from app.ingest.transports.log import Log
from app.ingest.transports.names import Names
from app.ingest.transports.running import Running, Surroundings
from app.ingest.transports.serial_line import SerialLine
from app.model import Terminal
from app.sources.limits import Limits
from app.sources.source import DEFAULT, Kind, Source

__all__ = ["Gateway", "Limits"]

T = TypeVar("T")

WORKERS: Mapping[Kind, type[Running]] = {
    Kind.TCP_LISTENER: TcpListener,
    Kind.UDP_LISTENER: UdpListener,
    Kind.TCP_CLIENT: TcpClient,
    Kind.SERIAL: SerialLine,
    Kind.LOG: Log,
}


class Gateway:
    """Open from `start` to `stop`. `roll`: the register of terminals, as it stands at each moment;
    `downlink`: what its connections join, to be sent commands.
    """

    def __init__(
        self,
        receive: Receive,
        register: Register,
        *,
        clock: Clock,
        roll: Mapping[str, Terminal] | None = None,
        downlink: Downlink | None = None,
        require_auth: bool = True,
        limits: Limits | None = None,
    ) -> None:
        self._receive, self._clock = receive, clock
        self._limits = limits or Limits()
        self._door = Door(
            register=register,
            roll={} if roll is None else roll,
            downlink=downlink,
            post=self._post,
            require_auth=require_auth,
            refuse=lambda _: None,  # each source counts its own
            newcomers=Quota(self._limits.newcomers),
        )
        self._loop = asyncio.new_event_loop()
        self._thread: threading.Thread | None = None
        self._around = Surroundings(
            loop=self._loop,
            clock=clock,
            receive=receive,
            door=self._door,
            names=Names(),
            limits=self._limits,
        )
        self._sources: tuple[Source, ...] = ()
        self._running: dict[str, Running] = {}
        self._tallies: dict[str, Tally] = {}
        self._applying = asyncio.Lock()

    def start(self, sources: Sequence[Source] = (DEFAULT,)) -> int:
        """Begin with these sources; the port of the first that listens, 0 where none does.

        Each has worked or said why not when this returns.
        """
        self._thread = threading.Thread(target=self._run, name="gateway", daemon=True)
        self._thread.start()
        self.apply(sources).result()
        return next((port for one in sources if (port := self.port_of(one.id))), 0)

    def stop(self) -> None:
        """End every source and the thread; does nothing a second time."""
        thread = self._thread
        if thread is not None and thread.is_alive():
            self.apply(()).result()
            self._loop.call_soon_threadsafe(self._loop.stop)
            thread.join()
        if not self._loop.is_closed():
            self._loop.close()

    def apply(self, sources: Sequence[Source]) -> Future[None]:
        """Have these sources and no others, from any thread; what has not changed goes on.

        Done once those that are new have worked or said why not.
        """
        return self._submit(self._apply(tuple(sources)))

    def send(self, source_id: str, data: bytes) -> Future[None]:
        """Write to a serial line or to what a client is connected to, from any thread.

        Done once the bytes have left; ConnectionError or TimeoutError where they cannot.
        """
        return self._submit(self._send(source_id, data))

    def status(self) -> tuple[SourceStatus, ...]:
        """One row for each source, those that are off too; may be called from any thread."""
        now_s, running = monotonic(), self._running
        return tuple(
            running[source.id].status(now_s) if source.id in running else _off(source)
            for source in self._sources
        )

    def port_of(self, source_id: str) -> int:
        """Where a listener listens; 0 where it does not."""
        running = self._running.get(source_id)
        return running.port if running is not None else 0

    def _post(self, do: Callable[[], None]) -> None:
        """Have something done on the thread of the sources, if it is still there."""
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(do)

    def _submit(self, work: Coroutine[Any, Any, T]) -> Future[T]:
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_forever()
        self._loop.run_until_complete(self._loop.shutdown_default_executor())

    async def _apply(self, sources: tuple[Source, ...]) -> None:
        async with self._applying:
            wanted = {source.id: source for source in sources if source.enabled}
            over = [name for name, one in self._running.items() if wanted.get(name) != one.source]
            await asyncio.gather(*(self._running[name].end() for name in over))
            for name in over:
                del self._running[name]
            fresh = [self._begin(one) for one in wanted.values() if one.id not in self._running]
            self._sources = sources
            for one in fresh:
                await one.tried.wait()

    def _begin(self, source: Source) -> Running:
        tally = self._tallies.setdefault(source.id, Tally())
        running = WORKERS[source.kind](source, self._around, tally)
        self._running[source.id] = running
        running.begin()
        return running

    async def _send(self, source_id: str, data: bytes) -> None:
        running = self._running.get(source_id)
        if running is None:
            raise ConnectionError(f"no source {source_id} is at work")
        await running.send(data)


def _off(source: Source) -> SourceStatus:
    return SourceStatus(
        id=source.id, name=source.title, kind=source.kind.value, where=source.where, state="off"
    )
