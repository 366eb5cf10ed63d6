"""Substations of the shipped catalogue as columns in map metres. Qt-free; read when first drawn."""

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from app import catalogue
from maps.projection import project
from maps.viewport import Extent

Floats = npt.NDArray[np.float64]

FINER_THAN = 60.0
"""Metres per pixel: from farther they would be specks without a name."""


@dataclass(frozen=True, slots=True, eq=False)
class Substations:
    """`x`, `y` (n,) map metres; `names` with their voltage, the highest voltage first."""

    x: Floats
    y: Floats
    names: tuple[str, ...]

    def within(self, extent: Extent) -> list[int]:
        """Those in an extent of map metres."""
        west, south, east, north = extent
        inside = (self.x >= west) & (self.x <= east) & (self.y >= south) & (self.y <= north)
        return np.flatnonzero(inside).tolist()


@cache
def shipped() -> Substations:
    """All of them; the catalogue is far from complete, and says so (`SOURCES.md`)."""
    rows = sorted(catalogue.substations(), key=lambda one: (-one.voltage_kv, one.lon))
    x, y = project([one.lon for one in rows], [one.lat for one in rows])
    names = tuple(
        one.name if "kV" in one.name or "千伏" in one.name else f"{one.name} {one.voltage_kv} kV"
        for one in rows
    )
    return Substations(x, y, tuple(name.strip() for name in names))
