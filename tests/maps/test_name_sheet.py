"""Of the names of a picture those are shown that are whole and on nothing, all in one step."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from maps.labels import Box
from maps.name_sheet import clear
from maps.viewport import Viewport

VIEW = Viewport(0.0, 0.0, 1.0, 300, 200)
boxes = st.lists(
    st.builds(
        Box,
        x=st.integers(-40, 310),
        y=st.integers(-40, 210),
        width=st.integers(1, 90),
        height=st.integers(1, 30),
    ),
    max_size=12,
)


@given(boxes, boxes)
def test_all_at_once_are_judged_as_one_by_one(names, taken):
    found = clear(
        np.array([(b.x, b.y, b.width, b.height) for b in names], float).reshape(-1, 4), VIEW, taken
    )
    one_by_one = [
        name.inside(VIEW.width, VIEW.height) and not any(name.touches(other) for other in taken)
        for name in names
    ]
    assert found.tolist() == one_by_one
