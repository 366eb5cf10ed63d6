"""The day of the timeline as values: what is counted where, and which deadlines are in sight."""

from datetime import timedelta

import pytest

from app.model import CaseState, Grade
from tests.widgets import rows as r
from widgets.charts.day import AHEAD, BACK, day, nearest, since

HOUR = timedelta(hours=1)
TEN = timedelta(minutes=10)
BEGIN = since(r.NOW)


def test_a_day_begins_with_a_full_hour_and_ends_some_hours_ahead():
    made = day({}, [], r.NOW)
    assert BEGIN.minute == BEGIN.second == 0
    assert BACK <= r.NOW - made.begin < BACK + HOUR
    assert made.end - r.NOW == AHEAD
    assert (made.hours, made.alerts, made.due) == ((), (), ())


@pytest.mark.parametrize(
    ("act", "opened", "closed"),
    [
        ("case.report", 2, 0),
        ("alert.confirm", 2, 0),
        ("case.close", 0, 2),
        ("case.void", 0, 2),
    ],
)
def test_cases_are_counted_by_the_hour_they_came_and_went(act, opened, closed):
    pace = {(BEGIN + HOUR, act): 1, (BEGIN + HOUR + 5 * TEN, act): 1}
    (hour,) = day(pace, [], r.NOW).hours
    assert (hour.start, hour.opened, hour.closed) == (BEGIN + HOUR, opened, closed)


def test_alerts_are_counted_by_ten_minutes():
    pace = {(BEGIN + TEN, "alert.raise"): 3, (BEGIN + 2 * TEN, "alert.raise"): 1}
    assert day(pace, [], r.NOW).alerts == ((BEGIN + TEN, 3), (BEGIN + 2 * TEN, 1))


@pytest.mark.parametrize(
    ("at", "act"),
    [
        (BEGIN - TEN, "case.report"),
        (r.NOW + TEN, "case.report"),
        (BEGIN, "case.note"),
        (BEGIN, "alert.repeat"),
    ],
)
def test_what_is_out_of_sight_or_moves_no_case_is_not_counted(at, act):
    made = day({(at, act): 5}, [], r.NOW)
    assert not made.hours
    assert not made.alerts


def test_deadlines_are_of_open_cases_and_those_out_of_sight_are_counted():
    cases = [
        r.case(1, deadline=r.NOW + HOUR),
        r.case(2, deadline=r.NOW - HOUR),
        r.case(3, deadline=r.NOW - 2 * BACK),
        r.case(5, deadline=r.NOW + 2 * AHEAD),
        r.case(6, deadline=None),
        r.case(7, state=CaseState.CLOSED, deadline=r.NOW),
    ]
    made = day({}, cases, r.NOW)
    assert [(due.case[-1], due.late) for due in made.due] == [("2", True), ("1", False)]
    assert (made.before, made.after) == (1, 1)


def test_the_nearest_deadline_is_found_and_the_graver_of_two():
    cases = [
        r.case(1, grade=Grade.III, deadline=r.NOW + HOUR),
        r.case(2, grade=Grade.I, deadline=r.NOW + HOUR),
    ]
    made = day({}, cases, r.NOW)
    found = nearest(made, r.NOW + HOUR, within=TEN)
    assert found is not None
    assert found.grade == Grade.I
    assert nearest(made, r.NOW, within=TEN) is None
