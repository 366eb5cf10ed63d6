"""One peer: a connection, a line, or whoever sends datagrams from one address.

What it says goes to the collector, what it is answered goes out behind the commit; one that says
too much is not read until it may speak again.
"""

import logging
from collections.abc import Sequence
from concurrent.futures import Future
from typing import Any

from app.ingest.conversation import Said
from app.ingest.mixed import Found
from app.ingest.transports.answers import error_of, tell
from app.ingest.transports.flow import Flow, Held, Line
from app.ingest.transports.patience import Patience
from app.ingest.transports.reception import Reception
from app.ingest.transports.speech import Speech

__all__ = ["Line", "Peer"]

logger = logging.getLogger(__name__)

TURN, FRAMES = 4096, 64
"""Bytes of one peer cut, and frames taken, at a time: floods leave the others their turn."""

COST = 512
"""So many bytes cost as much as a message, so that noise is slowed as well."""


class Peer:
    """`own`: the line is one that we opened; it may be silent and noisy as long as it likes."""

    __slots__ = (
        "_flow",
        "_found",
        "_host",
        "_line",
        "_open",
        "_patience",
        "_reception",
        "_speech",
        "_unread",
        "_waiting",
    )

    def __init__(
        self, reception: Reception, line: Line, *, host: str, name: str, own: bool = False
    ) -> None:
        self._reception, self._line = reception, line
        self._host = host
        self._flow = Flow(line, reception.loop, reception.limits, self._go_on)
        self._speech = Speech(reception, self.write, host=host, name=name)
        self._unread = b""
        self._found: Found = []
        self._patience = Patience(reception.limits, reception.time_s(), own=own)
        self._waiting = 0
        self._open = True
        reception.peers[self] = None

    @property
    def held(self) -> Held:
        """Why it is not read; nothing while it is."""
        return Held(self._flow.held)

    def hear(self, data: bytes) -> None:
        """Bytes have come, in any pieces."""
        self._patience.heard(self._reception.time_s())
        self._unread = self._unread + data if self._unread else data
        if not self._flow.held:
            self._turn()

    def hear_whole(self, datagram: bytes) -> bool:
        """A datagram of whole frames and lines; False where the peer may not speak just now."""
        if self._flow.held & ~Held.ASKED:
            return False
        self._patience.heard(self._reception.time_s())
        self._cut(self._speech.cut_whole(datagram), len(datagram))
        self._turn()
        return True

    def write(self, data: bytes) -> None:
        """Send what answers nothing; does nothing once the line is gone."""
        if self._open:
            self._line.write(data)

    def unread(self, unread: bool) -> None:
        """Whether replies lie unread, so that no more of them are made."""
        self._patience.unread(self._reception.time_s() if unread else None)
        if unread:
            self._flow.hold(Held.UNREAD)
        else:
            self._flow.release(Held.UNREAD)

    def ended(self) -> None:
        """To be called when the line is gone; what was heard of it is still taken."""
        if not self._open:
            return
        self._open = False
        self._flow.close()
        self._reception.leave(self, self._host)
        self._finish()

    def drop(self, reason: str = "") -> None:
        if reason:
            self._reception.refuse(reason)
        self._unread, self._found = b"", []
        self._line.drop()

    def pause(self) -> None:
        self._deliver(Said(messages=self._speech.pause()))

    def check(self, now_s: float) -> None:
        why = self._patience.over(now_s, held=bool(self._flow.held))
        if why is not None:
            self.drop(why)

    def settled(self, count: int, replies: Sequence[bytes]) -> None:
        self._waiting -= count
        if replies:
            if self._open:
                self._line.write(replies[0] if len(replies) == 1 else b"".join(replies))
            self._speech.sent(len(replies))
        if self._flow.held & Held.WAITING:
            self._flow.release(Held.WAITING)

    def lost(self) -> None:
        self.drop()

    def _go_on(self) -> None:
        if self._unread or self._found:
            self._turn()

    def _turn(self) -> None:
        """Take some of what was heard; the rest when the others have had their turn."""
        some = self._some()
        if self._unread or self._found:
            self._flow.yield_turn()
        if some:
            self._take(some)

    def _some(self) -> Found:
        """The next frames, cut from the next bytes where none is left."""
        if not self._found and self._unread:
            piece, self._unread = self._unread[:TURN], self._unread[TURN:]
            self._cut(self._speech.cut(piece), len(piece))
        some, self._found = self._found[:FRAMES], self._found[FRAMES:]
        return some

    def _cut(self, found: Found, size: int) -> None:
        """Frames that so many bytes gave; bytes that gave fewer than they might cost as well."""
        self._found = found
        if not found:
            self._skip(size)
        elif size // COST > len(found):
            self._flow.spend(size // COST - len(found), self._reception.time_s())

    def _take(self, found: Found) -> None:
        self._patience.understood()
        now_s = self._reception.time_s()
        self._reception.hear(len(found), now_s)
        said = self._speech.converse(found, now_s)
        if said is not None:
            self._converse(said)
        heard = self._speech.listen(found, now_s)
        if heard is not None:
            self._deliver(Said(messages=heard))
            self._reception.epoch_open(self, now_s)
        self._flow.spend(len(found), now_s)

    def _skip(self, size: int) -> None:
        """Bytes that no frame came of; a line of our own is told of its noise and goes on."""
        why = self._patience.noise(size)
        if why and self._patience.own:
            self._reception.refuse(why)
        elif why:
            self.drop(why)

    def _converse(self, said: Said) -> None:
        self._deliver(said)
        if said.wait is not None:
            self._flow.hold(Held.ASKED)
            tell(self._reception.loop, said.wait, self._answered)

    def _answered(self, future: Future[Any]) -> None:
        error = error_of(future)
        if error is not None:
            logger.error("the desk could not say who %s is", self._host, exc_info=error)
            self.drop()
            return
        said = self._speech.go_on(self._reception.time_s())
        self._converse(said)
        if said.wait is None:
            self._flow.release(Held.ASKED)

    def _deliver(self, said: Said) -> None:
        """Hand over what is to be kept, with the replies that go out once it is."""
        if not said.messages and not said.replies:
            return
        collector = self._reception.collector
        self._waiting += len(said.messages)
        collector.add(self, said.messages, said.replies)
        if self._waiting > self._reception.limits.waiting or collector.full:
            self._flow.hold(Held.WAITING)

    def _finish(self) -> None:
        """Take what is left, a turn at a time; then nothing more is heard of the peer."""
        some = self._some()
        if some:
            self._take(some)
        if self._unread or self._found:
            self._reception.loop.call_soon(self._finish)
            return
        self.pause()
        self._speech.close()
