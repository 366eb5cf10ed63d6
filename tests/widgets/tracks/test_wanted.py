"""Which tracks are wanted: terminals told apart, spans that are spans, a task from its dispatch."""

from datetime import UTC, datetime, timedelta

import pytest

from app.model import Share, Task, TaskState
from widgets.tracks.wanted import MOST, PRESETS, Carried, Wanted, span_of_task, written_span

NOW = datetime(2026, 11, 23, 0, 12, 5, tzinfo=UTC)  # 08:12:05 in Beijing
HOUR = timedelta(hours=1)


def wanted(*names: str) -> Wanted:
    return Wanted(terminals=tuple(map(Carried, names)), since=NOW - HOUR, until=NOW)


def test_a_terminal_is_added_once_and_no_more_than_can_be_told_apart():
    one = wanted("T1").adding(Carried("T1")).adding(Carried("T2"))
    assert [two.terminal for two in one.terminals] == ["T1", "T2"]
    full = wanted(*(f"T{k}" for k in range(MOST)))
    assert full.full
    assert full.adding(Carried("T9")) == full
    assert one.without("T1").terminals == (Carried("T2"),)


@pytest.mark.parametrize(
    ("preset", "since"),
    [("hour", NOW - HOUR), ("shift", NOW.replace(minute=0, second=0)), ("day", NOW - 24 * HOUR)],
)
def test_quick_choices_end_now(preset, since):
    assert PRESETS[preset](NOW) == (since, NOW)


@pytest.mark.parametrize(
    ("since", "until", "span"),
    [
        ("07:00", "", (NOW - timedelta(minutes=72, seconds=5), NOW)),
        ("11-22 08:00", "11-22 09:00", (NOW - timedelta(hours=24, minutes=12, seconds=5),) * 1),
        ("09:00", "08:00", (NOW - timedelta(hours=23, minutes=12, seconds=5),) * 1),
        ("08:00", "07:00", None),
        ("2024-01-01 08:00", "", None),
        ("昨天", "", None),
        ("07:00", "25:00", None),
    ],
)
def test_what_is_typed_in_is_a_span_or_none(since, until, span):
    found = written_span(since, until, NOW)
    if span is None:
        assert found is None
    else:
        assert found is not None
        assert found[0] == span[0]
        assert found[0] < found[1]


def a_task(state: TaskState, **times: datetime) -> Task:
    return Task(
        id="T",
        case="C",
        unit="U",
        share=Share.LEAD,
        state=state,
        created=NOW - 5 * HOUR,
        changed=NOW - HOUR,
        times={TaskState[name].value: at for name, at in times.items()} or None,
    )


@pytest.mark.parametrize(
    ("task", "span"),
    [
        (a_task(TaskState.ON_WAY, SENT=NOW - 4 * HOUR), (NOW - 4 * HOUR, NOW)),
        (
            a_task(TaskState.FED_BACK, SENT=NOW - 4 * HOUR, FED_BACK=NOW - 2 * HOUR),
            (NOW - 4 * HOUR, NOW - 2 * HOUR),
        ),
        (a_task(TaskState.RETURNED, SENT=NOW - 4 * HOUR), (NOW - 4 * HOUR, NOW - HOUR)),
        (a_task(TaskState.SIGNED), (NOW - 5 * HOUR, NOW)),
    ],
)
def test_a_task_lasts_from_dispatch_until_it_was_fed_back_or_given_up(task, span):
    assert span_of_task(task, NOW) == span
