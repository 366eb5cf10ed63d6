"""A map with its tools, with north up and turned, that notes what they gave and said."""

import pytest

from tests.maps.division import MadeDivision
from tests.widgets.map_tools.hand import MIDDLE
from widgets.map_view import MapView


@pytest.fixture(scope="module")
def division() -> MadeDivision:
    return MadeDivision()


@pytest.fixture(params=[0.0, 35.0], ids=["north up", "turned"])
def view(request, qtbot, division):
    view = MapView()
    qtbot.addWidget(view, before_close_func=MapView.shut)
    view.animated = False
    view.resize(640, 480)
    view.set_hierarchy(division)
    view.go_to(*MIDDLE, 40.0)
    view.turn_to(request.param)
    view.done_ = []
    view.said_ = []
    view.tool_done.connect(lambda tool, result: view.done_.append((tool, result)))
    view.tool_said.connect(view.said_.append)
    view.render_sync()
    return view
