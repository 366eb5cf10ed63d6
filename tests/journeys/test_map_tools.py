"""The tools of the map in the real window: what is asked by hand is answered on the screen."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from app.casework.acts import Act
from app.casework.fences import DRAW, SUBJECT
from app.model import Entry, FenceKind, UnitKind
from app.store import queries
from maps.drawing import How
from maps.measures import ahead, circle
from maps.projection import project_point
from widgets import choosing, coordinates
from widgets.map_tools.spots import spot_at
from widgets.map_work import MapWork
from widgets.models.found import What
from widgets.scenes import Scene
from widgets.shot import opened, settle

KEY, MOD, LEFT = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
CTRL_SHIFT = MOD.ControlModifier | MOD.ShiftModifier


@pytest.fixture
def window(hierarchy, qtbot):
    with opened(Scene(play=lambda window: None), hierarchy, (1920, 1080)) as window:
        window.map.animated = False
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        yield window


@pytest.fixture
def work(window) -> MapWork:
    return window.findChild(MapWork)


@pytest.fixture
def case(window):
    """A case with a position, chosen, in the middle of the map."""
    found = next(c for c in window.feed.data.cases if c.position is not None and c.tasks)
    choosing.choose_case(window, found.id, go=True)
    settle(window)
    return found


def press(window, qtbot, key, modifier=MOD.NoModifier) -> None:
    over = QApplication.activeModalWidget() or window
    over.activateWindow()
    qtbot.waitUntil(over.isActiveWindow)
    qtbot.keyClick(over.focusWidget() or over, key, modifier)
    settle(window)


def typed(qtbot, text: str) -> None:
    """Into the field of the dialog that has the keys, over what is selected there."""
    field = QApplication.activeModalWidget().focusWidget()
    if text.isascii():
        qtbot.keyClicks(field, text)
    else:
        field.insert(text)


def at_middle(window):
    return window.map.point_at(window.map.middle)


def drag(window, qtbot, start: QPointF, end: QPointF) -> None:
    the_map = window.map
    qtbot.mousePress(the_map, LEFT, MOD.NoModifier, start.toPoint())
    for share in (0.3, 0.7, 1.0):
        qtbot.mouseMove(the_map, (start + (end - start) * share).toPoint())
    qtbot.mouseRelease(the_map, LEFT, MOD.NoModifier, end.toPoint())
    settle(window)


def pixel(window, lon: float, lat: float) -> QPointF:
    x, y = window.map.viewport.to_screen(*project_point(lon, lat))
    return QPointF(float(x), float(y))


def rows(window, what: What) -> list[str]:
    return [row.id for row in window.panes.found.table.rows() if row.what is what]


def test_a_box_lists_the_cases_and_units_in_it_and_escape_gives_it_up(window, qtbot, case):
    press(window, qtbot, KEY.Key_B, MOD.AltModifier)
    assert window.map.tool_name == "select_box"
    middle = window.map.middle
    drag(window, qtbot, middle - QPointF(200, 200), middle + QPointF(200, 200))
    selection = window.feed.data.drawing.selection
    assert selection.how is How.BOX
    assert case.id in selection.cases
    assert set(rows(window, What.CASE)) == set(selection.cases)
    assert set(rows(window, What.UNIT)) == set(selection.units)
    assert f"事件 {len(selection.cases)}（" in window.panes.found.said()
    press(window, qtbot, KEY.Key_Escape)
    assert window.feed.data.drawing.selection is None
    assert window.panes.found.table.total == 0
    assert window.map.tool_name == "select_box"
    press(window, qtbot, KEY.Key_Escape)
    assert window.map.tool_name == "select"


def test_enter_in_the_list_goes_to_what_it_is_on(window, qtbot, case, work):
    work.charting.within_place(case.chain[1])
    window.map.fit_place("500000")
    panel = window.panes.found
    panel.view.choose(f"CASE:{case.id}")
    panel.view.setFocus()
    press(window, qtbot, KEY.Key_Return)
    middle = pixel(window, case.position.lon, case.position.lat)
    assert (middle - window.map.middle).manhattanLength() < 4
    assert window.duty.case == case.id


def test_what_lies_in_a_place_is_what_its_chain_says(window, work):
    """Held against the codes that the desk itself keeps."""
    for code in ("500118", "500000"):
        work.charting.within_place(code)
        expected = {
            c.id for c in window.feed.data.cases if c.position is not None and code in c.chain
        }
        assert set(rows(window, What.CASE)) == expected
        assert window.name_of(code) in window.panes.found.said()


def test_a_selection_follows_the_data(window, work, case):
    work.charting.within_place("500000")
    before = rows(window, What.CASE)
    act = Act(name="case.void", subject=f"case:{case.id}", reason="登记有误")
    window.bridge.do(act)
    window.bridge.settle()
    work.charting._look_again()
    left = rows(window, What.CASE)
    assert set(before) - set(left) == {case.id}


def test_rings_about_the_chosen_case_list_units_by_distance(window, qtbot, case, work):
    press(window, qtbot, KEY.Key_R, MOD.AltModifier | MOD.ShiftModifier)
    rings = window.feed.data.drawing.rings
    assert (rings.case, rings.radii_m) == (case.id, (1000.0, 3000.0, 5000.0))
    assert rings.at == (case.position.lon, case.position.lat)
    found = [row.distance_m for row in window.panes.found.table.rows()]
    assert found == sorted(found)
    assert all(metres <= 5000 for metres in found)
    assert "按 30 km/h 直线估算" in window.panes.found.said()
    press(window, qtbot, KEY.Key_U, MOD.AltModifier | MOD.ShiftModifier)
    typed(qtbot, "2 20")
    press(window, qtbot, KEY.Key_Return)
    assert window.feed.data.drawing.rings.radii_m == (2000.0, 20_000.0)
    assert len(window.panes.found.table.rows()) >= len(found)


def test_radii_that_are_none_are_refused_and_stay(window, qtbot, work):
    work.charting.edit_rings()
    typed(qtbot, "far")
    press(window, qtbot, KEY.Key_Return)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert dialog.trouble.isVisible()
    dialog.reject()


def test_a_buffer_is_made_by_keys_alone(window, qtbot, case):
    press(window, qtbot, KEY.Key_U, MOD.AltModifier)
    press(window, qtbot, KEY.Key_Period)
    press(window, qtbot, KEY.Key_Return)
    typed(qtbot, "2 km")
    press(window, qtbot, KEY.Key_Return)
    selection = window.feed.data.drawing.selection
    assert selection.how is How.BUFFER
    assert case.id in selection.cases
    assert 0 < selection.error_m < 2.0
    assert "误差不超过" in window.panes.found.said()


def test_a_buffer_about_a_place_holds_what_the_place_holds(window, qtbot, work):
    work.charting.within_place("500118")
    inside = set(rows(window, What.CASE))
    work.charting.buffer_place("500118")
    press(window, qtbot, KEY.Key_Return)
    assert inside <= set(rows(window, What.CASE))


def test_identify_lists_every_layer_with_all_five_levels(window, qtbot, case, work):
    press(window, qtbot, KEY.Key_I, CTRL_SHIFT)
    press(window, qtbot, KEY.Key_Period)
    said = work.view.texts()
    assert any(case.title in line for line in said)
    chain = window.hierarchy.locate(*at_middle(window)).places
    assert len(chain) == 5
    for place in chain:
        assert any(place.name in line and place.code in line for line in said)
    assert sum("°" in line for line in said) >= 3
    press(window, qtbot, KEY.Key_C, MOD.ControlModifier)
    assert case.title in QGuiApplication.clipboard().text()
    press(window, qtbot, KEY.Key_Return)
    assert window.duty.case == case.id
    press(window, qtbot, KEY.Key_Escape)
    assert not work.view.isVisible()
    assert window.map.tool_name == "identify"


def test_nothing_at_a_spot_is_said_too(window, work):
    window.map.go_to(104.0, 34.0, 20.0)
    settle(window)
    work.identify(spot_at(window.map, window.map.middle))
    said = work.view.texts()
    assert "没有要素" in said[0]
    read = [found for line in said if (found := coordinates.parse(line))]
    assert len(read) == 3
    assert read[0] == pytest.approx((104.0, 34.0), abs=1e-3)


def test_a_case_is_reported_where_somebody_pointed(window, qtbot, case):
    wanted = at_middle(window)
    known = {c.id for c in window.feed.data.cases}
    press(window, qtbot, KEY.Key_N, MOD.AltModifier)
    press(window, qtbot, KEY.Key_Period)
    dialog = window.acting.shown
    assert "°" in dialog.place.text()
    typed(qtbot, "路面塌陷")
    dialog.send()
    window.bridge.settle()
    (made,) = [c for c in window.feed.data.cases if c.id not in known]
    assert (made.position.lon, made.position.lat) == pytest.approx(wanted, abs=1e-5)
    assert made.chain == window.hierarchy.locate(*wanted).codes


def test_a_typed_coordinate_is_gone_to_and_pinned_until_escape(window, qtbot):
    press(window, qtbot, KEY.Key_G, MOD.ControlModifier)
    window.finder.field.setText("北纬29度1分12秒 东经105度52分12秒")
    window.finder.choose()
    assert window.feed.data.drawing.pin == pytest.approx((105.87, 29.02), abs=1e-6)
    assert at_middle(window) == pytest.approx((105.87, 29.02), abs=1e-4)
    window.map.setFocus()
    press(window, qtbot, KEY.Key_Escape)
    assert window.feed.data.drawing.pin is None


def test_a_fence_is_drawn_listed_reshaped_renamed_and_removed(window, qtbot, case, work):
    press(window, qtbot, KEY.Key_F, MOD.AltModifier)
    middle = window.map.middle
    for dx, dy in ((-100, -80), (120, -70), (90, 110)):
        point = (middle + QPointF(dx, dy)).toPoint()
        qtbot.mouseClick(window.map, LEFT, MOD.AltModifier, point)
    press(window, qtbot, KEY.Key_Return)
    typed(qtbot, "化工园")
    press(window, qtbot, KEY.Key_Return)
    (fence,) = window.desk.ask(queries.fences).result()
    assert (fence.name, fence.kind, len(fence.rings[0])) == ("化工园", FenceKind.WATCH, 3)
    assert window.feed.data.fences == (fence,)
    press(window, qtbot, KEY.Key_G, MOD.AltModifier)
    panel = window.panes.fences
    panel.view.step(1)
    press(window, qtbot, KEY.Key_E)
    assert window.map.tool_name == "fence_edit"
    press(window, qtbot, "]")
    press(window, qtbot, KEY.Key_Right, MOD.ControlModifier)
    press(window, qtbot, KEY.Key_Z, MOD.ControlModifier)  # the tool's, and no unit is called back
    assert window.map.tool_in_hand.outline.rings == fence.rings
    assert QApplication.activeModalWidget() is None
    press(window, qtbot, KEY.Key_Y, MOD.ControlModifier)
    press(window, qtbot, KEY.Key_Return)
    (changed,) = window.desk.ask(queries.fences).result()
    assert changed.rings != fence.rings
    assert window.map.tool_name == "select"
    work.fencing.want("rename", fence.id)
    dialog = QApplication.activeModalWidget()
    dialog.kind.setCurrentIndex(1)
    dialog.watches[UnitKind.FIRE].setChecked(True)
    press(window, qtbot, KEY.Key_Return)
    (renamed,) = window.desk.ask(queries.fences).result()
    assert (renamed.kind, renamed.watches) == (FenceKind.KEEP_OUT, (UnitKind.FIRE,))
    work.fencing.want("remove", fence.id)
    press(window, qtbot, KEY.Key_Return)
    assert QApplication.activeModalWidget().trouble.isVisible()
    typed(qtbot, "over")
    press(window, qtbot, KEY.Key_Return)
    assert window.desk.ask(queries.fences).result() == []
    assert window.feed.data.fences == ()
    acts = window.desk.ask(queries.entries, f"fence:{fence.id}").result()
    assert [entry.act for entry in reversed(acts)] == [
        "fence.draw",
        "fence.change",
        "fence.change",
        "fence.remove",
    ]


@pytest.mark.parametrize("code", ["500118", "500118104"])
def test_a_fence_is_taken_from_a_place(window, qtbot, work, code):
    work.fencing.from_place(code)
    press(window, qtbot, KEY.Key_Return)
    (fence,) = window.desk.ask(queries.fences).result()
    assert (fence.name, fence.place) == (window.name_of(code), code)
    assert fence.edition == window.hierarchy.edition
    area = window.hierarchy.polygon(code)
    lon, lat = window.hierarchy.centre(code)
    assert fence.contains(lon, lat)
    work.charting.within_fence(fence)
    again = window.feed.data.drawing.selection.area
    assert again.symmetric_difference(area).area < area.area * 0.002


def test_a_fence_far_outside_the_city_is_refused_in_words(window, qtbot, work):
    from maps.sketch import Outline

    work.fencing.drawn(Outline(rings=(circle(100.0, 25.0, 900.0, 5),)))
    typed(qtbot, "far")
    press(window, qtbot, KEY.Key_Return)
    dialog = QApplication.activeModalWidget()
    assert "市域之外" in dialog.trouble.text()
    dialog.reject()


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


def test_the_menu_offers_what_fits_the_spot(window, case, work):
    ring = circle(*at_middle(window), 800.0, 6)
    fields = {"name": "园 & 区", "kind": "watch", "rings": (ring,)}
    done = window.desk.do(Act(name=DRAW, subject=SUBJECT, fields=fields)).result()
    assert isinstance(done, Entry)
    window.bridge.settle()
    settle(window)
    menu = work.menu_at(window.map.middle)
    said = texts(menu)
    assert "打开此事件" in said
    assert "在此登记事件…" in said
    assert "围栏 园 && 区" in said
    levels = [text.split()[0] for text in said[-7:]]
    assert {"市", "区县", "镇街", "村社", "网格"} <= set(levels)
    bare = ahead(at_middle(window), 45.0, 1_500.0)
    menu = work.menu_at(pixel(window, *bare))
    assert "打开此事件" not in texts(menu)
    assert "在此画半径圈" in texts(menu)
    copy = next(action for action in menu.actions() if action.text() == "复制坐标")
    copy.trigger()
    assert "°N" in QGuiApplication.clipboard().text()
