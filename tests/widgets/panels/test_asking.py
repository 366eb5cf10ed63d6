"""Panels on a real desk: told of a change they ask again, and only where it concerns them."""

import pytest
from PySide6.QtCore import Qt

from app.casework.acts import Act
from app.changes import Changes
from app.model import UnitKind
from tests.widgets import rows as r
from widgets.panels.case import CasePanel
from widgets.panels.dispatch import DispatchPanel
from widgets.panels.log import LogPanel
from widgets.panels.places import PlacesPanel
from widgets.panels.queue import MANY, QueuePanel
from widgets.panels.timeline import TimelinePanel
from widgets.panels.units import UnitsPanel

REPORT = {
    "title": "<b>井盖缺失</b>",
    "grade": "2",
    "source": "hotline",
    "item": "LOCAL:2101",
    "lon": 106.05,
    "lat": 29.05,
}


@pytest.fixture
def shown(qtbot, bridge, small_hierarchy):
    def make(panel):
        made = panel(bridge, small_hierarchy)
        qtbot.addWidget(made)
        made.resize(480, 300)
        made.show()
        return made

    return make


def act(bridge, name, subject, /, reason="", **fields):
    entry = bridge.desk.do(Act(name=name, subject=subject, fields=fields, reason=reason)).result(10)
    bridge.settle()
    return entry


def case_of(entry):
    return entry.subject.removeprefix("case:")


def test_a_reported_case_comes_to_every_panel_it_concerns(bridge, shown):
    panels = [shown(p) for p in (QueuePanel, TimelinePanel, LogPanel, PlacesPanel)]
    queue, timeline, log, places = panels
    bridge.settle()
    ident = case_of(act(bridge, "case.report", "case:", **REPORT))
    assert [case.id for case in queue.table.rows()] == [ident]
    assert queue.table.index(0, 2).data() == "<b>井盖缺失</b>"
    assert timeline.table.rowCount() >= 1
    assert log.table.rowCount() == 1
    assert places.model.counts("500001") == (1, 0)


def test_the_detail_follows_its_case_and_offers_what_is_allowed(bridge, shown):
    detail = shown(CasePanel)
    ident = case_of(act(bridge, "case.report", "case:", **REPORT))
    detail.show_case(ident)
    bridge.settle()
    assert detail.title.text() == "<b>井盖缺失</b>"
    assert detail.buttons.acts()[0] == ("case.file", f"case:{ident}")
    act(bridge, "case.void", f"case:{ident}", reason="重复")
    assert detail.stages.labels()[-1] == "已作废"
    assert detail.clock.text().startswith("2026-11-23")


def test_a_hidden_panel_asks_when_it_is_shown(bridge, qtbot, small_hierarchy):
    units = UnitsPanel(bridge, small_hierarchy)
    qtbot.addWidget(units)
    enrol = {"name": "港桥消防站", "kind": UnitKind.FIRE.value}
    act(bridge, "unit.enrol", "unit:U1", **enrol)
    assert units.table.rowCount() == 0
    units.show()
    bridge.settle()
    assert units.table.rowCount() == 1


@pytest.fixture
def asked(bridge, monkeypatch):
    """The questions that are put to the bridge, by name; none of them is answered."""
    said = []
    monkeypatch.setattr(
        bridge, "ask", lambda question, *args, then: said.append((question.__name__, args, then))
    )
    return said


def names(asked):
    return [name for name, _, _ in asked]


def test_what_does_not_concern_a_panel_is_not_asked(shown, asked):
    timeline = shown(TimelinePanel)
    asked.clear()
    timeline.refresh(Changes(terminals=frozenset({"T1"})))
    assert asked == []
    timeline.refresh(Changes(cases=frozenset({"C-1"})))
    assert names(asked) == ["timeline"]


def test_the_queue_asks_for_the_cases_that_changed_one_question_at_a_time(shown, asked):
    queue = shown(QueuePanel)
    assert names(asked) == ["open_cases"]
    queue.refresh(Changes(cases=frozenset({"C-1"})))
    queue.refresh(Changes(cases=frozenset({"C-2"}), terminals=frozenset({"T1"})))
    assert names(asked) == ["open_cases"]
    asked[0][2]([])
    assert asked[1][:2] == ("cases_now", (frozenset({"C-1", "C-2"}),))
    queue.refresh(Changes(cases=frozenset({"C-3"})))
    asked[1][2]({"C-1": r.case(1), "C-2": None})
    assert [case.id[-1] for case in queue.table.rows()] == ["1"]
    assert asked[2][:2] == ("cases_now", (frozenset({"C-3"}),))
    queue.ask_again()
    asked[2][2]({})
    assert names(asked)[3:] == ["open_cases"]


def test_so_many_changes_that_all_is_quicker(shown, asked):
    queue = shown(QueuePanel)
    asked[0][2]([])
    queue.refresh(Changes(cases=frozenset(f"C-{n}" for n in range(MANY + 1))))
    assert names(asked) == ["open_cases", "open_cases"]


def test_after_a_failure_the_queue_asks_for_all(bridge, shown, asked):
    queue = shown(QueuePanel)
    bridge.failed.emit("StoreUnavailable: busy")
    queue.refresh(Changes(cases=frozenset({"C-1"})))
    assert names(asked) == ["open_cases", "open_cases"]


def test_enter_in_the_recommended_units_dispatches_on_the_desk(bridge, qtbot, shown):
    dispatch = shown(DispatchPanel)
    act(bridge, "unit.enrol", "unit:U1", name="港桥消防站", kind="fire", handler="H1")
    ident = case_of(act(bridge, "case.report", "case:", **REPORT))
    dispatch.show_case(ident)
    bridge.settle()
    assert "F9" in dispatch.view._empty.text()
    from app.catalogue import find

    condition = find(REPORT["item"]).conditions[0].code
    act(bridge, "case.file", f"case:{ident}", item=REPORT["item"], condition=condition)
    bridge.settle()
    assert dispatch.table.rowCount() == 1
    qtbot.keyClick(dispatch.view, Qt.Key.Key_Return)
    bridge.settle()
    assert dispatch.trouble.isHidden()
    assert dispatch.table.rowCount() == 0
    assert "已派出" in dispatch.view._empty.text()


def test_the_log_tells_of_persons_and_things_by_name_and_of_one_case_alone(bridge, shown):
    log = shown(LogPanel)
    first = case_of(act(bridge, "case.report", "case:", **REPORT))
    act(bridge, "case.report", "case:", **REPORT | {"title": "道路塌陷"})
    act(bridge, "desk.note", "desk:shift", reason="与区供电局核对")
    log.ask_again()
    bridge.settle()
    said = [log.table.index(row, 2).data() for row in range(log.table.rowCount())]
    name = bridge.desk.officer.name
    assert all(text.startswith(f"{name}（") for text in said)
    assert said[0].endswith("值班记事：与区供电局核对")
    assert said[1].endswith("0002 道路塌陷")
    assert not log.only.isEnabled()
    log.show_case(first)
    log.only.setChecked(True)
    bridge.settle()
    assert [line.case for line in log.table.rows()] == [first]
