"""Memory is given again once it is given back, and only then."""

from itertools import pairwise

import numpy as np
import pytest

from maps.kernels.heap import Heap
from maps.kernels.machine import Compiled, Machine


def address(array):
    return array.__array_interface__["data"][0]


@pytest.fixture
def heap():
    grown = []
    made = Heap(100, grown.append)
    made.grown = grown
    return made


def test_parts_lie_beside_one_another_on_multiples_of_64(heap):
    assert [heap.take(size) for size in (1, 64, 65, 10)] == [128, 192, 256, 384]
    assert heap.end == 448
    assert sum(heap.grown) == heap.end - 128


def test_what_is_given_back_is_given_again_where_it_fits(heap):
    one, two, _ = (heap.take(128) for _ in range(3))
    heap.give(one)
    assert heap.take(129) > two
    assert heap.take(64) == one
    assert heap.take(64) == one + 64


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (0, 2, 1), (1, 0, 2), (2, 0, 1)])
def test_neighbours_are_joined_in_whichever_order_they_come_back(heap, order):
    parts = [heap.take(64) for _ in range(4)]
    for k in order:
        heap.give(parts[k])
    assert heap.take(3 * 64) == parts[0]


def test_what_is_free_at_the_end_grows_only_by_what_is_lacking(heap):
    one = heap.take(64)
    heap.give(one)
    assert heap.take(640) == one
    assert sum(heap.grown) == 640


def test_what_was_not_taken_is_not_given_back(heap):
    one = heap.take(64)
    heap.give(one)
    with pytest.raises(KeyError):
        heap.give(one)


def test_no_two_parts_ever_share_a_byte(heap):
    rng, held = np.random.default_rng(5), {}
    for size in rng.integers(1, 5000, 2000).tolist():
        if held and rng.random() < 0.5:
            at = rng.choice(list(held))
            heap.give(at)
            del held[at]
        else:
            held[heap.take(size)] = size
        ends = sorted((at, at + size) for at, size in held.items())
        assert all(one[1] <= other[0] for one, other in pairwise(ends))
        assert not ends or ends[-1][1] <= heap.end


@pytest.fixture
def machine():
    return Machine(Compiled())


def test_a_picture_that_nobody_looks_at_is_given_again(machine):
    _, one = machine.picture(40, 32)
    where = address(one)
    del one
    machine.begin()
    assert address(machine.picture(40, 32)[1]) == where


def test_a_part_of_a_picture_keeps_its_memory(machine):
    _, one = machine.picture(40, 32)
    where, part, seen = address(one), one[:, :3], one.data
    held = []
    for last in ("one", "part", "seen"):
        held.append(machine.picture(40, 32)[1])
        assert address(held[-1]) != where
        if last == "one":
            del one
        elif last == "part":
            del part
        else:
            del seen
        machine.begin()
    assert address(machine.picture(40, 32)[1]) == where


def test_pictures_stay_while_the_memory_grows_and_after_the_machine(machine):
    _, one = machine.picture(40, 32)
    one[:] = 7
    others = [machine.picture(2000, 2000)[1] for _ in range(3)]
    for other in others:
        other[:] = 8
    del machine
    assert (one == 7).all()


def test_kept_arrays_are_laid_once_and_the_oldest_make_room(machine):
    arrays = [np.full(2_000_000, k, np.int32) for k in range(6)]
    for _ in range(3):
        for k, array in enumerate(arrays):
            machine.begin()
            at = machine.keep(array)
            assert machine.keep(array) == at
            assert machine.copy(at + 4_000_000, 3, np.int32).tolist() == [k] * 3
    assert machine.size < 60 << 20


def test_zeros_are_zero_also_where_something_else_lay(machine):
    machine.lay("other", np.full(1000, 255, np.uint8))
    machine.room("other", 5000)
    at = machine.zeros("mask", 1000)
    assert not machine.copy(at, 1000, np.uint8).any()


def test_what_is_held_is_copied_once_until_its_room_is_used_otherwise(machine):
    one, other = np.full(100, 1, np.int32), np.full(100, 2, np.int32)
    at = machine.hold("base", one)
    one[:] = 9  # nobody does so: it shows that nothing is copied
    assert machine.copy(machine.hold("base", one), 1, np.int32).tolist() == [1]
    assert machine.copy(machine.hold("base", other), 1, np.int32).tolist() == [2]
    assert machine.copy(machine.hold("base", one), 1, np.int32).tolist() == [9]
    machine.room("base", 8)
    one[:] = 7
    assert machine.copy(machine.hold("base", one), 1, np.int32).tolist() == [7]
    assert machine.hold("base", one) == at


def test_nothing_has_an_address_too(machine):
    assert machine.hold("index", np.zeros(0, np.int32)) == machine.lay("index", np.zeros(0))
