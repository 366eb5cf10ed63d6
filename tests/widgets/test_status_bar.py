"""The status bar shows what comes from outside as it is written."""

import pytest
from PySide6.QtGui import QTextDocument

from widgets.status_bar import StatusBar

HOSTILE = '<img src="file:///etc/passwd"> & <b>粗</b>'


@pytest.fixture
def bar(qtbot):
    bar = StatusBar()
    qtbot.addWidget(bar)
    return bar


def as_shown(tip: str) -> str:
    """The text of a tip, as Qt lays it out once it takes it for rich text."""
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


def test_the_tip_of_a_message_is_no_markup(bar):
    bar.show_message(HOSTILE)
    (tip,) = {label.toolTip() for label in bar.findChildren(type(bar._message))} - {""}
    assert as_shown(tip) == HOSTILE


def test_the_tip_of_the_sources_is_no_markup_and_keeps_its_lines(bar):
    bar.show_sources((("●", "jt808", HOSTILE), ("○", "nmea", "—")))
    assert as_shown(bar._sources.toolTip()) == f"jt808: {HOSTILE}\nnmea: —"


def test_of_many_sources_the_first_are_named_and_the_others_show_their_light(bar):
    rows = [("●", f"很长很长的名字的信源{n}", "—") for n in range(3)] + [
        ("▲", "x", "—"),
        ("○", "y", "—"),
    ]
    bar.show_sources(rows)
    text = bar._sources.text()
    assert text.count("…") == 3
    assert text.endswith("▲○")
    assert "y: —" in as_shown(bar._sources.toolTip())


def test_no_message_has_no_tip(bar):
    bar.show_message("")
    assert bar._message.toolTip() == ""
