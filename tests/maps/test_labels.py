"""Names never lie over each other and are never cut."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maps.labels import Box, Room, Wanted, place, short_name

W, H = 400, 300
names = st.lists(
    st.builds(
        Wanted,
        key=st.integers(0, 10_000),
        width=st.floats(8, 120),
        height=st.floats(8, 30),
        at=st.lists(
            st.tuples(st.floats(-50, W + 50), st.floats(-50, H + 50)), min_size=1, max_size=4
        ).map(tuple),
    ),
    max_size=60,
)


@given(names)
def test_no_two_names_touch_and_none_leaves_the_picture(wanted):
    boxes = [box for _, box in place(wanted, Room(W, H))]
    assert all(box.inside(W, H) for box in boxes)
    assert not any(one.touches(other) for one, other in combinations(boxes, 2))


@given(names)
def test_the_same_wishes_are_always_granted_the_same(wanted):
    assert place(wanted, Room(W, H)) == place(wanted, Room(W, H))


@given(names)
def test_what_was_taken_before_stays_free_of_names(wanted):
    room, taken = Room(W, H), Box(100, 80, 90, 60)
    room.take(taken)
    assert not any(box.touches(taken) for _, box in place(wanted, room))


def test_a_name_goes_where_it_covers_least():
    room = Room(W, H)
    room.avoid(Box(80, 80, 40, 40))
    wanted = Wanted(1, 40, 16, ((100.0, 100.0), (200.0, 100.0)))
    assert place([wanted], room)[0][1].x == 180
    only = Wanted(1, 40, 16, ((100.0, 100.0),))
    assert len(place([only], room)) == 1


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("秀山土家族苗族自治县", "秀山"),
        ("酉阳土家族苗族自治县", "酉阳"),
        ("彭水苗族土家族自治县", "彭水"),
        ("石柱土家族自治县", "石柱"),
        ("永川区", "永川区"),
        ("松溉社区居委会", "松溉社区"),
        ("柳溪村民委员会", "柳溪村"),
        ("柳溪村村民委员会", "柳溪村"),
        ("大同村委会", "大同村"),
        ("第03网格", "03"),
    ],
)
def test_names_are_shortened_by_rule(name, short):
    assert short_name(name) == short
