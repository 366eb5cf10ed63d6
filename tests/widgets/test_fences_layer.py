"""Fences and drawings on the map: told apart by shape, named on free ground, found by picture."""

import numpy as np
import pytest
from PySide6.QtGui import QImage

from app.model import Fence, FenceKind
from maps.captions import Caption, lay
from maps.drawing import Drawing, How, Rings, Selection
from maps.labels import Box
from maps.layers.fences import plates
from maps.measures import circle
from maps.scene import MapData
from maps.viewport import Viewport
from tests.maps.division import MadeDivision
from widgets.map_view import MapView

MIDDLE = (106.30, 29.25)
RING = circle(*MIDDLE, 8_000.0)


@pytest.fixture
def view(qtbot):
    view = MapView()
    qtbot.addWidget(view, before_close_func=MapView.shut)
    view.resize(640, 480)
    view.set_hierarchy(MadeDivision())
    return view


def fence(kind=FenceKind.WATCH, ring=RING, **changes) -> Fence:
    return Fence(**({"id": "F-1", "name": "化工园", "kind": kind, "rings": (ring,)} | changes))


def pixels(view) -> np.ndarray:
    image = view.render_sync().convertToFormat(QImage.Format.Format_RGB32)
    return np.array(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)


def differing(view, one: MapData, other: MapData) -> int:
    view.set_data(one)
    before = pixels(view)
    view.set_data(other)
    return int((pixels(view) != before).any(axis=2).sum())


def test_every_kind_of_fence_looks_its_own_way(view):
    looks = [MapData(fences=(fence(kind),)) for kind in FenceKind]
    for k, one in enumerate(looks):
        assert differing(view, MapData(), one) > 300
        for other in looks[k + 1 :]:
            assert differing(view, one, other) > 100


def test_a_fence_keeps_its_look_when_the_colours_are_gone(view):
    """Shape before colour: in greys the kinds still differ."""
    greys = []
    for kind in FenceKind:
        view.set_data(MapData(fences=(fence(kind),)))
        greys.append(pixels(view)[:, :, :3].mean(axis=2))
    assert all(np.abs(a - b).max() > 40 for k, a in enumerate(greys) for b in greys[k + 1 :])


def test_a_chosen_fence_and_a_hidden_layer_show(view):
    shown = MapData(fences=(fence(),))
    assert differing(view, shown, MapData(fences=(fence(),), selected_fence="F-1")) > 500
    view.set_layer_visible("fences", False)
    assert differing(view, MapData(), shown) == 0


def test_a_fence_as_large_as_the_world_is_cut_and_drawn(view):
    huge = ((60.0, 0.0), (150.0, 0.0), (150.0, 60.0), (60.0, 60.0))
    view.go_to(*MIDDLE, 1.0)
    view.set_data(MapData(fences=(fence(ring=huge),)))
    view.render_sync()


def test_a_fence_has_its_name_in_the_view_and_no_two_names_on_one_spot():
    view = Viewport(0, 0, 1, 640, 480).fit((0, 0, 1, 1))
    from maps.projection import project_point

    view = Viewport(*project_point(*MIDDLE), 40.0, 640, 480)
    named = plates(MapData(fences=(fence(), fence(id="F-2"))), view)
    assert [found.id for found, _ in named] == ["F-1"]
    assert named[0][1].inside(640, 480)
    far = Viewport(*project_point(*MIDDLE), 2000.0, 640, 480)
    assert plates(MapData(fences=(fence(),)), far) == []


def test_names_of_places_keep_clear_of_the_names_of_fences(view):
    view.go_to(*MIDDLE, 60.0)
    data = MapData(fences=(fence(),))
    view.set_data(data)
    view.render_sync()
    ((_, plate),) = plates(data, view.viewport)
    frame = view._frames.lettered
    x, y = frame.viewport.to_screen(*view.viewport.to_map(plate.x, plate.y))
    there = Box(float(x), float(y), plate.width, plate.height)
    assert frame.names
    assert not any(name.box.touches(there.shrunk(4)) for name in frame.names)


def test_a_selection_rings_and_a_pin_are_drawn_together_and_gone_together(view):
    square = ((106.2, 29.2), (106.4, 29.2), (106.4, 29.3), (106.2, 29.3))
    parts = {
        "selection": Selection(how=How.BOX, rings=(square,)),
        "rings": Rings(at=MIDDLE),
        "pin": MIDDLE,
    }
    view.go_to(*MIDDLE, 40.0)
    for name, part in parts.items():
        assert differing(view, MapData(), MapData(drawing=Drawing(**{name: part}))) > 60, name
    assert differing(view, MapData(), MapData()) == 0


def test_captions_stand_in_the_view_and_on_nothing():
    view = Viewport(0, 0, 1, 300, 200)
    wanted = [Caption("3 km · 6 分", 290.0, 5.0, must=True) for _ in range(4)]
    taken = (Box(200, 0, 100, 60),)
    laid = [box for _, box in lay(wanted, view, taken)]
    assert len(laid) == 4
    assert all(box.inside(300, 200) for box in laid)
    assert not any(a.touches(b) for k, a in enumerate(laid) for b in (*laid[k + 1 :], *taken))


def test_a_caption_that_need_not_be_said_gives_way():
    view = Viewport(0, 0, 1, 300, 200)
    everywhere = (Box(0, 0, 300, 200),)
    assert lay([Caption("x", 10, 10)], view, everywhere) == []
    assert len(lay([Caption("x", 10, 10, must=True)], view, everywhere)) == 1


def test_the_legend_names_the_kinds_that_are_in_view_and_no_other(view):
    view.resize(900, 700)
    view.go_to(*MIDDLE, 40.0)
    far = circle(106.30, 31.5, 4_000.0)
    keep_in = fence(FenceKind.KEEP_IN, far, id="F-2")
    view.set_data(MapData(fences=(fence(FenceKind.KEEP_OUT), keep_in)))
    view.render_sync()
    (row,) = [row for row in view.furnishing.legend if row.head == "围栏"]
    assert [item.text for item in row.items] == ["禁入"]
    view.set_layer_visible("fences", False)
    view.render_sync()
    assert [row for row in view.furnishing.legend if row.head == "围栏"] == []
