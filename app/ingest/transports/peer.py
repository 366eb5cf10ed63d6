"""One peer: a connection, a line, or whoever sends datagrams from one address. Bytes in, messages
and replies out, every format; a peer that says too much is not read until it may speak again.
"""

import logging
from asyncio import TimerHandle
from collections.abc import Sequence
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from enum import IntFlag
from typing import Any, Protocol

from app.ingest.conversation import Conversation, Said
from app.ingest.frames import Kind
from app.ingest.hearing import Hearing
from app.ingest.mixed import Found, MixedFramer
from app.ingest.pace import Pace
from app.ingest.transports.reception import Reception
from app.model import Message

logger = logging.getLogger(__name__)

TURN = 4096
"""Bytes of one peer read at a time, so that a flood leaves the others their turn."""

COST = 512
"""So many bytes cost as much as a message, so that noise is slowed as well."""


class Held(IntFlag):
    """Why a peer is not read at present."""

    TURN = 1  # others first
    PACE = 2  # it has said more than its share
    WAITING = 4  # too much of it is not on disk
    ASKED = 8  # the desk was asked something about it
    UNREAD = 16  # it does not read what it is answered


class Line(Protocol):
    """What a peer speaks through."""

    def write(self, data: bytes) -> None: ...
    def pause(self) -> None: ...
    def resume(self) -> None: ...
    def drop(self) -> None: ...


class Peer:
    """`name`: of what it says that has no number of its own, made unlike all others.

    `own`: the line is one that we opened; it may say nothing and be noisy as long as it likes.
    """

    __slots__ = (
        "_begun",
        "_conversation",
        "_entered_s",
        "_framer",
        "_heard_s",
        "_hearing",
        "_held",
        "_host",
        "_line",
        "_name",
        "_open",
        "_own",
        "_pace",
        "_reception",
        "_skipped",
        "_timer",
        "_unread",
        "_unread_s",
        "_waiting",
    )

    def __init__(
        self, reception: Reception, line: Line, *, host: str, name: str, own: bool = False
    ) -> None:
        self._reception = reception
        self._line = line
        self._host = host
        self._name = name
        self._own = own
        self._framer = MixedFramer()
        self._pace = Pace(reception.limits.messages_a_second, reception.limits.burst)
        self._conversation: Conversation | None = None
        self._hearing: Hearing | None = None
        self._unread = b""
        self._held = 0
        self._waiting = 0
        self._skipped = 0
        self._begun = False
        self._open = True
        self._entered_s = self._heard_s = reception.time_s()
        self._unread_s: float | None = None
        self._timer: TimerHandle | None = None
        reception.peers[self] = None

    @property
    def held(self) -> Held:
        """Why it is not read; nothing while it is."""
        return Held(self._held)

    def hear(self, data: bytes) -> None:
        """Bytes have come, in any pieces."""
        self._heard_s = self._reception.time_s()
        self._unread = self._unread + data if self._unread else data
        if not self._held:
            self._turn()

    def hear_whole(self, datagram: bytes) -> bool:
        """A datagram of whole frames and lines; False where the peer may not speak just now."""
        if self._held & ~Held.ASKED:
            return False
        self._heard_s = self._reception.time_s()
        self._take(self._framer.feed(datagram) + self._framer.flush(), len(datagram))
        return True

    def write(self, data: bytes) -> None:
        """Send what answers nothing; does nothing once the line is gone."""
        if self._open:
            self._line.write(data)

    def unread(self, unread: bool) -> None:
        """Whether replies lie unread, so that no more of them are made."""
        self._unread_s = self._reception.time_s() if unread else None
        if unread:
            self._hold(Held.UNREAD)
        else:
            self._release(Held.UNREAD)

    def ended(self) -> None:
        """To be called when the line is gone; what was heard of it is still taken."""
        if not self._open:
            return
        self._open = False
        if self._timer is not None:
            self._timer.cancel()
        self._reception.leave(self, self._host)
        self._finish()

    def drop(self, reason: str = "") -> None:
        if reason:
            self._reception.refuse(reason)
        self._unread = b""
        self._line.drop()

    def pause(self) -> None:
        if self._hearing is not None:
            self._deliver(self._heard(self._hearing.flush()))

    def check(self, now_s: float) -> None:
        limits = self._reception.limits
        if self._unread_s is not None and now_s - self._unread_s > limits.reply_s:
            self.drop("replies not read")
        elif self._held or self._own:
            return
        elif not self._begun and now_s - self._entered_s > limits.first_s:
            self.drop("nothing said")
        elif now_s - self._heard_s > limits.quiet_s:
            self.drop()

    def settled(self, count: int, replies: Sequence[bytes]) -> None:
        self._waiting -= count
        if replies and self._open:
            self._line.write(replies[0] if len(replies) == 1 else b"".join(replies))
        if replies and self._conversation is not None:
            self._conversation.sent(len(replies))
        if self._held & Held.WAITING:
            self._release(Held.WAITING)

    def lost(self) -> None:
        self.drop()

    def _turn(self) -> None:
        piece = self._unread
        if len(piece) > TURN:
            piece, self._unread = piece[:TURN], piece[TURN:]
            self._hold(Held.TURN)
            self._reception.loop.call_soon(self._release, Held.TURN)
        else:
            self._unread = b""
        self._take(self._framer.feed(piece), len(piece))

    def _take(self, found: Found, size: int) -> None:
        if not found:
            self._skip(size)
            return
        self._begun = True
        now_s = self._reception.time_s()
        self._reception.hear(len(found), now_s)
        frames = [raw for kind, raw in found if kind is Kind.JT808]
        if frames:
            self._converse(self._talk().hear(frames, now_s=now_s))
        if len(frames) < len(found):
            self._listen([one for one in found if one[0] is not Kind.JT808], now_s)
        wait_s = self._pace.owe(max(len(found), size // COST), now_s=now_s)
        if wait_s and self._open:
            self._hold(Held.PACE)
            self._timer = self._reception.loop.call_later(wait_s, self._release, Held.PACE)

    def _skip(self, size: int) -> None:
        """Bytes that no frame came of; so many at the beginning are noise."""
        self._skipped += size
        if self._begun or self._skipped <= self._reception.limits.noise:
            return
        self._skipped = 0
        if self._own:
            self._reception.refuse("no known format")
        else:
            self.drop("no known format")

    def _talk(self) -> Conversation:
        if self._conversation is None:
            self._conversation = Conversation(
                self._reception.door, host=self._host, write=self.write
            )
        return self._conversation

    def _listen(self, found: Found, now_s: float) -> None:
        if self._hearing is None:
            self._name = self._reception.names.take(self._name)
            self._hearing = Hearing(self._name)
        hearing = self._hearing
        self._deliver(self._heard([m for k, raw in found for m in hearing.take(k, raw, now=now_s)]))
        self._reception.epoch_open(self, now_s)

    def _heard(self, messages: list[Message]) -> Said:
        self._reception.refuse_all(messages)
        return Said(messages=messages)

    def _converse(self, said: Said) -> None:
        self._deliver(said)
        if said.wait is not None:
            self._hold(Held.ASKED)
            said.wait.add_done_callback(self._tell)

    def _tell(self, future: Future[Any]) -> None:
        """On the desk's thread: it has answered."""
        with suppress(RuntimeError):  # the loop is closed, nobody waits any more
            self._reception.loop.call_soon_threadsafe(self._answered, future)

    def _answered(self, future: Future[Any]) -> None:
        try:
            error = future.exception()
        except CancelledError as cancelled:
            error = cancelled
        if error is not None:
            logger.error("the desk could not say who %s is", self._name, exc_info=error)
            self.drop()
        elif self._conversation is not None:
            said = self._conversation.go_on(now_s=self._reception.time_s())
            self._converse(said)
            if said.wait is None:
                self._release(Held.ASKED)

    def _deliver(self, said: Said) -> None:
        """Hand over what is to be kept, with the replies that go out once it is."""
        if not said.messages and not said.replies:
            return
        collector = self._reception.collector
        self._waiting += len(said.messages)
        collector.add(self, said.messages, said.replies)
        if self._waiting > self._reception.limits.waiting or collector.full:
            self._hold(Held.WAITING)

    def _hold(self, why: Held) -> None:
        if not self._held and self._open:
            self._line.pause()
        self._held |= why

    def _release(self, why: Held) -> None:
        self._held &= ~why
        if self._held or not self._open:
            return
        if self._unread:
            self._turn()
        if not self._held and self._open:
            self._line.resume()

    def _finish(self) -> None:
        """Take what is left, a turn at a time; then nothing more is heard of the peer."""
        if self._unread:
            piece, self._unread = self._unread[:TURN], self._unread[TURN:]
            self._take(self._framer.feed(piece), len(piece))
            self._reception.loop.call_soon(self._finish)
            return
        self.pause()
        if self._hearing is not None:
            self._reception.names.give_back(self._name)
        if self._conversation is not None:
            self._conversation.close()
