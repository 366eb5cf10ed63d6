"""The states of layers as a value."""

from dataclasses import replace

import pytest

from app.settings import LayerState
from maps.layers import DEFAULT, GROUND_LAYERS, LAYERS, LIVE_LAYERS, Stage


def names(stack, layers, stage, scale=100.0):
    return [layer.name for layer in stack.drawn(layers, stage, scale)]


def test_untouched_the_layers_lie_as_in_their_table():
    drawn = names(DEFAULT, LIVE_LAYERS, Stage.LIVE)
    table = [layer.name for layer in LIVE_LAYERS if layer.stage is Stage.LIVE and layer.visible]
    assert drawn == [name for name in table if name in drawn]
    assert DEFAULT.hidden == {layer.name for layer in LAYERS if not layer.visible}


def test_a_layer_that_was_put_lowest_is_drawn_first():
    lowest = DEFAULT.put("cases", LayerState(order=-1))
    assert names(lowest, LIVE_LAYERS, Stage.LIVE)[0] == "cases"
    assert names(DEFAULT, LIVE_LAYERS, Stage.LIVE)[0] != "cases"


@pytest.mark.parametrize(
    "state",
    [
        LayerState(visible=False),
        LayerState(opacity=0.0),
        LayerState(finer_than=50.0),
        LayerState(coarser_than=200.0),
    ],
)
def test_a_layer_is_left_out_by_switch_by_opacity_and_by_scale(state):
    assert "water" in names(DEFAULT, GROUND_LAYERS, Stage.LINES)
    assert "water" not in names(DEFAULT.put("water", state), GROUND_LAYERS, Stage.LINES)


def test_kept_states_come_back_and_unknown_names_are_passed_over():
    kept = {"water": LayerState(opacity=0.5), "of another console": LayerState()}
    back = DEFAULT.restored(kept)
    assert back.opacity("water") == 0.5
    assert replace(back, states=DEFAULT.states) == DEFAULT
    assert [name for name, _ in back.states] == [name for name, _ in DEFAULT.states]


def test_a_layer_that_is_not_there_is_refused():
    with pytest.raises(KeyError):
        DEFAULT.showing("no such layer", visible=True)
