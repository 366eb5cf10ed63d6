"""What one peer says, in any format: bytes in, messages and replies out. Knows no line and no time.

Frames of JT/T 808 go to its `Conversation`, all else to its `Hearing`; each is made when needed.
"""

from collections.abc import Callable

from app.ingest.conversation import Conversation, Said
from app.ingest.frames import Kind
from app.ingest.hearing import Hearing
from app.ingest.mixed import Found, MixedFramer
from app.ingest.transports.reception import Reception
from app.model import Message


class Speech:
    """`name`: of what has no number of its own, made unlike all others; `write`: to the peer."""

    __slots__ = (
        "_conversation",
        "_framer",
        "_hearing",
        "_host",
        "_name",
        "_reception",
        "_write",
    )

    def __init__(
        self, reception: Reception, write: Callable[[bytes], None], *, host: str, name: str
    ) -> None:
        self._reception, self._write = reception, write
        self._host, self._name = host, name
        self._framer = MixedFramer()
        self._conversation: Conversation | None = None
        self._hearing: Hearing | None = None

    def cut(self, data: bytes) -> Found:
        """The frames, lines and objects that `data` completes."""
        return self._framer.feed(data)

    def cut_whole(self, datagram: bytes) -> Found:
        """Those of a datagram, whose last line nothing ends but its end."""
        return self._framer.feed(datagram) + self._framer.flush()

    def converse(self, found: Found, now_s: float) -> Said | None:
        """What the frames of JT/T 808 say at steady time `now_s`; None where there is none."""
        frames = [raw for kind, raw in found if kind is Kind.JT808]
        if not frames:
            return None
        if self._conversation is None:
            self._conversation = Conversation(
                self._reception.door, host=self._host, write=self._write
            )
        return self._conversation.hear(frames, now_s=now_s)

    def go_on(self, now_s: float) -> Said:
        """The desk has answered what the conversation waited for."""
        assert self._conversation is not None
        return self._conversation.go_on(now_s=now_s)

    def listen(self, found: Found, now_s: float) -> list[Message] | None:
        """What all else says; None where there is nothing else."""
        rest = [one for one in found if one[0] is not Kind.JT808]
        if not rest:
            return None
        if self._hearing is None:
            self._name = self._reception.names.take(self._name)
            self._hearing = Hearing(self._name)
        hearing = self._hearing
        return self._counted([m for k, raw in rest for m in hearing.take(k, raw, now=now_s)])

    def pause(self) -> list[Message]:
        """It has been silent for a while: the open epoch is over."""
        return self._counted(self._hearing.flush()) if self._hearing is not None else []

    def sent(self, count: int) -> None:
        """So many replies are on the line."""
        if self._conversation is not None:
            self._conversation.sent(count)

    def close(self) -> None:
        """The peer has gone."""
        if self._hearing is not None:
            self._reception.names.give_back(self._name)
        if self._conversation is not None:
            self._conversation.close()

    def _counted(self, messages: list[Message]) -> list[Message]:
        """The same; those that are refused are counted."""
        for message in messages:
            if message.error is not None:
                self._reception.refuse(message.error)
        return messages
