"""The panel of tracks by itself: whose and when, typed or chosen; slow reading can be stopped."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.clock import frozen
from app.model import Unit, UnitKind
from app.settings import Forgotten
from app.store.queries import Kept
from maps.history import History, Shown
from tests.app.tracks.builders import BEGIN_S, a_track, moving
from widgets.panels.tracks import TracksPanel
from widgets.tracks.rows import counts_text, figures_text
from widgets.tracks.wanted import MOST, Carried, Wanted

NOW = datetime(2026, 11, 23, 0, 12, 5, tzinfo=UTC)  # 08:12:05 in Beijing
CREWS = [
    Unit(id=f"U-{k}", name=f"消防-{k}", kind=UnitKind.FIRE, terminal=f"0138{k}") for k in range(6)
]


@pytest.fixture
def panel(qtbot):
    made = TracksPanel()
    made.head.clock = frozen(NOW)
    qtbot.addWidget(made)
    made.resize(1000, 300)
    made.put_all([*CREWS, Unit(id="U-9", name="没有终端", kind=UnitKind.FIRE)])
    made.show()
    return made


def choose(panel, row):
    panel.head.add.activated.emit(row)


def test_only_who_carries_a_terminal_can_be_added_and_no_more_than_can_be_told_apart(panel, qtbot):
    assert panel.head.add.count() == len(CREWS)
    for row in range(MOST):
        with qtbot.waitSignal(panel.wanted) as told:
            choose(panel, row)
        assert len(told.args[0].terminals) == row + 1
    assert not panel.head.add.isEnabled()
    assert panel.chosen.full


def test_whom_one_drops_is_no_longer_wanted(panel, qtbot):
    choose(panel, 0)
    choose(panel, 1)
    with qtbot.waitSignal(panel.wanted) as told:
        panel.list.rows.dropped.emit("01380")
    assert told.args[0].terminals == (Carried("01381", "消防-1"),)


@pytest.mark.parametrize(("name", "hours"), [("hour", 1), ("day", 24)])
def test_a_quick_choice_is_that_long_and_stays_pressed(panel, qtbot, name, hours):
    with qtbot.waitSignal(panel.wanted) as told:
        panel.head.presets[name].click()
    wanted: Wanted = told.args[0]
    assert (wanted.until, wanted.until - wanted.since) == (NOW, timedelta(hours=hours))
    assert [n for n, button in panel.head.presets.items() if button.isChecked()] == [name]


def test_a_span_that_is_typed_in_is_taken_and_a_wrong_one_is_said(panel, qtbot):
    panel.head.since.setText("07:00")
    panel.head.until.setText("07:30")
    with qtbot.waitSignal(panel.wanted) as told:
        QTest.keyClick(panel.head.until, Qt.Key.Key_Return)
    assert told.args[0].until - told.args[0].since == timedelta(minutes=30)
    assert not any(button.isChecked() for button in panel.head.presets.values())
    panel.head.until.setText("明天")
    with qtbot.assertNotEmitted(panel.wanted):
        QTest.keyClick(panel.head.until, Qt.Key.Key_Return)
    assert "看不懂" in panel.head.wrong.text()


def test_slow_reading_is_told_and_can_be_stopped_by_button_and_by_escape(panel, qtbot):
    assert not panel.bar.isVisible()
    panel.show_progress(300, 1_000)
    assert (panel.bar.value(), panel.bar.maximum()) == (300, 1_000)
    with qtbot.waitSignal(panel.asked, check_params_cb=lambda what: what == "stop"):
        panel.head.acts["stop"].click()
    with qtbot.waitSignal(panel.asked, check_params_cb=lambda what: what == "stop"):
        QTest.keyClick(panel, Qt.Key.Key_Escape)
    panel.show_progress(0, 0)
    assert not panel.bar.isVisible()
    assert not panel.head.acts["stop"].isVisible()


def test_nothing_can_be_played_or_handed_out_before_it_is_there(panel):
    acts = panel.head.acts
    choose(panel, 0)
    assert not acts["replay"].isEnabled()
    assert not acts["export"].isEnabled()
    panel.put_history(History((Shown.of(a_track(moving(10))),)))
    assert acts["replay"].isEnabled()
    assert acts["export"].isEnabled()


def test_how_long_positions_are_kept_is_always_to_be_read(panel):
    panel.list.put_kept(Kept(days=7, oldest=NOW, forgotten=Forgotten(total=9, last=4, at=NOW)))
    text = panel.list.kept.text()
    for part in ("7 天", "2026-11-23 08:12", "清除 4 点"):
        assert part in text
    panel.list.put_kept(Kept(days=30, oldest=None, forgotten=Forgotten()))
    assert panel.list.kept.text() == "定位保留 30 天（自收到起）"


@pytest.mark.parametrize("wide", [1_000, 470])
def test_the_chart_stands_beside_the_rows_where_there_is_room_else_below(panel, qtbot, wide):
    choose(panel, 0)
    panel.put_history(History((Shown.of(a_track(moving(10))),)))
    panel.resize(wide, 600)
    chart, rows = panel.chart, panel.list
    if wide > 820:
        qtbot.waitUntil(lambda: chart.x() >= rows.geometry().right())
    else:
        qtbot.waitUntil(lambda: chart.y() >= rows.geometry().bottom())


def test_figures_are_said_and_what_there_is_none_of_is_not(qapp):
    rows = [*moving(100), *moving(100, begin_s=BEGIN_S + 1_000)]
    figures = Shown.of(a_track(rows, late=range(150, 200), doubted=[3])).figures
    assert figures_text(figures) == "1.9 km · 行驶 03:17 · 均 35 · 最高 36 km/h"
    assert counts_text(figures) == "200 点 · 断 1 · 补报 50 · 存疑 1"
    assert figures_text(Shown.of(a_track([])).figures) == "这段时间没有定位"
