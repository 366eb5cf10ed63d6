"""The platform's side of one connection: what is answered to each frame, and when.

Nothing is acknowledged before the desk has it on disk: whoever owns the connection sends the
replies then. No sockets and no waiting here.
"""

from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from typing import Any

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
    """Who is let in, and the codes given out since it was `opened`.

    `newcomers`: how many unknown terminals a host may register in a while.
    """

    register: Register
    authentic: Authentic | None
    require_auth: bool
    refuse: Callable[[str], None]
    codes: "OrderedDict[str, str]"
    opened: datetime
    newcomers: Quota


@dataclass(slots=True, kw_only=True)
class Said:
    """What came of some frames: `messages` go on disk, and only then `replies` go out.

    `wait`: what the desk was asked; nothing further is heard until it is done and `go_on` called.
    """

    messages: list[Message] = field(default_factory=list[Message])
    replies: list[bytes] = field(default_factory=list[bytes])
    wait: Future[Any] | None = None


class Conversation:
    """One connection's JT/T 808: who has authenticated, our serial, packets not yet whole.

    `write` puts frames on the line that answer nothing; None where the line takes none.
    """

    def __init__(
        self, door: Door, *, host: str = "", write: Callable[[bytes], None] | None = None
    ) -> None:
        self._door = door
        self._host = host
        self._write = write
        self._serial = 0
        self._known: OrderedDict[str, None] = OrderedDict()
        self._parts = jt808.Reassembler()
        self._unheard: deque[bytes] = deque()
        self._then: Callable[[], None] | None = None
        self._said = Said()
        self._now_s = 0.0

    def hear(self, frames: Sequence[bytes], *, now_s: float) -> Said:
        """Take some frames at steady time `now_s`, in their order."""
        self._unheard.extend(frames)
        return Said() if self._then else self.go_on(now_s=now_s)

    def go_on(self, *, now_s: float) -> Said:
        """Take up what was waited for, and the frames behind it. Raises what the desk raised."""
        self._said, self._now_s = Said(), now_s
        if self._then is not None:
            then, self._then = self._then, None
            then()
        while self._unheard and self._then is None:
            self._one(self._unheard.popleft())
        for missing in self._parts.due(now_s):
            body = jt808.resend_body(missing)
            self._send(0x8003, missing.phone, body, missing.version)
        return self._said

    def close(self) -> None:
        """The connection has ended."""
        self._unheard.clear()

    def _ask(self, future: Future[Any], then: Callable[[], None]) -> None:
        """Go on with `then` when the desk has answered, which it may have done already."""
        if future.done():
            then()
        else:
            self._said.wait, self._then = future, then

    def _one(self, raw: bytes) -> None:
        frame = jt808.parse(raw)
        if isinstance(frame, jt808.Damage):
            self._take(jt808.refused(frame, raw=raw))
            return
        if frame.total and not frame.encryption and self._admitted(frame):
            whole = self._parts.feed(frame, now=self._now_s)
            if whole is None:
                return
            frame = whole
        if frame.id == 0x0100:
            self._greet(frame, raw)
        elif frame.id == 0x0102:
            self._check(frame, raw)
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
            self._answer(frame, result)

    def _admitted(self, frame: jt808.Frame) -> bool:
        return frame.phone in self._known or not self._door.require_auth

    def _take(self, message: Message) -> None:
        if message.error is not None:
            self._door.refuse(message.error)
        self._said.messages.append(message)

    def _greet(self, frame: jt808.Frame, raw: bytes) -> None:
        """Let a terminal in, or not: a stranger too many, another device under the same number.

        Only those whom the desk did not know before count among the newcomers.
        """
        wanted = read_registration(frame)
        if isinstance(wanted, str):
            self._take(jt808.interpret(frame, raw=raw))
            self._answer(frame, REPLY_BAD)
            return
        heard = frame.phone in self._door.codes
        if not heard and not self._door.newcomers.take(self._host, now_s=self._now_s):
            self._door.refuse("too many registrations")
            self._welcome(frame, "")
            return
        future = self._door.register(terminal_of(wanted))
        self._ask(future, partial(self._registered, frame, future, heard))

    def _registered(self, frame: jt808.Frame, future: Future[Terminal], heard: bool) -> None:
        registered = future.result()
        known = registered.registered is not None and registered.registered < self._door.opened
        if not heard and (known or not registered.auth):
            self._door.newcomers.give_back(self._host)
        if not registered.auth:
            self._door.refuse("registration refused")
        self._welcome(frame, registered.auth)

    def _welcome(self, frame: jt808.Frame, code: str) -> None:
        """The reply to a registration; without a code it is refused."""
        if not code:
            self._reply(frame, 0x8100, jt808.register_reply_body(frame, result=NO_TERMINAL))
            return
        self._door.codes[frame.phone] = code
        _keep(self._door.codes, 100_000)
        self._reply(frame, 0x8100, jt808.register_reply_body(frame, code=code))

    def _check(self, frame: jt808.Frame, raw: bytes) -> None:
        shown = read_authentication(frame)
        if isinstance(shown, str):
            self._take(jt808.interpret(frame, raw=raw))
            self._answer(frame, REPLY_BAD)
        elif self._door.codes.get(shown.phone) == shown.code or self._door.authentic is None:
            self._checked(frame, self._door.codes.get(shown.phone) == shown.code)
        else:
            future = self._door.authentic(shown.phone, shown.code)
            self._ask(future, lambda: self._checked(frame, future.result()))

    def _checked(self, frame: jt808.Frame, authentic: bool) -> None:
        if authentic:
            self._known[frame.phone] = None
            _keep(self._known, _MOST_PHONES)
        else:
            self._door.refuse("wrong authentication code")
        self._answer(frame, REPLY_OK if authentic else REPLY_FAILED)

    def _answer(self, frame: jt808.Frame, result: int) -> None:
        self._reply(frame, 0x8001, jt808.general_reply_body(frame, result=result))

    def _reply(self, frame: jt808.Frame, message_id: int, body: bytes) -> None:
        """Replies carry our own serial and speak the terminal's version of the header."""
        self._send(message_id, frame.phone, body, frame.version)

    def _send(self, message_id: int, phone: str, body: bytes, version: int) -> None:
        self._said.replies.append(jt808.build(message_id, phone, self._serial, body, version))
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
