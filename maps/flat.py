"""Rings in degrees, laid flat once and kept while they are drawn. Qt-free."""

from collections import OrderedDict
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from app.model import Ring
from maps.labels import Box
from maps.projection import project
from maps.viewport import Extent, Viewport

Floats = npt.NDArray[np.float64]
Line = tuple[Floats, Floats]
"""x, y of a line."""
Rings = tuple[Ring, ...]

_MOST = 2_000


@dataclass(frozen=True, slots=True)
class Flat:
    """Closed lines in map metres, and what they reach over."""

    lines: tuple[Line, ...]
    extent: Extent

    def size_px(self, view: Viewport) -> float:
        """How large at a scale, the longer way."""
        west, south, east, north = self.extent
        return max(east - west, north - south) / view.metres_per_px

    def touches(self, view: Viewport) -> bool:
        """False where it cannot be in view."""
        west, south, east, north = self.extent
        left, bottom, right, top = view.extent
        return west <= right and left <= east and south <= top and bottom <= north


_kept: OrderedDict[int, tuple[Rings, Flat]] = OrderedDict()


def flat(rings: Rings) -> Flat:
    """The very same rings are laid flat once; ValueError for none."""
    known = _kept.get(id(rings))
    if known is None or known[0] is not rings:
        lines = tuple(_closed(ring) for ring in rings)
        x, y = (np.concatenate([line[axis] for line in lines]) for axis in (0, 1))
        extent = (float(x.min()), float(y.min()), float(x.max()), float(y.max()))
        known = _kept[id(rings)] = (rings, Flat(lines, extent))
        while len(_kept) > _MOST:
            _kept.popitem(last=False)
    return known[1]


def on_screen(rings: Rings, view: Viewport) -> tuple[Line, ...]:
    """Closed lines in pixels."""
    return tuple(view.to_screen(x, y) for x, y in flat(rings).lines)


def box_of(lines: tuple[Line, ...]) -> Box:
    """What lines in pixels reach over; nothing for none."""
    if not lines:
        return Box(0, 0, 0, 0)
    x, y = (np.concatenate([line[axis] for line in lines]) for axis in (0, 1))
    return Box(float(x.min()), float(y.min()), float(np.ptp(x)), float(np.ptp(y)))


def _closed(ring: Ring) -> Line:
    lon, lat = np.array((*ring, ring[0]), float).T
    return project(lon, lat)
