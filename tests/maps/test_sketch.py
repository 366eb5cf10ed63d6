"""What is drawn by hand: snapping, changing, and that undoing gives back what was."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from maps.sketch import History, Outline
from maps.snapping import Snap, snap

SQUARE = ((106.0, 29.0), (106.1, 29.0), (106.1, 29.1), (106.0, 29.1))
LINE = (np.array([0.0, 100.0, 100.0]), np.array([0.0, 0.0, 100.0]))


@pytest.mark.parametrize(
    ("at", "found"),
    [
        ((96, 5), Snap(100.0, 0.0, vertex=True)),
        ((50, 6), Snap(50.0, 0.0, vertex=False)),
        ((109, 40), Snap(100.0, 40.0, vertex=False)),
        ((92, 7), Snap(92.0, 0.0, vertex=False)),
        ((50, 11), None),
        ((-11, 0), None),
        ((-6, -6), Snap(0.0, 0.0, vertex=True)),
    ],
)
def test_a_pointer_snaps_to_a_vertex_before_an_edge_and_to_nothing_far(at, found):
    assert snap(*at, [LINE]) == found


def test_of_two_vertices_the_nearer_is_meant_and_nothing_is_near_nothing():
    other = (np.array([4.0]), np.array([3.0]))
    assert snap(3, 3, [LINE, other]) == Snap(4.0, 3.0, vertex=True)
    assert snap(3, 3, []) is None
    assert snap(3, 3, [(np.array([]), np.array([]))]) is None


def test_a_vertex_is_moved_put_in_and_taken_out():
    ring = Outline(rings=(SQUARE,))
    assert ring.moved(0, 1, (106.2, 29.0)).rings[0][1] == (106.2, 29.0)
    assert ring.inserted(0, 1, (106.05, 28.9)).rings[0][:3] == (
        SQUARE[0],
        (106.05, 28.9),
        SQUARE[1],
    )
    three = ring.deleted(0, 0)
    assert three.rings == (SQUARE[1:],)
    assert three.deleted(0, 0) == three
    with pytest.raises(IndexError):
        ring.moved(0, 4, (0.0, 0.0))


def test_a_hole_of_three_goes_whole():
    with_hole = Outline(rings=(SQUARE, SQUARE[:3]))
    assert with_hole.deleted(1, 0).rings == (SQUARE,)


def test_a_circle_stays_one_while_it_is_moved_and_is_none_once_a_corner_is():
    circle = Outline.round((106.0, 29.0), 500.0)
    moved = circle.shifted((0.1, 0.0))
    assert moved.is_circle
    assert moved.middle == (106.1, 29.0)
    assert moved.widened(800.0).radius_m == 800.0
    assert not circle.moved(0, 3, (106.0, 29.01)).is_circle
    square = Outline(rings=(SQUARE,))
    assert square.widened(10.0) == square


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("moved"), st.integers(0, 3), st.floats(105, 107), st.floats(28, 30)),
        st.tuples(st.just("inserted"), st.integers(0, 3), st.floats(105, 107), st.floats(28, 30)),
        st.tuples(st.just("deleted"), st.integers(0, 2), st.just(0.0), st.just(0.0)),
        st.tuples(st.just("shifted"), st.just(0), st.floats(-1, 1), st.floats(-1, 1)),
    ),
    max_size=30,
)


def stepped(outline: Outline, step) -> Outline:
    name, at, x, y = step
    if name == "shifted":
        return outline.shifted((x, y))
    at = min(at, len(outline.rings[0]) - 1)
    return outline.deleted(0, at) if name == "deleted" else getattr(outline, name)(0, at, (x, y))


@given(STEPS)
def test_undoing_everything_gives_back_the_geometry_and_redoing_the_change(steps):
    history = first = History(Outline(rings=(SQUARE,)))
    for step in steps:
        history = history.put(stepped(history.now, step))
    last = history.now
    while history.before:
        history = history.undo()
    assert history.now == first.now
    assert not history.changed
    assert history.undo() == history
    while history.after:
        history = history.redo()
    assert history.now == last
    assert history.redo() == history


def test_a_new_step_after_undoing_forgets_what_was_undone():
    history = History(Outline(rings=(SQUARE,)))
    one = history.put(history.now.shifted((1.0, 0.0))).undo()
    assert one.put(one.now.shifted((2.0, 0.0))).after == ()
    assert one.put(one.now) is one


def test_vertices_are_walked_through_all_rings_and_round_again():
    both = Outline(rings=(SQUARE, SQUARE[:3]))
    assert both.vertex_after((0, 3), 1) == (1, 0)
    assert both.vertex_after((1, 2), 1) == (0, 0)
    assert both.vertex_after((0, 0), -1) == (1, 2)
    assert both.vertex_after((5, 5), 1) == (0, 0)
    half = both.halved(0, 3)
    assert half.rings[0][4] == pytest.approx((106.0, 29.05))
    assert half.rings[1] == both.rings[1]
