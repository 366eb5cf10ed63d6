"""City, districts, towns, villages, grids: who they are, where a point lies, what is called what.

Reads the flat arrays of the cache, mapped; nothing is changed once opened, so any thread may ask.
"""

from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from app.model import Chain, Level, Place
from maps import cache as store
from maps.borders import Borders
from maps.buckets import E7, Buckets
from maps.search import Index, find
from maps.topology import Topology
from maps.tree import Tree

if TYPE_CHECKING:
    import shapely

_FEW = 64
"""So many points are located faster one by one than as arrays."""

Floats = npt.NDArray[np.float64]
Int32s = npt.NDArray[np.int32]


class Hierarchy:
    """One division, opened from the folder it was unpacked to. Degrees are CGCS2000 lon, lat."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._header = store.header(folder)
        self.edition = self._header.edition
        parents = ("town_parent", "village_parent", "grid_parent")
        self._tree = Tree(self._header, **{name: self._array(name) for name in parents})
        self._grids = Buckets(self._arrays("grid"))
        self._borders = Borders(
            tree=self._tree,
            grids=self._grids,
            outer=Buckets(self._arrays("outer")),
            uncertainty_m=self._header.outline_uncertainty_m,
        )
        self._polygon = lru_cache(maxsize=4096)(self._make_polygon)
        self._grid_code = lru_cache(maxsize=None)(self._code_of_grid)

    def _array(self, name: str) -> npt.NDArray[Any]:
        return np.load(self._folder / f"{name}.npy", mmap_mode="r")

    def _arrays(self, prefix: str) -> dict[str, npt.NDArray[np.int32]]:
        names = ("frame", "start", "edges", "filled")
        return {name: self._array(f"{prefix}_{name}") for name in names}

    @cached_property
    def topology(self) -> Topology:
        """The borders of every level for drawing, mapped."""
        return Topology.open(self._folder / "topology")

    @property
    def arcs(self) -> tuple[Int32s, Int32s, Int32s, Int32s]:
        """Points (n, 2) in 1e-7 degrees, each arc's start (arcs + 1,), and the grids beside it."""
        points, first, left, right = map(self._array, ("points_e7", "first", "left", "right"))
        return points, first, left, right

    @property
    def provenance(self) -> tuple[str, ...]:
        """What is real and from where, and what is generated; for the about page."""
        return self._header.provenance

    def place(self, code: str) -> Place | None:
        """The unit of this division with the code, or None."""
        found = self._tree.find(code)
        return self._tree.place(*found) if found else None

    def children(self, code: str) -> tuple[Place, ...]:
        """The units one level down, in order of code; none for a grid or an unknown code."""
        found = self._tree.find(code)
        if found is None or found[0] is Level.GRID:
            return ()
        below = Level(found[0] + 1)
        return tuple(self._tree.place(below, i) for i in self._tree.children(*found).tolist())

    def chain_of(self, code: str) -> tuple[Place, ...]:
        """City first, down to the unit itself; empty for an unknown code."""
        found = self._tree.find(code)
        return self._tree.chain(*found) if found else ()

    def index(self, code: str) -> int:
        """The position of a unit within its level's arrays. KeyError for an unknown code."""
        return self._known(code)[1]

    def _known(self, code: str) -> tuple[Level, int]:
        found = self._tree.find(code)
        if found is None:
            raise KeyError(code)
        return found

    def code_at(self, level: Level, index: int) -> str:
        return self._tree.name(level, index)[0]

    def names(self, level: Level) -> list[str]:
        return [name for _, name in self._tree.names(level)]

    def codes(self, level: Level) -> list[str]:
        return [code for code, _ in self._tree.names(level)]

    def up(self, level: Level) -> Int32s:
        """(grids,): the position of each grid's unit at `level`."""
        return self._tree.up[level]

    def locate(self, lon: float, lat: float, accuracy_m: float = 0.0) -> Chain:
        """The chain at a point, and the places beside it that its error circle touches.

        The circle's radius is the accuracy; at the borders of districts, whose outlines are known
        only so well, it is at least that uncertainty. Points that are none are 域外.
        """
        grid = self._grids.unit_at(lon, lat)
        places = self._tree.chain(Level.GRID, grid) if grid >= 0 else ()
        beside = self._borders.beside(lon, lat, accuracy_m, grid)
        return Chain(edition=self.edition, places=places, near_border=beside)

    def grid_at(self, lon: float, lat: float) -> int:
        """The grid's position at a point, -1 = 域外: `locate` without names and neighbours."""
        return self._grids.unit_at(lon, lat)

    def locate_many(self, lon: Floats, lat: Floats) -> Int32s:
        """The grid's position for every point of two arrays of one length, -1 = 域外."""
        return self._grids.units_at(np.asarray(lon, float), np.asarray(lat, float))

    def finest(self, lon: Sequence[float], lat: Sequence[float]) -> Sequence[str]:
        """The codes of the grids at points of two sequences of one length, "" = 域外."""
        if len(lon) < _FEW:
            grids = list(map(self._grids.unit_at, lon, lat))
        else:
            grids = self.locate_many(np.array(lon), np.array(lat)).tolist()
        return [self._grid_code(grid) if grid >= 0 else "" for grid in grids]

    def _code_of_grid(self, grid: int) -> str:
        return self.code_at(Level.GRID, grid)

    @cached_property
    def _index(self) -> Index:
        return Index(self._tree, self._header)

    def search(self, text: str, limit: int = 20) -> list[Place]:
        """Places by name (also a former one), code, pinyin or initials, the best first."""
        return find(self._index, text, limit=limit)

    def polygon(self, code: str) -> "shapely.Geometry":
        """The unit's area, in degrees. KeyError for an unknown code."""
        return self._polygon(*self._known(code))

    def _make_polygon(self, level: Level, index: int) -> "shapely.Geometry":
        import shapely  # here, for neither a start nor `locate` needs an area

        points, first, left, right = self.arcs
        mine = self._tree.up[level] == index
        arcs = np.flatnonzero((mine[left] & (left >= 0)) != (mine[right] & (right >= 0)))
        lines = [shapely.LineString(points[first[a] : first[a + 1]] / E7) for a in arcs]
        return shapely.build_area(shapely.MultiLineString(lines))

    def bounds(self, code: str) -> tuple[float, float, float, float]:
        """West, south, east, north in degrees. KeyError for an unknown code."""
        west, south, east, north = self.polygon(code).bounds
        return west, south, east, north

    def centre(self, code: str) -> tuple[float, float]:
        """Lon, lat of a point inside: a town's own centre where it lies in it. KeyError."""
        level, index = self._known(code)
        if level is Level.TOWN:
            lon, lat = (self._array("town_centres_e7")[index] / E7).tolist()
            grid = self._grids.unit_at(lon, lat)
            if grid >= 0 and self._tree.up[Level.TOWN][grid] == index:
                return lon, lat
        point = self.polygon(code).representative_point()
        return point.x, point.y

    def centre_is_real(self, code: str) -> bool:
        """Whether a town's centre is a real one; false for every other level."""
        level, index = self._known(code)
        return level is Level.TOWN and bool(self._array("town_real")[index])
