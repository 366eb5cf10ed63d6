"""Lines, details and anchors of every level, from the arcs of the finest."""

import numpy as np
import pytest
import shapely

from app.model import Level
from maps.simplify import significance
from maps.topology import Topology

LEVELS = tuple(Level)


@pytest.mark.parametrize("level", LEVELS, ids=lambda level: level.name.lower())
def test_areas_are_those_of_the_polygons(division, level):
    lines = division.topology.level(level)
    expected = shapely.area(division.polygons(level))
    assert lines.area == pytest.approx(expected, rel=1e-3)


@pytest.mark.parametrize("level", LEVELS, ids=lambda level: level.name.lower())
def test_every_anchor_lies_in_its_unit(division, level):
    lines = division.topology.level(level)
    x0, y0 = division.topology.origin
    points = shapely.points(lines.anchor[:, 0] + x0, lines.anchor[:, 1] + y0)
    assert shapely.intersects(division.polygons(level), points).all()


def test_coarser_copies_keep_the_ends_of_every_line(division):
    lines = division.topology.level(Level.TOWN)
    whole, coarse = lines.lines(0.1), lines.lines(2000.0)
    assert len(coarse.xy) < len(whole.xy)
    for k in (0, 1):
        ends = [d.xy[d.first[k:][: len(d.first) - 1] - k] for d in (whole, coarse)]
        assert np.array_equal(*ends)


def test_lines_are_joined_where_only_two_meet(division):
    lines = division.topology.level(Level.DISTRICT)
    assert len(lines.left) < 40
    assert len(division.topology.level(Level.GRID).left) > 400


def test_rank_is_the_highest_level_that_differs(division):
    lines = division.topology.level(Level.GRID)
    districts = np.array(division.up(Level.DISTRICT))
    for left, right, rank in zip(lines.left, lines.right, lines.rank, strict=True):
        if rank == Level.CITY:
            assert -1 in (left, right)
        elif rank == Level.DISTRICT:
            assert districts[left] != districts[right]


def test_what_is_saved_is_what_is_read(division, tmp_path):
    for name, array in division.topology._arrays.items():
        np.save(tmp_path / f"{name}.npy", array)
    again = Topology.open(tmp_path)
    mine, theirs = (t.level(Level.VILLAGE) for t in (division.topology, again))
    assert np.array_equal(mine.lines(50.0).xy, theirs.lines(50.0).xy)


def test_a_point_that_departs_less_than_the_floor_does_not_matter():
    xy = np.array([[0, 0], [1, 0.5], [2, 0], [3, 9.0], [4, 0]])
    weight = significance(xy, np.array([0, 5]), floor=1.0)
    assert np.isinf(weight[[0, 4]]).all()
    assert weight[3] == pytest.approx(9.0)
    assert weight[1] <= weight[3]
