"""Which tracks are wanted: some terminals and a span of time. Values, no clock, no Qt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from types import MappingProxyType

from app.model import Task, TaskState
from maps.history.shown import LETTERS
from widgets.look_back import shift_start, written

MOST = len(LETTERS)
LONGEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Carried:
    """A terminal, and what people call it."""

    terminal: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """`terminals` in their order, at most MOST; [since, until) aware; `preset`: how it was chosen,
    "" where it was written by hand.
    """

    terminals: tuple[Carried, ...] = ()
    since: datetime
    until: datetime
    preset: str = ""

    def __bool__(self) -> bool:
        return bool(self.terminals)

    @property
    def full(self) -> bool:
        return len(self.terminals) >= MOST

    def adding(self, one: Carried) -> "Wanted":
        """With a terminal more; the same where it is there, or no more can be told apart."""
        there = any(known.terminal == one.terminal for known in self.terminals)
        return self if there or self.full else replace(self, terminals=(*self.terminals, one))

    def without(self, terminal: str) -> "Wanted":
        kept = tuple(one for one in self.terminals if one.terminal != terminal)
        return replace(self, terminals=kept)

    def over(self, since: datetime, until: datetime, preset: str = "") -> "Wanted":
        return replace(self, since=since, until=until, preset=preset)


Span = tuple[datetime, datetime]

PRESETS: Mapping[str, Callable[[datetime], Span]] = MappingProxyType(
    {
        "hour": lambda now: (now - timedelta(hours=1), now),
        "shift": lambda now: (shift_start(now), now),
        "day": lambda now: (now - timedelta(hours=24), now),
    }
)
"""Name -> the span, from now."""

_OVER = frozenset({TaskState.FED_BACK, TaskState.DONE, TaskState.RETURNED})


def span_of_task(task: Task, now: datetime) -> Span:
    """From dispatch to when it was fed back, done or returned; until now where it goes on."""
    times = task.times or {}
    since = times.get(TaskState.SENT.value, task.created)
    until = times.get(TaskState.FED_BACK.value)
    if until is None:
        until = task.changed if task.state in _OVER else now
    return since, max(until, since + timedelta(minutes=1))


def written_span(since: str, until: str, now: datetime) -> Span | None:
    """What was typed in, in Beijing time; an empty end is now. None where it is no span."""
    begin = written(since, now)
    end = written(until, now) if until.strip() else now
    if begin is None or end is None or not begin < end or end - begin > LONGEST:
        return None
    return begin, end
