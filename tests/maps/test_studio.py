"""A picture is drawn again only where something of it has changed."""

from dataclasses import replace

import numpy as np
import pytest

from app.model import Level
from app.settings import Colouring
from maps.labels import Box
from maps.layers import DEFAULT
from maps.renderer import Request, Studio
from maps.scene import MapData
from maps.style import DAY, NIGHT
from maps.viewport import Viewport

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def asked(division):
    view = Viewport(*division.topology.origin, 200.0, 640, 480)
    codes = division.codes(Level.DISTRICT)
    return Request(
        viewport=view,
        view=view,
        dpr=1.0,
        level=Level.DISTRICT,
        style=NIGHT,
        division=division,
        data=MapData(place_counts={codes[0]: (5, 1)}),
    )


def test_where_only_names_give_way_the_picture_stays_and_names_do_not(asked):
    studio = Studio()
    one = studio.frame(asked)
    other = studio.frame(replace(asked, taken=(Box(0, 0, 640, 480),)))
    assert other.pixels is one.pixels
    assert other.image is one.image
    assert one.names
    assert not other.names


CHANGES = {
    "other counts": lambda r: {"data": replace(r.data, place_counts={})},
    "a chosen place": lambda r: {
        "data": replace(r.data, selected_place=r.division.codes(Level.DISTRICT)[0])
    },
    "another theme": lambda r: {"style": DAY},
    "another level": lambda r: {"level": Level.TOWN},
    "other colours": lambda r: {"colouring": Colouring(measure="overdue")},
    "another view": lambda r: {"viewport": r.viewport.pan(3, 0)},
    "a layer less": lambda r: {"stack": DEFAULT.showing("boundaries", visible=False)},
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_has_changed_is_drawn_as_if_nothing_were_known(asked, change):
    studio, changed = Studio(), replace(asked, **change(asked))
    before = np.array(studio.frame(asked).pixels)
    for _ in range(3):
        after = studio.frame(changed).pixels[:, :640]
    assert (after == Studio().frame(changed).pixels[:, :640]).all()
    assert (after != before[:, :640]).any()
    assert (studio.frame(asked).pixels[:, :640] == before[:, :640]).all()
