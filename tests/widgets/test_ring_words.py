"""The words of rings of reach stand on their own ring, clear of furniture and of each other."""

import math
from itertools import combinations

import pytest

from maps.drawing import Drawing, Rings
from maps.labels import Box
from maps.layers.drawing import plates
from maps.layers.layer import Live
from maps.projection import project_point
from maps.scene import MapData
from maps.style import NIGHT
from maps.symbols import Symbols
from maps.viewport import Viewport

AT = (106.5, 29.5)
SCALE, WIDTH, HEIGHT = 26.0, 850, 680
FURNITURE = {
    "none": (),
    "a hint above": (Box(160, 185, 530, 22),),
    "a legend and a hint": (Box(12, 12, 480, 190), Box(160, 205, 530, 22)),
    "all above": (Box(0, 0, WIDTH, HEIGHT / 2 - 40),),
}


@pytest.mark.parametrize("taken", FURNITURE.values(), ids=list(FURNITURE))
def test_each_word_is_by_its_ring_and_on_nothing_else(qapp, taken):
    rings = Rings(at=AT)
    view = Viewport(*project_point(*AT), SCALE, WIDTH, HEIGHT)
    data = MapData(drawing=Drawing(rings=rings))
    live = Live(
        viewport=view, data=data, style=NIGHT, symbols=Symbols(NIGHT, 1.0), now=None, taken=taken
    )
    boxes = plates(live)
    assert len(boxes) == 4
    for box, radius_m in zip(boxes, rings.radii_m, strict=False):
        x = min(max(WIDTH / 2, box.x), box.x + box.width) - WIDTH / 2
        y = min(max(HEIGHT / 2, box.y), box.y + box.height) - HEIGHT / 2
        far = max(
            math.hypot(cx - WIDTH / 2, cy - HEIGHT / 2)
            for cx in (box.x, box.x + box.width)
            for cy in (box.y, box.y + box.height)
        )
        assert math.hypot(x, y) - 45 < radius_m / SCALE < far + 45
        assert not any(box.touches(other) for other in taken)
    assert not any(one.touches(other) for one, other in combinations(boxes, 2))
