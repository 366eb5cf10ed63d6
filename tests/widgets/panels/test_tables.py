"""The panels that are tables: keys pressed, empty states, long names, what is told to others."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.catalogue import plants
from app.model import AlertState, TaskState
from tests.widgets import rows as r
from widgets.models.column import QUIET
from widgets.panels.alerts import AlertsPanel, rate
from widgets.panels.log import LogPanel
from widgets.panels.plants import PlantsPanel
from widgets.panels.queue import QueuePanel
from widgets.panels.table_panel import ARRANGE_EVERY
from widgets.panels.timeline import Answer, TimelinePanel
from widgets.panels.units import UnitsPanel

Key = Qt.Key


@pytest.fixture
def queue(qtbot, small_hierarchy):
    panel = QueuePanel(None, small_hierarchy)
    qtbot.addWidget(panel)
    panel.resize(480, 400)
    panel.tick(r.NOW)
    panel.show()
    return panel


@pytest.mark.parametrize(
    "panel", [QueuePanel, AlertsPanel, UnitsPanel, PlantsPanel, LogPanel, TimelinePanel]
)
def test_an_empty_panel_says_what_will_come_here(qtbot, panel):
    empty = panel()
    qtbot.addWidget(empty)
    empty.resize(480, 200)
    empty.show()
    label = empty.view._empty
    assert label.isVisible()
    assert len(label.text()) > 10
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_j_and_k_walk_the_queue_and_stop_at_its_ends(qtbot, queue):
    told = []
    queue.case_chosen.connect(told.append)
    queue.put([r.case(n) for n in (4, 8, 12)])
    for key in (Key.Key_J, Key.Key_J, Key.Key_J, Key.Key_J, Key.Key_K):
        qtbot.keyClick(queue.view, key)
    assert [ident[-2:] for ident in told] == ["12", "08", "04", "08"]


def test_the_queue_stands_gravest_then_oldest_first(queue):
    queue.put([r.case(n) for n in (1, 2, 4, 8, 3)])
    assert [case.id[-1] for case in queue.table.rows()] == ["8", "4", "1", "2", "3"]


def test_new_rows_do_not_move_the_cursor(queue):
    queue.put([r.case(n) for n in (4, 8)])
    queue.select("C-20261123-0004")
    told = []
    queue.case_chosen.connect(told.append)
    queue.put([r.case(n) for n in (4, 8, 12, 16, 1)])
    assert queue.view.chosen_key() == "C-20261123-0004"
    assert told == []


def test_only_the_overdue_and_only_a_place(queue):
    queue.put([r.case(n) for n in range(1, 21)])
    queue.overdue.setChecked(True)
    assert all(case.overdue for case in queue.table.rows())
    assert "8 / 共 20" in queue.summary.text()
    queue.overdue.setChecked(False)
    queue.set_scope("500002")
    assert queue.table.rowCount() == 0
    assert "Esc" in queue.view._empty.text()
    queue.set_scope("500001")
    assert queue.table.rowCount() == 20
    assert "西渝区" in queue.summary.text()
    assert queue.summary.text().startswith("未结")
    assert queue.bar.minimumSize().width() < 440 - queue.summary.sizeHint().width()


def test_escape_clears_what_was_typed(qtbot, queue):
    queue.put([r.case(n) for n in range(1, 8)])
    queue.search.setText("山火")
    assert 0 < queue.table.rowCount() < 7
    qtbot.keyClick(queue.search, Key.Key_Escape)
    assert queue.table.rowCount() == 7


def test_markup_in_a_title_is_shown_as_it_is_written(queue):
    queue.put([r.case(1, title="<b>x</b><img src=x>")])
    assert queue.table.index(0, 2).data() == "<b>x</b><img src=x>"


def test_a_long_title_keeps_its_row_one_line_high(queue):
    queue.put([r.case(1, title="很长的标题" * 60), r.case(2)])
    assert queue.view.rowHeight(0) == queue.view.rowHeight(1)
    assert queue.view.horizontalHeader().length() <= queue.view.viewport().width()


@pytest.mark.parametrize(
    ("key", "act"),
    [
        (Key.Key_Space, "alert.confirm"),
        (Key.Key_X, "alert.dismiss"),
        (Key.Key_H, "alert.shelve"),
        (Key.Key_U, "alert.merge"),
    ],
)
def test_an_alert_is_answered_by_one_key(qtbot, key, act):
    panel = AlertsPanel()
    qtbot.addWidget(panel)
    told = []
    panel.act_wanted.connect(lambda *said: told.append(said))
    qtbot.keyClick(panel.view, key)
    panel.put([r.alert(4), r.alert(1)])
    panel.view.step(0)
    qtbot.keyClick(panel.view, key)
    assert told == [(act, "alert:A-0004")]


def test_shelved_alerts_stand_last_and_can_be_hidden(qtbot):
    panel = AlertsPanel()
    qtbot.addWidget(panel)
    panel.put([r.alert(4, state=AlertState.SHELVED, shelved_until=r.NOW), r.alert(3)])
    assert [alert.id for alert in panel.table.rows()] == ["A-0003", "A-0004"]
    assert "搁置 1" in panel.summary.text()
    panel.shelved.setChecked(False)
    assert [alert.id for alert in panel.table.rows()] == ["A-0003"]


def test_the_rate_counts_by_ten_minutes_and_warns_of_a_flood(qtbot):
    assert rate([r.ago(1), r.ago(9), r.ago(11), r.ago(999)], r.NOW)[-2:] == (1, 2)
    panel = AlertsPanel()
    qtbot.addWidget(panel)
    panel.tick(r.NOW)
    panel.put([r.alert(n, raised=r.ago(n / 2)) for n in range(1, 12)])
    assert panel.rate.text() == "⚠ 近 10 分钟 11"
    panel.put([r.alert(n, raised=r.ago(n / 2)) for n in range(1, 11)])
    assert panel.rate.text() == "近 10 分钟 10"


def test_a_new_fix_redraws_its_own_row_alone(qtbot):
    panel = UnitsPanel()
    qtbot.addWidget(panel)
    panel.tick(r.NOW)
    panel.put_rows([r.unit_row(n) for n in range(1, 301)])
    said = []
    panel.table.dataChanged.connect(lambda top, bottom: said.append((top.row(), bottom.row())))
    fix = r.fix(7)
    panel.put_fixes({fix.terminal: fix}, frozenset({fix.terminal}))
    row = panel.table.index_of("U7").row()
    assert said == [(row, row)]


def test_a_crowd_of_fixes_is_drawn_with_the_second_and_put_in_order_seldom(qtbot):
    panel = UnitsPanel()
    qtbot.addWidget(panel)
    panel.tick(r.NOW)
    fire = [r.unit_row(n) for n in range(1, 101)]
    panel.put_rows([replace(row, unit=replace(row.unit, kind="fire")) for row in fire])
    said = []
    panel.table.dataChanged.connect(lambda top, bottom: said.append((top.row(), bottom.row())))
    fixes = {fix.terminal: fix for fix in (r.fix(n) for n in range(51, 101))}
    panel.put_fixes(fixes, frozenset(fixes))
    assert said == []
    shown = panel.table.data(panel.table.index_of("U51", 6))
    assert shown.startswith("●")
    panel.tick(r.NOW + ARRANGE_EVERY)
    first = {line.row.unit.id for line in panel.table.rows()[:50]}
    assert first == {f"U{n}" for n in range(51, 101)}


def test_a_crowd_of_strangers_comes_onto_the_board_with_the_second(qtbot):
    panel = UnitsPanel()
    qtbot.addWidget(panel)
    panel.tick(r.NOW)
    panel.put_rows([r.unit_row(1)])
    fixes = {f"S{n}": replace(r.fix(1), terminal=f"S{n}") for n in range(100)}
    panel.put_fixes(fixes, frozenset(fixes))
    assert panel.table.total == 1
    panel.tick(r.NOW)
    assert panel.table.total == 101
    assert "未编入终端 100" in panel.summary.text()


def test_busy_units_stand_first_and_lead_to_their_case(qtbot):
    panel = UnitsPanel()
    qtbot.addWidget(panel)
    panel.put_rows([r.unit_row(1), r.unit_row(2, TaskState.ON_SITE)])
    told = []
    panel.case_chosen.connect(told.append)
    panel.view.step(0)
    assert told == ["C-20261123-0001"]
    assert "在办 1" in panel.summary.text()


def test_a_terminal_that_no_unit_carries_is_listed_last_and_counted_apart(qtbot):
    panel = UnitsPanel()
    qtbot.addWidget(panel)
    panel.put_rows([r.unit_row(1)])
    stranger = replace(r.fix(1), terminal="13900000000", place="")
    panel.put_fixes({stranger.terminal: stranger}, frozenset({stranger.terminal}))
    shown = [panel.table.data(panel.table.index(1, column)) for column in range(4)]
    assert shown == ["终端 13900000000", "未编入", "—", "域外"]
    assert "共 1，在办" in panel.summary.text()
    assert "未编入终端 1" in panel.summary.text()


def test_plants_not_yet_in_service_stand_first_and_are_not_counted_as_serving(qtbot):
    panel = PlantsPanel()
    qtbot.addWidget(panel)
    panel.put(plants())
    names = [plant.name for plant in panel.table.rows()[:3]]
    assert any("港桥" in name for name in names)
    serving = sum(plant.commissioning == "in_service" for plant in plants())
    assert f"在役 {serving} 座" in panel.summary.text()


def test_the_log_takes_a_note_by_f8_and_forgets_it_by_escape(qtbot):
    panel = LogPanel()
    qtbot.addWidget(panel)
    panel.show()
    told = []
    panel.note_wanted.connect(told.append)
    qtbot.keyClick(panel.view, Key.Key_F8)
    panel.note.setText("与区供电局核对")
    qtbot.keyClick(panel.note, Key.Key_Return)
    qtbot.keyClick(panel.view, Key.Key_F8)
    panel.note.setText("算了")
    qtbot.keyClick(panel.note, Key.Key_Escape)
    assert told == ["与区供电局核对"]
    assert panel.note.isHidden()


def test_the_timeline_puts_what_falls_due_next_first(qtbot):
    panel = TimelinePanel()
    qtbot.addWidget(panel)
    panel.tick(r.NOW)
    cases = [r.case(n) for n in (3, 9, 20)]
    panel.put_answer(Answer(cases, [r.entry(5)]))
    keys = [moment.key for moment in panel.table.rows()]
    assert keys[:2] == ["due:C-20261123-0009", "due:C-20261123-0003"]
    assert keys[2:] == ["due:C-20261123-0020", "entry:5"]
    assert panel.summary.text() == "将到 2 · 已过 2"


def test_who_is_out_stands_first_then_who_is_free_and_known_to_be_near(qtbot):
    panel = UnitsPanel()
    qtbot.addWidget(panel)
    panel.tick(r.NOW)
    fixes = [r.fix(1, 60), r.fix(2, 6), r.fix(3, 0.2), r.fix(4, 60)]
    panel.put_fixes({fix.terminal: fix for fix in fixes}, frozenset())
    kind = {"kind": "fire"}
    rows = [r.unit_row(n, TaskState.ON_SITE if n == 4 else None) for n in (1, 2, 3, 4)]
    panel.put_rows([replace(row, unit=replace(row.unit, **kind)) for row in rows])
    assert [line.row.unit.id for line in panel.table.rows()] == ["U4", "U3", "U2", "U1"]


def test_closed_plants_stand_last_and_dim_with_a_mark_of_their_own(qtbot):
    panel = PlantsPanel()
    qtbot.addWidget(panel)
    panel.put(plants())
    closed = [plant.commissioning == "closed" for plant in panel.table.rows()]
    assert any(closed)
    assert closed == sorted(closed)
    last = panel.table.index(len(closed) - 1, 3)
    assert last.data(QUIET)
    assert last.data().startswith("×")
    assert not panel.table.index(0, 3).data(QUIET)


def test_plants_are_found_by_fuel_and_by_what_is_known_of_them(qtbot):
    panel = PlantsPanel()
    qtbot.addWidget(panel)
    panel.put(plants())
    panel.search.setText("燃气 首次并网")
    assert [plant.id for plant in panel.table.rows()] == ["gangqiao"]
