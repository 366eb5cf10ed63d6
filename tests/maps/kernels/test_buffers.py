"""Memory is given again only when nothing of it is looked at any more."""

import numpy as np

from maps.kernels.buffers import Buffers


def address(array):
    return array.__array_interface__["data"][0]


def test_memory_that_nobody_looks_at_is_given_again():
    buffers = Buffers()
    one = buffers.take(40, 32)
    where = address(one)
    del one
    assert address(buffers.take(40, 32)) == where


def test_a_part_of_an_array_keeps_its_memory():
    buffers = Buffers()
    one = buffers.take(40, 32)
    where, part, seen = address(one), one[:, :3], one.data
    del one
    first = buffers.take(40, 32)
    del part
    second = buffers.take(40, 32)
    del seen
    third = buffers.take(40, 32)
    assert where not in (address(first), address(second))
    assert address(third) == where


def test_memory_of_another_size_is_not_given():
    buffers = Buffers()
    buffers.take(40, 32)
    assert buffers.take(40, 48).shape == (40, 48)


def test_no_more_than_a_few_are_kept():
    buffers = Buffers()
    many = [buffers.take(8, 16) for _ in range(9)]
    del many
    assert len(buffers._spare) <= 3
    assert all(np.asarray(one).size == 128 for one in buffers._spare)
