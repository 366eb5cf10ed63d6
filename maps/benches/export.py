"""The division and points as GeoPackages with an R-tree, for a peer to draw the very same."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyogrio
import shapely

from app.model import Level
from maps.areas import all_areas
from maps.benches.scenes import layer_name
from maps.gazetteer import Hierarchy
from maps.projection import MAP_CRS, project

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


def write_areas(hierarchy: Hierarchy, level: Level, classes: Ints, *, folder: Path) -> None:
    """The units of a level in metres of the map, row n + 1 for unit n; a file is made once."""
    path = folder / f"{layer_name(level)}.gpkg"
    if path.exists():
        return
    areas = shapely.transform(all_areas(hierarchy, level), _metres)
    many = shapely.get_type_id(areas) == shapely.GeometryType.MULTIPOLYGON
    areas[~many] = shapely.multipolygons(areas[~many].reshape(-1, 1))
    _write(path, areas, "MultiPolygon", {"class": classes.astype(np.int32)})


def write_points(x: Floats, y: Floats, *, folder: Path, name: str) -> None:
    """Points in metres of the map."""
    path = folder / f"{name}.gpkg"
    if not path.exists():
        _write(path, shapely.points(x, y), "Point", {"class": np.zeros(len(x), np.int32)})


def _metres(lonlat: Floats) -> Floats:
    return np.column_stack(project(lonlat[:, 0], lonlat[:, 1]))


def _write(
    path: Path, shapes: npt.NDArray[np.object_], kind: str, fields: dict[str, npt.NDArray[np.int32]]
) -> None:
    pyogrio.raw.write(
        path,
        geometry=shapely.to_wkb(shapes),
        field_data=list(fields.values()),
        fields=list(fields),
        geometry_type=kind,
        crs=MAP_CRS,
        layer=path.stem,
        driver="GPKG",
        SPATIAL_INDEX="YES",
    )
