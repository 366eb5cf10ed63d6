"""The grids of one district: Voronoi cells of its seeds, cut by its real outline, noded exactly."""

from dataclasses import replace

import numpy as np
import shapely

from maps.build.noding import (
    Ints,
    Neighbours,
    Shapes,
    components,
    distinct_lines,
    edges_of,
    faces,
    neighbours,
)
from maps.build.seeds import X_SCALE, Seeds, diagram, flat, kmeans, random_for, sample
from maps.build.sources import District

_SLIVER_DEG = 5e-7
_ROUNDS = 8


def make_cells(district: District, seeds: Seeds) -> tuple[Shapes, Ints]:
    """Polygons (degrees) of exactly as many grids as there are seeds, and each grid's town.

    A seed whose cell is lost to rounding or to an exclave is replaced by cutting the largest cell
    of its town in two, until none is lost.
    """
    for round_ in range(_ROUNDS):
        cells = _clipped(seeds, district.outline)
        shapes, owner = _one_each(cells, _owned_faces(cells))
        lost = np.setdiff1d(np.arange(len(seeds.points)), owner)
        if not len(lost):
            return shapes, seeds.town
        seeds = _replaced(seeds, lost, shapes, owner, f"{district.code}/{round_}")
    raise ValueError(f"{district.code}: {len(lost)} grids are lost")


def _clipped(seeds: Seeds, outline: shapely.Geometry) -> Shapes:
    area = flat(outline)
    shapely.prepare(area)
    cells = diagram(seeds.points, area)
    cut = ~shapely.covered_by(cells, area)
    cells[cut] = shapely.intersection(cells[cut], area)
    return shapely.transform(cells, lambda c: c / (X_SCALE, 1.0))


def _owned_faces(cells: Shapes) -> tuple[Shapes, Ints]:
    """The noded faces inside the district and the cell each belongs to."""
    found = faces(distinct_lines(cells))
    inside = shapely.point_on_surface(found)
    tree = shapely.STRtree(cells)
    owner = np.full(len(found), -1, dtype=np.int64)
    face, cell = tree.query(inside, predicate="intersects")
    owner[face[::-1]] = cell[::-1]
    for i in np.flatnonzero(owner < 0):  # a sliver that rounding pushed out, or a real hole
        nearest = tree.nearest(inside[i])
        if inside[i].distance(cells[nearest]) < _SLIVER_DEG:
            owner[i] = nearest
    return found[owner >= 0], owner[owner >= 0]


def _one_each(cells: Shapes, owned: tuple[Shapes, Ints]) -> tuple[Shapes, Ints]:
    """One connected shape for each cell; lesser parts go to the cell with the longest border."""
    parts, owner = owned
    beside = neighbours(edges_of(parts), len(parts))
    area = shapely.area(parts)
    members: list[list[int]] = [[] for _ in range(len(cells))]
    for i, cell in enumerate(owner.tolist()):
        members[cell].append(i)
    for cell, its in enumerate(members):
        if len(its) > 1:
            pieces = sorted(components(its, beside), key=lambda piece: -area[piece].sum())
            for piece in pieces[1:]:
                _give_away(piece, cell, owner, beside)
    order = np.argsort(owner, kind="stable")
    used, first = np.unique(owner[order], return_index=True)
    groups = np.split(order, first[1:])
    shapes = [parts[g[0]] if len(g) == 1 else shapely.coverage_union_all(parts[g]) for g in groups]
    return np.array(shapes, dtype=object), used


def _give_away(piece: list[int], cell: int, owner: Ints, beside: Neighbours) -> None:
    shared: dict[int, float] = {}
    for face in piece:
        for other, length in beside[face]:
            if owner[other] != cell:
                shared[int(owner[other])] = shared.get(int(owner[other]), 0.0) + length
    if shared:  # an exclave of its own stays with its cell
        owner[piece] = max(sorted(shared), key=lambda other: shared[other])


def _replaced(seeds: Seeds, lost: Ints, shapes: Shapes, owner: Ints, name: str) -> Seeds:
    """The seeds with each lost one moved into the largest cell of its town, which is halved."""
    points = seeds.points.copy()
    area = shapely.area(shapes)
    for seed in lost.tolist():
        same = np.flatnonzero(seeds.town[owner] == seeds.town[seed])
        largest = same[np.argmax(area[same])]
        area[largest] = 0.0
        rng = random_for(f"{name}/{seed}")
        halves = kmeans(sample(flat(shapes[largest]), 200, rng), 2, rng)
        points[owner[largest]], points[seed] = halves
    return replace(seeds, points=points)
