"""Features as flat arrays in map metres, sorted by class: what is in view is a few comparisons.

Kept as files that are mapped, so that a whole extract costs no memory but what is looked at.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt
import shapely

from maps.base.classes import WAYS, Class, Shape
from maps.simplify import significance
from maps.viewport import Extent

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Index = npt.NDArray[np.int64]
Piece = tuple[Floats, Floats, Bools]
"""x, y in map metres, and where a new line or ring begins."""

_PIECE_POINTS = 2500
_CELL_M = 4000.0
_NAMES = "names.json"


@dataclass(frozen=True, kw_only=True, eq=False)
class Flat:
    """`first` (parts+1): where the points of each part begin; `begins`: of a line or ring.

    `weight`: the largest tolerance in metres at which a point still matters, see maps.simplify.
    `bounds` (parts, 4): west, south, east, north. `name`: index into `names`, -1 for none.
    """

    x: Floats
    y: Floats
    begins: Bools
    weight: npt.NDArray[np.float32]
    first: Index
    cls: npt.NDArray[np.uint8]
    bounds: Floats
    name: npt.NDArray[np.int32]
    names: tuple[str, ...] = ()

    @cached_property
    def _of_class(self) -> Index:
        return np.searchsorted(self.cls, np.arange(len(Class) + 1))

    def __len__(self) -> int:
        return len(self.cls)

    @property
    def nbytes(self) -> int:
        return sum(part.nbytes for part in self.__dict__.values() if isinstance(part, np.ndarray))

    def parts(self, which: Class, extent: Extent, least_m: float = 0.0) -> Index:
        """Parts of a class that touch the extent and are at least so large."""
        begin, end = self._of_class[which], self._of_class[which + 1]
        west, south, east, north = extent
        b = self.bounds[begin:end]
        seen = (b[:, 0] <= east) & (b[:, 2] >= west) & (b[:, 1] <= north) & (b[:, 3] >= south)
        if least_m:
            seen &= np.maximum(b[:, 2] - b[:, 0], b[:, 3] - b[:, 1]) >= least_m
        return np.flatnonzero(seen) + begin

    def pieces(
        self, parts: Index, tolerance_m: float, points: int = _PIECE_POINTS
    ) -> Iterator[Piece]:
        """The points of parts that matter, about so many at a time; a part is never divided."""
        size = self.first[parts + 1] - self.first[parts]
        group = np.cumsum(size) // points
        for of in np.split(np.arange(len(parts)), np.flatnonzero(np.diff(group)) + 1):
            if len(of):
                at = _ranges(self.first[parts[of]], size[of])
                at = at[self.weight[at] >= tolerance_m]
                yield self.x[at], self.y[at], self.begins[at]


def _ranges(start: Index, size: Index) -> Index:
    """start[0], start[0]+1 … for each of `size` numbers, one after the other."""
    shift = start - np.r_[0, np.cumsum(size)[:-1]]
    return np.arange(int(size.sum())) + np.repeat(shift, size)


def make(
    shapes: Sequence[shapely.Geometry] | npt.NDArray[np.object_],
    classes: Sequence[Class],
    names: Sequence[str],
    *,
    weighed: bool = True,
) -> Flat:
    """Simple features in map metres (points, lines, polygons) -> arrays, sorted and weighed.

    What is of a class that is shown as a point becomes its middle.
    """
    geometry, cls = np.asarray(shapes, object), np.asarray(classes, np.uint8)
    as_point = np.array([WAYS[Class(c)].shape is Shape.POINT for c in range(len(Class))])[cls]
    dimension = shapely.get_dimensions(geometry)
    middle, area = as_point & (dimension > 0), ~as_point & (dimension == 2)
    geometry[middle] = shapely.centroid(geometry[middle])
    geometry[area] = shapely.orient_polygons(geometry[area])
    bounds = shapely.bounds(geometry)
    cell = np.floor(bounds[:, :2] / _CELL_M)
    order = np.lexsort((cell[:, 0], cell[:, 1], cls))
    geometry, cls, bounds = geometry[order], cls[order], bounds[order]
    xy, owner, begins = _points(geometry)
    first = np.searchsorted(owner, np.arange(len(geometry) + 1))
    weight = _weight(xy, begins) if weighed else np.full(len(xy), np.inf, np.float32)
    table = {text: k for k, text in enumerate(dict.fromkeys(text for text in names if text))}
    name = np.array([table.get(names[k], -1) for k in order.tolist()], np.int32)
    x, y = (np.ascontiguousarray(xy[:, k]) for k in (0, 1))
    return Flat(
        x=x,
        y=y,
        begins=begins,
        weight=weight,
        first=first,
        cls=cls,
        bounds=bounds,
        name=name,
        names=tuple(table),
    )


def _points(geometry: npt.NDArray[np.object_]) -> tuple[Floats, Index, Bools]:
    """All points, the part of each, and whether it begins a line or ring of its part."""
    area = np.flatnonzero(shapely.get_dimensions(geometry) == 2)
    other = np.flatnonzero(shapely.get_dimensions(geometry) < 2)
    rings, of = shapely.get_rings(geometry[area], return_index=True)
    lines = np.concatenate([geometry[other], rings]).astype(object)
    part = np.concatenate([other, area[of]]).astype(np.int64)
    order = np.argsort(part, kind="stable")
    xy, line = shapely.get_coordinates(lines[order], return_index=True)
    begins = np.r_[np.ones(min(len(line), 1), bool), line[1:] != line[:-1]]
    return xy, part[order][line], begins


def _weight(xy: Floats, begins: Bools) -> npt.NDArray[np.float32]:
    first = np.r_[np.flatnonzero(begins), len(xy)].astype(np.int64)
    if not len(xy):
        return np.zeros(0, np.float32)
    return significance(xy, first, floor=0.1)


def save(flat: Flat, folder: Path) -> None:
    """One file an array; OSError where the folder cannot be written."""
    for each in fields(flat):
        if each.name != "names":
            np.save(folder / f"{each.name}.npy", getattr(flat, each.name), allow_pickle=False)
    (folder / _NAMES).write_bytes(msgspec.json.encode(flat.names))


def load(folder: Path) -> Flat:
    """What `save` wrote, mapped. ValueError or OSError where it is not whole."""
    arrays = {
        each.name: np.load(folder / f"{each.name}.npy", mmap_mode="r")
        for each in fields(Flat)
        if each.name != "names"
    }
    names = msgspec.json.decode((folder / _NAMES).read_bytes(), type=tuple[str, ...])
    flat = Flat(names=names, **arrays)
    if len(flat.first) != len(flat) + 1 or (len(flat) and flat.first[-1] != len(flat.x)):
        raise ValueError(f"{folder.name} is not whole")
    return flat
