"""Polylines as segments: those in view, and none between two lines."""

import numpy as np

from maps.base.segments import segments


def lines(*each):
    xy = np.concatenate([np.array(line, float) for line in each])
    begins = np.concatenate([[True] + [False] * (len(line) - 1) for line in each])
    return xy[:, 0], xy[:, 1], begins


def test_each_stretch_is_a_segment_and_lines_are_not_joined():
    x, y, begins = lines([(0, 0), (5, 5), (9, 0)], [(1, 1), (2, 2)])
    found = segments(x, y, begins, (10, 10, 0))
    assert found.tolist() == [[0, 0, 5, 5], [5, 5, 9, 0], [1, 1, 2, 2]]


def test_what_lies_beside_the_view_is_left_out_but_not_what_crosses_it():
    x, y, begins = lines([(-50, 5), (-20, 5), (60, 6), (60, 90)])
    assert segments(x, y, begins, (10, 10, 0)).tolist() == [[-20, 5, 60, 6]]
    assert len(segments(x, y, begins, (10, 10, 55))) == 3


def test_no_points_give_no_segments():
    empty = np.zeros(0)
    assert segments(empty, empty, empty.astype(bool), (10, 10, 0)).shape == (0, 4)
