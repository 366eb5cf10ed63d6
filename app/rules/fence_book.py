"""The geofences in use, so arranged that a point asks only those it may lie in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import cos, floor, radians

import numpy as np
import numpy.typing as npt

from app.model import Fence, Ring

CELL_DEG = 0.05
MOST_CELLS = 4_096
"""A fence over more cells than these is asked everywhere."""
EDGES_A_BAND = 8

Edge = tuple[float, float, float, float]
"""Longitude and latitude of both ends, degrees CGCS2000."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A fence with its edges sorted into bands of latitude: `Fence.contains`, but soon answered."""

    fence: Fence
    bounds: tuple[float, float, float, float]
    bands: tuple[tuple[Edge, ...], ...]
    per_deg: float
    edges: npt.NDArray[np.float64]

    def contains(self, lon: float, lat: float) -> bool:
        """The same answer as `Fence.contains`; degrees CGCS2000."""
        west, south, east, north = self.bounds
        if not (west <= lon <= east and south <= lat <= north):
            return False
        odd = False
        for x0, y0, x1, y1 in self.bands[_band(lat, south, self.per_deg, len(self.bands))]:
            if (y0 > lat) != (y1 > lat) and lon < x0 + (lat - y0) / (y1 - y0) * (x1 - x0):
                odd = not odd
        return odd

    def near_border(self, lon: float, lat: float, within_m: float) -> bool:
        """Whether the border passes within so many metres of a point, by a plane laid there."""
        m_lon, m_lat = metres_per_degree(lat)
        west, south, east, north = self.bounds
        if (
            max(west - lon, lon - east) * m_lon > within_m
            or max(south - lat, lat - north) * m_lat > within_m
        ):
            return False
        plane = (self.edges - (lon, lat, lon, lat)) * (m_lon, m_lat, m_lon, m_lat)
        return bool(_from_origin(plane).min() <= within_m)


class FenceBook:
    """Made of the fences in use and never changed; another set of fences is another book."""

    __slots__ = ("_cells", "_everywhere", "by_id")

    def __init__(self, fences: Iterable[Fence] = ()) -> None:
        self.by_id = {fence.id: outline_of(fence) for fence in fences if not fence.removed}
        self._cells: dict[tuple[int, int], list[Outline]] = {}
        self._everywhere: list[Outline] = []
        for outline in self.by_id.values():
            cells = _cells(outline.bounds)
            if cells is None:
                self._everywhere.append(outline)
            for cell in cells or ():
                self._cells.setdefault(cell, []).append(outline)

    def at(self, lon: float, lat: float) -> list[Outline]:
        """The fences that a point in degrees CGCS2000 lies in."""
        near = self._cells.get((floor(lon / CELL_DEG), floor(lat / CELL_DEG)), ())
        found = [outline for outline in near if outline.contains(lon, lat)]
        found += [outline for outline in self._everywhere if outline.contains(lon, lat)]
        return found


NO_FENCES = FenceBook()


def outline_of(fence: Fence) -> Outline:
    """A fence made ready to be asked again and again."""
    edges = [edge for ring in fence.rings for edge in _edges(ring)]
    _, south, _, north = fence.bounds
    count = max(1, len(edges) // EDGES_A_BAND)
    per_deg = count / (north - south) if north > south else 0.0
    bands: list[list[Edge]] = [[] for _ in range(count)]
    for edge in edges:
        low, high = sorted((edge[1], edge[3]))
        first, last = (_band(lat, south, per_deg, count) for lat in (low, high))
        for band in bands[first : last + 1]:
            band.append(edge)
    return Outline(
        fence=fence,
        bounds=fence.bounds,
        bands=tuple(tuple(band) for band in bands),
        per_deg=per_deg,
        edges=np.array(edges, dtype=np.float64),
    )


def metres_per_degree(lat: float) -> tuple[float, float]:
    """(along the parallel, along the meridian) at a latitude, on GRS 80 to a thousandth."""
    turn = radians(lat)
    along = 111_412.84 * cos(turn) - 93.5 * cos(3 * turn)
    return along, 111_132.95 - 559.82 * cos(2 * turn)


def _edges(ring: Ring) -> Iterator[Edge]:
    return ((*a, *b) for a, b in zip(ring, (*ring[1:], ring[0]), strict=True))


def _band(lat: float, south: float, per_deg: float, count: int) -> int:
    """It never falls as the latitude rises, so an edge is in every band that it passes through."""
    return min(count - 1, int((lat - south) * per_deg))


def _cells(bounds: tuple[float, float, float, float]) -> list[tuple[int, int]] | None:
    west, south, east, north = (floor(degrees / CELL_DEG) for degrees in bounds)
    if (east - west + 1) * (north - south + 1) > MOST_CELLS:
        return None
    return [(x, y) for x in range(west, east + 1) for y in range(south, north + 1)]


def _from_origin(edges: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The distance of each edge (n x 4: both ends in metres) from the origin."""
    start, along = edges[:, :2], edges[:, 2:] - edges[:, :2]
    length2 = np.maximum((along**2).sum(axis=1), 1e-12)
    share = np.clip(-(start * along).sum(axis=1) / length2, 0.0, 1.0)
    distances: npt.NDArray[np.float64] = np.hypot(*(start + along * share[:, None]).T)
    return distances
