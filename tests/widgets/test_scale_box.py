"""Scales as they are written."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets.scale_box import ScaleBox, denominator_of


@pytest.mark.parametrize(
    ("text", "denominator"),
    [
        ("1:50000", 50_000),
        ("1：50000", 50_000),
        ("1/25 000", 25_000),
        ("50,000", 50_000),
        ("1:5万", 50_000),
        ("1:1百万", 1_000_000),
        ("250k", 250_000),
        (" 1:2.5万 ", 25_000),
        ("1:10", None),
        ("1:0", None),
        ("2:50000", None),
        ("", None),
        ("1:", None),
        ("地图", None),
        ("1:99999999999", None),
        ("-50000", None),
    ],
)
def test_a_scale_is_read_as_people_write_it(text, denominator):
    assert denominator_of(text) == denominator


@pytest.fixture
def box(qtbot):
    """A box and another field, so that focus can go somewhere."""
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.other, parent.box = QWidget(parent), ScaleBox(parent)
    parent.other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    column = QVBoxLayout(parent)
    column.addWidget(parent.other)
    column.addWidget(parent.box)
    parent.show()
    qtbot.waitExposed(parent)
    parent.box.said = []
    parent.box.wanted.connect(parent.box.said.append)
    parent.box.put(123_456)
    return parent


def test_enter_asks_for_the_scale_that_was_written(box, qtbot):
    box.box.setFocus()
    qtbot.keyClicks(box.box, "1:50000")
    qtbot.keyClick(box.box, Qt.Key.Key_Return)
    assert box.box.said == [50_000]


def test_what_is_no_scale_is_marked_and_put_back_on_leaving(box, qtbot):
    before = box.box.text()
    box.box.setFocus()
    qtbot.keyClicks(box.box, "left")
    qtbot.keyClick(box.box, Qt.Key.Key_Return)
    assert box.box.said == []
    assert box.box.property("wrong")
    box.other.setFocus()
    assert box.box.text() == before


def test_a_moving_map_does_not_disturb_what_is_being_written(box, qtbot):
    box.box.setFocus()
    qtbot.keyClicks(box.box, "1:5")
    box.box.put(999_999)
    assert box.box.text() == "1:5"


def test_a_window_that_opens_types_nothing_into_it_but_it_can_be_gone_to(box):
    assert box.box.focusPolicy() is Qt.FocusPolicy.ClickFocus
    box.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert box.box.hasFocus()
