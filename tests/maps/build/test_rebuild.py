"""The shipped packs are what the builder builds."""

import lzma

import numpy as np
import pytest

from maps.build.division import make_division
from maps.build.pack import make_pack
from maps.build.sources import EDITIONS, read_districts
from maps.editions import pack_bytes
from maps.packs import MAGIC, Pack, loads, payload

SAMPLES = {"2023": ("500103", "500104"), "2025": ("500103", "500104", "500109")}


def grid_codes(pack: Pack) -> list[str]:
    first = np.searchsorted(pack.grid_parent, pack.grid_parent, side="left")
    villages = [pack.header.villages[i][0] for i in pack.grid_parent.tolist()]
    numbers = (np.arange(len(first)) - first + 1).tolist()
    return [f"{village}{n:03d}" for village, n in zip(villages, numbers, strict=True)]


def inner_arcs(pack: Pack, district: str) -> set[tuple[str, str, bytes]]:
    """Every border between two grids of the district: codes on both sides, and its points."""
    code = grid_codes(pack)
    index = [c for c, _ in pack.header.districts].index(district)
    mine = pack.town_parent[pack.village_parent[pack.grid_parent]] == index
    inner = mine[pack.left] & (pack.right >= 0) & mine[pack.right]
    return {
        (
            code[pack.left[a]],
            code[pack.right[a]],
            pack.points_e7[pack.first[a] : pack.first[a + 1]].tobytes(),
        )
        for a in np.flatnonzero(inner).tolist()
    }


def units(pack: Pack, district: str) -> list[tuple[str, str]]:
    index = [c for c, _ in pack.header.districts].index(district)
    towns = np.flatnonzero(pack.town_parent == index)
    villages = np.flatnonzero(np.isin(pack.village_parent, towns))
    return [
        *(pack.header.towns[i] for i in towns.tolist()),
        *(pack.header.villages[i] for i in villages.tolist()),
    ]


@pytest.mark.parametrize("edition", sorted(EDITIONS))
def test_districts_built_alone_are_those_of_the_shipped_pack(edition):
    codes = SAMPLES[edition]
    known = read_districts(EDITIONS[edition])
    built = make_pack(EDITIONS[edition], make_division(known, only=frozenset(codes)))
    shipped = loads(pack_bytes(edition))
    for code in codes:
        ours = inner_arcs(built, code)
        assert len(ours) > 1000
        assert ours == inner_arcs(shipped, code)
        assert units(built, code) == units(shipped, code)


@pytest.mark.whole
@pytest.mark.parametrize("edition", sorted(EDITIONS))
def test_the_whole_division_built_anew_is_the_shipped_pack(edition):
    division = make_division(read_districts(EDITIONS[edition]))
    built = payload(make_pack(EDITIONS[edition], division))
    assert built == lzma.decompress(pack_bytes(edition)[len(MAGIC) :])
