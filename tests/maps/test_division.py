"""The shipped divisions: how many units, no gaps, no overlaps, every parent its children."""

from itertools import pairwise

import numpy as np
import pytest
import shapely

from app.model import Level
from maps.areas import all_areas
from maps.editions import EDITIONS, pack_bytes
from maps.packs import loads

COUNTS = {"2023": (1, 38, 1031, 11270, 60000), "2025": (1, 37, 1031, 11270, 60000)}


def test_the_units_are_as_many_as_the_division_has(shipped):
    counts = tuple(len(set(shipped.codes(level))) for level in Level)
    assert counts == COUNTS[shipped.edition]
    assert counts == tuple(len(shipped.names(level)) for level in Level)


def test_borders_leave_no_gap_and_parents_are_the_union_of_their_children(shipped, grid_areas):
    below = grid_areas
    assert shapely.coverage_is_valid(below)
    for level in sorted(Level, reverse=True)[1:]:
        areas = all_areas(shipped, level)
        assert shapely.coverage_is_valid(areas), level
        parent = np.empty(len(below), dtype=np.int64)
        parent[shipped.up(Level(level + 1))] = shipped.up(level)
        order = np.argsort(parent, kind="stable")
        groups = np.split(order, np.flatnonzero(np.diff(parent[order])) + 1)
        unions = np.array([shapely.coverage_union_all(below[g]) for g in groups])
        same = shapely.equals_exact(shapely.normalize(unions), shapely.normalize(areas), 0.0)
        assert same.all(), f"{level}: {np.flatnonzero(~same)[:5]}"
        below = areas


def test_the_districts_keep_their_real_outlines(of_2025):
    sources = pytest.importorskip("maps.build.sources", reason="needs the build dependencies")
    real = sources.read_districts(sources.EDITIONS["2025"])
    for district in real:
        ours = of_2025.polygon(district.code)
        assert shapely.hausdorff_distance(ours, district.outline) < 2e-7, district.name


def test_codes_names_and_chains_agree(shipped):
    for code in ("500000", "500118", "500118107", "500118107200", "500118107200003"):
        chain = shipped.chain_of(code)
        assert chain[-1] == shipped.place(code)
        assert [place.level for place in chain] == list(Level)[: len(chain)]
        assert shipped.code_at(chain[-1].level, shipped.index(code)) == code
        for above, place in pairwise(chain):
            assert place.parent == above.code
            assert place in shipped.children(above.code)


@pytest.mark.parametrize(
    "code", ["", "5", "999999", "500118107200000", "500118107200999", "50011810720０003", "x" * 15]
)
def test_a_code_that_is_none_has_no_place(of_2025, code):
    assert of_2025.place(code) is None
    assert of_2025.chain_of(code) == ()
    assert of_2025.children(code) == ()
    with pytest.raises(KeyError):
        of_2025.index(code)


def test_a_centre_lies_in_its_unit(shipped):
    rng = np.random.default_rng(5)
    for level in Level:
        codes = shipped.codes(level)
        for i in rng.integers(0, len(codes), 20).tolist():
            lon, lat = shipped.centre(codes[i])
            assert codes[i] in shipped.locate(lon, lat).codes


def test_most_town_centres_are_real(shipped):
    real = [code for code in shipped.codes(Level.TOWN) if shipped.centre_is_real(code)]
    assert len(real) == 865


def test_the_table_of_editions_says_what_the_packs_say():
    for name, since in EDITIONS.items():
        header = loads(pack_bytes(name)).header
        assert (header.edition, header.valid_from) == (name, since.isoformat())


def test_both_packs_are_small():
    assert sum(len(pack_bytes(name)) for name in EDITIONS) < 6_000_000
