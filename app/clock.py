"""The one place that reads the clock; everything else takes the time as an argument."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Gives the present, aware and in UTC."""


def utc_now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251


def frozen(at: datetime) -> Clock:
    """A clock that stands still, for pictures and tests."""
    return lambda: at
