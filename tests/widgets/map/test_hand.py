"""The map under the hand: real mouse, wheel and key events."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from app.model import (
    Fix,
    Level,
)
from maps.scene import MapData
from tests.widgets.map.scene import LAT, LEFT, LON, NOW, on_screen, some_data, wheel


def test_the_wheel_zooms_at_the_cursor(view):
    at = QPoint(200, 120)
    before = view.viewport.to_map(200, 120)
    scale = view.viewport.metres_per_px
    wheel(view, at, 2)
    after = view.viewport
    assert after.metres_per_px < scale
    assert after.to_map(200, 120) == pytest.approx(before, abs=after.metres_per_px)


def test_a_drag_carries_the_ground(view, qtbot):
    before = view.viewport.to_map(300, 200)
    qtbot.mousePress(view, LEFT, pos=QPoint(300, 200))
    qtbot.mouseMove(view, QPoint(340, 230))
    qtbot.mouseRelease(view, LEFT, pos=QPoint(340, 230))
    assert view.viewport.to_map(340, 230) == pytest.approx(
        before, abs=2 * view.viewport.metres_per_px
    )


def test_shift_and_drag_zooms_to_the_box(view, qtbot):
    shift = Qt.KeyboardModifier.ShiftModifier
    scale = view.viewport.metres_per_px
    middle = view.viewport.to_map(150, 130)
    qtbot.mousePress(view, LEFT, shift, QPoint(100, 100))
    qtbot.mouseMove(view, QPoint(200, 160))
    qtbot.mouseRelease(view, LEFT, shift, QPoint(200, 160))
    assert view.viewport.metres_per_px < scale / 3
    assert (view.viewport.x, view.viewport.y) == pytest.approx(
        middle, abs=2 * view.viewport.metres_per_px
    )


def test_keys_pan_and_zoom(view, qtbot):
    x, scale = view.viewport.x, view.viewport.metres_per_px
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.viewport.x > x
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.viewport.metres_per_px < scale


def test_a_double_click_drills_into_the_place(view, qtbot, division):
    view.set_level(Level.DISTRICT)
    view.render_sync()
    at = on_screen(view, LON, LAT)
    code = view.place_at(QPointF(at))
    qtbot.mouseDClick(view, LEFT, pos=at)
    bounds = division.topology.level(Level.DISTRICT).bounds[division.index(code)]
    wide = (bounds[2] - bounds[0]) / view.viewport.metres_per_px
    high = (bounds[3] - bounds[1]) / view.viewport.metres_per_px
    assert wide <= 640
    assert high <= 480
    assert wide > 560 or high > 400


@pytest.mark.parametrize(
    ("signal", "lon", "lat", "ident"),
    [
        ("case_picked", LON, LAT, "E-1"),
        ("alert_picked", LON + 0.1, LAT, "A-1"),
        ("terminal_picked", LON - 0.1, LAT, "T-1"),
        ("plant_picked", LON, LAT - 0.1, "P-1"),
    ],
)
def test_a_click_picks_the_symbol_under_it(view, qtbot, signal, lon, lat, ident):
    view.set_data(some_data())
    view.render_sync()
    with qtbot.waitSignal(getattr(view, signal)) as caught:
        qtbot.mouseClick(view, LEFT, pos=on_screen(view, lon, lat))
    assert caught.args == [ident]


def test_a_case_is_picked_before_the_terminal_on_it(view, qtbot):
    fix = Fix(terminal="T-9", fix_time=NOW, received=NOW, lon=LON, lat=LAT, place="x")
    view.set_data(some_data(fixes={"T-9": fix}))
    view.render_sync()
    with qtbot.waitSignal(view.case_picked):
        qtbot.mouseClick(view, LEFT, pos=on_screen(view, LON, LAT))


def test_a_click_on_bare_ground_picks_the_place(view, qtbot):
    view.set_data(MapData(now=NOW))
    view.render_sync()
    at = on_screen(view, LON, LAT)
    with qtbot.waitSignal(view.place_picked) as caught:
        qtbot.mouseClick(view, LEFT, pos=at)
    assert caught.args == [view.place_at(QPointF(at))]


def test_extents_are_kept_once_the_view_rests(view, qtbot):
    first = view.viewport
    view._remember()
    view.go_to(LON, LAT, 12.0)
    qtbot.waitUntil(lambda: not view._rest.isActive())
    view.previous_extent()
    assert view.viewport == first
    view.next_extent()
    assert view.viewport.metres_per_px == 12.0


def test_measuring_is_geodesic(view, qtbot):
    view.tool("measure_line")
    view.go_to(LON, LAT, 50.0)
    qtbot.mouseClick(view, LEFT, pos=QPoint(100, 240))
    qtbot.mouseClick(view, LEFT, pos=QPoint(300, 240))
    assert view._tool.result().startswith("长 10.0") or "9.99" in view._tool.result()
