"""Speed and height over one time axis; what is pointed at is told, and shown in both."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from maps.history import Shown
from tests.app.tracks.builders import BEGIN_S, a_track, moving
from widgets.charts.fine_axis import STEPS_S, label, step_s
from widgets.charts.track import TrackChart

END_S = BEGIN_S + 2_000


@pytest.fixture
def shown():
    rows = [*moving(300), *moving(300, begin_s=BEGIN_S + 1_000)]
    return Shown.of(a_track(rows, doubted=[10]))


@pytest.fixture
def chart(qtbot, shown):
    made = TrackChart()
    qtbot.addWidget(made)
    made.resize(900, 240)
    made.show()
    made.put([shown], BEGIN_S, END_S)
    return made


def drawn(chart, plot):
    return chart.curves[plot][0].getData()


def test_both_are_drawn_over_the_same_time_and_gaps_are_no_line(chart):
    speed, height = chart.plots
    assert speed.getViewBox().viewRange()[0] == pytest.approx([BEGIN_S, END_S])
    assert height.getViewBox().viewRange()[0] == pytest.approx([BEGIN_S, END_S])
    for plot, low, high in ((0, 30, 36), (1, 200, 499)):
        x, y = drawn(chart, plot)
        assert (np.nanmin(y), np.nanmax(y)) == (low, high)
        in_gap = (x > BEGIN_S + 299) & (x < BEGIN_S + 1_000)
        assert not in_gap.any()
        assert np.isnan(y[np.searchsorted(x, BEGIN_S + 299.5) - 1])


def test_what_is_in_sight_is_drawn_in_full_when_looked_at_closer(chart, shown):
    chart.speed.setXRange(BEGIN_S + 100, BEGIN_S + 130, padding=0)
    x, _ = drawn(chart, 0)
    inside = np.unique(x[(x >= BEGIN_S + 100) & (x <= BEGIN_S + 130)])
    assert len(inside) == 31
    chart.whole()
    assert chart.height_.getViewBox().viewRange()[0] == pytest.approx([BEGIN_S, END_S])


def test_the_cursor_and_the_moment_run_through_both_plots(chart):
    chart.show_cursor(BEGIN_S + 50)
    chart.show_moment(BEGIN_S + 60)
    assert [line.value() for line in chart.cursors] == [BEGIN_S + 50] * 2
    assert [line.value() for line in chart.moments] == [BEGIN_S + 60] * 2
    chart.show_cursor(None)
    assert [line.isVisible() for line in chart.cursors] == [False, False]
    assert [line.isVisible() for line in chart.moments] == [True, True]


def test_arrow_keys_step_from_fix_to_fix_over_the_doubted(chart):
    told: list[float] = []
    chart.pointed.connect(lambda at_s: (told.append(at_s), chart.show_cursor(at_s)))
    chart.show_cursor(BEGIN_S + 9)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert told == [BEGIN_S + 11, BEGIN_S + 9, BEGIN_S + 1_299]


def test_moving_over_a_plot_points_and_a_click_seeks(chart, qtbot):
    box = chart.height_.getViewBox()
    at = box.mapViewToScene(box.viewRect().center())
    with qtbot.waitSignal(chart.pointed) as told:
        chart.height_.scene().sigMouseMoved.emit(at)
    assert told.args[0] == pytest.approx(BEGIN_S + 1_000, abs=5)
    spot = chart.height_.mapFromScene(at)
    with qtbot.waitSignal(chart.sought) as sought:
        QTest.mouseClick(
            chart.height_.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            spot,
        )
    assert sought.args[0] == pytest.approx(BEGIN_S + 1_000, abs=5)


def test_nothing_is_drawn_of_nothing(chart):
    chart.put([], BEGIN_S, END_S)
    assert chart.curves == [[], []]
    QTest.keyClick(chart, Qt.Key.Key_Right)


@pytest.mark.parametrize("span_s", [20, 600, 3_600, 86_400, 30 * 86_400])
def test_labels_never_touch_and_stand_on_round_times(span_s):
    step = step_s(span_s, 600)
    assert span_s / step <= 600 / 64
    assert step in STEPS_S


@pytest.mark.parametrize(
    ("seconds", "step", "text"),
    [
        (1_795_395_600, 3_600, "09:00"),
        (1_795_395_610, 10, "09:00:10"),
        (1_795_363_200, 3_600, "11-23"),
    ],
)
def test_times_are_those_of_beijing(seconds, step, text):
    assert label(seconds, step) == text
