"""What the timeline draws, as values: a day behind the present and some hours before it, no Qt.

Counts come from the ledger in spans of ten minutes; deadlines from the open cases.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.model import Case, Grade

BACK, AHEAD = timedelta(hours=24), timedelta(hours=4)
STEP, HOUR = timedelta(minutes=10), timedelta(hours=1)

OPENING = frozenset({"case.report", "alert.confirm", "case.reopen", "case.split"})
CLOSING = frozenset({"case.close", "case.force_close", "case.reject", "case.merge", "case.void"})
RAISING = frozenset({"alert.raise"})
"""Acts that put a case on the desk, that take one off it, that raise an alert."""

Pace = Mapping[tuple[datetime, str], int]
"""(start of ten minutes in UTC, act) -> how often."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hour:
    """Cases that came and went within an hour from `start`."""

    start: datetime
    opened: int = 0
    closed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """The deadline of an open case; `late`: it has passed."""

    case: str
    title: str
    grade: Grade
    at: datetime
    late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """`alerts`: (start of ten minutes, how many). `before` and `after`: deadlines out of sight."""

    begin: datetime
    now: datetime
    end: datetime
    hours: tuple[Hour, ...] = ()
    alerts: tuple[tuple[datetime, int], ...] = ()
    due: tuple[Due, ...] = ()
    before: int = 0
    after: int = 0


def since(now: datetime) -> datetime:
    """From when a day counts: the full hour, so that bars stand still while time runs."""
    return (now - BACK).replace(minute=0, second=0, microsecond=0)


def day(pace: Pace, cases: Iterable[Case], now: datetime) -> Day:
    """The chart's values at `now` (aware); empty hours and spans are left out."""
    begin, end = since(now), now + AHEAD
    all_due = sorted(_due(cases, now), key=lambda one: (one.at, one.case))
    return Day(
        begin=begin,
        now=now,
        end=end,
        hours=tuple(_hours(pace, begin, now)),
        alerts=_sum(pace, RAISING, STEP, begin, now),
        due=tuple(one for one in all_due if begin <= one.at <= end),
        before=sum(one.at < begin for one in all_due),
        after=sum(one.at > end for one in all_due),
    )


def nearest(day: Day, at: datetime, *, within: timedelta) -> Due | None:
    """The deadline nearest to a time, the graver of two; None where none is `within`."""
    found = [one for one in day.due if abs(one.at - at) <= within]
    return min(found, key=lambda one: (abs(one.at - at), one.grade), default=None)


def _hours(pace: Pace, begin: datetime, now: datetime) -> Iterable[Hour]:
    opened = dict(_sum(pace, OPENING, HOUR, begin, now))
    closed = dict(_sum(pace, CLOSING, HOUR, begin, now))
    for start in sorted(opened.keys() | closed.keys()):
        yield Hour(start=start, opened=opened.get(start, 0), closed=closed.get(start, 0))


def _sum(
    pace: Pace, acts: frozenset[str], span: timedelta, begin: datetime, now: datetime
) -> tuple[tuple[datetime, int], ...]:
    """How often any of `acts` happened in each span since `begin`, oldest first."""
    counts: Counter[datetime] = Counter()
    for (at, act), number in pace.items():
        if act in acts and begin <= at <= now:
            counts[begin + (at - begin) // span * span] += number
    return tuple(sorted(counts.items()))


def _due(cases: Iterable[Case], now: datetime) -> Iterable[Due]:
    for case in cases:
        if case.open and case.deadline is not None:
            yield Due(
                case=case.id,
                title=case.title,
                grade=case.grade,
                at=case.deadline,
                late=case.deadline < now,
            )
