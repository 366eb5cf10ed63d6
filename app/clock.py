"""The one place that reads the clock; everything else takes the time as an argument."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

Clock = Callable[[], datetime]
"""Gives the present, aware and in UTC."""

CHINA = timezone(timedelta(hours=8), "Asia/Shanghai")
"""Beijing time; without daylight saving since 1992, so that no time zone data is needed."""

STEP_S = 60.0
"""A clock that goes off by more than this between two looks was set, and did not drift."""


def utc_now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251


def frozen(at: datetime) -> Clock:
    """A clock that stands still, for pictures and tests."""
    return lambda: at


def steady_s() -> float:
    """Seconds that have passed since some moment, whatever the wall clock is set to."""
    # Linux stops its monotonic clock while the machine sleeps; this one it does not.
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot is None else time.clock_gettime(boot)


class StepWatch:
    """Notices that a clock was set: it went otherwise than time did."""

    def __init__(self, clock: Clock, *, steady: Callable[[], float] = steady_s) -> None:
        self._clock = clock
        self._steady = steady
        self._seen = clock(), steady()

    def step_s(self) -> float:
        """Seconds that the clock was set forward (below 0: back) since the last look, else 0."""
        (was, at), (now, then) = self._seen, (self._clock(), self._steady())
        self._seen = now, then
        if now == was:  # a clock that stands still is never set
            return 0.0
        step = (now - was).total_seconds() - (then - at)
        return step if abs(step) > STEP_S else 0.0
