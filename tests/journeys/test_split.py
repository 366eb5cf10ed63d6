"""An officer splits the map by Ctrl+Shift+D, looks at another moment, and has it whole again."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.demo.roster import spots
from app.demo.scene import SceneClock, seed_desk
from app.desk import Desk
from app.settings import SPLIT
from app.store import queries
from maps.labels import Box
from maps.name_sheet import NameSheet
from widgets.shot import OFFICER, settle, take_down
from widgets.split.split import Splitter
from widgets.wiring import open_window

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
DOWN = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(tmp_path, hierarchy, qtbot):
    """On duty, with a day's cases behind it."""
    clock = SceneClock()
    desk = Desk(tmp_path, hierarchy.locate, clock=clock, officer=OFFICER, edition=hierarchy.edition)
    seed_desk(desk, clock, spots(hierarchy.children, hierarchy.centre), variant="duty")
    window = open_window(desk, hierarchy, clock=clock, demo=True)
    window.resize(1920, 1080)
    window.show()
    window.map.animated = False
    window.activateWindow()
    window.map.setFocus()
    settle(window)
    yield window
    take_down(window)
    desk.close()


@pytest.fixture
def split(window):
    press(window)
    settle(window)
    return window.findChild(Splitter).split


def press(window, key=KEY.Key_D, keys=DOWN):
    QTest.keyClick(window.windowHandle(), key, keys)


def shown(side):
    return {case.id for case in side.half.map.data.cases}


def test_the_left_shows_what_the_ledger_says_of_an_hour_ago(window, split):
    then = window.desk.ask(queries.as_of, window.clock() - timedelta(hours=1)).result()
    now = {case.id for case in window.desk.ask(queries.open_cases).result()}
    before = {case.id for case in then.cases}
    assert shown(split.left) == before != now
    assert split.left.half.map.data.place_counts == then.counts
    assert {case.id for case in window.map.data.cases} == now
    said = split.tags[1].lines[-1]
    assert f"+{len(now - before)} −{len(before - now)}" in said


def test_both_halves_say_which_time_they_show(split):
    before, after = (tag.lines[0] for tag in split.tags)
    assert before == "时刻 07:12:05（1 小时前）"
    assert after == "现在 08:12:05"


def test_the_views_are_equal_whichever_half_is_moved(window, split):
    mine = split.left.half.map
    mine.animated = False
    for one in (window.map, mine):
        one.zoom_to(one.viewport.pan(17.0, -9.0))
        one.zoom_by(1.7)
        one.turn_by(15.0)
        assert mine.viewport == window.map.viewport


def test_the_line_follows_the_hand_and_the_keys(window, split):
    line = split.line
    start = line.mapTo(window, line.rect().center())
    handle = window.windowHandle()
    QTest.mousePress(handle, LEFT, NONE, start)
    QTest.mouseMove(handle, start + QPoint(200, 0))
    QTest.mouseRelease(handle, LEFT, NONE, start + QPoint(200, 0))
    assert abs(line.at - window.map.width() / 2 - 200) <= 1
    assert split.left.half.width() == line.at
    line.setFocus()
    QTest.keyClick(handle, KEY.Key_Left)
    assert line.at < window.map.width() / 2 + 200
    line.move_to(7.0)
    assert 0 < line.at < window.map.width()


def test_a_typed_moment_a_wrong_one_and_two_moments(window, split):
    bar = split.bar
    for field, text in ((bar.left, "07:00"), (bar.right, "08:00")):
        field.setFocus()
        field.clear()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, KEY.Key_Return)
        settle(window)
    assert [tag.lines[0][:11] for tag in split.tags] == ["时刻 07:00:00", "时刻 08:00:00"]
    assert split.right.half.x() == split.line.at
    bar.right.clear()
    QTest.keyClicks(bar.right, "2099-01-01 00:00")
    QTest.keyClick(bar.right, KEY.Key_Return)
    assert bar.trouble.text()
    assert split.right is not None
    bar.now.click()
    settle(window)
    assert split.right is None
    assert split.tags[1].lines[0].startswith("现在")


def test_areas_have_the_same_classes_on_both_sides(window, split):
    assert split.left.half.map.classes == window.map.classes
    window.map.zoom_by(8.0)
    settle(window)
    assert split.left.half.map.classes == window.map.classes


def test_a_case_of_then_is_chosen_in_the_console(window, split):
    ident = next(iter(shown(split.left)))
    split.left.half.map.case_picked.emit(ident)
    settle(window)
    assert window.duty.case == ident
    assert split.left.half.map.data.selected_case == ident


def test_what_asks_about_the_present_is_not_taken_up_on_the_past(window, split):
    window.map.tool("measure_line")
    assert split.left.half.map.tool_name == "measure_line"
    window.map.tool("select_box")
    assert split.left.half.map.tool_name == "select"


def test_stopping_leaves_the_half_empty_and_says_so(window, split):
    split.bar.preset("yesterday")
    split.bar.stopped.emit()
    settle(window)
    assert shown(split.left) == set()
    assert split.bar.trouble.text() == "已停止，未还原"


def test_closed_by_key_nothing_is_left_and_the_line_is_remembered(window, split):
    split.bar.preset("shift")
    split.line.move_to(0.25)
    press(window)
    settle(window)
    assert window.findChild(Splitter).split is None
    assert window.desk.ask(queries.settings).result()[SPLIT].line == 0.25
    press(window)
    settle(window)
    again = window.findChild(Splitter).split
    assert again.line.share == 0.25
    assert again.bar.presets["shift"].isChecked()
    again.bar.left.setFocus()
    QTest.keyClick(again.bar.left, KEY.Key_Escape)
    assert window.findChild(Splitter).split is None


def test_no_name_is_shown_under_a_tag(window, split, monkeypatch):
    clear = []
    monkeypatch.setattr(NameSheet, "draw", lambda *given: clear.append(given[-1]))
    window.map.grab()
    tagged = {Box(tag.x(), tag.y(), tag.width(), tag.height()) for tag in split.tags}
    assert len(clear) >= 2  # the present, and the moment on the left
    assert all(tagged <= set(boxes) for boxes in clear)
