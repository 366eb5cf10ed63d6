"""A fence under the hand, by the mouse and by keys alone."""

import pytest
from PySide6.QtCore import QPoint, Qt

from app.model import (
    Fence,
    FenceKind,
)
from maps.measures import circle
from maps.scene import MapData
from maps.sketch import Outline
from tests.widgets.map_tools.hand import ALT, MIDDLE, at, drag, pixel
from widgets.map_tools.fence_edit import FenceEdit

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
