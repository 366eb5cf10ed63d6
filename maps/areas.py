"""The areas of all units of a level as polygons, from their shared borders, in one go."""

import numpy as np
import numpy.typing as npt
import shapely

from app.model import Level
from maps.buckets import E7
from maps.gazetteer import Hierarchy


def all_areas(hierarchy: Hierarchy, level: Level = Level.GRID) -> npt.NDArray[np.object_]:
    """(units,) polygons in degrees, in the order of the level's positions.

    Every grid's polygon runs through the same vertices as its neighbours', so unions are exact.
    """
    points, first = hierarchy.arcs
    which = np.repeat(np.arange(len(first) - 1), np.diff(first))
    lines = shapely.linestrings(points / E7, indices=which)
    faces = np.array(shapely.polygonize(lines).geoms, dtype=object)
    inside = shapely.get_coordinates(shapely.point_on_surface(faces))
    grid = hierarchy.locate_many(inside[:, 0], inside[:, 1])
    faces, grid = faces[grid >= 0], grid[grid >= 0]
    unit = hierarchy.up(level)[grid]
    order = np.argsort(unit, kind="stable")
    groups = np.split(order, np.flatnonzero(np.diff(unit[order])) + 1)
    areas = [faces[g[0]] if len(g) == 1 else shapely.coverage_union_all(faces[g]) for g in groups]
    return np.array(areas, dtype=object)
