"""Limits, units and what is said of the time that is left."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.casework.clocks import (
    UNITS,
    Clock,
    UnknownUnitError,
    count,
    deadline,
    overdue_at,
)
from app.catalogue import UNITS as CATALOGUE_UNITS
from app.model import Case, CaseState, Condition, Grade

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
CASE = Case(
    id="C-1",
    title="",
    grade=Grade.III,
    state=CaseState.RECEIVED,
    opened=NOON,
    changed=NOON,
    clock_from=NOON,
    deadline=NOON + timedelta(minutes=100),
)


def after(minutes):
    return NOON + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("number", "unit", "minutes"),
    [
        (90, "minute", 90),
        (2, "hour", 120),
        (2, "urgent_hour", 120),
        (1.5, "urgent_hour", 90),
        (1, "day", 1_440),
        (2, "urgent_day", 2_880),
        (4, "work_hour", None),
        (5, "work_day", None),
    ],
)
def test_units_are_counted_or_said_to_be_uncountable(number, unit, minutes):
    assert count(NOON, number, unit) == (None if minutes is None else after(minutes))


def test_an_unknown_unit_is_never_guessed_at():
    with pytest.raises(UnknownUnitError):
        count(NOON, 1, "fortnight")


def test_every_unit_of_the_catalogue_has_its_function():
    assert set(UNITS) == set(CATALOGUE_UNITS)


@pytest.mark.parametrize(
    ("stage", "grade", "minutes"),
    [
        (Clock.ACCEPT, Grade.IV, 15),
        (Clock.VERIFY, Grade.III, 30),
        (Clock.DISPATCH, Grade.IV, 15),
        (Clock.CHECK, Grade.IV, 30),
        (Clock.ACCEPT, Grade.I, 1),
        (Clock.VERIFY, Grade.II, 3),
        (Clock.DISPATCH, Grade.I, 5),
    ],
)
def test_stages_have_their_limits(stage, grade, minutes):
    assert deadline(stage, grade, None, NOON) == after(minutes)


def test_handling_takes_its_limit_from_the_condition():
    condition = Condition(code="1", text="", limit=2, unit="urgent_hour", closing="")
    assert deadline(Clock.HANDLE, Grade.I, condition, NOON) == after(120)
    assert deadline(Clock.HANDLE, Grade.I, None, NOON) is None


def test_overdue_is_computed_from_the_deadline_and_stays_once_decided():
    assert not overdue_at(CASE, after(100))
    assert overdue_at(CASE, after(101))
    closed = replace(CASE, state=CaseState.CLOSED)
    assert not overdue_at(closed, after(101))
    assert overdue_at(replace(closed, overdue=True), after(101))
