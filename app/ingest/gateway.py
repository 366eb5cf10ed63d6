"""The door of the desk: sources that are begun, changed and ended while it is open.

One thread with one event loop; each source is an object of `transports` and fails alone.
"""

import asyncio
import threading
from collections.abc import Callable, Coroutine, Mapping, Sequence
from concurrent.futures import Future
from contextlib import suppress
from typing import Any, TypeVar

from app.clock import Clock
from app.ingest.conversation import Receive
from app.ingest.door import Door, Register
from app.ingest.downlink import Downlink
from app.ingest.pace import Quota
from app.ingest.sources import SourceStatus
from app.ingest.transports.at_work import AtWork
from app.ingest.transports.names import Names
from app.ingest.transports.running import Surroundings
from app.model import Terminal
from app.sources.limits import Limits
from app.sources.source import DEFAULT, Source

__all__ = ["Gateway", "Limits"]

T = TypeVar("T")


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
        limits = limits or Limits()
        door = Door(
            register=register,
            roll={} if roll is None else roll,
            downlink=downlink,
            post=self._post,
            require_auth=require_auth,
            refuse=lambda _: None,  # each source counts its own
            newcomers=Quota(limits.newcomers),
        )
        self._loop = asyncio.new_event_loop()
        self._thread: threading.Thread | None = None
        around = Surroundings(
            loop=self._loop,
            clock=clock,
            receive=receive,
            door=door,
            names=Names(),
            limits=limits,
        )
        self._work = AtWork(around)

    def start(self, sources: Sequence[Source] = (DEFAULT,), limits: Limits | None = None) -> int:
        """Begin with these sources; the port of the first that listens, 0 where none does.

        Each has worked or said why not when this returns.
        """
        self._thread = threading.Thread(target=self._run, name="gateway", daemon=True)
        self._thread.start()
        self.apply(sources, limits).result()
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

    def apply(self, sources: Sequence[Source], limits: Limits | None = None) -> Future[None]:
        """Have these sources and no others, from any thread; what has not changed goes on.

        Other `limits` than before begin every source anew. Done once those that are new have
        worked or said why not, or after two seconds.
        """
        return self._submit(self._work.apply(tuple(sources), limits))

    def send(self, source_id: str, data: bytes) -> Future[None]:
        """Write to a serial line or to what a client is connected to, from any thread.

        Done once the bytes have left; ConnectionError or TimeoutError where they cannot.
        """
        return self._submit(self._work.send(source_id, data))

    def status(self) -> tuple[SourceStatus, ...]:
        """One row for each source, those that are off too; may be called from any thread."""
        return self._work.status()

    def port_of(self, source_id: str) -> int:
        """Where a listener listens; 0 where it does not."""
        return self._work.port_of(source_id)

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
