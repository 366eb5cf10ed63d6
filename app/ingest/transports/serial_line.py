"""A serial port: read by a thread of its own, tried again when it was unplugged.

Needs pyserial, the optional extra `serial`: see docs/adr/0018.
"""

import asyncio
import queue
import threading
from concurrent.futures import Future
from contextlib import suppress
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from typing_extensions import override

from app.ingest.transports.peer import Peer
from app.ingest.transports.running import Running
from app.ingest.transports.troubles import ABSENT

READ_S = 0.05
"""How long a read waits for a byte, and so how long what is to be written waits at most."""

WRITE_S = 2.0
CHUNK = 4096

Job = tuple[bytes, Future[None] | None]


def pyserial() -> ModuleType:
    """The library. OSError with ABSENT where it is not installed."""
    try:
        import serial
    except ImportError as error:
        raise OSError(ABSENT) from error
    return serial


def is_installed() -> bool:
    """Whether serial lines can be had."""
    return find_spec("serial") is not None


def devices() -> tuple[str, ...]:
    """The serial ports that this machine has just now; none without the library."""
    if not is_installed():
        return ()
    from serial.tools import list_ports

    return tuple(sorted(port.device for port in list_ports.comports()))


class _Wire:
    """The line of the one peer at the other end."""

    def __init__(self, opened: Any, loop: asyncio.AbstractEventLoop, name: str) -> None:
        self.over = asyncio.Event()
        self.error = ""
        self._opened, self._loop = opened, loop
        self._peer: Peer | None = None
        self._stop = threading.Event()
        self._read = threading.Event()
        self._read.set()
        self._out: queue.SimpleQueue[Job] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name=f"serial {name}", daemon=True)

    def begin(self, peer: Peer) -> None:
        self._peer = peer
        self._thread.start()

    def end(self) -> None:
        """The thread and the port are gone when this returns."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join()
        self._opened.close()
        while not self._out.empty():
            _, done = self._out.get()
            if done is not None:
                done.set_exception(ConnectionError("the line was closed"))

    def put(self, data: bytes) -> Future[None]:
        """Done once the bytes are with the port."""
        done: Future[None] = Future()
        self._out.put((data, done))
        return done

    def write(self, data: bytes) -> None:
        self._out.put((data, None))

    def pause(self) -> None:
        self._read.clear()

    def resume(self) -> None:
        self._read.set()

    def drop(self) -> None:
        self.over.set()

    def _run(self) -> None:
        try:
            while not self._stop.is_set():
                self._write_all()
                self._read_some()
        except OSError as error:  # unplugged; SerialException is one
            self.error = str(error)
        with suppress(RuntimeError):  # the loop is closed, nobody waits any more
            self._loop.call_soon_threadsafe(self.over.set)

    def _write_all(self) -> None:
        while not self._out.empty():
            data, done = self._out.get()
            try:
                self._opened.write(data)
            except OSError as error:
                if done is not None:
                    done.set_exception(ConnectionError(str(error)))
                raise
            if done is not None and not done.cancelled():
                done.set_result(None)

    def _read_some(self) -> None:
        if not self._read.wait(READ_S):
            return
        data = self._opened.read(min(max(1, self._opened.in_waiting), CHUNK))
        peer = self._peer
        if data and peer is not None:
            self._loop.call_soon_threadsafe(peer.hear, bytes(data))


class SerialLine(Running):
    _wire: _Wire | None = None

    @override
    async def work(self) -> None:
        loop = asyncio.get_running_loop()
        opened = _open(self.source.device, self.source.baud)
        wire = _Wire(opened, loop, self.source.id)
        self.reception.enter(self.source.device)
        peer = Peer(self.reception, wire, host=self.source.device, name=self.source.id, own=True)
        try:
            wire.begin(peer)
            self._wire = wire
            self.works("running")
            await wire.over.wait()
            raise ConnectionError(wire.error or "the line was closed")
        finally:
            self._wire = None
            await asyncio.shield(loop.run_in_executor(None, wire.end))
            peer.ended()

    @override
    async def send(self, data: bytes) -> None:
        wire = self._wire
        if wire is None:
            raise ConnectionError(f"{self.source.title} is not open")
        async with asyncio.timeout(WRITE_S):
            await asyncio.wrap_future(wire.put(data))


def _open(device: str, baud: int) -> Any:
    library = pyserial()
    try:
        return library.Serial(
            device, baudrate=baud, timeout=READ_S, write_timeout=WRITE_S, exclusive=True
        )
    except library.SerialException as error:
        raise OSError(error.errno, str(error)) from error
