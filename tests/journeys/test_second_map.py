"""An officer opens a second map by Ctrl+M, links it, works on it and closes it again."""

import math

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from app.settings import SECOND_MAP
from app.store import queries
from widgets.second.keeper import Keeper
from widgets.second.link import Mode
from widgets.second.window import SecondWindow
from widgets.shot import settle

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CORE = 106.55, 29.56  # degrees, between the rivers


@pytest.fixture
def keeper(window):
    window.map.animated = False
    window.map.go_to(*CORE, 60.0)
    return window.findChild(Keeper)


@pytest.fixture
def second(window, keeper, qtbot):
    press(window, KEY.Key_M)
    settle(window)
    yield keeper.second
    if keeper.second is not None:
        keeper.second.close()


def press(widget, key, keys=CTRL):
    QTest.keyClick(widget.windowHandle(), key, keys)


def middles_apart_px(one, other):
    return max(abs(one.x - other.x), abs(one.y - other.y)) / one.metres_per_px


def test_the_key_opens_it_on_the_same_view_and_data_and_closes_it(window, keeper, second):
    assert second.isVisible()
    assert second.map.data is window.feed.data
    assert middles_apart_px(window.map.viewport, second.map.viewport) <= 1
    press(second, KEY.Key_M)
    assert keeper.second is None
    assert keeper.link is None


def test_escape_puts_a_tool_away_before_it_closes_the_window(keeper, second):
    second.map.tool("measure_line")
    press(second, KEY.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert keeper.second is second
    assert second.map.tool_name == "select"
    press(second, KEY.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert keeper.second is None


def test_both_lead_and_both_follow(window, second):
    second.map.animated = False
    for leader, follower in ((window.map, second.map), (second.map, window.map)):
        leader.zoom_to(leader.viewport.pan(120.0, 40.0))
        leader.zoom_by(2.0)
        leader.turn_by(15.0)
        one, other = leader.viewport, follower.viewport
        assert middles_apart_px(one, other) <= 1
        assert other.metres_per_px == pytest.approx(one.metres_per_px)
        assert other.turn_rad == pytest.approx(one.turn_rad)
        assert one.turn_rad != 0
        leader.turn_to(0.0)


def test_by_keys_the_link_keeps_the_middle_alone_or_nothing(window, keeper, second):
    press(second, KEY.Key_2)
    before = second.map.viewport
    window.map.turn_by(15.0)
    window.map.zoom_by(2.0)
    window.map.go_to(106.6, 29.6)
    assert keeper.link.mode is Mode.MIDDLE
    assert second.bar.padlock.shut
    assert second.map.viewport.aligned(before)
    assert middles_apart_px(second.map.viewport, window.map.viewport) <= 1
    press(second, KEY.Key_1)
    before = second.map.viewport
    window.map.go_to(*CORE)
    assert keeper.link.mode is Mode.OFF
    assert not second.bar.padlock.shut
    assert second.map.viewport == before


def test_layers_colours_and_level_are_its_own(window, second):
    second.map.set_layer_visible("names", False)
    second.hold(second.map.level)
    assert window.map.layer_visible("names")
    assert second.bar.level.currentData() == second.map.level


def test_the_pointer_on_one_is_marked_at_the_same_place_on_the_other(window, keeper, second):
    QTest.mouseMove(second.windowHandle(), second.map.mapTo(second, QPoint(200, 150)))
    mark = keeper.pointers.mark_on(window.map)
    assert mark.isVisible()
    assert not keeper.pointers.mark_on(second.map).isVisible()
    here = second.map.viewport.to_map(200, 150)
    there = window.map.viewport.to_map(*mark.geometry().center().toTuple())
    assert math.dist(here, there) <= 2 * window.map.viewport.metres_per_px


def test_a_click_on_it_chooses_in_the_console(window, second):
    code = second.map.place_at(QPointF(300, 300))
    QTest.mouseClick(
        second.windowHandle(), Qt.MouseButton.LeftButton,
        pos=second.map.mapTo(second, QPoint(300, 300)),
    )  # fmt: skip
    settle(window)
    assert code
    assert window.feed.data.selected_place == code
    assert second.map.data.selected_place == code


def test_the_wheel_with_shift_turns_about_the_middle(window, second):
    at = QPointF(second.map.mapTo(second, QPoint(100, 100)))
    before = second.map.viewport
    QTest.wheelEvent(second.windowHandle(), at, QPoint(0, 120), stateKey=SHIFT)
    after = second.map.viewport
    assert math.degrees(after.turn_rad) == pytest.approx(5.0)
    assert middles_apart_px(before, after) <= 1
    assert window.map.viewport.turn_rad == pytest.approx(after.turn_rad)


def test_how_it_was_left_is_kept_and_comes_back(window, keeper, second):
    press(second, KEY.Key_2)
    second.setGeometry(60, 50, 700, 500)
    second.map.set_layer_visible("plants", False)
    second.close()
    window.bridge.settle()
    kept = window.desk.ask(queries.settings).result()[SECOND_MAP]
    assert (kept.link, kept.at) == ("middle", (60, 50, 700, 500))
    press(window, KEY.Key_M)
    settle(window)
    assert keeper.link.mode is Mode.MIDDLE
    assert keeper.second.geometry().size().toTuple() == (700, 500)
    assert not keeper.second.map.layer_visible("plants")


def test_a_locked_console_hides_it_and_shows_it_again(window, second):
    window.desk.lock("0000").result()
    settle(window)
    assert not second.isVisible()
    window.desk.unlock("0000").result()
    settle(window)
    assert second.isVisible()


def test_nothing_of_it_is_left_once_it_is_closed(window, keeper, second, qtbot):
    gone = []
    second.destroyed.connect(lambda: gone.append(1))
    second.close()
    qtbot.waitUntil(lambda: bool(gone))
    window.ask_again()
    settle(window)
    assert window.findChildren(SecondWindow) == []
    assert keeper.pointers is None
