"""Boundaries drawn once each, by weight and dash from the city down to the grid."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QPainterPath

from app.model import Level
from maps.kernels.blending import premultiplied
from maps.kernels.values import Line, Place
from maps.layers.layer import Ground
from maps.paths import path
from maps.style import Stroke
from maps.topology import LevelLines, Topology
from maps.viewport import Viewport

_SLICE = 1500  # vertices drawn in one call: QPainter holds the interpreter for as long as it lasts


@dataclass(frozen=True, slots=True)
class Weight:
    """Down to which scale a level is drawn, and how its line thins out before it goes."""

    level: Level
    finer_than: float
    full_below: float
    faint: float = 0.0


WEIGHTS = (
    Weight(Level.GRID, 14.0, 5.0, 0.35),
    Weight(Level.VILLAGE, 85.0, 35.0, 0.35),
    Weight(Level.TOWN, 900.0, 170.0, 0.22),
    Weight(Level.DISTRICT, float("inf"), 900.0, 0.8),
    Weight(Level.CITY, float("inf"), float("inf"), 1.0),
)


def strength(weight: Weight, metres_per_px: float) -> float:
    """1 when near, falling to `faint` at the scale where the level disappears, 0 beyond it."""
    if metres_per_px > weight.finer_than:
        return 0.0
    if metres_per_px <= weight.full_below:
        return 1.0
    far = np.log(weight.finer_than / metres_per_px) if np.isfinite(weight.finer_than) else 0.0
    near = np.log(weight.finer_than / weight.full_below) if far else 1.0
    return float(weight.faint + (1 - weight.faint) * far / near)


def lines(ground: Ground) -> list[Line]:
    """All levels but the grid, the strongest last."""
    return _lines(ground, [weight for weight in WEIGHTS if weight.level is not Level.GRID])


def grid_lines(ground: Ground) -> list[Line]:
    return _lines(ground, [weight for weight in WEIGHTS if weight.level is Level.GRID])


def _lines(ground: Ground, weights: list[Weight]) -> list[Line]:
    """A line stands with the highest level it bounds, and with no other."""
    if ground.division is None:
        return []
    found, style = [], ground.style
    place = Place.of(ground.viewport, ground.division.topology.origin)
    for weight in weights:
        power = strength(weight, ground.metres_per_px)
        if power <= 0:
            continue
        if weight.level is Level.CITY:
            found.append(_line(ground, place, weight.level, style.border_glow, 1.0))
        found.append(_line(ground, place, weight.level, style.boundaries[weight.level], power))
    return found


def _line(ground: Ground, place: Place, level: Level, stroke: Stroke, power: float) -> Line:
    assert ground.division is not None
    topology, dpr = ground.division.topology, ground.dpr
    dash = (stroke.dash[0] * dpr, stroke.dash[1] * dpr) if stroke.dash else (0.0, 0.0)
    return Line(
        mesh=topology.level(level).lines(ground.viewport.metres_per_px),
        place=place,
        rank=int(level),
        colour=premultiplied(stroke.colour, round(stroke.alpha * power)),
        width_px=stroke.width * dpr,
        dash=dash,
    )


def visible(
    topology: Topology, lines: LevelLines, viewport: Viewport, *, margin_px: float
) -> npt.NDArray[np.int32]:
    """Lines whose box touches the view."""
    west, south, east, north = viewport.extent
    margin, (x, y) = margin_px * viewport.metres_per_px, topology.origin
    return lines.within(
        west - x - margin, south - y - margin, east - x + margin, north - y + margin
    )


def paths(
    topology: Topology, lines: LevelLines, selected: npt.NDArray[np.int32], viewport: Viewport
) -> Iterator[QPainterPath]:
    """The lines in pixels, in slices of bounded length; what lies far outside is left away."""
    detail = lines.lines(viewport.metres_per_px)
    n = detail.first[selected + 1] - detail.first[selected]
    if not len(n):
        return
    opens = np.r_[0, np.cumsum(n)[:-1]]
    at = np.arange(n.sum()) + np.repeat(detail.first[selected] - opens, n)
    xy = detail.xy[at].astype(np.float64)
    x, y = viewport.to_screen(xy[:, 0] + topology.origin[0], xy[:, 1] + topology.origin[1])
    begins = np.zeros(len(x), bool)
    begins[opens] = True
    x, y, begins = _cut(x, y, begins, viewport)
    for start in range(0, len(x), _SLICE):
        lead = max(start - 1, 0)  # the last point again, so that slices join
        part = begins[lead : start + _SLICE].copy()
        if len(part):
            part[0] = True
            yield path(x[lead : start + _SLICE], y[lead : start + _SLICE], part)


def _cut(
    x: npt.NDArray[np.float64],
    y: npt.NDArray[np.float64],
    begins: npt.NDArray[np.bool_],
    viewport: Viewport,
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
    """Without the segments that lie a whole view away."""
    w, h = viewport.width, viewport.height
    code = (x < -w) * 1 + (x > 2 * w) * 2 + (y < -h) * 4 + (y > 2 * h) * 8
    shown = np.r_[False, (code[1:] & code[:-1]) == 0] & ~begins  # the segment that ends here
    kept = shown | np.r_[shown[1:], False]
    return x[kept], y[kept], (begins | ~shown)[kept]
