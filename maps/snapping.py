"""Where a pointer near a vertex or an edge is meant to be. Qt-free; all in pixels of the screen."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Line = tuple[Floats, Floats]
"""x, y of a polyline, in pixels."""


@dataclass(frozen=True, slots=True)
class Snap:
    """A point in pixels, and whether it is a vertex of what it was drawn to, or on an edge."""

    x: float
    y: float
    vertex: bool


Found = tuple[float, Snap | None]


def snap(x: float, y: float, lines: Iterable[Line], *, reach_px: float = 10.0) -> Snap | None:
    """The nearest vertex within reach, else the nearest point of an edge, else None."""
    vertex: Found = (reach_px, None)
    edge: Found = (reach_px, None)
    for px, py in lines:
        if len(px) and _near(px, py, x, y, reach_px):
            vertex = min(vertex, _vertex(px, py, x, y), key=lambda found: found[0])
            if len(px) > 1:
                edge = min(edge, _edge(px, py, x, y), key=lambda found: found[0])
    return vertex[1] or edge[1]


def _near(px: Floats, py: Floats, x: float, y: float, reach: float) -> bool:
    return bool(
        px.min() - reach <= x <= px.max() + reach and py.min() - reach <= y <= py.max() + reach
    )


def _vertex(px: Floats, py: Floats, x: float, y: float) -> Found:
    distance = np.hypot(px - x, py - y)
    k = int(np.argmin(distance))
    return float(distance[k]), Snap(float(px[k]), float(py[k]), vertex=True)


def _edge(px: Floats, py: Floats, x: float, y: float) -> Found:
    """The nearest point of all segments."""
    x0, y0, dx, dy = px[:-1], py[:-1], np.diff(px), np.diff(py)
    length2 = np.maximum(dx * dx + dy * dy, 1e-12)
    share = np.clip(((x - x0) * dx + (y - y0) * dy) / length2, 0.0, 1.0)
    fx, fy = x0 + share * dx, y0 + share * dy
    distance = np.hypot(fx - x, fy - y)
    k = int(np.argmin(distance))
    return float(distance[k]), Snap(float(fx[k]), float(fy[k]), vertex=False)
