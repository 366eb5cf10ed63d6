"""The days under the map: a span is taken by its edges, moved whole, and stays within the days."""

from datetime import UTC, datetime

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from widgets.charts.days import DAY_S, DaysChart, day_of, day_text, second_of

LEFT = Qt.MouseButton.LeftButton
FIRST, MANY = 20_000, 50


@pytest.fixture
def chart(qtbot):
    made = DaysChart()
    qtbot.addWidget(made)
    made.resize(500, 40)
    made.put(np.arange(MANY), FIRST)
    made.show()
    return made


def drag(chart: DaysChart, start: float, end: float) -> list[tuple[int, int]]:
    heard: list[tuple[int, int]] = []
    chart.spanned.connect(lambda *span: heard.append(span))
    y = 10
    QTest.mousePress(chart, LEFT, pos=QPoint(round(start), y))
    for share in (0.5, 1.0):
        QTest.mouseMove(chart, QPoint(round(start + (end - start) * share), y))
    QTest.mouseRelease(chart, LEFT, pos=QPoint(round(end), y))
    return heard


def test_a_day_begins_at_midnight_in_beijing():
    midnight = datetime(2026, 11, 22, 16, tzinfo=UTC).timestamp()
    assert second_of(day_of(midnight)) == midnight
    assert day_of(midnight - 1) == day_of(midnight) - 1
    assert day_of(midnight + DAY_S - 1) == day_of(midnight)
    assert day_text(day_of(midnight)) == "2026-11-23"


@pytest.mark.parametrize(
    ("span", "start", "end", "expected"),
    [
        ((10, 20), 100, 50, (5, 20)),  # its beginning
        ((10, 20), 200, 300, (10, 30)),  # its end
        ((10, 20), 150, 250, (20, 30)),  # the whole
        ((10, 20), 150, 900, (40, 50)),  # no farther than the days go
        ((10, 20), 100, 400, (19, 20)),  # at least a day
        ((10, 20), 400, 400, (35, 45)),  # beside it: it comes
    ],
)
def test_a_span_follows_the_mouse(chart, span, start, end, expected):
    chart.show_span(FIRST + span[0], FIRST + span[1])
    heard = drag(chart, start, end)
    assert (chart.since - FIRST, chart.until - FIRST) == expected
    assert heard[-1] == (chart.since, chart.until)


@pytest.mark.parametrize(
    ("key", "held", "expected"),
    [
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, (9, 19)),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, (11, 21)),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, (10, 21)),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier, (9, 20)),
    ],
)
def test_a_span_follows_the_keys(chart, key, held, expected):
    chart.show_span(FIRST + 10, FIRST + 20)
    QTest.keyClick(chart, key, held)
    assert (chart.since - FIRST, chart.until - FIRST) == expected


def test_a_span_over_all_days_grows_with_them_and_another_stays(chart):
    chart.put(np.ones(60), FIRST - 5)
    assert (chart.since, chart.until) == (FIRST - 5, FIRST + 55)
    chart.show_span(FIRST, FIRST + 3)
    chart.put(np.ones(70), FIRST - 10)
    assert (chart.since, chart.until) == (FIRST, FIRST + 3)


def test_bars_and_span_are_drawn_and_nothing_is_said_of_no_days(chart):
    before = chart.grab().toImage()
    chart.show_span(FIRST + 10, FIRST + 20)
    assert chart.grab().toImage() != before
    chart.put(np.zeros(0), FIRST)
    chart.grab()
    assert (chart.since, chart.until) == (FIRST, FIRST + 1)
