"""Areas and points that are drawn to ask what lies there."""

import math

import pytest
import shapely
from PySide6.QtCore import QPoint, Qt

from maps.measures import distance_m
from maps.picking import Kind
from maps.rings import area_of
from tests.widgets.map.scene import some_data
from tests.widgets.map_tools.hand import LEFT, MIDDLE, NONE, A, B, C, at, click, drag, pixel
from widgets.map_tools.spots import Spot


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
