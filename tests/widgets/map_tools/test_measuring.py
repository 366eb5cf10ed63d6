"""Lengths, areas and bearings, measured on the ellipsoid and said beside the line."""

import pytest
from PySide6.QtCore import QPoint, Qt

from maps.measures import area_m2, bearing_deg, segments_m
from tests.widgets.map_tools.hand import LEFT, NONE, A, B, C, at, click
from widgets.map_tools.measure import bearing_words


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
