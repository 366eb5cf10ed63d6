"""All events in the real window: switched on, narrowed by day and grade, picked, switched off."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from app.casework.acts import Act
from app.model import Grade
from maps.projection import project_point
from widgets.map_tools.spots import spot_at
from widgets.map_work import MapWork
from widgets.models.found import What
from widgets.shot import settle

LON, LAT = 106.55, 29.56


def report(window, grade: str, apart: float = 0.0) -> str:
    given = {"title": "爆管", "grade": grade, "source": "hotline", "lon": LON + apart, "lat": LAT}
    entry = window.desk.do(Act(name="case.report", subject="case:", fields=given)).result(30)
    return entry.subject.partition(":")[2]


def told(window) -> int:
    settle(window)
    assert window.map.events is not None
    return window.map.events.count


def click(window, lon: float, lat: float) -> None:
    x, y = window.map.viewport.to_screen(*project_point(lon, lat))
    QTest.mouseClick(
        window.map, Qt.MouseButton.LeftButton, pos=QPoint(round(float(x)), round(float(y)))
    )


def test_an_officer_looks_at_all_events_and_opens_one_of_them(window, qtbot, monkeypatch):
    menus: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, at: menus.append(menu))
    cases = {report(window, "2"), report(window, "4")}
    settle(window)
    assert window.time_bar.isHidden()
    window.map.set_layer_visible("events", True)
    window.map.go_to(LON, LAT, 10.0)
    assert told(window) == 2
    assert window.time_bar.isVisible()

    cases.add(report(window, "3", apart=0.001))
    qtbot.waitUntil(lambda: told(window) == 3, timeout=10_000)

    window.time_bar.grades[Grade.II].click()
    assert told(window) == 2
    window.time_bar.grades[Grade.II].click()
    window.time_bar.preset(1)
    assert told(window) == 3

    window.map.set_layer_visible("cases", False)  # their own symbols lie over those of all
    settle(window)
    click(window, LON, LAT)
    settle(window)
    (menu,) = menus
    assert len(menu.actions()) == 3
    seen = set()
    for row in menu.actions():
        row.trigger()
        seen.add(window.duty.case)
    assert seen == cases

    window.map.set_layer_visible("events", False)
    settle(window)
    assert window.time_bar.isHidden()
    assert window.map.events is None


def test_a_selection_counts_all_events_while_their_layer_is_on(window):
    cases = {report(window, "2"), report(window, "4", apart=0.02)}
    work = window.findChild(MapWork)
    window.map.set_layer_visible("events", True)
    settle(window)
    work.charting.within_place("500000")
    settle(window)
    panel = window.panes.found
    assert work.charting.counting.counted.count == len(cases)
    assert "全部事件 2（◆1 ●1；未结 2）" in panel.events.text()
    rows = [row.id for row in panel.table.rows() if row.what in (What.CASE, What.EVENT)]
    assert sorted(rows) == sorted(cases)  # open ones are listed once
    window.map.set_layer_visible("events", False)
    assert panel.events.isHidden()


def test_identify_names_what_only_the_layer_of_all_events_has(window):
    ident = report(window, "3")
    window.map.set_layer_visible("events", True)
    window.map.set_layer_visible("cases", False)
    window.map.go_to(LON, LAT, 4.0)
    settle(window)
    window.feed.data = replace(window.feed.data, cases=())  # as if it were closed
    work = window.findChild(MapWork)
    work.identify(spot_at(window.map, window.map.middle))
    assert f"■ {ident}" in work.view.texts()
    settle(window)
    assert any(line.startswith("■ 爆管") for line in work.view.texts())
