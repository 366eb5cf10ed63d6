"""The TCP listener: JT/T 808 terminals and NMEA receivers, told apart by their first bytes.

One thread, one event loop, one task a peer. A peer that floods, stalls or talks nonsense is slowed
or dropped alone: reads stop while its messages are being stored, and every buffer has a bound.
"""

import asyncio
import logging
import threading
from collections import OrderedDict
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TypeVar

from app.clock import Clock
from app.ingest.conversation import Authentic, Conversation, Door, Receive, Register, Said
from app.ingest.epochs import Epochs
from app.ingest.frames import Jt808Framer, Kind, NmeaFramer
from app.ingest.pace import Pace, Quota
from app.ingest.sources import SourceStatus, Tally
from app.model import Message

T = TypeVar("T")

logger = logging.getLogger(__name__)

_READ = 1 << 16
_SPOKEN = (Kind.JT808, Kind.NMEA)
_TURN = 256
"""Frames of one peer handled at a time, so that a flood leaves the others their turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds for each peer, and how many peers there may be.

    `quiet_s`: silence after which a peer is gone (terminals send a heartbeat within minutes).
    `first_s` and `noise`: time and bytes until it begins a frame or a line. `reply_s`: how long it
    may leave replies unread. `epoch_s`: a receiver's pause that ends an epoch.
    `newcomers`: unknown terminals that one host may register in an hour.
    """

    connections: int = 4000
    messages_a_second: float = 2000.0
    burst: float = 4000.0
    first_s: float = 60.0
    quiet_s: float = 600.0
    noise: int = 8192
    reply_s: float = 10.0
    epoch_s: float = 0.4
    newcomers: int = 1000


class Gateway:
    """Listens until `stop`. `authentic` asks whether a code given out earlier is a terminal's."""

    def __init__(
        self,
        receive: Receive,
        register: Register,
        *,
        clock: Clock,
        authentic: Authentic | None = None,
        host: str = "127.0.0.1",
        port: int = 0,
        require_auth: bool = True,
        limits: Limits | None = None,
    ) -> None:
        self._clock = clock
        self._host, self._port = host, port
        self._limits = limits or Limits()
        self._tallies = {kind: Tally() for kind in _SPOKEN}
        self._connections = dict.fromkeys(_SPOKEN, 0)
        self._peers = 0
        self._names: set[str] = set()
        self._state, self._error = "idle", ""
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ending: asyncio.Event | None = None
        self._up = threading.Event()
        self._receive = receive
        self._door = Door(
            register=register,
            authentic=authentic,
            require_auth=require_auth,
            refuse=self._tallies[Kind.JT808].refuse,
            codes=OrderedDict(),
            opened=clock(),
            newcomers=Quota(self._limits.newcomers),
        )

    def start(self) -> int:
        """The port that is listened on. OSError where it cannot be had."""
        self._thread = threading.Thread(target=self._run, name="gateway", daemon=True)
        self._thread.start()
        self._up.wait()
        if self._state == "failed":
            self._thread.join()
            raise OSError(self._error)
        return self._port

    def stop(self) -> None:
        """Close every connection and end the thread; does nothing a second time."""
        thread, loop, ending = self._thread, self._loop, self._ending
        if thread is None or loop is None or ending is None:
            return
        if thread.is_alive():
            loop.call_soon_threadsafe(ending.set)
        thread.join()

    def status(self) -> tuple[SourceStatus, ...]:
        """One row for each format; may be called from any thread."""
        elapsed = self._loop.time() if self._loop else 0.0
        return tuple(
            SourceStatus(
                name=kind.value,
                kind=f"tcp {self._host}:{self._port}",
                state=self._state,
                connections=self._connections[kind],
                heard=tally.heard,
                refused=dict(tally.refused),
                last_heard=tally.last_heard,
                rate=tally.rate(elapsed),
                error=self._error,
            )
            for kind, tally in self._tallies.items()
        )

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except (OSError, OverflowError) as error:  # no such address; no such port
            self._state, self._error = "failed", str(error)
        finally:
            if self._state != "stopped":  # whatever ended it, nobody listens any more
                self._state = "failed"
            self._up.set()

    async def _serve(self) -> None:
        self._loop, self._ending = asyncio.get_running_loop(), asyncio.Event()
        peers: set[asyncio.Task[None]] = set()

        async def welcome(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            task = asyncio.current_task()
            assert task is not None
            peers.add(task)
            try:
                await self._peer(reader, writer)
            except asyncio.CancelledError:
                pass  # stop() ends us; asyncio would log the cancellation as an error
            finally:
                peers.discard(task)

        server = await asyncio.start_server(welcome, self._host, self._port, limit=_READ)
        self._port = server.sockets[0].getsockname()[1]
        self._state = "listening"
        self._up.set()
        await self._ending.wait()
        server.close()
        for task in list(peers):
            task.cancel()
        if peers:
            await asyncio.wait(list(peers))
        await server.wait_closed()
        await asyncio.sleep(0)  # transports close in the next turn of the loop
        self._state = "stopped"

    async def _peer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._peers += 1
        try:
            if self._peers > self._limits.connections:
                self._tallies[Kind.JT808].refuse("too many connections")
            else:
                await self._talk(reader, writer)
        except (OSError, TimeoutError):
            writer.transport.abort()  # gone, silent or not reading; what it said is stored
        except Exception:
            logger.exception("a connection ended by a fault of ours")
        finally:
            self._peers -= 1
            writer.close()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Find out what the peer speaks, from the first byte that begins a frame or a line."""
        async with asyncio.timeout(self._limits.first_s):
            data, skipped = b"", 0
            while not data:
                heard = await reader.read(_READ)
                if not heard:
                    return
                starts = [at for at in map(heard.find, (b"\x7e", b"$", b"!")) if at >= 0]
                data = heard[min(starts) :] if starts else b""
                skipped += len(heard) - len(data)
                if skipped > self._limits.noise:
                    self._tallies[Kind.JT808].refuse("no known format")
                    return
        kind = Kind.JT808 if data[:1] == b"\x7e" else Kind.NMEA
        self._connections[kind] += 1
        try:
            if kind is Kind.JT808:
                await self._terminal(data, reader, writer)
            else:
                await self._receiver(data, reader, writer.get_extra_info("peername"))
        finally:
            self._connections[kind] -= 1

    async def _terminal(
        self, data: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        host = (writer.get_extra_info("peername") or ("",))[0]
        framer, pace = Jt808Framer(), self._pace()
        conversation = Conversation(self._door, host=host)
        while data:
            for frames in _turns(framer.feed(data)):
                self._hear(Kind.JT808, len(frames))
                said = conversation.hear(frames, now_s=asyncio.get_running_loop().time())
                while await self._settle(said, writer):
                    said = conversation.go_on(now_s=asyncio.get_running_loop().time())
                async with asyncio.timeout(self._limits.reply_s):
                    await writer.drain()
                await pace.spend(len(frames))
            async with asyncio.timeout(self._limits.quiet_s):
                data = await reader.read(_READ)

    async def _settle(self, said: Said, writer: asyncio.StreamWriter) -> bool:
        """Put what was said on disk, then acknowledge it; whether the desk was asked something."""
        if said.messages:
            await settled(self._receive(Kind.JT808.value, said.messages))
        writer.write(b"".join(said.replies))
        if said.wait is None:
            return False
        await settled(said.wait)
        return True

    async def _receiver(
        self, data: bytes, reader: asyncio.StreamReader, peer: tuple[str, int]
    ) -> None:
        """Epochs are complete when the next begins, or when the receiver pauses."""
        framer, epochs, pace = NmeaFramer(), Epochs(), self._pace()
        name = self._name(f"nmea@{peer[0]}")
        try:
            while data:
                for lines in _turns(framer.feed(data)):
                    self._hear(Kind.NMEA, len(lines))
                    await self._store(name, [m for line in lines for m in epochs.feed(line)])
                    await pace.spend(len(lines))
                try:
                    async with asyncio.timeout(self._limits.epoch_s):
                        data = await reader.read(_READ)
                except TimeoutError:
                    await self._store(name, epochs.flush())
                    async with asyncio.timeout(self._limits.quiet_s):
                        data = await reader.read(_READ)
            await self._store(name, epochs.flush())
        finally:
            self._names.discard(name)

    async def _store(self, name: str, messages: list[Message]) -> None:
        for message in messages:
            if message.error is not None:
                self._tallies[Kind.NMEA].refuse(message.error)
        if messages:
            named = [m if m.terminal else replace(m, terminal=name) for m in messages]
            await settled(self._receive(Kind.NMEA.value, named))

    def _hear(self, kind: Kind, count: int) -> None:
        elapsed = asyncio.get_running_loop().time()
        self._tallies[kind].hear(count, at=self._clock(), elapsed_s=elapsed)

    def _name(self, wanted: str) -> str:
        """A receiver has no number of its own; a second one from the same host gets another."""
        name, count = wanted, 1
        while name in self._names:
            count += 1
            name = f"{wanted}#{count}"
        self._names.add(name)
        return name

    def _pace(self) -> Pace:
        return Pace(self._limits.messages_a_second, self._limits.burst)


def _turns(frames: list[bytes]) -> Iterator[list[bytes]]:
    return (frames[at : at + _TURN] for at in range(0, len(frames), _TURN))


async def settled(future: "Future[T]") -> T:
    """The result of another thread's future, which is left alone if this task is cancelled."""
    loop = asyncio.get_running_loop()
    done = asyncio.Event()

    def tell(_: "Future[T]") -> None:
        with suppress(RuntimeError):  # the loop is closed, nobody waits any more
            loop.call_soon_threadsafe(done.set)

    future.add_done_callback(tell)
    await done.wait()
    return future.result()
