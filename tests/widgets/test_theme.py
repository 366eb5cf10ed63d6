"""Two themes with the same tokens, readable and told apart."""

import pytest
from PySide6.QtGui import QColor

from app.model import Grade
from widgets import theme


def luminance(colour: QColor) -> float:
    def linear(part):
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return (
        0.2126 * linear(colour.redF())
        + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF())
    )


def contrast(one: QColor, two: QColor) -> float:
    high, low = sorted((luminance(one), luminance(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_both_themes_have_the_same_tokens():
    assert theme.load("night").colours.keys() == theme.load("day").colours.keys()


@pytest.mark.parametrize("name", theme.THEMES)
@pytest.mark.parametrize(
    "ground", ["window", "panel", "raised", "field", "strip1", "strip2", "strip3", "strip4"]
)
@pytest.mark.parametrize(("ink", "least"), [("text", 7.0), ("dim", 4.5)])
def test_text_is_readable_on_every_ground(name, ground, ink, least):
    look = theme.load(name)
    assert contrast(look.colour(ink), look.colour(ground)) >= least


@pytest.mark.parametrize("name", theme.THEMES)
def test_the_grades_have_the_same_colours_in_both_themes(name):
    assert [theme.load(name).grade(grade).name() for grade in Grade] == [
        "#fa4f54",
        "#fd9a03",
        "#fff60f",
        "#329bff",
    ]


@pytest.mark.parametrize("name", theme.THEMES)
@pytest.mark.parametrize("size", theme.SIZES)
def test_the_sheet_has_a_value_for_every_slot(name, size):
    assert "$" not in theme.load(name).sheet(size)


def test_another_theme_is_refused():
    with pytest.raises(KeyError):
        theme.load("../night")
