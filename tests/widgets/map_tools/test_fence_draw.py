"""A fence that is drawn: points snap, and one that crosses itself is none."""

import pytest
from PySide6.QtCore import QPoint, Qt

from app.model import (
    Fence,
    FenceKind,
    Level,
)
from maps.measures import circle
from maps.scene import MapData
from tests.widgets.map_tools.hand import ALT, MIDDLE, A, B, C, at, click, pixel


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
    topology = division.topology
    detail = topology.level(Level.VILLAGE).lines(view.viewport.metres_per_px)
    x, y = detail.xy[len(detail.xy) // 2].astype(float) + topology.origin
    view.zoom_to(view.viewport.centred(x, y).scaled_to(10.0))
    view.tool("fence_draw")
    click(qtbot, view, QPoint(324, 243))
    (point,) = view.tool_in_hand.points
    assert point != pytest.approx(at(view, QPoint(324, 243)), abs=1e-9)
