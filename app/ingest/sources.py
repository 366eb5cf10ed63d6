"""What is known of a source of messages: whether it lives, how much it said, what was refused."""

from collections import Counter, deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

QUIET_AFTER_S = 60.0
"""A source that works and said nothing so long is quiet: terminals report in seconds."""

_WORKS = frozenset({"listening", "running"})
_TROUBLE = frozenset({"waiting", "failed", "unread"})
_WINDOW_S = 10.0
_MOST_REASONS = 64
_OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceStatus:
    """`kind`: of `app.sources.source.Kind`; `where`: an address, a device, a file. `state`: off,
    idle, connecting, listening, running, waiting (to try again), ended, stopped or failed. `rate`:
    messages a second over the last ten. `refused`: count by reason. `simulated`: invented."""

    name: str
    kind: str
    state: str
    id: str = ""
    where: str = ""
    simulated: bool = False
    connections: int = 0
    heard: int = 0
    refused: Mapping[str, int] = field(default_factory=dict)
    last_heard: datetime | None = None
    rate: float = 0.0
    error: str = ""


class Light(StrEnum):
    """How a source stands, for people."""

    LIVE = "live"  # it works and is heard
    QUIET = "quiet"  # it works, and nobody says anything
    TROUBLE = "trouble"  # it does not work and should
    OFF = "off"  # it is not to work, or has done its work


def light_of(status: SourceStatus, now: datetime) -> Light:
    if status.state in _TROUBLE:
        return Light.TROUBLE
    if status.state not in _WORKS:
        return Light.OFF
    last = status.last_heard
    heard = last is not None and (now - last).total_seconds() <= QUIET_AFTER_S
    return Light.LIVE if heard else Light.QUIET


def reason_of(error: str) -> str:
    """The countable part of a refusal's text: "latitude out of range" of "…: 116.3"."""
    return error.partition(":")[0]


class Tally:
    """Counts for one source; written by its own thread, read by any."""

    def __init__(self) -> None:
        self.heard = 0
        self.last_heard: datetime | None = None
        self.refused: Counter[str] = Counter()
        self._recent: deque[tuple[float, int]] = deque(maxlen=1024)

    def hear(self, count: int, *, at: datetime, elapsed_s: float) -> None:
        """`count` messages have come, at clock time `at` and steady time `elapsed_s`."""
        self.heard += count
        self.last_heard = at
        if self._recent and int(self._recent[-1][0]) == int(elapsed_s):
            self._recent[-1] = (elapsed_s, self._recent[-1][1] + count)
        else:
            self._recent.append((elapsed_s, count))

    def refuse(self, error: str) -> None:
        reason = reason_of(error)
        known = reason in self.refused or len(self.refused) < _MOST_REASONS
        self.refused[reason if known else _OTHER] += 1

    def rate(self, elapsed_s: float) -> float:
        """Messages a second over the last ten seconds."""
        recent = list(self._recent)
        return sum(n for at, n in recent if elapsed_s - at <= _WINDOW_S) / _WINDOW_S
