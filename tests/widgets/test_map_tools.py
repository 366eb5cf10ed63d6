"""Every tool of the map, by real mouse events and by keys alone, turned and unturned."""

import math

import pytest
import shapely
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QImage, QKeyEvent
from PySide6.QtWidgets import QApplication

from app.model import Fence, FenceKind
from maps.measures import area_m2, bearing_deg, circle, distance_m, segments_m
from maps.name_sheet import NameSheet
from maps.picking import Kind
from maps.projection import project_point
from maps.rings import area_of
from maps.scene import MapData
from maps.sketch import Outline
from tests.maps.division import MadeDivision
from tests.widgets.test_map_view import some_data
from widgets.map_tools.crosshair import hint_box
from widgets.map_tools.fence_edit import FenceEdit
from widgets.map_tools.measure import bearing_words
from widgets.map_tools.spots import Spot
from widgets.map_view import MapView

LEFT, NONE, ALT = (
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
)
A, B, C = QPoint(200, 150), QPoint(420, 170), QPoint(380, 330)
MIDDLE = (106.30, 29.25)


@pytest.fixture(scope="module")
def division() -> MadeDivision:
    return MadeDivision()


@pytest.fixture(params=[0.0, 35.0], ids=["north up", "turned"])
def view(request, qtbot, division):
    view = MapView()
    qtbot.addWidget(view, before_close_func=MapView.shut)
    view.animated = False
    view.resize(640, 480)
    view.set_hierarchy(division)
    view.go_to(*MIDDLE, 40.0)
    view.turn_to(request.param)
    view.done_ = []
    view.said_ = []
    view.tool_done.connect(lambda tool, result: view.done_.append((tool, result)))
    view.tool_said.connect(view.said_.append)
    view.render_sync()
    return view


def click(qtbot, view, *points: QPoint, modifier=NONE) -> None:
    for point in points:
        qtbot.mouseClick(view, LEFT, modifier, point)


def drag(qtbot, view, *points: QPoint, modifier=NONE) -> None:
    qtbot.mousePress(view, LEFT, modifier, points[0])
    for point in points[1:]:
        move(view, point, modifier)
    qtbot.mouseRelease(view, LEFT, modifier, points[-1])


def move(view, point: QPoint, modifier=NONE) -> None:
    from PySide6.QtGui import QMouseEvent

    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(point),
        QPointF(view.mapToGlobal(point)),
        Qt.MouseButton.NoButton,
        LEFT,
        modifier,
    )
    QApplication.sendEvent(view, event)


def at(view, point: QPoint):
    return view.point_at(QPointF(point))


def pixel(view, lon: float, lat: float) -> QPoint:
    x, y = view.viewport.to_screen(*project_point(lon, lat))
    return QPoint(round(float(x)), round(float(y)))


def test_a_line_is_measured_by_segments_and_in_all(view, qtbot):
    view.tool("measure_line")
    click(qtbot, view, A, B, C)
    tool = view.tool_in_hand
    parts = segments_m([at(view, p) for p in (A, B, C)])
    assert segments_m(tool.points) == pytest.approx(parts)
    assert tool.result() == f"长 {sum(parts) / 1000:.2f} km · 2 段"
    qtbot.keyClick(view, Qt.Key.Key_Backspace)
    assert tool.result() == f"长 {parts[0] / 1000:.2f} km"
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert tool.ended
    click(qtbot, view, C)
    assert len(tool.points) == 1


def test_a_double_click_ends_and_escape_clears(view, qtbot):
    view.tool("measure_line")
    click(qtbot, view, A, B)
    qtbot.mouseDClick(view, LEFT, NONE, B)
    tool = view.tool_in_hand
    assert tool.ended
    assert tool.begun
    tool.clear()
    assert not tool.begun


def test_an_area_is_measured_and_one_that_crosses_itself_has_none(view, qtbot):
    view.tool("measure_area")
    click(qtbot, view, A, B, C)
    tool = view.tool_in_hand
    ring = [at(view, p) for p in (A, B, C)]
    assert f"{area_m2(ring) / 1e6:.2f} km²" in tool.result()
    assert f"{sum(segments_m([*ring, ring[0]])) / 1000:.2f} km" in tool.result()
    click(qtbot, view, QPoint(300, 100))
    assert "自相交" in tool.result()


def test_a_bearing_is_told_both_ways_from_true_north(view, qtbot):
    view.tool("measure_bearing")
    click(qtbot, view, A, B)
    start, end = at(view, A), at(view, B)
    said = view.tool_in_hand.result()
    assert view.tool_in_hand.ended
    assert bearing_words(bearing_deg(start, end)) in said
    assert bearing_words(bearing_deg(end, start)) in said
    assert bearing_words(359.97) == "000.0°"


def test_what_is_measured_is_painted_and_stays_in_the_view(view, qtbot):
    before = view.render_sync()
    view.tool("measure_line")
    click(qtbot, view, QPoint(600, 40), QPoint(635, 5))
    assert view.render_sync() != before


AREAS = [("select_box", 4), ("select_circle", 0)]


def test_a_box_is_what_was_drawn_on_the_screen(view, qtbot):
    view.tool("select_box")
    drag(qtbot, view, A, QPoint(300, 240), C)
    ((tool, outline),) = view.done_
    assert tool == "select_box"
    area = area_of(outline.rings)
    inside, outside = QPoint(290, 240), QPoint(390, 240)
    assert shapely.contains_xy(area, *at(view, inside))
    assert not shapely.contains_xy(area, *at(view, outside))
    for corner in (A, C, QPoint(A.x(), C.y()), QPoint(C.x(), A.y())):
        x, y = at(view, corner)
        assert area.boundary.distance(shapely.Point(x, y)) < 1e-6
    assert not view.tool_in_hand.begun


def test_a_box_is_drawn_by_keys_alone_while_the_map_moves(view, qtbot):
    view.tool("select_box")
    view.point_here()
    first = at(view, QPoint(320, 240))
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    view.point_here()
    ((_, outline),) = view.done_
    ring = area_of(outline.rings)
    assert ring.boundary.distance(shapely.Point(first)) < 1e-4
    assert ring.boundary.distance(shapely.Point(at(view, QPoint(320, 240)))) < 1e-4


def test_a_circle_reaches_as_far_as_the_pointer_went(view, qtbot):
    view.tool("select_circle")
    drag(qtbot, view, A, B, C)
    ((_, outline),) = view.done_
    radius = distance_m(at(view, A), at(view, C))
    assert outline.middle == pytest.approx(at(view, A))
    assert outline.radius_m == pytest.approx(radius)
    assert [distance_m(outline.middle, p) for p in outline.rings[0]] == pytest.approx(
        [radius] * len(outline.rings[0]), abs=0.01
    )


def test_a_lasso_goes_round_what_it_went_round_even_with_a_loop(view, qtbot):
    view.tool("select_lasso")
    hand = [
        QPoint(round(320 + 150 * math.cos(k / 6)), round(240 + 110 * math.sin(k / 6)))
        for k in range(42)
    ]
    drag(qtbot, view, *hand)
    ((tool, outline),) = view.done_
    assert tool == "select_lasso"
    area = area_of(outline.rings)
    assert area.is_valid
    assert shapely.contains_xy(area, *at(view, QPoint(320, 240)))
    assert not shapely.contains_xy(area, *at(view, QPoint(320, 60)))


def test_a_lasso_is_set_point_by_point_too_and_a_stroke_without_area_is_nothing(view, qtbot):
    view.tool("select_lasso")
    drag(qtbot, view, A, B)
    assert view.done_ == []
    click(qtbot, view, A, B, C)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    ((_, outline),) = view.done_
    assert len(outline.rings[0]) == 3


def test_a_fence_that_crosses_itself_is_not_closed_and_says_why(view, qtbot):
    view.tool("fence_draw")
    click(qtbot, view, A, C, B, QPoint(200, 330), modifier=ALT)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.done_ == []
    assert any("自相交" in said for said in view.said_)
    qtbot.keyClick(view, Qt.Key.Key_Backspace)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    ((tool, outline),) = view.done_
    assert (tool, len(outline.rings[0])) == ("fence_draw", 3)


def test_a_point_snaps_to_another_fence_and_alt_lets_it_be(view, qtbot):
    other = Fence(id="F-9", name="旧", kind=FenceKind.WATCH, rings=(circle(*MIDDLE, 5000.0, 5),))
    view.set_data(MapData(fences=(other,)))
    vertex = other.rings[0][0]
    near = pixel(view, *vertex) + QPoint(3, 2)
    view.tool("fence_draw")
    click(qtbot, view, near)
    click(qtbot, view, near, modifier=ALT)
    snapped, free = view.tool_in_hand.points
    assert snapped == pytest.approx(vertex, abs=1e-9)
    assert free == pytest.approx(at(view, near))
    assert free != pytest.approx(vertex, abs=1e-6)


def test_a_point_snaps_to_a_border(view, qtbot, division):
    from app.model import Level

    topology = division.topology
    detail = topology.level(Level.VILLAGE).lines(view.viewport.metres_per_px)
    x, y = detail.xy[len(detail.xy) // 2].astype(float) + topology.origin
    view.zoom_to(view.viewport.centred(x, y).scaled_to(10.0))
    view.tool("fence_draw")
    click(qtbot, view, QPoint(324, 243))
    (point,) = view.tool_in_hand.points
    assert point != pytest.approx(at(view, QPoint(324, 243)), abs=1e-9)


@pytest.mark.parametrize("tool", ["identify", "rings", "pin_case"])
def test_a_tool_of_one_point_tells_what_is_there(view, qtbot, tool):
    view.set_data(some_data())
    view.render_sync()
    view.tool(tool)
    click(qtbot, view, pixel(view, *MIDDLE))
    ((name, spot),) = view.done_
    assert name == tool
    assert isinstance(spot, Spot)
    assert [(hit.kind, hit.id) for hit in spot.hits] == [(Kind.CASE, "E-1")]
    assert spot.place == view.place_at(spot.at)
    assert view.tool_name == tool


def test_a_buffer_is_about_a_point_or_a_line(view, qtbot):
    view.tool("buffer")
    click(qtbot, view, A)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    click(qtbot, view, A, B)
    qtbot.mouseDClick(view, LEFT, NONE, B)
    assert [(tool, len(points)) for tool, points in view.done_] == [("buffer", 1), ("buffer", 2)]


def test_another_tool_forgets_what_the_last_one_began(view, qtbot):
    view.tool("measure_line")
    click(qtbot, view, A, B)
    line = view.tool_in_hand
    view.tool("select_box")
    assert not line.begun
    with pytest.raises(KeyError):
        view.tool("shovel")
    assert view.tool_name == "select_box"


def test_a_tool_in_hand_says_what_it_does_and_select_says_nothing(view):
    for name, tool in view._tools.items():
        assert bool(tool.hint()) == (name not in ("select", "zoom_box")), name


@pytest.mark.parametrize(("tool", "hidden"), [("measure_line", True), ("select", False)])
def test_names_keep_out_from_under_what_a_tool_says(view, monkeypatch, tool, hidden):
    clear = []
    monkeypatch.setattr(NameSheet, "draw", lambda *given: clear.append(given[-1]))
    view.tool(tool)
    view.grab()
    hint = hint_box(view._tools["measure_line"].hint(), view.viewport, view.taken)
    assert (hint in clear[-1]) is hidden


def test_keys_of_a_tool_are_its_own_only_while_it_needs_them(view, qtbot):
    def taken(key, modifier=NONE) -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifier)
        event.ignore()
        QApplication.sendEvent(view, event)
        return event.isAccepted()

    view.tool("measure_line")
    assert not taken(Qt.Key.Key_Backspace)
    click(qtbot, view, A)
    assert taken(Qt.Key.Key_Backspace)
    assert taken(Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert not taken(Qt.Key.Key_Space)


def test_the_menu_is_asked_for_where_the_button_was_and_in_the_middle_by_key(view):
    asked = []
    view.menu_wanted.connect(asked.append)
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        event = QContextMenuEvent(reason, QPoint(100, 90), view.mapToGlobal(QPoint(100, 90)))
        QApplication.sendEvent(view, event)
    assert asked == [QPointF(100, 90), QPointF(320, 240)]


# Editing a fence

RING = circle(*MIDDLE, 5000.0, 5)


def editing(view, *, ring=RING, **fields) -> FenceEdit:
    fence = Fence(id="F-1", name="园", kind=FenceKind.WATCH, rings=(ring,), **fields)
    view.set_data(MapData(fences=(fence,)))
    view.tool("fence_edit")
    tool = view.tool_in_hand
    assert isinstance(tool, FenceEdit)
    tool.take(fence)
    return tool


def near(ring, other, abs_=1e-9):
    return [c for p in ring for c in p] == pytest.approx([c for p in other for c in p], abs=abs_)


def test_a_vertex_is_dragged_and_undone_and_done_again(view, qtbot):
    tool = editing(view)
    start = pixel(view, *RING[1])
    to = start + QPoint(40, -25)
    drag(qtbot, view, start, start + QPoint(10, 0), to, modifier=ALT)
    moved = tool.outline.rings[0]
    assert moved[1] == pytest.approx(at(view, to), abs=2e-3)
    assert moved[2:] == RING[2:]
    qtbot.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert tool.outline.rings == (RING,)
    qtbot.keyClick(view, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert tool.outline.rings == (moved,)


def test_an_edge_that_is_dragged_gets_a_vertex(view, qtbot):
    tool = editing(view)
    (x0, y0), (x1, y1) = RING[0], RING[1]
    middle = pixel(view, (x0 + x1) / 2, (y0 + y1) / 2)
    drag(qtbot, view, middle, middle + QPoint(8, 8), middle + QPoint(20, 14), modifier=ALT)
    assert len(tool.outline.rings[0]) == 6
    assert near(tool.outline.rings[0][2:], RING[1:])
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert tool.outline.rings == (RING,)


def test_the_inside_moves_all_of_it_and_outside_moves_the_map(view, qtbot):
    tool = editing(view)
    start = pixel(view, *MIDDLE)
    drag(qtbot, view, start, start + QPoint(20, 0), start + QPoint(30, 12))
    (ring,) = tool.outline.rings
    by = [(b[0] - a[0], b[1] - a[1]) for a, b in zip(RING, ring, strict=True)]
    assert near(by, [by[0]] * 5)
    was = view.viewport
    drag(qtbot, view, QPoint(20, 20), QPoint(40, 30), QPoint(60, 40))
    assert view.viewport != was
    assert tool.outline.rings == (ring,)


def test_a_fence_is_edited_by_keys_alone(view, qtbot):
    tool = editing(view)
    qtbot.keyClick(view, "]")
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert tool.outline.rings[0][1] != RING[1]
    assert tool.outline.rings[0][0] == RING[0]
    qtbot.keyClick(view, "i")
    assert len(tool.outline.rings[0]) == 6
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    qtbot.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    ((name, (ident, outline)),) = view.done_
    assert (name, ident, len(outline.rings[0])) == ("fence_edit", "F-1", 6)


def test_a_fence_pulled_across_itself_is_not_given_away(view, qtbot):
    tool = editing(view, ring=circle(*MIDDLE, 5000.0, 4))
    start = pixel(view, *tool.outline.rings[0][0])
    across = pixel(view, *circle(*MIDDLE, 9000.0, 8)[3])
    drag(qtbot, view, start, start + QPoint(5, 5), across, modifier=ALT)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.done_ == []
    assert view.said_


def test_a_circle_keeps_its_middle_while_the_rim_is_dragged(view, qtbot):
    ring = circle(*MIDDLE, 4000.0)
    tool = editing(view, ring=ring, lon=MIDDLE[0], lat=MIDDLE[1], radius_m=4000.0)
    start = pixel(view, *ring[12])
    out = pixel(view, *circle(*MIDDLE, 6000.0)[12])
    drag(qtbot, view, start, start + QPoint(3, 3), out)
    assert tool.outline.middle == MIDDLE
    assert tool.outline.radius_m == pytest.approx(6000.0, rel=0.02)
    assert tool.outline == Outline.round(MIDDLE, tool.outline.radius_m)
    qtbot.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert tool.outline.middle != MIDDLE
    assert tool.outline.is_circle


def test_every_tool_paints_what_it_began(view, qtbot):
    image = QImage(640, 480, QImage.Format.Format_RGB32)
    for name, tool in view._tools.items():
        view.tool(name)
        view.point_here()
        move(view, B)
        view.render(image)
        tool.clear()
