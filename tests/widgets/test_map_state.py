"""The map's view and layers as a value: kept, and brought back."""

import pytest

from app.settings import LayerState, View
from tests.maps.division import MadeDivision
from widgets.map_view import MapView


@pytest.fixture
def view(qtbot):
    made = MapView()
    qtbot.addWidget(made)
    made.resize(640, 480)
    made.set_hierarchy(MadeDivision())
    yield made
    made.shut()


def test_a_view_comes_back_with_its_layers(view):
    view.go_to(106.30, 29.25, 20.0)
    view.set_layer_visible("water", False)
    kept = view.state()
    view.set_layer_visible("water", True)
    view.go_to(106.0, 29.0, 500.0)
    view.restore(kept)
    assert not view.layer_visible("water")
    again = view.state()
    assert (again.lon, again.lat) == pytest.approx((kept.lon, kept.lat), abs=1e-6)
    assert again.metres_per_px == pytest.approx(20.0)
    assert again.layers == kept.layers


def test_a_layer_that_is_not_there_any_more_is_passed_over(view):
    before = view.state().layers
    view.restore(
        View(lon=106.3, lat=29.2, metres_per_px=30.0, layers={"moons": LayerState(visible=False)})
    )
    assert view.state().layers == before
