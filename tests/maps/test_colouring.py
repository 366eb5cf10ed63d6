"""What the areas are coloured by, and the classes."""

import math
from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.settings import Colouring
from maps.colouring import MEASURES, NO_DATA, bounds, class_of, classed, values
from maps.style import STYLES


@dataclass(eq=False)
class Known:
    open: np.ndarray
    overdue: np.ndarray
    grids: np.ndarray
    response_min: np.ndarray


KNOWN = Known(
    open=np.array([0, 4, 10, 2]),
    overdue=np.array([0, 1, 5, 0]),
    grids=np.array([10, 20, 100, 0]),
    response_min=np.array([math.nan, 6.0, 12.0, 30.0]),
)


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("open", [0, 4, 10, 2]),
        ("overdue", [0, 1, 5, 0]),
        ("share", [0, 25, 50, 0]),
        ("per_10k", [0, 2000, 1000, 20000]),
        ("response", [math.nan, 6, 12, 30]),
    ],
)
def test_a_measure_is_what_its_name_says(measure, expected):
    found = values(Colouring(measure=measure), KNOWN)
    np.testing.assert_allclose(found, expected)
    assert set(MEASURES) >= {measure}


def test_nothing_known_is_a_class_of_its_own():
    found = values(Colouring(measure="response"), KNOWN)
    assert class_of(found, (1.0, 10.0)).tolist() == [NO_DATA, 1, 2, 2]


def test_classes_are_remembered_while_the_same_is_known():
    colouring = Colouring(measure="response")
    once = classed(colouring, KNOWN)
    assert classed(colouring, KNOWN) is once
    assert once.any_unknown
    assert once.of.tolist() == class_of(values(colouring, KNOWN), once.lower).tolist()
    assert classed(Colouring(measure="open"), KNOWN) is not once


def test_quantiles_put_as_many_units_into_each_class():
    found = np.arange(1.0, 101.0)
    lower = bounds(Colouring(measure="share", classing="quantile", classes=4), found)
    assert np.bincount(class_of(found, lower))[1:].tolist() == pytest.approx([25] * 4, abs=1)


def test_equal_steps_are_equal():
    lower = bounds(Colouring(measure="share", classing="equal", classes=5), np.array([1.0, 101.0]))
    assert np.diff(lower).tolist() == [20.0] * 4


def test_own_classes_are_taken_as_they_are():
    lower = bounds(Colouring(classing="own", own=(20.0, 5.0, 5.0)), np.array([3.0]))
    assert lower == (5.0, 20.0)


@given(
    st.lists(st.floats(0, 1e6) | st.just(math.nan), max_size=40),
    st.sampled_from(["auto", "quantile", "equal"]),
    st.sampled_from(sorted(MEASURES)),
    st.integers(2, 7),
)
def test_bounds_rise_and_nothing_is_lost(found, classing, measure, classes):
    array = np.array(found, float)
    lower = bounds(Colouring(measure=measure, classing=classing, classes=classes), array)
    assert list(lower) == sorted(set(lower))
    assert 1 <= len(lower) <= max(classes, 4)
    assert lower[0] > 0
    classed = class_of(array, lower)
    assert ((classed == NO_DATA) == np.isnan(array)).all()
    assert classed.max(initial=0) <= len(lower)


@pytest.mark.parametrize("theme", sorted(STYLES))
@pytest.mark.parametrize("name", ["tide", "cividis", "moss"])
@pytest.mark.parametrize("steps", [2, 4, 7])
def test_a_ramp_is_even_in_lightness_also_without_colour(theme, name, steps):
    colours = STYLES[theme].ramps[name].colours(steps)
    grey = [_lightness(*rgb) for rgb in colours]
    gaps = np.abs(np.diff(grey))
    assert len(set(np.sign(np.diff(grey)))) == 1
    assert gaps.min() > 0.6 * gaps.max()


def _lightness(*rgb: int) -> float:
    """L* of CIELAB, which is what is left in greyscale."""
    linear = [((c / 255 + 0.055) / 1.055) ** 2.4 if c > 10 else c / 255 / 12.92 for c in rgb]
    y = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 116 * y ** (1 / 3) - 16 if y > 0.008856 else 903.3 * y
