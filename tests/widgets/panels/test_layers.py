"""The layers' panel: what is pressed becomes a stack, and what areas are coloured by."""

import pytest
from PySide6.QtCore import Qt

from app.settings import Colouring, LayerState
from maps.layers import DEFAULT, LAYERS, Stage
from maps.viewport import METRES_PER_PX_AT_1
from widgets.panels.colouring import ColouringForm, bounds_of
from widgets.panels.layers import LayersPanel


@pytest.fixture
def panel(qtbot):
    panel = LayersPanel()
    qtbot.addWidget(panel)
    panel.wanted = []
    panel.stacked.connect(panel.wanted.append)
    panel.show()
    return panel


def choose(panel, name):
    for row in range(panel.list.count()):
        if panel.list.item(row).data(Qt.ItemDataRole.UserRole) == name:
            panel.list.setCurrentRow(row)


def test_the_topmost_layer_stands_first(panel):
    shown = [panel.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(len(LAYERS))]
    assert set(shown) == {layer.name for layer in LAYERS}
    assert shown.index("cases") < shown.index("boundaries") < shown.index("relief")


def test_space_switches_the_layer_in_hand(panel, qtbot):
    choose(panel, "water")
    qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    assert panel.wanted[-1] == DEFAULT.showing("water", visible=False)


def test_left_fades_and_right_brings_back(panel, qtbot):
    choose(panel, "water")
    qtbot.keyClick(panel.list, Qt.Key.Key_Left)
    qtbot.keyClick(panel.list, Qt.Key.Key_Left)
    assert panel.wanted[-1].opacity("water") == pytest.approx(0.8)
    assert "80%" in panel.list.currentItem().text()
    for _ in range(4):
        qtbot.keyClick(panel.list, Qt.Key.Key_Right)
    assert panel.wanted[-1].opacity("water") == 1.0


def test_alt_up_moves_a_layer_among_those_of_its_stage(panel, qtbot):
    lines = [layer.name for layer in LAYERS if layer.stage is Stage.LINES]
    choose(panel, lines[0])
    for _ in range(len(LAYERS)):
        qtbot.keyClick(panel.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    ordered = [layer.name for layer in panel.stack.ordered(LAYERS) if layer.name in lines]
    assert ordered == [*lines[1:], lines[0]]
    by_stage = [layer.stage for layer in panel.stack.by_stage(LAYERS)]
    assert by_stage == sorted(by_stage, key=list(dict.fromkeys(by_stage)).index)


def test_a_layer_in_its_usual_place_keeps_no_order_of_its_own(panel, qtbot):
    choose(panel, "water")
    qtbot.keyClick(panel.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert panel.stack != DEFAULT
    qtbot.keyClick(panel.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert panel.stack == DEFAULT


def test_scales_are_chosen_and_must_not_contradict_each_other(panel):
    choose(panel, "water")
    form = panel.form
    form.farthest.setCurrentIndex(form.farthest.findData(50_000))
    form.farthest.activated.emit(form.farthest.currentIndex())
    state = panel.stack.state("water")
    assert state.finer_than == pytest.approx(50_000 * METRES_PER_PX_AT_1)
    form.nearest.setCurrentIndex(form.nearest.findData(250_000))
    form.nearest.activated.emit(form.nearest.currentIndex())
    assert panel.stack.state("water") == state
    form.usual.click()
    assert panel.stack.state("water") == LayerState()


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("5 1 20", (1.0, 5.0, 20.0)),
        ("1，2、3", (1.0, 2.0, 3.0)),
        ("", ()),
        ("1 x", None),
        ("0 1", None),
        ("-1", None),
        ("nan", None),
        ("1 2 3 4 5 6 7 8", None),
    ],
)
def test_own_bounds_are_numbers_above_nothing(text, bounds):
    assert bounds_of(text) == bounds


def test_the_colouring_form_says_what_is_wanted(qtbot):
    form = ColouringForm()
    qtbot.addWidget(form)
    wanted = []
    form.wanted.connect(wanted.append)
    form.measure.setCurrentIndex(form.measure.findData("response"))
    form.measure.activated.emit(form.measure.currentIndex())
    form.classing.setCurrentIndex(form.classing.findData("own"))
    form.classing.activated.emit(form.classing.currentIndex())
    form.own.setText("5 15 30")
    form.own.editingFinished.emit()
    assert wanted[-1] == Colouring(measure="response", classing="own", own=(5.0, 15.0, 30.0))
    form.own.setText("much")
    form.own.editingFinished.emit()
    assert len(wanted) == 3
    assert form.own.text() == "5 15 30"
