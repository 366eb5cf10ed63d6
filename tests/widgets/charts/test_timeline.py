"""The timeline drawn: same bytes each time, a mark chooses its case, labels never touch."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from app.model import Grade
from tests.widgets import rows as r
from widgets import theme
from widgets.charts.axis import LABEL_PX, label, step_s
from widgets.charts.day import day, since
from widgets.charts.timeline import SYMBOLS, TimelineChart

HOUR = timedelta(hours=1)


def a_day(count=4):
    pace = {(since(r.NOW) + n * HOUR, "case.report"): n for n in range(1, 8)}
    pace |= {(since(r.NOW) + n * HOUR, "alert.raise"): n for n in range(1, 8)}
    cases = [r.case(n, grade=Grade(n), deadline=r.NOW + n * HOUR / 2) for n in range(1, count + 1)]
    return day(pace, cases, r.NOW)


@pytest.fixture
def chart(qtbot):
    made = TimelineChart()
    qtbot.addWidget(made)
    made.resize(700, 130)
    made.show()
    made.put(a_day())
    return made


def picture(widget) -> QImage:
    return widget.grab().toImage()


def test_the_same_day_gives_the_same_picture(qtbot, chart):
    again = TimelineChart()
    qtbot.addWidget(again)
    again.resize(700, 130)
    again.show()
    again.put(a_day())
    first, second = picture(chart), picture(again)
    assert first == second
    again.put(a_day(3))
    assert picture(again) != first


def test_every_grade_has_a_shape_of_its_own():
    assert len(set(SYMBOLS.values())) == len(Grade)


def test_a_click_on_a_mark_chooses_its_case(qtbot, chart):
    told = []
    chart.chosen.connect(told.append)
    due = chart._day.due[2]
    picture(chart)  # the plot learns its geometry when it is painted
    qtbot.mouseClick(
        chart.plot.viewport(), Qt.MouseButton.LeftButton, pos=chart.where(due).toPoint()
    )
    assert told == [due.case]


def test_arrows_walk_along_the_deadlines_and_stop_at_both_ends(qtbot, chart):
    told = []
    chart.chosen.connect(told.append)
    for key in (Qt.Key.Key_Right,) * 6 + (Qt.Key.Key_Left,):
        qtbot.keyClick(chart, key)
    assert [case[-1] for case in told] == ["1", "2", "3", "4", "4", "4", "3"]


def test_the_day_is_told_in_a_sentence_too(chart):
    assert chart.accessibleName() == "24 小时：登记 28，办结 0，报警 28；4 小时内到期 4"


def test_the_chart_takes_the_colours_of_its_theme(chart, qapp):
    night = picture(chart)
    theme.apply(qapp, "day")
    try:
        assert picture(chart) != night
        assert picture(chart).pixelColor(400, 3) == theme.current().colour("panel")
    finally:
        theme.apply(qapp, "night")
    assert picture(chart) == night


@pytest.mark.parametrize(("width_px", "hours"), [(700, 3), (400, 6), (1600, 1), (30, 24)])
def test_labels_stand_apart(width_px, hours):
    span_s = 28 * 3600
    assert step_s(span_s, width_px) == hours * 3600
    assert width_px < LABEL_PX * 2 or span_s / step_s(span_s, width_px) * LABEL_PX <= width_px


def test_a_label_is_an_hour_of_beijing_or_the_day_that_begins():
    midnight = r.NOW.replace(hour=16, minute=0, second=0)
    assert label(midnight.timestamp()) == "11-24"
    assert label((midnight + 3 * HOUR).timestamp()) == "03:00"
