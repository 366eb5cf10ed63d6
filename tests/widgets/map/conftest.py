"""A map of a made-up division, 640 x 480, whose clock stands still."""

import pytest

from app.clock import frozen
from tests.maps.division import MadeDivision
from tests.widgets.map.scene import NOW
from widgets.map_view import MapView


@pytest.fixture(scope="module")
def division() -> MadeDivision:
    return MadeDivision()


@pytest.fixture
def view(qtbot, division):
    made = MapView()
    qtbot.addWidget(made)
    made.animated = False
    made.resize(640, 480)
    made.set_clock(frozen(NOW))
    made.set_hierarchy(division)
    yield made
    made.shut()
