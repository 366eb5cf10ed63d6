"""Eight views of the map in both themes look as they did; --update-baselines renews them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.settings import Colouring, LayerState
from maps.layers import DEFAULT, Stack
from tests.journeys.pictures import hold
from widgets import application, theme
from widgets.map_view import MapView
from widgets.scenes import SCENES, WIDE
from widgets.shot import opened

BASELINES = Path(__file__).parents[1] / "baselines" / "map"
SIZE = (720, 480)
YONGCHUAN = "500118"
CORE = (106.55, 29.56)

RULED: Stack = DEFAULT.showing("graticule", visible=True).showing("kilometres", visible=True)


def _city(view: MapView) -> None:
    view.fit_place("500000")


def _core(view: MapView) -> None:
    view.go_to(*CORE, 110.0)


def _district(view: MapView) -> None:
    view.fit_place(YONGCHUAN)


def _town(view: MapView) -> None:
    view.go_to(105.93, 29.35, 20.0)


def _grids(view: MapView) -> None:
    view.go_to(105.93, 29.35, 6.0)


def _street(view: MapView) -> None:
    view.go_to(105.93, 29.35, 1.0)


def _turned(view: MapView) -> None:
    """Ruled both ways, by share in a ramp of two hues, the relief half seen through."""
    view.set_stack(RULED.put("relief", LayerState(opacity=0.5)))
    view.set_colouring(Colouring(measure="share", classing="quantile", ramp="cividis"))
    view.go_to(*CORE, 220.0)
    view.turn_to(30)


def _unknown(view: MapView) -> None:
    """By a measure of which little is known: hatched."""
    view.set_colouring(Colouring(measure="response", ramp="moss"))
    view.go_to(107.4, 29.7, 320.0)


VIEWS: dict[str, Callable[[MapView], None]] = {
    "city": _city,
    "core": _core,
    "district": _district,
    "town": _town,
    "grids": _grids,
    "street": _street,
    "turned": _turned,
    "unknown": _unknown,
}


@pytest.fixture(scope="module")
def seen(qapp, hierarchy):
    """A map of its own with the data of the demonstration desk."""
    with opened(SCENES["overview"], hierarchy, WIDE) as window:
        data, clock = window.feed.data, window.clock
    view = MapView()
    view.animated = False
    view.resize(*SIZE)
    view.set_clock(clock)
    view.set_hierarchy(hierarchy)
    view.set_data(data)
    yield view
    view.shut()
    view.deleteLater()
    app = QApplication.instance()
    theme.apply(app, "night")
    application.speak(app, "zh")


@pytest.mark.parametrize("theme_name", ["night", "day"])
@pytest.mark.parametrize("name", VIEWS)
def test_a_view_of_the_map_looks_as_it_did(seen, tmp_path, request, name, theme_name):
    seen.set_style(theme_name)
    seen.set_stack(DEFAULT)
    seen.set_colouring(Colouring())
    seen.turn_to(0)
    VIEWS[name](seen)
    hold(
        f"{name}-{theme_name}",
        seen.render_sync(),
        BASELINES,
        tmp_path,
        update=request.config.getoption("--update-baselines"),
    )
