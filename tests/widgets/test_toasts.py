"""Passing notices: at most three, in the corner of the map, gone by the clock, never in the way."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMainWindow, QWidget

from tests.conftest import NOW
from widgets.toasts import CREDITS_PX, Toasts, Tone


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.over = QWidget(window)
    window.over.setGeometry(100, 50, 600, 500)
    window.field = QLineEdit(window)
    window.toasts = Toasts(window, window.over)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_the_fourth_notice_sends_the_first_away(window):
    for name in "abcd":
        window.toasts.say(name, Tone.DONE, NOW)
    assert window.toasts.texts() == ["b", "c", "d"]


@pytest.mark.parametrize("tone", Tone)
def test_a_notice_goes_when_its_time_is_over(window, tone):
    window.toasts.say("a", tone, NOW)
    window.toasts.show_time(NOW + tone.stays - timedelta(seconds=1))
    assert window.toasts.texts() == ["a"]
    window.toasts.show_time(NOW + tone.stays)
    assert window.toasts.texts() == []


def test_notices_stand_in_the_corner_one_over_the_other(window):
    window.toasts.say("a", Tone.DONE, NOW)
    window.toasts.say("b", Tone.REFUSED, NOW)
    first, second = window.toasts._toasts
    assert second.geometry().right() < 700
    assert second.geometry().bottom() < 550 - CREDITS_PX + 1
    assert first.geometry().bottom() < second.geometry().top()


def test_a_notice_takes_no_focus_and_shows_markup_as_written(window):
    window.field.setFocus()
    window.toasts.say("<b>a</b>", Tone.FAILED, NOW)
    assert window.field.hasFocus()
    assert window.toasts._toasts[0].said.textFormat() == Qt.TextFormat.PlainText


def test_a_click_takes_a_notice_away(window, qtbot):
    window.toasts.say("a", Tone.FAILED, NOW)
    qtbot.mouseClick(window.toasts._toasts[0], Qt.MouseButton.LeftButton)
    assert window.toasts.texts() == []
