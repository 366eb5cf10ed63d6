"""A whole division put together: every district made alone, then sewn, numbered and strung."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from maps.build.arcs import Arcs, string
from maps.build.borders import sew, with_numbers
from maps.build.cells import make_cells
from maps.build.noding import Edges, Ints, Shapes, edges_of, neighbours
from maps.build.seeds import X_SCALE, Points, Seeds, place_seeds, quotas
from maps.build.sources import District
from maps.build.villages import grow_villages, join_towns


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One district, made: its edges by grid, the grids in order of village and number.

    `village` gives each grid's village, counted through the district's towns; `centres` are the
    towns' centres in degrees, the real ones where they are known.
    """

    district: District
    edges: Edges
    village: Ints
    centres: Points


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """The parts in order of code, and the arcs over the grids of all of them."""

    parts: tuple[Part, ...]
    arcs: Arcs


def make_division(
    districts: Sequence[District],
    *,
    only: frozenset[str] = frozenset(),
    said: Callable[[str], None] = lambda text: None,
) -> Division:
    """The division of `districts`, or of those in `only`; quotas are always the whole city's."""
    quota = quotas(districts)
    parts, sides, first = [], [], 0
    for district in districts:
        if only and district.code not in only:
            continue
        part = make_part(district, quota)
        said(f"{district.code} {district.name}: {len(part.village)} grids")
        number = np.arange(first, first + len(part.village))
        sides.append(with_numbers(part.edges, number, district.outline))
        parts.append(part)
        first += len(part.village)
    return Division(parts=tuple(parts), arcs=string(sew(sides)))


def make_part(district: District, quota: dict[str, int]) -> Part:
    """One district, from nothing but its own data."""
    seeds = place_seeds(district, quota)
    shapes, town = make_cells(district, seeds)
    edges = edges_of(shapes)
    beside = neighbours(edges, len(shapes))
    town = join_towns(town, district, beside)
    village = grow_villages(district, seeds, shapes, town, beside, quota)
    order = _reading_order(shapes, village)
    number = np.empty_like(order)
    number[order] = np.arange(len(order))
    return Part(
        district=district,
        edges=with_numbers(edges, number, district.outline).edges,
        village=village[order],
        centres=_centres(district, seeds),
    )


def _centres(district: District, seeds: Seeds) -> Points:
    made = (seeds.centres / (X_SCALE, 1.0)).tolist()
    towns = zip(district.towns, made, strict=True)
    return np.array([point if town.point is None else town.point for town, point in towns])


def _reading_order(shapes: Shapes, village: Ints) -> Ints:
    """By village, and in it from north to south and west to east: the order of the numbers."""
    middle = shapely.get_coordinates(shapely.point_on_surface(shapes))
    return np.lexsort((middle[:, 0], -middle[:, 1], village))
