"""Own boundaries as an edition of their own: a shipped division with some outlines replaced.

At the level of the imported units `locate` answers by the imported outlines. What lies below is
generated and stays so: a unit one level down belongs to the imported unit in which its inner point
lies, and takes its own descendants along. Where an outline and the grids disagree, nobody knows
more than the outline says, so the chain ends at the imported unit; where ground was given up by an
imported unit and nobody took it, the chain ends above that level. `locate_many` and the map's
borders go by whole grids.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

import msgspec
import numpy as np
import shapely
from typing_extensions import override

from app.model import Chain, Level, Neighbour, Place, one_by_one
from maps import cache as store
from maps.areas import all_areas
from maps.editions import pack_bytes
from maps.gazetteer import Hierarchy
from maps.geodesy import metres_per_degree
from maps.packs import Int32s, Pack, loads

_FILE = "outlines.json"
_PARENT = {
    Level.DISTRICT: "town_parent",
    Level.TOWN: "village_parent",
    Level.VILLAGE: "grid_parent",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """An accepted outline, in degrees CGCS2000, of the unit `code`."""

    code: str
    level: Level
    area: shapely.Geometry
    source: str


class Outlines(msgspec.Struct, frozen=True, kw_only=True):
    """The imported outlines as they are kept: one level, codes, and areas as WKB."""

    level: int
    codes: tuple[str, ...]
    areas: tuple[bytes, ...]


class OverlaidHierarchy(Hierarchy):
    """A division in which the units of one level have outlines of the officer's own."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        kept = msgspec.json.decode((folder / _FILE).read_bytes(), type=Outlines)
        self._level = Level(kept.level)
        self._own = dict(zip(kept.codes, map(shapely.from_wkb, kept.areas), strict=True))

    @cached_property
    def _tree_of_own(self) -> tuple[shapely.STRtree, list[str]]:
        return shapely.STRtree(list(self._own.values())), list(self._own)

    @override
    def locate(self, lon: float, lat: float, accuracy_m: float = 0.0) -> Chain:
        found = super().locate(lon, lat, accuracy_m)
        if not (abs(lon) <= 180.0 and abs(lat) < 90.0):
            return found
        places = self._corrected(lon, lat, found.places)
        beside = [n for n in found.near_border if n.code not in self._own]
        beside += self._own_beside(lon, lat, accuracy_m, {place.code for place in places})
        order = sorted(beside, key=lambda n: (n.level, n.distance_m))
        return Chain(edition=self.edition, places=places, near_border=tuple(order))

    @override
    def finest(self, lon: Sequence[float], lat: Sequence[float]) -> Sequence[str]:
        return one_by_one(self.locate)(lon, lat)

    def _corrected(self, lon: float, lat: float, places: tuple[Place, ...]) -> tuple[Place, ...]:
        """The generated chain as far as the outlines bear it out."""
        tree, codes = self._tree_of_own
        hits = tree.query(shapely.Point(lon, lat), predicate="intersects")
        if len(hits):
            code = codes[int(hits.min())]
            return places if code in (p.code for p in places) else self.chain_of(code)
        if any(place.code in self._own for place in places):
            return places[: self._level]
        return places

    def _own_beside(
        self, lon: float, lat: float, accuracy_m: float, own: set[str]
    ) -> list[Neighbour]:
        if not 0.0 < accuracy_m < np.inf:
            return []
        x_m, y_m = metres_per_degree(lat)
        tree, codes = self._tree_of_own
        box = shapely.box(
            lon - accuracy_m / x_m,
            lat - accuracy_m / y_m,
            lon + accuracy_m / x_m,
            lat + accuracy_m / y_m,
        )
        found = []
        for i in sorted(tree.query(box).tolist()):
            area = shapely.transform(self._own[codes[i]], lambda c: (c - (lon, lat)) * (x_m, y_m))
            distance_m = float(area.distance(shapely.Point(0.0, 0.0)))
            if codes[i] not in own and distance_m <= accuracy_m:
                name = self.chain_of(codes[i])[-1].name
                neighbour = Neighbour(
                    code=codes[i], name=name, level=self._level, distance_m=round(distance_m, 1)
                )
                found.append(neighbour)
        return found

    def polygon(self, code: str) -> shapely.Geometry:
        """The imported outline where there is one, else the union of the unit's grids."""
        return self._own[code] if code in self._own else super().polygon(code)


def make_edition(
    base: Hierarchy,
    features: Sequence[Feature],
    *,
    cache: Path,
    progress: store.Progress = lambda share, text: None,
) -> str:
    """Keeps a shipped division with the outlines of `features` in `cache`; gives its edition.

    ValueError where there is no feature, or `base` is itself such an edition.
    """
    if not features:
        raise ValueError("no boundaries to replace")
    if "+" in base.edition:
        raise ValueError("import into a shipped edition; both imports in one go")
    kept = Outlines(
        level=features[0].level,
        codes=tuple(feature.code for feature in features),
        areas=tuple(shapely.to_wkb(feature.area) for feature in features),
    )
    outlines = msgspec.json.encode(kept)
    edition = f"{base.edition}+{sha256(outlines).hexdigest()[:8]}"
    pack = _moved(loads(pack_bytes(base.edition)), base, features)
    header = msgspec.structs.replace(pack.header, edition=edition)
    pack = msgspec.structs.replace(pack, header=header)
    folder = store.own_folder(edition, cache=cache)
    store.write(pack, folder, progress=progress, files={_FILE: outlines})
    return edition


def _moved(pack: Pack, base: Hierarchy, features: Sequence[Feature]) -> Pack:
    """The pack with the units one level down given to the outlines they lie in."""
    level = features[0].level
    if level is Level.GRID:
        return pack
    name = _PARENT[level]
    inside = shapely.point_on_surface(all_areas(base, Level(level + 1)))
    parent: Int32s = getattr(pack, name).copy()
    tree = shapely.STRtree([feature.area for feature in features])
    unit, hit = tree.query(inside, predicate="intersects")
    of = np.array([base.index(feature.code) for feature in features], dtype=np.int32)
    parent[unit[::-1]] = of[hit[::-1]]
    return msgspec.structs.replace(pack, **{name: parent})
