"""The areas of all units of a level as polygons, from their shared borders, in one go."""

import numpy as np
import numpy.typing as npt
import shapely

from app.model import Level
from maps.buckets import E7
from maps.gazetteer import Hierarchy


def all_areas(hierarchy: Hierarchy, level: Level = Level.GRID) -> npt.NDArray[np.object_]:
    """(units,) polygons in degrees, in the order of the level's positions.

    Neighbours run through the same vertices, of this level's borders alone.
    """
    points, first, left, right = hierarchy.arcs
    unit = hierarchy.up(level)
    sides = [np.where(side >= 0, unit[side], -1) for side in (left, right)]
    size = np.diff(first)
    border = sides[0] != sides[1]
    which = np.repeat(np.arange(np.count_nonzero(border)), size[border])
    lines = shapely.linestrings(points[np.repeat(border, size)] / E7, indices=which)
    faces = np.array(shapely.polygonize(lines).geoms, dtype=object)
    inside = shapely.get_coordinates(shapely.point_on_surface(faces))
    grid = hierarchy.locate_many(inside[:, 0], inside[:, 1])
    faces, of = faces[grid >= 0], unit[grid[grid >= 0]]
    order = np.argsort(of, kind="stable")
    groups = np.split(order, np.flatnonzero(np.diff(of[order])) + 1)
    areas = [faces[g[0]] if len(g) == 1 else shapely.coverage_union_all(faces[g]) for g in groups]
    return np.array(areas, dtype=object)
