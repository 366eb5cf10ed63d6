"""Limits and deadlines of the stages, and what passing or pausing does to a case's clock.

Only times are stored; what is overdue is computed. Working time has its place in UNITS.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from app.model import Case, CaseState, Condition, Grade

Count = Callable[[datetime, float], datetime | None]
"""(start, how many of the unit) -> the moment they are over; None where it cannot be counted."""


class UnknownUnitError(ValueError):
    """A limit in a unit that nobody has defined."""


class Clock(StrEnum):
    ACCEPT = "accept"  # 受理
    VERIFY = "verify"  # 核实
    DISPATCH = "dispatch"  # 派遣
    HANDLE = "handle"  # 处置
    CHECK = "check"  # 核查


def _clock_time(unit: timedelta) -> Count:
    return lambda start, number: start + number * unit


def _not_countable(start: datetime, number: float) -> None:
    """Without a calendar of working time a deadline would be a guess: the case has none."""


UNITS: dict[str, Count] = {
    "minute": _clock_time(timedelta(minutes=1)),
    "hour": _clock_time(timedelta(hours=1)),
    "urgent_hour": _clock_time(timedelta(hours=1)),
    "day": _clock_time(timedelta(days=1)),
    "urgent_day": _clock_time(timedelta(days=1)),
    "work_hour": _not_countable,
    "work_day": _not_countable,
}
"""Unit of a limit -> how it is counted. 紧急工作时 runs through nights and holidays; 工作时 and
工作日 wait for the calendar (spec: closed loop §3.4)."""

_USUAL = {Clock.ACCEPT: 15.0, Clock.VERIFY: 30.0, Clock.DISPATCH: 15.0, Clock.CHECK: 30.0}
_URGENT = {Clock.ACCEPT: 1.0, Clock.VERIFY: 3.0, Clock.DISPATCH: 5.0, Clock.CHECK: 30.0}
MINUTES: dict[Grade, dict[Clock, float]] = {
    Grade.I: _URGENT,
    Grade.II: _URGENT,
    Grade.III: _USUAL,
    Grade.IV: _USUAL,
}
"""Grade -> stage -> minutes; 1-3-5 for Ⅰ and Ⅱ: looked at in 1, verified in 3, units sent in 5."""

REWORK_FLOOR = 0.25
"""Rework gets the time that was left, but never less than this share of the limit."""


def count(start: datetime, number: float, unit: str) -> datetime | None:
    """`start` plus so many units. Raises UnknownUnitError: an unknown unit is never guessed at."""
    if unit not in UNITS:
        raise UnknownUnitError(unit)
    return UNITS[unit](start, number)


def deadline(
    stage: Clock, grade: Grade, condition: Condition | None, start: datetime
) -> datetime | None:
    """When a stage that starts now must be over; handling takes its limit from the condition."""
    if stage is not Clock.HANDLE:
        return start + timedelta(minutes=MINUTES[grade][stage])
    return count(start, condition.limit, condition.unit) if condition else None


def overdue_at(case: Case, now: datetime) -> bool:
    """Handled late, or past the deadline of the stage it is in."""
    return case.overdue or (case.open and case.deadline is not None and now > case.deadline)


ClockEffect = Callable[[Case, datetime], Case]
"""What an act does to the clock of a case."""


def keeps(case: Case, now: datetime) -> Case:
    """The clock runs on."""
    del now
    return case


def starts(stage: Clock) -> ClockEffect:
    """The stage before is over, and the clock of this one starts anew."""

    def start(case: Case, now: datetime) -> Case:
        due = (
            _handle_by(case, now)
            if stage is Clock.HANDLE
            else deadline(stage, case.grade, None, now)
        )
        case = replace(_left(case, now), clock=stage, clock_from=now, deadline=due)
        if stage is Clock.HANDLE:
            case = replace(case, handle_by=due)
        return replace(case, remaining_s=None)

    return start


def pauses_for(stage: Clock) -> ClockEffect:
    """What is left of this stage waits while another one runs."""

    def pause(case: Case, now: datetime) -> Case:
        left = None if case.deadline is None else (case.deadline - now).total_seconds()
        return replace(starts(stage)(case, now), remaining_s=left)

    return pause


def resumes(stage: Clock) -> ClockEffect:
    """The waiting stage goes on with what it had left."""

    def resume(case: Case, now: datetime) -> Case:
        if case.remaining_s is None:
            return starts(stage)(case, now)
        due = now + timedelta(seconds=case.remaining_s)
        case = replace(_left(case, now), clock=stage, clock_from=now, deadline=due)
        return replace(case, remaining_s=None)

    return resume


def ends_check(case: Case, now: datetime) -> Case:
    """The clock of the check ends with a pass, and runs on where it must be done again."""
    return stops(case, now) if case.check_result == "pass" else case


def restarts(case: Case, now: datetime) -> Case:
    """The clock of the stage that the case is in starts anew."""
    stage = _STAGE_CLOCK.get(case.state)
    return starts(stage)(case, now) if stage else stops(case, now)


def stops(case: Case, now: datetime) -> Case:
    """No clock runs any more."""
    return replace(_left(case, now), clock="", clock_from=None, deadline=None, remaining_s=None)


_STAGE_CLOCK = {
    CaseState.RECEIVED: Clock.ACCEPT,
    CaseState.VERIFYING: Clock.VERIFY,
    CaseState.TO_FILE: Clock.ACCEPT,
    CaseState.TO_DISPATCH: Clock.DISPATCH,
    CaseState.HANDLING: Clock.HANDLE,
    CaseState.TO_CHECK: Clock.CHECK,
    CaseState.CHECKING: Clock.CHECK,
}


def _handle_by(case: Case, now: datetime) -> datetime | None:
    if case.remaining_s is not None:  # handling was paused: it goes on
        return now + timedelta(seconds=case.remaining_s)
    return None if case.limit is None else count(now, case.limit, case.limit_unit)


def _left(case: Case, now: datetime) -> Case:
    """A stage that is left late stays noted."""
    if case.deadline is None or now <= case.deadline or case.clock in case.late:
        return case
    return replace(case, late=(*case.late, case.clock))
