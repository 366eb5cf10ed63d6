"""Terminals beyond the city: a cross on the map, its word in the legend while one is in view."""

from dataclasses import replace

import pytest

from app.clock import frozen
from maps.projection import project_point
from maps.scene import MapData
from tests.maps.division import MadeDivision
from tests.widgets.rows import NOW, fix
from widgets.map_view import MapView

LON, LAT = 106.30, 29.25


@pytest.fixture
def view(qtbot):
    made = MapView()
    qtbot.addWidget(made)
    made.animated = False
    made.resize(900, 700)
    made.set_clock(frozen(NOW))
    made.set_hierarchy(MadeDivision())
    yield made
    made.shut()


def legend(view, scale, *, lon=LON, place="") -> list[str]:
    beyond = replace(fix(1), lon=LON, lat=LAT, place=place)
    view.set_data(MapData(fixes={beyond.terminal: beyond}))
    view.show_view(view.viewport.centred(*project_point(lon, LAT)).scaled_to(scale))
    view.render_sync()
    return [item.text for row in view.furnishing.legend if row.head == "终端" for item in row.items]


@pytest.mark.parametrize("scale", [8.0, 400.0])
def test_the_cross_is_told_in_the_legend_near_and_far(view, scale):
    assert legend(view, scale)[-1] == "域外"
    assert "域外" not in legend(view, scale, place="500118")


def test_it_is_not_told_of_where_none_is_in_view(view):
    assert "域外" not in legend(view, 8.0, lon=LON + 0.5)
