"""Two themes with the same tokens, readable and told apart."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QCheckBox, QSpinBox

from app.model import Grade
from maps.style import GRADES, OUTLINE
from widgets import theme
from widgets.grade_symbol import paint


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


@pytest.mark.parametrize("name", theme.THEMES)
@pytest.mark.parametrize("on", [False, True])
def test_a_box_to_tick_is_seen_in_both_themes(qtbot, qapp, name, on):
    was = theme.current().name
    look = theme.apply(qapp, name)
    box = QCheckBox("")
    qtbot.addWidget(box)
    box.setChecked(on)
    picture = box.grab().toImage()
    seen = [picture.pixelColor(x, y) for x in range(16) for y in range(picture.height())]
    theme.apply(qapp, was)
    assert max(contrast(colour, look.colour("window")) for colour in seen) >= 3.0
    ticked = sum(contrast(colour, look.colour("field")) >= 7.0 for colour in seen)
    assert (ticked > 5) is on


@pytest.mark.parametrize("name", theme.THEMES)
def test_a_field_of_numbers_shows_how_to_step(qtbot, qapp, name):
    was = theme.current().name
    look = theme.apply(qapp, name)
    field = QSpinBox()
    qtbot.addWidget(field)
    field.resize(120, 28)
    picture = field.grab().toImage()
    theme.apply(qapp, was)
    halves = (range(4, 14), range(15, 24))
    for rows in halves:
        seen = [picture.pixelColor(x, y) for x in range(98, 118) for y in rows]
        assert max(contrast(colour, look.colour("field")) for colour in seen) >= 3.0


def test_another_theme_is_refused():
    with pytest.raises(KeyError):
        theme.load("../night")


@pytest.mark.parametrize("name", theme.THEMES)
@pytest.mark.parametrize("grade", list(Grade))
def test_a_sign_that_counts_nothing_is_a_shape_without_colour(qapp, name, grade):
    theme.apply(qapp, name)
    image = QImage(18, 18, QImage.Format.Format_RGB32)
    image.fill(theme.current().colour("panel"))
    painter = QPainter(image)
    paint(painter, QRectF(1.5, 1.5, 15, 15), grade, filled=False)
    painter.end()
    seen = [image.pixelColor(x, y) for x in range(18) for y in range(18)]
    assert max(colour.hsvSaturation() for colour in seen) < 100
    assert max(contrast(colour, theme.current().colour("panel")) for colour in seen) > 3.0
    theme.apply(qapp, "night")


def test_a_call_for_help_is_readable_on_its_plate():
    assert contrast(QColor(*OUTLINE), QColor(*GRADES[Grade.I])) >= 4.5
