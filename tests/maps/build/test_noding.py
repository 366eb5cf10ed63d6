"""Edges, neighbours and parts of small coverages whose answers can be read off."""

import numpy as np
import pytest
import shapely

from maps.build.arcs import string
from maps.build.borders import sew, with_numbers
from maps.build.noding import components, edges_of, keys, neighbours, unpack


def squares(*corners):
    return np.array([shapely.box(x, y, x + 1, y + 1) for x, y in corners], dtype=object)


def test_a_key_gives_back_its_vertex():
    x, y = unpack(keys(np.array([[106.1234567, 29.7654321]])))
    assert (x.tolist(), y.tolist()) == ([1061234567], [297654321])


def test_neighbours_share_an_edge_and_not_a_corner():
    coverage = squares((100, 30), (101, 30), (101, 31))
    beside = neighbours(edges_of(coverage), 3)
    assert [[other for other, _ in its] for its in beside] == [[1], [0, 2], [1]]
    assert beside[0][0][1] == pytest.approx(1.0)


def test_shapes_that_overlap_along_an_edge_are_refused():
    with pytest.raises(ValueError, match="overlap"):
        edges_of(squares((100, 30), (100, 30)))


def test_parts_are_those_that_hang_together():
    coverage = squares((100, 30), (101, 30), (103, 30))
    assert components([0, 1, 2], neighbours(edges_of(coverage), 3)) == [[0, 1], [2]]


def test_two_districts_made_apart_meet_in_each_others_junctions():
    west = squares((100, 30))
    halves = np.array([shapely.box(101, 30, 102, 30.4), shapely.box(101, 30.4, 102, 31)])
    outlines = (west[0], shapely.box(101, 30, 102, 31))
    sides = [
        with_numbers(edges_of(cells), np.arange(first, first + len(cells)), outline)
        for cells, first, outline in zip((west, halves), (0, 1), outlines, strict=True)
    ]
    arcs = string(sew(sides))
    pairs = list(zip(arcs.left.tolist(), arcs.right.tolist(), strict=True))
    assert pairs == [(0, -1), (1, -1), (1, 0), (2, -1), (2, 0), (2, 1)]
    lines = np.split(arcs.points / 1e7, arcs.first[1:-1])
    faces = np.array(shapely.polygonize([shapely.LineString(line) for line in lines]).geoms)
    assert len(faces) == 3
    assert shapely.coverage_is_valid(faces)
