"""Which classes of base maps are drawn in a view: what a legend has rows for."""

from typing import TYPE_CHECKING

from maps.base.classes import WAYS, Class, Shape, layer_of
from maps.base.errors import BaseError
from maps.base.mesh import mesh
from maps.layers.layer import Ground
from maps.viewport import Viewport

if TYPE_CHECKING:
    from maps.base.flat import Flat
    from maps.base.shelf import Shelf

LEAST_AREA_PX = 1.2
"""What is smaller is not drawn."""


def told(shelf: "Shelf", ground: Ground, view: Viewport) -> frozenset[Class]:
    """The classes with anything in `view`, of those drawn at its scale and not switched off."""
    scale = ground.metres_per_px
    left = {
        which
        for which, way in WAYS.items()
        if scale <= way.finer_than and layer_of(which) not in ground.hidden
    }
    found: set[Class] = set()
    for source, one in shelf.shown(scale):
        if one.features is None or not source.opacity:
            continue
        try:
            for flat in one.features.features(mesh(view, one.datum)):
                found |= {which for which in left - found if _there(flat, which, view)}
        except BaseError:
            continue
    return frozenset(found)


def _there(flat: "Flat", which: Class, view: Viewport) -> bool:
    small = WAYS[which].shape is Shape.AREA
    least_m = LEAST_AREA_PX * view.metres_per_px if small else 0.0
    return bool(len(flat.parts(which, view.extent, least_m)))
