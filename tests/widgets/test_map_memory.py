"""When a view is another one, and worth keeping."""

from dataclasses import replace

import pytest

from app.settings import LayerState, View
from widgets.map_memory import alike

VIEW = View(lon=106.5, lat=29.5, metres_per_px=100.0, layers={"water": LayerState()})
PX = 100.0 / 111_000  # degrees of latitude in a pixel


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (VIEW, True),
        (replace(VIEW, lat=VIEW.lat + PX), True),
        (replace(VIEW, lat=VIEW.lat + 4 * PX), False),
        (replace(VIEW, lon=VIEW.lon - 5 * PX), False),
        (replace(VIEW, metres_per_px=101.0), False),
        (replace(VIEW, layers={"water": LayerState(visible=False)}), False),
    ],
)
def test_a_view_is_the_same_within_what_a_new_size_of_the_window_moves_it(other, same):
    assert alike(VIEW, other) == same
