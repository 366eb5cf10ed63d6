"""The clock: noticed when it is set, and left alone when it goes or stands still."""

from datetime import UTC, datetime, timedelta

import pytest

from app.clock import StepWatch, steady_s, utc_now

NOW = datetime(2026, 7, 1, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("went_s", "passed_s", "step_s"),
    [
        (60.0, 60.0, 0.0),
        (119.0, 60.0, 0.0),  # slewed by a time server
        (121.0, 60.0, 61.0),
        (-3_540.0, 60.0, -3_600.0),
        (3_600.0, 3_600.0, 0.0),  # the machine slept
        (0.0, 3_600.0, 0.0),  # a clock that stands still, for pictures
    ],
)
def test_a_clock_that_went_otherwise_than_time_was_set(
    went_s: float, passed_s: float, step_s: float
):
    times = iter([NOW, NOW + timedelta(seconds=went_s)])
    steady = iter([100.0, 100.0 + passed_s])
    watch = StepWatch(lambda: next(times), steady=lambda: next(steady))
    assert watch.step_s() == step_s


def test_a_step_is_told_once():
    times = iter([NOW, NOW + timedelta(hours=1), NOW + timedelta(hours=1, seconds=1)])
    watch = StepWatch(lambda: next(times), steady=lambda: 0.0)
    assert [watch.step_s(), watch.step_s()] == [3_600.0, 0.0]


def test_the_machine_s_own_clocks_agree():
    watch = StepWatch(utc_now)
    assert steady_s() <= steady_s()
    assert watch.step_s() == 0.0
