"""The platform's side of one connection: what is answered to each frame, and when.

Nothing is acknowledged before the desk has it on disk: whoever owns the connection sends the
replies then. No sockets and no waiting here.
"""

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from typing import Any

from app.ingest import jt808
from app.ingest.door import (
    NOT_AUTHENTICATED,
    Door,
    caller_of,
    verdict,
)
from app.ingest.guests import Guests
from app.ingest.jt808_names import MESSAGES
from app.ingest.jt808_session import (
    REPLY_BAD,
    REPLY_FAILED,
    REPLY_OK,
    REPLY_UNSUPPORTED,
    read_authentication,
    read_registration,
    read_reply,
)
from app.ingest.outgoing import Outgoing
from app.model import Message, Newcomer, Terminal

Receive = Callable[[str, Sequence[Message]], Future[Any]]
"""(source, messages) -> a future that is done once they are on disk."""

_POSITIONS = frozenset((0x0200, 0x0201, 0x0704))
_UNACKNOWLEDGED = frozenset((0x0001, 0x0100))
_REPLY, _LOGOUT, _LOCATED = 0x0001, 0x0003, 0x0201


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
        self._out = Outgoing(write, door.post)
        self._guests = Guests(door, self._out)
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

    def sent(self, count: int) -> None:
        """So many more replies have gone out."""
        self._guests.sent(count)

    def close(self) -> None:
        """The connection has ended."""
        self._unheard.clear()
        self._out.close()
        self._guests.close()

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
        if frame.total and not frame.encryption and self._guests.admitted(frame.phone):
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
        elif not self._guests.admitted(frame.phone):
            reason = self._door.outside(frame.phone) or NOT_AUTHENTICATED
            message = replace(message, error=reason, valid=False, items=())
            result = REPLY_FAILED
        elif frame.encryption or frame.id not in MESSAGES:
            result = REPLY_UNSUPPORTED
        elif message.error is not None and message.fix_time is None and message.lon is None:
            result = REPLY_BAD
        else:
            self._answered(frame)
        if frame.id == _LOGOUT:
            self._guests.forget(frame.phone)
        if frame.id in _POSITIONS or message.error is not None:
            self._take(message)
        if frame.id not in _UNACKNOWLEDGED and not frame.id & 0x8000:
            self._answer(frame, result)

    def _answered(self, frame: jt808.Frame) -> None:
        """An answer to what was sent down ends it."""
        downlink = self._door.downlink
        if downlink is None:
            return
        if frame.id == _LOCATED:
            downlink.located(frame.phone, int.from_bytes(frame.body[:2], "big"))
        elif frame.id == _REPLY and (reply := read_reply(frame.body)):
            downlink.answered(frame.phone, *reply)

    def _take(self, message: Message) -> None:
        if message.error is not None:
            self._door.refuse(message.error)
        self._said.messages.append(message)

    def _greet(self, frame: jt808.Frame, raw: bytes) -> None:
        """A registration: known and as before it is answered at once, else the desk is asked."""
        wanted = read_registration(frame)
        if isinstance(wanted, str):
            self._take(jt808.interpret(frame, raw=raw))
            self._answer(frame, REPLY_BAD)
            return
        caller = caller_of(frame, self._host, wanted)
        found = self._door.ask(caller, now_s=self._now_s)
        if isinstance(found, Terminal):
            self._welcome(frame, caller, found)
        else:
            self._ask(found, lambda: self._welcome(frame, caller, found.result()))

    def _welcome(self, frame: jt808.Frame, caller: Newcomer, terminal: Terminal) -> None:
        """The reply to a registration; without a code it is refused."""
        result, reason = verdict(terminal, caller)
        code = "" if reason else terminal.auth
        if reason:
            self._door.refuse(reason)
        body = jt808.register_reply_body(frame, result=result, code=code)
        self._reply(frame, 0x8100, body)

    def _check(self, frame: jt808.Frame, raw: bytes) -> None:
        shown = read_authentication(frame)
        if isinstance(shown, str):
            self._take(jt808.interpret(frame, raw=raw))
            self._answer(frame, REPLY_BAD)
            return
        caller = caller_of(frame, self._host)
        if reason := self._door.check(caller, shown.code, now_s=self._now_s):
            self._door.refuse(reason)
            self._answer(frame, REPLY_FAILED)
            return
        self._guests.enter(frame.phone, shown.code, frame.version)
        self._answer(frame, REPLY_OK)

    def _answer(self, frame: jt808.Frame, result: int) -> None:
        self._reply(frame, 0x8001, jt808.general_reply_body(frame, result=result))

    def _reply(self, frame: jt808.Frame, message_id: int, body: bytes) -> None:
        """Replies carry our own serial and speak the terminal's version of the header."""
        self._send(message_id, frame.phone, body, frame.version)

    def _send(self, message_id: int, phone: str, body: bytes, version: int) -> None:
        self._guests.made()
        self._said.replies.append(self._out.frame(message_id, phone, body, version))
