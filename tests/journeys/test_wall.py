"""The wall comes by Ctrl+Shift+W, shows what is so, is moved by nobody, and outlasts a lock."""

import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from app.model import Level
from app.settings import WALL, Wall
from app.store import queries
from maps.projection import unproject_point
from widgets.shot import settle
from widgets.wall.ask import WallDialog
from widgets.wall.walls import Walls
from widgets.wall.window import MAP_LETTER_PX

KEY = Qt.Key
DOWN = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def walls(window):
    window.desk.keep(WALL, Wall(distance_m=3.0, diagonal_in=60.0)).result()
    return window.findChild(Walls)


@pytest.fixture
def wall(window, walls):
    QTest.keyClick(window.windowHandle(), KEY.Key_W, DOWN)
    settle(window)
    yield walls.wall
    walls.close()


def middle_of(the_map):
    return unproject_point(the_map.viewport.x, the_map.viewport.y)


def test_it_fills_its_screen_and_goes_by_escape_or_by_its_key(window, walls, wall):
    assert wall.isFullScreen()
    assert wall.size() == wall.screen().size()
    QTest.keyClick(wall.windowHandle(), KEY.Key_Escape, NONE)
    assert walls.wall is None
    QTest.keyClick(window.windowHandle(), KEY.Key_W, DOWN)
    settle(window)
    QTest.keyClick(walls.wall.windowHandle(), KEY.Key_W, DOWN)
    assert walls.wall is None


def test_its_map_is_drawn_larger_by_as_much_as_its_letters(wall):
    times = wall.letters.px / MAP_LETTER_PX
    assert wall.map.enlarged == max(times, 1.0)
    box = wall.board.map_box
    assert wall.map.geometry() == box
    assert wall.map.viewport.width == pytest.approx(box.width() / wall.map.enlarged, abs=1)


def test_it_shows_the_whole_centre_and_what_the_console_knows(window, wall):
    lon, lat = middle_of(wall.map)
    assert window.hierarchy.locate(lon, lat).codes[Level.CITY] == window.centre
    assert wall.map.data.cases is window.feed.data.cases
    assert "terminals" in wall.map.stack.hidden
    assert wall.board.told.mark == "演示"
    assert len(wall.board.told.tiles) == 7


def test_nothing_that_happens_to_the_console_moves_its_map(window, wall):
    before = wall.map.viewport
    window.map.go_to(106.5, 29.5, 20.0)
    window.map.turn_by(15.0)
    window.feed.select_place("500118")
    window.change_theme()
    window.change_theme()
    settle(window)
    assert wall.map.viewport == before
    assert wall.map.data.selected_place is None


def test_news_come_together_and_soon(window, wall, qtbot):
    painted = wall.map.data
    for _ in range(3):
        window.feed.select_place("500118")
        window.feed.select_place("")
    assert wall.map.data is painted
    qtbot.waitUntil(lambda: wall.map.data is not painted)


def test_a_view_that_was_sent_stays_and_is_kept(window, walls, wall):
    window.map.go_to(107.4, 29.7, 50.0)
    window.actions_["view.wall_view"].trigger()
    settle(window)
    sent = middle_of(wall.map)
    assert sent == pytest.approx((107.4, 29.7), abs=0.01)
    window.map.go_to(106.0, 29.0, 20.0)
    wall.close()
    window.actions_["view.wall"].trigger()
    settle(window)
    assert middle_of(walls.wall.map) == pytest.approx(sent, abs=0.01)
    assert "terminals" in walls.wall.map.stack.hidden


def test_it_goes_on_while_the_console_is_locked(window, wall):
    window.desk.lock("0000").result()
    settle(window)
    assert window.guard.covered
    assert wall.isVisible()
    before = wall.board.told.clock
    window.clock.now += timedelta(minutes=1)
    window.bridge.second.emit(window.clock())
    assert wall.board.told.clock != before


def test_by_night_though_the_console_is_by_day(window, wall):
    window.change_theme()
    try:
        assert wall.board.theme.name == "night"
    finally:
        window.change_theme()


def test_settings_are_asked_said_in_figures_and_kept(window, walls, wall, qtbot):
    window.actions_["view.wall_set"].trigger()
    window.bridge.settle()
    dialog = window.findChild(QDialog)
    assert isinstance(dialog, WallDialog)
    dialog.distance.setValue(30.0)
    assert "放不下" in dialog.said.text()
    dialog.distance.setValue(2.0)
    dialog.diagonal.setValue(80.0)
    assert "放不下" not in dialog.said.text()
    QTest.keyClick(dialog, KEY.Key_Return)
    settle(window)
    kept = window.desk.ask(queries.settings).result()[WALL]
    assert (kept.distance_m, kept.diagonal_in) == (2.0, 80.0)
    assert walls.wall.wall == kept


TWO_SCREENS = """
import sys
from widgets import application
app = application.start(still=True)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow
from widgets.wall.walls import screen_for
window = QMainWindow()
window.setScreen(QGuiApplication.screens()[0])
window.show()
first = screen_for(window).size().toTuple()
window.move(2000, 10)
app.processEvents()
print(first, screen_for(window).size().toTuple())
"""


def test_of_two_screens_it_takes_the_one_where_the_console_is_not(tmp_path):
    screens = {
        "screens": [
            {"name": "desk", "x": 0, "y": 0, "width": 1920, "height": 1080},
            {"name": "wall", "x": 1920, "y": 0, "width": 3840, "height": 2160},
        ]
    }
    file = tmp_path / "screens.json"
    file.write_text(json.dumps(screens))
    script = tmp_path / "two.py"
    script.write_text(
        TWO_SCREENS.replace(
            "app = ",
            f"import os\napplication.prepare(still=True)\n"
            f"os.environ['QT_QPA_PLATFORM'] = 'offscreen:configfile={file}'\n"
            "application.prepare = lambda **_: None\napp = ",
        )
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, str(script)], cwd=root, env={"PYTHONPATH": str(root), "PATH": ""},
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    assert done.stdout.split("\n")[0] == "(3840, 2160) (1920, 1080)"
