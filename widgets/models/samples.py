"""What cells can say at their longest in the language of the screen: the widths of columns."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from enum import Enum

from widgets import formats, words

_SOME_DAY = datetime(2026, 1, 1, tzinfo=UTC)
_AGES = (timedelta(seconds=59), timedelta(minutes=59), timedelta(hours=23), timedelta(days=99))


def words_of(members: Iterable[Enum], *, mark: str = "") -> Callable[[], tuple[str, ...]]:
    """The words of these members of an enum, each behind a mark."""
    known = tuple(members)
    return lambda: tuple(mark + words.word(member) for member in known)


def ages_ago() -> tuple[str, ...]:
    """59 分钟前, 99 天前."""
    return tuple(formats.ago(_SOME_DAY - age, _SOME_DAY) for age in _AGES)


def ages() -> tuple[str, ...]:
    """59 分钟, 99 天."""
    return tuple(formats.age(age.total_seconds()) for age in _AGES)
