"""Geofences: areas, drawn or taken from the hierarchy, that terminals are held against."""

from dataclasses import dataclass
from enum import StrEnum

from app.model.people import UnitKind

Point = tuple[float, float]
"""Longitude, latitude in degrees CGCS2000."""
Ring = tuple[Point, ...]
"""A closed line whose first point is not repeated at its end."""


class FenceKind(StrEnum):
    """What a fence is for; the rules that go by it are `app.rules`'."""

    WATCH = "watch"  # 关注区: coming and going are told
    KEEP_OUT = "keep_out"  # 禁入区
    KEEP_IN = "keep_in"  # 驻守区: who belongs there does not leave


@dataclass(frozen=True, slots=True, kw_only=True)
class Fence:
    """An area in degrees CGCS2000: what an odd number of its rings goes round.

    `watches`: the kinds of unit it is for, empty for every terminal. `place` and `edition`: the
    place of the hierarchy it was taken from, "" once drawn by hand. `lon`, `lat`, `radius_m`: of a
    circle, whose ring follows it to a thousandth of the radius. A removed one is kept and not used.
    """

    id: str
    name: str
    kind: FenceKind
    rings: tuple[Ring, ...]
    watches: tuple[UnitKind, ...] = ()
    place: str = ""
    edition: str = ""
    lon: float | None = None
    lat: float | None = None
    radius_m: float | None = None
    removed: bool = False

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east, north in degrees."""
        lons = [lon for ring in self.rings for lon, _ in ring]
        lats = [lat for ring in self.rings for _, lat in ring]
        return min(lons), min(lats), max(lons), max(lats)

    def contains(self, lon: float, lat: float) -> bool:
        """Whether a point in degrees CGCS2000 lies inside; edges are straight in degrees."""
        west, south, east, north = self.bounds
        if not (west <= lon <= east and south <= lat <= north):
            return False
        return sum(_crossed(ring, lon, lat) for ring in self.rings) % 2 == 1

    def concerns(self, kind: UnitKind | None) -> bool:
        """Whether it is for terminals carried by units of a kind; None: carried by none."""
        return not self.watches or kind in self.watches


def _crossed(ring: Ring, lon: float, lat: float) -> int:
    """How many edges a ray from the point to the east crosses."""
    found = 0
    for (x0, y0), (x1, y1) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (y0 > lat) != (y1 > lat) and lon < x0 + (lat - y0) / (y1 - y0) * (x1 - x0):
            found += 1
    return found
