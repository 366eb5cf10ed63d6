"""Filters: what passes."""

import pytest

from app.model import Grade
from tests.widgets import rows as r
from widgets.models import filters as f


@pytest.mark.parametrize(
    ("typed", "passes"),
    [
        ("", True),
        ("  ", True),
        ("管网", True),
        ("管网 0001", True),
        ("c-2026", True),
        ("山火", False),
    ],
)
def test_every_word_typed_has_to_stand_somewhere(typed, passes):
    test = f.has_text(typed, lambda case: (case.id, case.title))
    assert (test is None or test(r.case(1))) is passes


def test_tests_add_up():
    assert f.all_of([None, None]) is None
    both = f.all_of([lambda n: n > 1, None, lambda n: n < 5])
    assert both is not None
    assert [n for n in range(9) if both(n)] == [2, 3, 4]


def test_a_place_holds_what_lies_below_it():
    assert f.in_place("") is None
    for code, inside in ((r.CHAIN[1], True), (r.CHAIN[4], True), ("500002", False)):
        test = f.in_place(code)
        assert test is not None
        assert test(r.case()) is inside


def test_all_grades_are_no_filter():
    assert f.of_grades(frozenset(Grade)) is None
    assert f.of_grades(frozenset()) is None
    test = f.of_grades(frozenset({Grade.II}))
    assert test is not None
    assert test(r.case(1))
    assert not test(r.case(2))
