"""Rings in degrees, laid flat once and kept while they are drawn. Qt-free."""

from collections import OrderedDict

import numpy as np
import numpy.typing as npt

from app.model import Ring
from maps.labels import Box
from maps.projection import project
from maps.viewport import Viewport

Floats = npt.NDArray[np.float64]
Line = tuple[Floats, Floats]
"""x, y of a line."""
Rings = tuple[Ring, ...]

_MOST = 1_000
_kept: OrderedDict[int, tuple[Rings, tuple[Line, ...]]] = OrderedDict()


def flat(rings: Rings) -> tuple[Line, ...]:
    """Each ring closed, in map metres; the very same rings are laid flat once."""
    known = _kept.get(id(rings))
    if known is None or known[0] is not rings:
        known = (rings, tuple(_closed(ring) for ring in rings))
        _kept[id(rings)] = known
        while len(_kept) > _MOST:
            _kept.popitem(last=False)
    return known[1]


def on_screen(rings: Rings, view: Viewport) -> tuple[Line, ...]:
    """The same in pixels."""
    return tuple(view.to_screen(x, y) for x, y in flat(rings))


def box_of(lines: tuple[Line, ...]) -> Box:
    """What lines in pixels reach over; nothing for none."""
    if not lines:
        return Box(0, 0, 0, 0)
    x, y = (np.concatenate([line[axis] for line in lines]) for axis in (0, 1))
    return Box(float(x.min()), float(y.min()), float(np.ptp(x)), float(np.ptp(y)))


def _closed(ring: Ring) -> Line:
    lon, lat = np.array((*ring, ring[0]), float).T
    return project(lon, lat)
