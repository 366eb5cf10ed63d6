"""The real window over a desk where nothing has happened yet, for journeys by hand."""

import pytest

from app.demo.roster import spots
from app.demo.scene import SceneClock, seed_desk
from app.desk import Desk
from widgets.shot import OFFICER, settle, take_down
from widgets.wiring import open_window


@pytest.fixture
def window(tmp_path, hierarchy, qtbot):
    clock = SceneClock()
    desk = Desk(tmp_path, hierarchy.locate, clock=clock, officer=OFFICER, edition=hierarchy.edition)
    roster = seed_desk(desk, clock, spots(hierarchy.children, hierarchy.centre), variant="empty")
    window = open_window(desk, hierarchy, clock=clock, demo=True)
    window.resize(1920, 1080)
    window.show()
    window.roster = roster
    window.activateWindow()
    settle(window)
    yield window
    take_down(window)
    desk.close()
