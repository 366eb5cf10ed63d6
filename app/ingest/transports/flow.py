"""Whether a line is read: not as long as there is any reason against it."""

from asyncio import AbstractEventLoop, TimerHandle
from collections.abc import Callable
from enum import IntFlag
from typing import Protocol

from app.ingest.pace import Pace
from app.sources.limits import Limits


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


class Flow:
    """`go_on` is called when the last reason is gone, before the line is read again."""

    __slots__ = ("_go_on", "_line", "_loop", "_open", "_pace", "_timer", "held")

    def __init__(
        self, line: Line, loop: AbstractEventLoop, limits: Limits, go_on: Callable[[], None]
    ) -> None:
        self._line, self._loop, self._go_on = line, loop, go_on
        self._pace = Pace(limits.messages_a_second, limits.burst)
        self._timer: TimerHandle | None = None
        self._open = True
        self.held = 0

    def hold(self, why: Held) -> None:
        if not self.held and self._open:
            self._line.pause()
        self.held |= why

    def release(self, why: Held) -> None:
        self.held &= ~why
        if self.held or not self._open:
            return
        self._go_on()
        if not self.held and self._open:
            self._line.resume()

    def yield_turn(self) -> None:
        """Let the others be read before this one is again."""
        self.hold(Held.TURN)
        self._loop.call_soon(self.release, Held.TURN)

    def spend(self, count: int, now_s: float) -> None:
        """So much was said at steady time `now_s`; the next waits until it is paid for."""
        wait_s = self._pace.owe(count, now_s=now_s)
        if wait_s and self._open:
            self.hold(Held.PACE)
            self._timer = self._loop.call_later(wait_s, self.release, Held.PACE)

    def close(self) -> None:
        """The line is gone."""
        self._open = False
        if self._timer is not None:
            self._timer.cancel()
