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
from app.ingest.transports.backlog import Backlog
from app.ingest.transports.flow import Flow, Held, Line
from app.ingest.transports.patience import Patience
from app.ingest.transports.reception import Reception
from app.ingest.transports.speech import Speech

__all__ = ["Line", "Peer"]

logger = logging.getLogger(__name__)

COST = 512
"""So many bytes cost as much as a message, so that noise is slowed as well."""


class Peer:
    """`own`: the line is one that we opened; it may be silent and noisy as long as it likes."""

    __slots__ = (
        "_backlog",
        "_flow",
        "_host",
        "_line",
        "_open",
        "_patience",
        "_reception",
        "_speech",
        "_waiting",
    )

    def __init__(
        self, reception: Reception, line: Line, *, host: str, name: str, own: bool = False
    ) -> None:
        self._reception, self._line = reception, line
        self._host = host
        self._flow = Flow(line, reception.loop, reception.limits, self._go_on)
        self._speech = Speech(reception, self.write, host=host, name=name)
        self._backlog = Backlog(self._speech.cut)
        self._patience = Patience(reception.limits, reception.time_s(), own=own)
        self._waiting = 0
        self._open = True
        reception.peers[self] = None

    def hear(self, data: bytes) -> None:
        """Bytes have come, in any pieces."""
        self._patience.heard(self._reception.time_s())
        self._backlog.add(data)
        if not self._flow.held:
            self._turn()

    def hear_whole(self, datagram: bytes) -> bool:
        """A datagram of whole frames and lines; False where the peer may not speak just now."""
        if self._flow.held & ~Held.ASKED:
            return False
        self._patience.heard(self._reception.time_s())
        found = self._speech.cut_whole(datagram)
        self._backlog.put(found)
        self._charge(len(datagram), len(found))
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
        self._backlog.clear()
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
        if self._backlog:
            self._turn()

    def _turn(self) -> None:
        """Take some of what was heard; the rest when the others have had their turn."""
        some, size, count = self._backlog.take()
        self._charge(size, count)
        if self._backlog:
            self._flow.yield_turn()
        if some:
            self._take(some)

    def _charge(self, size: int, count: int) -> None:
        """So many bytes gave so many frames; those that gave fewer than they might cost as well."""
        if size and not count:
            self._skip(size)
        elif size // COST > count:
            self._flow.spend(size // COST - count, self._reception.time_s())

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
        if self._backlog:
            self._turn()
            self._reception.loop.call_soon(self._finish)
            return
        self.pause()
        self._speech.close()
