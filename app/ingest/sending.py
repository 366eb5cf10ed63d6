"""A command on a line: the line, how long its answer is waited for, and what is sent again."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from app.model import Command


@dataclass(frozen=True, slots=True, kw_only=True)
class Timers:
    """How long an answer is waited for, and how often a command is sent again.

    After the n-th sending the wait is T(n+1) = T(n) x (n+1) (JT/T 808, messages of the platform).
    """

    answer_s: float = 10.0
    again: int = 3

    def waits(self) -> Iterator[float]:
        """The wait after each sending, the first one included."""
        wait_s = self.answer_s
        yield wait_s
        for n in range(1, self.again + 1):
            wait_s *= n + 1
            yield wait_s


class Line(Protocol):
    """A connection that a terminal speaks on. Both may be called by any thread."""

    def speaks_for(self, phone: str) -> bool:
        """Whether the terminal is let in on it, at this moment."""
        ...

    def push(self, command: Command) -> tuple[frozenset[int], bytes]:
        """Put a command on the line: the serials of its frames, and the frames to repeat."""
        ...

    def repeat(self, frames: bytes) -> None:
        """Put the same frames on the line once more, with the serials that they had."""
        ...


@dataclass(slots=True)
class Sent:
    """A command on a line; `due_s`: steady time at which its answer is waited for no more."""

    command: Command
    line: Line
    serials: frozenset[int]
    frames: bytes
    waits: Iterator[float]
    due_s: float
