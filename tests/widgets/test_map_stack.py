"""How the layers of a shown map lie: opacity, and what is kept and brought back."""

import math

import numpy as np
import pytest
from PySide6.QtGui import QImage

from app.settings import LayerState
from tests.maps.division import MadeDivision
from widgets.map_view import MapView


@pytest.fixture
def view(qtbot):
    view = MapView()
    qtbot.addWidget(view, before_close_func=MapView.shut)
    view.resize(640, 480)
    view.set_hierarchy(MadeDivision())
    return view


def test_a_layer_half_seen_through_lies_between_there_and_gone(view):
    pictures = []
    for opacity in (1.0, 0.5, 0.0):
        view.set_stack(view.stack.put("boundaries", LayerState(opacity=opacity)))
        image = view.render_sync().convertToFormat(QImage.Format.Format_RGB32)
        pictures.append(np.array(image.constBits(), np.uint8).reshape(image.height(), -1))
    full, half, gone = (picture.astype(int) for picture in pictures)
    differ = np.abs(full - gone) > 40
    assert differ.sum() > 500
    between = np.abs(half - (full + gone) / 2)[differ]
    assert np.median(between) < 12


def test_a_kept_view_comes_back_with_its_turn_and_its_layers(view):
    view.set_stack(view.stack.put("water", LayerState(opacity=0.3)))
    view.turn_to(30)
    kept = view.state()
    view.turn_to(0)
    view.set_stack(view.stack.put("water", LayerState()))
    view.restore(kept)
    assert view.viewport.turn_rad == pytest.approx(math.radians(30))
    assert view.stack.opacity("water") == 0.3
