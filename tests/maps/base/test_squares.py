"""A picture as squares: every place on its pixel at every fineness, and no more than are seen."""

import numpy as np
import pytest

from maps.base.squares import SIDE_PX, Square, squares

SIZES = ((2100, 1300), (401, 977), (300, 300), (7, 4000), (1, 1))


def mesh(left, top, step, columns=20, rows=12, turn=0.0):
    """Columns and rows of the file at the nodes of a view, `step` of its pixels to one of them."""
    i, j = np.meshgrid(np.arange(rows) * 16.0, np.arange(columns) * 16.0, indexing="ij")
    c, s = np.cos(turn) * step, np.sin(turn) * step
    return left + c * j - s * i, top + s * j + c * i


def whole(size):
    """A file whose every pixel says where it is."""
    width, height = size
    return np.arange(height)[:, None] * 8192 + np.arange(width)[None, :]


def read(values, square):
    """As a library reads it: the mean of what each pixel stands for; here of column and row."""
    height, width = values.shape
    (left, top, wide, high), (rows, columns) = square.part(width, height)
    part = values[top : top + high, left : left + wide]
    step = 1 << square.halvings
    assert (high, wide) == (rows * step, columns * step)
    across = (part % 8192).reshape(rows, step, columns, step).mean((1, 3))
    down = (part // 8192).reshape(rows, step, columns, step).mean((1, 3))
    return across, down


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("step", [0.3, 1.0, 2.9, 7.0, 40.0])
def test_every_place_falls_on_its_pixel(size, step):
    values = whole(size)
    column, row = mesh(size[0] * 0.3 - 40, size[1] * 0.2 - 30, step, turn=0.2)
    found = squares(column, row, size)
    assert found is not None
    for axis in (0, 1):
        joined = found.joined({each: read(values, each)[axis] for each in found.all})
        u, v = found.places(column, row)
        there = np.zeros_like(joined, bool)
        there |= found.joined({each: np.ones_like(read(values, each)[0]) for each in found.all}) > 0
        a, b = np.floor(u).astype(int), np.floor(v).astype(int)
        inside = (a >= 0) & (b >= 0) & (a < joined.shape[1]) & (b < joined.shape[0])
        inside[inside] = there[b[inside], a[inside]]
        wanted = (column, row)[axis][inside] - 0.5
        half = (1 << found.first.halvings) / 2
        assert (np.abs(joined[b[inside], a[inside]] - wanted) <= half + 0.51).all()
        assert np.abs(step / (1 << found.first.halvings)) < 1.5 or min(size) < 16


def test_all_that_is_seen_of_the_file_is_under_the_squares():
    size = 5000, 3000
    for turn in (0.0, 0.7, 2.5):
        column, row = mesh(1000, 800, 2.0, turn=turn)
        found = squares(column, row, size)
        u, v = found.places(column, row)
        inside = (column >= 0) & (row >= 0) & (column < size[0]) & (row < size[1])
        assert (u[inside] >= 0).all()
        assert (v[inside] < found.rows * SIDE_PX).all()


@pytest.mark.parametrize(
    ("left", "top"), [(-9000, 0), (0, -9000), (6000, 0), (0, 4000), (np.nan, np.nan)]
)
def test_beside_the_file_there_are_none(left, top):
    assert squares(*mesh(left, top, 1.0), (5000, 3000)) is None


def test_a_view_that_moves_a_little_has_the_same_squares():
    one = squares(*mesh(1000, 800, 2.0), (50_000, 30_000))
    other = squares(*mesh(1030, 790, 2.0), (50_000, 30_000))
    assert len(set(one.all) & set(other.all)) > 0.5 * one.columns * one.rows


def test_a_view_of_ever_so_much_has_not_too_many():
    column, row = np.meshgrid([0.0, 4e6, 4e6], [0.0, 1.0, 3e6])
    found = squares(column, row, (4_000_000, 3_000_000))
    assert found.columns * found.rows <= 400


def test_the_last_square_has_what_is_left_over():
    part, out = Square(2, 4, 2).part(4500, 2100)
    assert part == (4096, 2048, 404, 52)
    assert out == (13, 101)
