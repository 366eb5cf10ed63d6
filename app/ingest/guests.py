"""The terminals that speak on one connection: by which code each was let in, and what is sent them.

It is the `sending.Line` of the connection: what is pushed may be pushed by any thread.
"""

from collections import OrderedDict, deque

from app.ingest.door import Door
from app.ingest.outgoing import Outgoing
from app.model import Command, TerminalState

MOST = 64
"""Terminals on one connection; whoever was let in longest ago has to show its code again."""


class Guests:
    """They are written to through `out`, once they have been told that they are in."""

    def __init__(self, door: Door, out: Outgoing) -> None:
        self._door, self._out = door, out
        self._shown: OrderedDict[str, tuple[str, int]] = OrderedDict()
        self._made = self._gone = 0
        self._joining: deque[tuple[int, str]] = deque()

    def speaks_for(self, phone: str) -> bool:
        """Whether a terminal is let in here and can be written to."""
        return self._out.open and phone in self._shown and self.admitted(phone)

    def push(self, command: Command) -> tuple[frozenset[int], bytes]:
        """Put a command on the line: the serials of its frames, and the frames themselves."""
        version = self._shown.get(command.terminal, ("", 2013))[1]
        return self._out.push(command, version=version)

    def repeat(self, frames: bytes) -> None:
        """Put the same frames on the line once more."""
        self._out.repeat(frames)

    def admitted(self, phone: str) -> bool:
        """Let in by the register and, where that is asked, by the code that is valid now."""
        known = self._door.roll.get(phone)
        if known is None or known.state is not TerminalState.ADMITTED:
            return False
        shown = self._shown.get(phone)
        return not self._door.require_auth or (shown is not None and shown[0] == known.auth)

    def enter(self, phone: str, code: str, version: int) -> None:
        """A terminal has shown the right code; the next reply made tells it so."""
        self._shown[phone] = (code, version)
        self._shown.move_to_end(phone)
        while len(self._shown) > MOST:
            self.forget(next(iter(self._shown)))
        self._joining.append((self._made + 1, phone))

    def made(self) -> None:
        """One more reply was made."""
        self._made += 1

    def sent(self, count: int) -> None:
        """So many more replies have gone out: who was told of it may be sent something now."""
        self._gone += count
        while self._joining and self._joining[0][0] <= self._gone:
            _, phone = self._joining.popleft()
            if self._door.downlink is not None and phone in self._shown:
                self._door.downlink.joined(phone, self)

    def forget(self, phone: str) -> None:
        """It is gone, or has to show its code again."""
        if self._shown.pop(phone, None) is not None and self._door.downlink is not None:
            self._door.downlink.left(phone, self)

    def close(self) -> None:
        for phone in list(self._shown):
            self.forget(phone)
