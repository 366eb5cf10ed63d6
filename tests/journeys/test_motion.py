"""The smooth zoom can be switched off, and stays off."""

from app.settings import MOTION
from app.store import queries
from widgets.shot import settle, take_down
from widgets.wiring import open_window


def test_the_smooth_zoom_is_switched_off_and_stays_off(window):
    assert window.map.animated
    window.actions_["view.motion"].trigger()
    settle(window)
    assert not window.map.animated
    assert not window.desk.ask(queries.settings).result()[MOTION].zoom
    before = window.map.viewport.metres_per_px
    window.map.zoom_by(2.0)
    assert window.map.viewport.metres_per_px == before / 2
    again = open_window(window.desk, window.hierarchy, clock=window.clock)
    assert not again.map.animated
    take_down(again)
