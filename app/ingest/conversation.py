"""The platform's side of one connection: what is answered to each frame, and when.

Nothing is acknowledged before the desk has it on disk. No sockets here.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeVar

from app.ingest import jt808
from app.ingest.jt808_names import MESSAGES
from app.ingest.jt808_session import (
    NO_TERMINAL,
    REPLY_BAD,
    REPLY_FAILED,
    REPLY_OK,
    REPLY_UNSUPPORTED,
    Registration,
    read_authentication,
    read_registration,
)
from app.ingest.pace import Quota
from app.model import Message, Terminal

T = TypeVar("T")

Receive = Callable[[str, Sequence[Message]], Future[Any]]
"""(source, messages) -> a future that is done once they are on disk."""

Register = Callable[[Terminal], Future[Terminal]]
"""A terminal that wants in -> the same with its authentication code, or without one: refused."""

Authentic = Callable[[str, str], Future[bool]]
"""(phone, code) -> whether the code is that terminal's."""

_MOST_PHONES = 64
_POSITIONS = frozenset((0x0200, 0x0201, 0x0704))
_UNACKNOWLEDGED = frozenset((0x0001, 0x0100))
_LOGOUT = 0x0003


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """Where messages go, who is let in, and the codes given out since it was `opened`.

    `newcomers`: how many unknown terminals a host may register in a while.
    """

    source: str
    receive: Receive
    register: Register
    authentic: Authentic | None
    require_auth: bool
    refuse: Callable[[str], None]
    codes: "OrderedDict[str, str]"
    opened: datetime
    newcomers: Quota


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


class Conversation:
    """One connection's JT/T 808: who has authenticated, our serial, packets not yet whole."""

    def __init__(self, door: Door, *, host: str = "") -> None:
        self._door = door
        self._host = host
        self._serial = 0
        self._known: OrderedDict[str, None] = OrderedDict()
        self._parts = jt808.Reassembler()
        self._waiting: list[Message] = []
        self._results: list[tuple[jt808.Frame, int]] = []
        self._out: list[bytes] = []

    async def hear(self, frames: Sequence[bytes]) -> list[bytes]:
        """The replies to some frames, in their order, once what they said is on disk."""
        self._out = []
        now = asyncio.get_running_loop().time()
        for raw in frames:
            await self._one(raw, now)
        await self._commit()
        for missing in self._parts.due(now):
            body = jt808.resend_body(missing)
            self._send(0x8003, missing.phone, body, missing.version)
        return self._out

    async def _one(self, raw: bytes, now: float) -> None:
        frame = jt808.parse(raw)
        if isinstance(frame, jt808.Damage):
            self._take(jt808.refused(frame, raw=raw))
            return
        if frame.total and not frame.encryption and self._admitted(frame):
            whole = self._parts.feed(frame, now=now)
            if whole is None:
                return
            frame = whole
        if frame.id == 0x0100:
            await self._commit()
            await self._greet(frame, raw)
        elif frame.id == 0x0102:
            await self._commit()
            await self._check(frame, raw)
        else:
            self._ordinary(frame, raw)

    def _ordinary(self, frame: jt808.Frame, raw: bytes) -> None:
        message = jt808.interpret(frame, raw=raw)
        result = REPLY_OK
        if frame.id & 0x8000:
            message = replace(message, error="not a terminal's message")
        elif not self._admitted(frame):
            message = replace(message, error="not authenticated", valid=False, items=())
            result = REPLY_FAILED
        elif frame.encryption or frame.id not in MESSAGES:
            result = REPLY_UNSUPPORTED
        elif message.error is not None and message.fix_time is None and message.lon is None:
            result = REPLY_BAD
        if frame.id == _LOGOUT:
            self._known.pop(frame.phone, None)
        if frame.id in _POSITIONS or message.error is not None:
            self._take(message)
        if frame.id not in _UNACKNOWLEDGED and not frame.id & 0x8000:
            self._results.append((frame, result))

    def _admitted(self, frame: jt808.Frame) -> bool:
        return frame.phone in self._known or not self._door.require_auth

    def _take(self, message: Message) -> None:
        if message.error is not None:
            self._door.refuse(message.error)
        self._waiting.append(message)

    async def _commit(self) -> None:
        """Hand over what waits, and only then acknowledge it."""
        messages, self._waiting = self._waiting, []
        results, self._results = self._results, []
        if messages:
            await settled(self._door.receive(self._door.source, messages))
        for frame, result in results:
            self._reply(frame, 0x8001, jt808.general_reply_body(frame, result=result))

    async def _greet(self, frame: jt808.Frame, raw: bytes) -> None:
        wanted = read_registration(frame)
        if isinstance(wanted, str):
            self._take(jt808.interpret(frame, raw=raw))
            self._results.append((frame, REPLY_BAD))
            return
        registered = await self._register(terminal_of(wanted))
        if not registered.auth:
            body = jt808.register_reply_body(frame, result=NO_TERMINAL)
        else:
            self._door.codes[frame.phone] = registered.auth
            _keep(self._door.codes, 100_000)
            body = jt808.register_reply_body(frame, code=registered.auth)
        self._reply(frame, 0x8100, body)

    async def _register(self, wanted: Terminal) -> Terminal:
        """With its code, or without one where it is refused: a stranger too many, another device.

        Only those whom the desk did not know before count among the newcomers.
        """
        heard = wanted.id in self._door.codes
        now_s = asyncio.get_running_loop().time()
        if not heard and not self._door.newcomers.take(self._host, now_s=now_s):
            self._door.refuse("too many registrations")
            return wanted
        registered = await settled(self._door.register(wanted))
        known = registered.registered is not None and registered.registered < self._door.opened
        if not heard and (known or not registered.auth):
            self._door.newcomers.give_back(self._host)
        if not registered.auth:
            self._door.refuse("registration refused")
        return registered

    async def _check(self, frame: jt808.Frame, raw: bytes) -> None:
        shown = read_authentication(frame)
        if isinstance(shown, str):
            self._take(jt808.interpret(frame, raw=raw))
            self._results.append((frame, REPLY_BAD))
        elif await self._authentic(shown):
            self._known[frame.phone] = None
            _keep(self._known, _MOST_PHONES)
            self._results.append((frame, REPLY_OK))
        else:
            self._door.refuse("wrong authentication code")
            self._results.append((frame, REPLY_FAILED))

    async def _authentic(self, shown: jt808.Authentication) -> bool:
        if self._door.codes.get(shown.phone) == shown.code:
            return True
        if self._door.authentic is None:
            return False
        return await settled(self._door.authentic(shown.phone, shown.code))

    def _reply(self, frame: jt808.Frame, message_id: int, body: bytes) -> None:
        """Replies carry our own serial and speak the terminal's version of the header."""
        self._send(message_id, frame.phone, body, frame.version)

    def _send(self, message_id: int, phone: str, body: bytes, version: int) -> None:
        self._out.append(jt808.build(message_id, phone, self._serial, body, version))
        self._serial = (self._serial + 1) & 0xFFFF


def terminal_of(wanted: Registration) -> Terminal:
    return Terminal(
        id=wanted.phone,
        maker=wanted.maker,
        model=wanted.model,
        serial=wanted.terminal,
        plate=wanted.plate,
    )


def _keep(table: "OrderedDict[str, Any]", most: int) -> None:
    while len(table) > most:
        table.popitem(last=False)
