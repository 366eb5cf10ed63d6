"""What of the base maps lies at a point: of the features drawn there, those that it touches."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from maps.base.classes import WAYS, Class, Shape, layer_of
from maps.base.errors import BaseError
from maps.base.flat import Flat, Index
from maps.base.mesh import mesh
from maps.kernels.warping import STEP_PX
from maps.substations import FINER_THAN, shipped
from maps.viewport import Extent, Viewport

if TYPE_CHECKING:
    from maps.base.shelf import Shelf

Floats = npt.NDArray[np.float64]

_MOST_PARTS = 4000
"""Of one class that are measured; so many lie about a point only where the scale tells nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One thing at a point; `title` of its base map, `distance_m` 0 within an area."""

    cls: Class
    name: str
    title: str
    distance_m: float


def near(
    shelf: "Shelf | None",
    view: Viewport,
    at: tuple[float, float],
    reach_px: float,
    hidden: frozenset[str],
) -> list[Feature]:
    """Features within so many pixels of `at` (map metres) that are drawn at this scale: of base
    maps, and substations of the catalogue under the title "".

    The foremost class first and then the nearest; what lies in several pieces is told once.
    `hidden`: layers of the map that are not drawn.
    """
    reach_m, scale = reach_px * view.metres_per_px, view.metres_per_px
    spot = replace(view, x=at[0], y=at[1], width=STEP_PX, height=STEP_PX)
    shown = [c for c, way in WAYS.items() if scale <= way.finer_than and layer_of(c) not in hidden]
    found: dict[tuple[Class, str, str], Feature] = {}
    if Class.SUBSTATION in shown and scale <= FINER_THAN:
        _keep(found, _shipped(at, reach_m), Class.SUBSTATION, "")
    for source, one in shelf.shown(scale) if shelf else ():
        if one.features is None:
            continue
        try:
            for flat in one.features.features(mesh(spot, one.datum)):
                for which in shown:
                    _keep(found, _touched(flat, which, at, reach_m), which, source.title)
        except BaseError:
            continue  # none at this scale, or closed meanwhile
    return sorted(found.values(), key=lambda one: (-one.cls, one.distance_m, one.name))


def _shipped(at: tuple[float, float], reach_m: float) -> Iterator[tuple[str, float]]:
    """Name and distance of the catalogue's substations within reach."""
    known = shipped()
    away = np.hypot(known.x - at[0], known.y - at[1])
    for k in np.flatnonzero(away <= reach_m).tolist():
        yield known.names[k], float(away[k])


def _keep(
    found: dict[tuple[Class, str, str], Feature],
    touched: Iterable[tuple[str, float]],
    which: Class,
    title: str,
) -> None:
    for name, distance_m in touched:
        key = (which, name, title)
        if key not in found or distance_m < found[key].distance_m:
            found[key] = Feature(cls=which, name=name, title=title, distance_m=distance_m)


def _touched(
    flat: Flat, which: Class, at: tuple[float, float], reach_m: float
) -> Iterator[tuple[str, float]]:
    """Name and distance of the parts of a class within reach."""
    shape = WAYS[which].shape
    reach = 0.0 if shape is Shape.AREA else reach_m
    box: Extent = (at[0] - reach, at[1] - reach, at[0] + reach, at[1] + reach)
    parts = flat.parts(which, box)[:_MOST_PARTS]
    if not len(parts):
        return
    distance = _outside(flat, parts, at) if shape is Shape.AREA else _off(flat, parts, at)
    for k in np.flatnonzero(distance <= reach).tolist():
        number = int(flat.name[parts[k]])
        yield (flat.names[number] if number >= 0 else ""), float(distance[k])


def _off(flat: Flat, parts: Index, at: tuple[float, float]) -> Floats:
    """(parts,) metres from the point to each line, or to the one point of a part."""
    x0, y0, x1, y1, of = _sides(flat, parts, at)
    dx, dy = x1 - x0, y1 - y0
    long = dx * dx + dy * dy
    along = np.clip(-(x0 * dx + y0 * dy) / np.where(long > 0, long, 1.0), 0.0, 1.0)
    away = np.hypot(x0 + along * dx, y0 + along * dy)
    return np.minimum.reduceat(away, of)


def _outside(flat: Flat, parts: Index, at: tuple[float, float]) -> Floats:
    """(parts,) 0 where the point lies within an odd number of rings of a part, else infinity."""
    x0, y0, x1, y1, of = _sides(flat, parts, at)
    across = (y0 > 0) != (y1 > 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        east = across & (x0 - y0 * (x1 - x0) / (y1 - y0) > 0)
    crossed = np.add.reduceat(east.astype(np.int64), of)
    return np.where(crossed % 2 == 1, 0.0, np.inf)


def _sides(
    flat: Flat, parts: Index, at: tuple[float, float]
) -> tuple[Floats, Floats, Floats, Floats, Index]:
    """From where to where each side goes, seen from the point; the first side of each part.

    The last point of a line or ring makes a side without length with itself.
    """
    size = flat.first[parts + 1] - flat.first[parts]
    of = np.r_[0, np.cumsum(size)[:-1]].astype(np.int64)
    rows = np.arange(int(size.sum())) + np.repeat(flat.first[parts] - of, size)
    x, y, begins = flat.x[rows] - at[0], flat.y[rows] - at[1], np.array(flat.begins[rows])
    begins[of] = True
    ends = np.r_[begins[1:], True]
    follow = np.arange(len(rows)) + ~ends
    return x, y, x[follow], y[follow], of
