"""One JT/T 808 connection as a terminal has it: sends with serials and waits for answers.

What is said over it, and when, is the terminal's business.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from struct import Struct

from app.ingest.frames import Jt808Framer
from app.ingest.jt808_frame import Damage, Frame, build, parse

SERIAL = Struct(">H")
_ANSWERS = frozenset({0x8001, 0x8100})
_ANSWER_S = 15.0

Heard = Callable[[Frame], Awaitable[None]]


class LinkLostError(ConnectionError):
    """The platform hung up, did not answer, or refused."""


class Link:
    """Open from `open_link` to `close`. `listening` is done when the platform has hung up."""

    def __init__(
        self, writer: asyncio.StreamWriter, *, phone: str, version: int, serial: int
    ) -> None:
        self.listening: asyncio.Task[None] | None = None
        self.serial = serial
        self._writer = writer
        self._phone = phone
        self._version = version
        self._waiting: dict[int, asyncio.Future[bytes]] = {}

    @property
    def upcoming(self) -> int:
        """The serial that the next message will have."""
        return (self.serial + 1) & 0xFFFF

    async def send(self, message_id: int, body: bytes = b"") -> int:
        """Sends one message; its serial, by which the platform will answer."""
        self.serial = serial = self.upcoming
        self._writer.write(build(message_id, self._phone, serial, body, self._version))
        await self._writer.drain()
        return serial

    async def ask(self, message_id: int, body: bytes) -> bytes:
        """Sends and waits for the answer's body; TimeoutError or LinkLostError without one."""
        answer: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self._waiting[self.upcoming] = answer
        await self.send(message_id, body)
        # Not wait_for: in Python 3.11 it forgets a cancellation that comes with the answer.
        async with asyncio.timeout(_ANSWER_S):
            return await answer

    async def wait(self, seconds: float) -> None:
        """Lets time pass; LinkLostError as soon as the platform hangs up."""
        if self.listening is None or self.listening.done():
            raise LinkLostError("the platform hung up")
        done, _ = await asyncio.wait({self.listening}, timeout=seconds)
        if done:
            raise LinkLostError("the platform hung up")

    async def close(self) -> None:
        self._writer.close()
        if self.listening is not None:
            self.listening.cancel()
            await asyncio.wait({self.listening})
            if not self.listening.cancelled():
                self.listening.exception()
        with suppress(OSError):
            await self._writer.wait_closed()

    async def listen(self, reader: asyncio.StreamReader, heard: Heard) -> None:
        """Answers wake who waits for them; every whole frame goes to `heard` too."""
        framer = Jt808Framer()
        try:
            while chunk := await reader.read(4096):
                for raw in framer.feed(chunk):
                    frame = parse(raw)
                    if not isinstance(frame, Damage):
                        self._wake(frame)
                        await heard(frame)
        finally:
            for answer in self._waiting.values():
                if not answer.done():
                    answer.set_exception(LinkLostError("the platform hung up"))
                    answer.exception()

    def _wake(self, frame: Frame) -> None:
        if frame.id not in _ANSWERS or len(frame.body) < SERIAL.size:
            return
        answer = self._waiting.pop(SERIAL.unpack_from(frame.body)[0], None)
        if answer is not None and not answer.done():
            answer.set_result(frame.body)


async def open_link(
    host: str, port: int, heard: Heard, *, phone: str, version: int, serial: int
) -> Link:
    """A connection that listens already; OSError where nobody is there."""
    reader, writer = await asyncio.open_connection(host, port)
    link = Link(writer, phone=phone, version=version, serial=serial)
    link.listening = asyncio.create_task(link.listen(reader, heard))
    return link
