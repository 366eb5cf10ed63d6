"""Base maps of the officer's own: which file lies under the divisions, and how it is shown.

A record only; what such a file holds is read by `maps.base`.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

import msgspec

TEXT_MOST = 300
"""Characters of a title or an attribution: both come from files."""

Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
Scale = Annotated[float, msgspec.Meta(ge=0, le=1e6)]
Text = Annotated[str, msgspec.Meta(max_length=TEXT_MOST)]


class Datum(StrEnum):
    """What the coordinates of a file mean; told by a person at the import, never guessed."""

    CGCS2000 = "cgcs2000"
    WGS84 = "wgs84"  # taken as CGCS2000: they differ by less than a metre
    GCJ02 = "gcj02"


class Kind(StrEnum):
    """What a file is, by its content."""

    MBTILES = "mbtiles"
    PMTILES = "pmtiles"
    VECTOR = "vector"  # GeoPackage, Shapefile, GeoJSON
    OSM = "osm"
    RASTER = "raster"  # GeoTIFF


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseSource:
    """One base map. Drawn between the two scales (metres per pixel), lower `order` first."""

    id: Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
    path: str
    kind: Kind
    datum: Datum
    title: Text
    attribution: Text = ""
    visible: bool = True
    opacity: Share = 1.0
    finer_than: Scale = 1e6
    coarser_than: Scale = 0.0
    order: int = 0

    def shown_at(self, metres_per_px: float) -> bool:
        return self.visible and self.coarser_than <= metres_per_px <= self.finer_than


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseSources:
    """All base maps of a desk."""

    rows: tuple[BaseSource, ...] = ()

    @property
    def ordered(self) -> tuple[BaseSource, ...]:
        """From the lowest to the topmost."""
        return tuple(sorted(self.rows, key=lambda row: (row.order, row.id)))
