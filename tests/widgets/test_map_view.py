"""The map under the hand: real mouse, wheel and key events, and pictures that stand still."""

import gc
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication

from app.clock import frozen
from app.model import (
    Alert,
    AlertKind,
    Availability,
    Case,
    CaseState,
    Commissioning,
    Fix,
    Grade,
    Level,
    Plant,
    Position,
    Unit,
    UnitKind,
)
from app.settings import Colouring
from app.tracks import joined
from maps.history import History, Shown
from maps.labels import Box, short_name
from maps.layers import LAYERS
from maps.layers.plants import shown
from maps.layers.sos import free_place
from maps.projection import project_point
from maps.scene import MapData
from maps.symbols import PlantState, plant_state
from tests.maps.division import MadeDivision
from widgets.map_view import MapView

NOW = datetime(2026, 11, 23, 0, 12, 5, tzinfo=UTC)
LON, LAT = 106.30, 29.25
LEFT = Qt.MouseButton.LeftButton
UNSEEN = (
    *("tracks", "tasks", "help", "grids", "water", "fences", "drawing"),
    *("base", "base_lines", "stations", "substations", "overview"),
)
"""Layers that have nothing to draw in the tests' own scene."""


@pytest.fixture(scope="module")
def division() -> MadeDivision:
    return MadeDivision()


@pytest.fixture
def view(qtbot, division):
    made = MapView()
    qtbot.addWidget(made)
    made.animated = False
    made.resize(640, 480)
    made.set_clock(frozen(NOW))
    made.set_hierarchy(division)
    yield made
    made.shut()


def some_data(**changes) -> MapData:
    position = Position(lon=LON, lat=LAT)
    case = Case(
        id="E-1",
        title="爆管",
        grade=Grade.II,
        state=CaseState.TO_DISPATCH,
        opened=NOW,
        changed=NOW,
        position=position,
    )
    alert = Alert(
        id="A-1",
        kind=AlertKind.SOS,
        grade=Grade.I,
        raised=NOW,
        last=NOW,
        position=Position(lon=LON + 0.1, lat=LAT),
    )
    ages = {"T-1": 10, "T-2": 300, "T-3": 3000}
    fixes = {
        name: Fix(
            terminal=name,
            fix_time=NOW - timedelta(seconds=age),
            received=NOW,
            lon=LON - 0.1,
            lat=LAT + k * 0.05,
            place="" if k == 2 else "x",
        )
        for k, (name, age) in enumerate(ages.items())
    }
    values = {
        "place_counts": {"1-0000": (3, 1), "2-0001": (1, 0), "4-0005": (9, 9)},
        "cases": (case,),
        "alerts": (alert,),
        "fixes": fixes,
        "units": (Unit(id="U-1", name="队", kind=UnitKind.FIRE, terminal="T-1"),),
        "plants": (a_plant(Commissioning.COMMISSIONING),),
        "now": NOW,
    }
    return MapData(**(values | changes))


def a_plant(stage: Commissioning, state: Availability = Availability.UNKNOWN) -> Plant:
    return Plant(
        id="P-1",
        name="港桥",
        name_en="",
        fuel="gas",
        capacity_mw=1000.0,
        year="2026",
        lon=LON,
        lat=LAT - 0.1,
        commissioning=stage,
        availability=state,
        note="",
        source="",
        licence="",
    )


def on_screen(view, lon, lat) -> QPoint:
    x, y = view.viewport.to_screen(*project_point(lon, lat))
    return QPoint(round(float(x)), round(float(y)))


def wheel(view, at: QPoint, steps: int) -> None:
    event = QWheelEvent(
        QPointF(at),
        QPointF(view.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def pixels(image: QImage) -> bytes:
    kept = image.convertToFormat(QImage.Format.Format_RGB32)
    return bytes(kept.constBits())


def test_the_same_scene_is_the_same_picture_twice(view, qtbot, division):
    view.set_data(some_data())
    other = MapView()
    qtbot.addWidget(other)
    other.resize(640, 480)
    other.set_clock(frozen(NOW))
    other.set_hierarchy(division)
    other.set_data(some_data())
    assert pixels(view.render_sync()) == pixels(other.render_sync())
    assert pixels(view.render_sync()) == pixels(view.render_sync())
    other.shut()


def test_themes_differ_and_an_unknown_one_is_refused(view):
    night = pixels(view.render_sync())
    view.set_style("day")
    assert pixels(view.render_sync()) != night
    with pytest.raises(KeyError):
        view.set_style("dusk")


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


def test_names_lie_in_the_view_and_on_nothing(view):
    view.set_data(some_data())
    for scale in (200.0, 90.0, 30.0, 8.0):
        view.go_to(LON, LAT, scale)
        view.render_sync()
        boxes = [name.box for name in view._frames.lettered.names]
        assert boxes
        assert not any(a.touches(b) for k, a in enumerate(boxes) for b in boxes[k + 1 :])


def test_extents_are_kept_once_the_view_rests(view, qtbot):
    first = view.viewport
    view._remember()
    view.go_to(LON, LAT, 12.0)
    qtbot.waitUntil(lambda: not view._rest.isActive())
    view.previous_extent()
    assert view.viewport == first
    view.next_extent()
    assert view.viewport.metres_per_px == 12.0


def test_a_prepared_picture_arrives_from_the_other_thread(view, qtbot):
    view.show()
    qtbot.waitUntil(lambda: view._frames.frame is not None, timeout=10_000)
    wheel(view, QPoint(320, 240), 1)
    qtbot.waitUntil(
        lambda: view._frames.frame.viewport.metres_per_px == view.viewport.metres_per_px,
        timeout=10_000,
    )


def test_a_place_comes_into_the_middle_of_what_nothing_covers(view):
    view.set_left_covered(400)
    view.go_to(LON, LAT, 12.0)
    assert on_screen(view, LON, LAT) == QPoint(view.width() // 2 + 200, view.height() // 2)


def test_a_late_picture_is_dropped(view):
    late = view._frames.renderer.now(view._request())
    view.go_to(LON, LAT, 20.0)
    view.render_sync()
    shown = view._frames.frame
    view._frames.take(late)
    assert view._frames.frame is shown


def test_the_picture_shown_is_never_written_again(view):
    view.render_sync()
    shown = view._frames.frame
    before = pixels(shown.image)
    view.set_data(some_data())
    view.render_sync()
    assert view._frames.frame is not shown
    assert pixels(shown.image) == before


def test_layers_can_be_hidden_and_an_unknown_one_is_refused(view):
    way = joined("T-9", [(k, LON + k / 100, LAT - 0.02) for k in range(9)])
    view.set_data(some_data(history=History((Shown.of(way),))))
    shown = pixels(view.render_sync())
    for layer in LAYERS:
        if layer.visible and layer.name not in UNSEEN:
            view.set_layer_visible(layer.name, False)
            assert pixels(view.render_sync()) != shown, layer.name
            view.set_layer_visible(layer.name, True)
    assert pixels(view.render_sync()) == shown
    with pytest.raises(KeyError):
        view.set_layer_visible("clouds", True)


def test_painting_keeps_the_counts_of_none_and_true(view):
    view.set_data(some_data())
    view.render_sync()
    image = QImage(640, 480, QImage.Format.Format_RGB32)
    view.render(image)
    gc.collect()  # what others left behind gives its references back now and not meanwhile
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(300):
        view.render(image)
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert after[0] > before[0] - 100
    assert after[1] > before[1] - 100


def test_measuring_is_geodesic(view, qtbot):
    view.tool("measure_line")
    view.go_to(LON, LAT, 50.0)
    qtbot.mouseClick(view, LEFT, pos=QPoint(100, 240))
    qtbot.mouseClick(view, LEFT, pos=QPoint(300, 240))
    assert view._tool.result().startswith("长 10.0") or "9.99" in view._tool.result()


def test_the_blink_is_only_for_what_is_grave_and_not_seen(view):
    view.set_data(some_data())
    assert view._blink.isActive()
    view.set_data(some_data(alerts=()))
    assert not view._blink.isActive()


def test_overdue_areas_are_hatched_and_the_map_can_count_them_instead(view):
    view.set_data(MapData(place_counts={"1-0000": (3, 0)}, now=NOW))
    plain = pixels(view.render_sync())
    view.set_data(MapData(place_counts={"1-0000": (3, 1)}, now=NOW))
    view.set_level(Level.DISTRICT)
    hatched = pixels(view.render_sync())
    assert hatched != plain
    view.set_colouring(Colouring(measure="overdue"))
    assert pixels(view.render_sync()) != hatched
    view.set_colouring(Colouring())
    assert pixels(view.render_sync()) == hatched


def test_names_are_laid_out_anew_once_the_view_rests(view, qtbot):
    view.show()
    qtbot.waitUntil(lambda: view._frames.lettered is not None, timeout=10_000)
    before = view._frames.lettered
    view.show_view(view.viewport.pan(30, 0))
    assert view._frames.lettered is before
    qtbot.waitUntil(lambda: view._frames.lettered is not before, timeout=10_000)
    after = view._frames.lettered
    assert after.request.view == view.viewport
    assert after.viewport == before.viewport  # the ground had room and was kept


def test_the_place_under_the_eyes_is_named_though_its_middle_is_not_in_view(view, division):
    lines = division.topology.level(Level.VILLAGE)
    x0, y0 = division.topology.origin
    widest = int(lines.area.argmax())
    west, _, east, _ = lines.bounds[widest]
    scale = float(east - west) / 640 / 3
    aside = view.viewport.centred(
        float(lines.anchor[widest][0]) + x0 + 420 * scale, float(lines.anchor[widest][1]) + y0
    )
    view.zoom_to(aside.scaled_to(scale))
    view.render_sync()
    code = view.place_at(QPointF(320, 240))
    names = {name.text for name in view._frames.lettered.names}
    place = division.place(code)
    while place.level > Level.VILLAGE:
        place = division.place(place.parent)
    assert short_name(place.name) in names


def test_plates_of_those_who_call_for_help_lie_on_no_symbol_and_on_no_plate():
    taken = [Box(90, 90, 20, 20), Box(124, 92, 32, 16)]
    for _ in range(6):
        plate = free_place((100.0, 100.0), taken)
        assert not any(plate.touches(other) for other in taken)
        taken.append(plate)


def test_furniture_stands_inside_the_view_and_apart(view):
    view.set_attribution("界线 天地图 · 水系 1:400 万 · 电厂 WRI")
    view.set_data(some_data())
    view.go_to(LON, LAT, 8.0)
    boxes = [piece.taken for piece in view._pieces()]
    assert all(box.inside(640, 480) for box in boxes)
    assert not any(a.touches(b) for k, a in enumerate(boxes) for b in boxes[k + 1 :])


@pytest.mark.parametrize(
    ("state", "drawn"),
    [
        (Availability.UNKNOWN, PlantState.UNSAID),
        (Availability.RUNNING, PlantState.RUNNING),
        (Availability.RESERVE, PlantState.STOPPED),
    ],
)
def test_a_plant_runs_only_where_somebody_said_so(state, drawn):
    assert plant_state(a_plant(Commissioning.IN_SERVICE, state)) is drawn


def test_from_afar_only_large_plants_and_new_ones_are_drawn():
    small = replace(a_plant(Commissioning.IN_SERVICE), capacity_mw=20.0)
    assert shown(small, 60.0)
    assert not shown(small, 430.0)
    assert shown(replace(small, commissioning=Commissioning.COMMISSIONING), 430.0)
    assert shown(replace(small, capacity_mw=600.0), 430.0)


def test_the_chosen_plant_stands_in_brackets_at_every_scale(view):
    small = replace(a_plant(Commissioning.IN_SERVICE), capacity_mw=20.0)
    data = MapData(plants=(small,), now=NOW)
    for scale in (430.0, 30.0):
        view.go_to(LON, LAT - 0.1, scale)
        view.set_data(data)
        before = pixels(view.render_sync())
        view.set_data(replace(data, selected_plant="P-1"))
        assert pixels(view.render_sync()) != before
        assert view.hits(QPointF(on_screen(view, LON, LAT - 0.1)))


def test_no_name_lies_under_the_brackets_of_the_chosen_plant(view):
    view.set_data(some_data(cases=(), alerts=(), selected_plant="P-1"))
    view.go_to(LON, LAT - 0.1, 30.0)
    view.render_sync()
    lettered = view._frames.lettered
    x, y = lettered.viewport.to_screen(*project_point(LON, LAT - 0.1))
    around = Box(float(x) - 16, float(y) - 16, 32, 32)
    assert any("港桥" in name.text for name in lettered.names)
    assert not any(name.box.touches(around) for name in lettered.names)


@pytest.mark.parametrize("state", list(Availability))
def test_a_plant_in_commissioning_never_looks_in_service(state):
    assert plant_state(a_plant(Commissioning.COMMISSIONING, state)) is PlantState.STARTING
    assert plant_state(a_plant(Commissioning.BUILDING, state)) is PlantState.BUILDING


def test_furniture_keeps_out_from_under_what_covers_the_map(view):
    before = {piece.name: piece.taken for piece in view._pieces()}
    view.set_left_covered(view.width() - 300)
    after = {piece.name: piece.taken for piece in view._pieces()}
    assert after["scale"].x == before["scale"].x + view.width() - 300
    assert after["north"] == before["north"]
    assert all(box.x >= view.width() - 300 for box in after.values())
