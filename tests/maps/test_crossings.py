"""No two lines of any copy cross, lie upon one another, or change the side of an island."""

import numpy as np
import pytest
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from app.model import Level
from maps.crossings import on_grid, pairs, segments, uncross
from maps.simplify import significance

LEVELS = tuple(Level)
MEETINGS = {
    "cross": ((0, 0, 4, 4), (0, 4, 4, 0), True),
    "end within": ((0, 0, 4, 0), (2, 0, 2, 5), True),
    "upon one another": ((0, 0, 4, 0), (2, 0, 6, 0), True),
    "the same": ((0, 0, 4, 4), (4, 4, 0, 0), True),
    "one way from one end": ((0, 0, 4, 0), (0, 0, 2, 0), True),
    "share an end": ((0, 0, 4, 0), (4, 0, 5, 5), False),
    "go on straight": ((0, 0, 4, 0), (4, 0, 6, 0), False),
    "apart on one line": ((0, 0, 4, 0), (5, 0, 6, 0), False),
    "boxes touch": ((0, 0, 4, 4), (3, 0, 4, 1), False),
    "a hair apart": ((0, 0, 4, 0), (2, 1 / 64, 2, 5), False),
}


@pytest.mark.parametrize(("one", "other", "torn"), MEETINGS.values(), ids=MEETINGS.keys())
def test_two_segments_share_no_more_than_an_end(one, other, torn):
    for two in ((one, other), (other, one)):
        xy = np.array(two, float).reshape(-1, 2)
        found = pairs(xy, np.array([0, 2]), np.array([1, 3]), np.array([0, 1]))
        assert bool(len(found[0])) is torn


@pytest.mark.parametrize(("depth", "back"), [(10.0, False), (-5.0, True)])
def test_points_come_back_where_thinned_lines_would_cross(depth, back):
    bulge = [(0, 0), (50, -30), (100, 0)]  # thinned, it cuts through what reaches into it
    other = [(50, 40), (50, depth), (60, 40)]
    xy, first = np.array(bulge + other, float), np.array([0, 3, 6])
    weight = significance(xy, first, floor=2.0)
    weight[4] = np.inf
    uncross(xy, first, weight, 35.0)
    assert (weight[1] > 35.0) is np.bool_(back)


def test_lines_that_cross_as_a_whole_are_left_alone():
    xy, first = np.array([(0, 0), (4, 4), (0, 4), (4, 0)], float), np.array([0, 2, 4])
    weight = np.full(4, np.inf, np.float32)
    uncross(xy, first, weight, 1.0)
    assert np.isinf(weight).all()


def copies(topology):
    for level in LEVELS:
        lines = topology.level(level)
        for k in range(lines.copies):
            yield level, k, lines.copy(k)


def torn_in(mesh, extent=None):
    """Pairs of segments that cross, among the lines in an extent."""
    kept = np.arange(len(mesh.xy))
    if extent is not None:
        held = np.zeros(len(mesh.left), bool)
        held[mesh.touching(extent)] = True
        kept = np.flatnonzero(np.repeat(held, np.diff(mesh.first)))
    a, b = segments(kept, mesh.first.astype(np.int64))
    return len(pairs(mesh.xy.astype(np.float64), a, b, np.arange(len(a)))[0])


def test_no_lines_of_the_made_up_division_cross(division):
    for level, k, mesh in copies(division.topology):
        assert torn_in(mesh) == 0, (level, k)


def test_no_lines_of_the_shipped_divisions_cross_in_places_at_random(shipped):
    rng = np.random.default_rng(62)
    for level, k, mesh in copies(shipped.topology):
        for _ in range(3):
            x, y = mesh.xy[rng.integers(len(mesh.xy))]
            extent = (x - 9_000, y - 9_000, x + 9_000, y + 9_000)
            assert torn_in(mesh, extent) == 0, (level, k, extent)


@pytest.mark.whole
def test_no_lines_of_the_shipped_divisions_cross_anywhere(shipped):
    for level, k, mesh in copies(shipped.topology):
        assert torn_in(mesh) == 0, (level, k)


def test_every_island_lies_in_the_unit_that_it_says(shipped):
    """Lines that hang together with no others: beside each lies the unit on its outer side."""
    for level, k, mesh in copies(shipped.topology):
        xy, first = mesh.xy.astype(float), mesh.first.astype(np.int64)
        group = groups(xy, first)
        kept = np.arange(len(xy))
        a, b = segments(kept, first)
        line = np.searchsorted(first, a, "right") - 1
        for island in np.flatnonzero(np.bincount(group) < np.bincount(group).max()).tolist():
            mine = group[line] == island
            heights = np.unique(np.r_[xy[a[mine], 1], xy[b[mine], 1]])
            if len(heights) > 1:
                y = heights[:2].mean()
                x, before, _ = crossed(mesh, xy, (a[mine], b[mine], line[mine]), y)
                others = crossed(mesh, xy, (a[~mine], b[~mine], line[~mine]), y)
                at = np.searchsorted(others[0], x[0]) - 1
                assert before[0] == (others[2][at] if at >= 0 else -1), (level, k, island)


def groups(xy, first):
    """(lines,) which of the parts that hang together each line belongs to."""
    ends = np.concatenate([xy[first[:-1]], xy[first[1:] - 1]])
    node = np.unique(ends, axis=0, return_inverse=True)[1]
    lines = len(first) - 1
    graph = coo_matrix((np.ones(lines), (node[:lines], node[lines:])), shape=(node.max() + 1,) * 2)
    return connected_components(graph, directed=False)[1][node[:lines]]


def crossed(mesh, xy, parts, y):
    """Where segments cross a height, from west to east, and the units before and after it."""
    a, b, line = parts
    hit = (xy[a, 1] <= y) != (xy[b, 1] <= y)
    a, b, line = a[hit], b[hit], line[hit]
    x = xy[a, 0] + (y - xy[a, 1]) * (xy[b, 0] - xy[a, 0]) / (xy[b, 1] - xy[a, 1])
    up = xy[b, 1] > xy[a, 1]
    before = np.where(up, mesh.left[line], mesh.right[line])
    after = np.where(up, mesh.right[line], mesh.left[line])
    order = np.argsort(x)
    return x[order], before[order], after[order]


def test_places_on_the_grid_are_whole_parts_of_a_metre():
    assert (on_grid(np.array([0.01, 1.26])) * 64).tolist() == [1.0, 81.0]
