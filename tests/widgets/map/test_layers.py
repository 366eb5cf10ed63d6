"""Layers that are hidden, areas that are hatched, plants as their state has it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF

from app.model import (
    Availability,
    Commissioning,
    Level,
)
from app.settings import Colouring
from app.tracks import joined
from maps.history import History, Shown
from maps.labels import Box
from maps.layers import LAYERS
from maps.layers.plants import shown
from maps.projection import project_point
from maps.scene import MapData
from maps.symbols import PlantState, plant_state
from tests.widgets.map.scene import LAT, LON, NOW, a_plant, on_screen, pixels, some_data

UNSEEN = (
    *("tracks", "tasks", "help", "grids", "water", "fences", "drawing"),
    *("base", "base_lines", "stations", "substations", "overview"),
)
"""Layers that have nothing to draw in the tests' own scene."""


def test_layers_can_be_hidden_and_an_unknown_one_is_refused(view):
    way = joined("T-9", [(k, LON + k / 100, LAT - 0.02) for k in range(9)])
    view.set_data(some_data(history=History((Shown.of(way),))))
    shown = pixels(view.render_sync())
    for layer in LAYERS:
        if layer.visible and layer.name not in UNSEEN:
            view.set_layer_visible(layer.name, False)
            assert pixels(view.render_sync()) != shown, layer.name
            view.set_layer_visible(layer.name, True)
    assert pixels(view.render_sync()) == shown
    with pytest.raises(KeyError):
        view.set_layer_visible("clouds", True)


def test_overdue_areas_are_hatched_and_the_map_can_count_them_instead(view):
    view.set_data(MapData(place_counts={"1-0000": (3, 0)}, now=NOW))
    plain = pixels(view.render_sync())
    view.set_data(MapData(place_counts={"1-0000": (3, 1)}, now=NOW))
    view.set_level(Level.DISTRICT)
    hatched = pixels(view.render_sync())
    assert hatched != plain
    view.set_colouring(Colouring(measure="overdue"))
    assert pixels(view.render_sync()) != hatched
    view.set_colouring(Colouring())
    assert pixels(view.render_sync()) == hatched


@pytest.mark.parametrize(
    ("state", "drawn"),
    [
        (Availability.UNKNOWN, PlantState.UNSAID),
        (Availability.RUNNING, PlantState.RUNNING),
        (Availability.RESERVE, PlantState.STOPPED),
    ],
)
def test_a_plant_runs_only_where_somebody_said_so(state, drawn):
    assert plant_state(a_plant(Commissioning.IN_SERVICE, state)) is drawn


@pytest.mark.parametrize("state", list(Availability))
def test_a_plant_in_commissioning_never_looks_in_service(state):
    assert plant_state(a_plant(Commissioning.COMMISSIONING, state)) is PlantState.STARTING
    assert plant_state(a_plant(Commissioning.BUILDING, state)) is PlantState.BUILDING


def test_from_afar_only_large_plants_and_new_ones_are_drawn():
    small = replace(a_plant(Commissioning.IN_SERVICE), capacity_mw=20.0)
    assert shown(small, 60.0)
    assert not shown(small, 430.0)
    assert shown(replace(small, commissioning=Commissioning.COMMISSIONING), 430.0)
    assert shown(replace(small, capacity_mw=600.0), 430.0)


def test_the_chosen_plant_stands_in_brackets_at_every_scale(view):
    small = replace(a_plant(Commissioning.IN_SERVICE), capacity_mw=20.0)
    data = MapData(plants=(small,), now=NOW)
    for scale in (430.0, 30.0):
        view.go_to(LON, LAT - 0.1, scale)
        view.set_data(data)
        before = pixels(view.render_sync())
        view.set_data(replace(data, selected_plant="P-1"))
        assert pixels(view.render_sync()) != before
        assert view.hits(QPointF(on_screen(view, LON, LAT - 0.1)))


def test_no_name_lies_under_the_brackets_of_the_chosen_plant(view):
    view.set_data(some_data(cases=(), alerts=(), selected_plant="P-1"))
    view.go_to(LON, LAT - 0.1, 30.0)
    view.render_sync()
    lettered = view._frames.lettered
    x, y = lettered.viewport.to_screen(*project_point(LON, LAT - 0.1))
    around = Box(float(x) - 16, float(y) - 16, 32, 32)
    assert any("港桥" in name.text for name in lettered.names)
    assert not any(name.box.touches(around) for name in lettered.names)
