"""The map moves by itself only to a new alarm of grade Ⅰ, and only where nobody works at it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from app.model import Alert, AlertKind, AlertState, Grade, Position
from tests.conftest import NOW
from widgets.auto_pan import AutoPan

HERE = Position(lon=106.5, lat=29.5, fix_time=NOW, received=NOW)
ALARM = Alert(
    id="a", kind=AlertKind.SOS, grade=Grade.I, raised=NOW, last=NOW,
    state=AlertState.NEW, unit="U-1", position=HERE,
)  # fmt: skip


@pytest.fixture
def pan(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    time, went = [NOW], []
    pan = AutoPan(lambda: time[0], went.append, window)
    pan.hear(())
    pan.went, pan.time = went, time
    return pan


def later(pan, seconds):
    pan.time[0] += timedelta(seconds=seconds)


def test_an_idle_officers_map_goes_to_the_alarm(pan):
    later(pan, 10)
    pan.hear((ALARM,))
    assert pan.went == [ALARM]


@pytest.mark.parametrize(
    "alarm",
    [
        replace(ALARM, grade=Grade.II),
        replace(ALARM, state=AlertState.SEEN),
        replace(ALARM, position=None),
    ],
)
def test_nothing_else_moves_the_map(pan, alarm):
    later(pan, 60)
    pan.hear((alarm,))
    assert pan.went == []


@pytest.mark.parametrize(
    "event",
    [
        QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_J, Qt.KeyboardModifier.NoModifier),
        QMouseEvent(
            QEvent.Type.MouseMove, QPointF(), QPointF(), Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        ),
    ],
)  # fmt: skip
def test_hands_at_work_hold_the_map_for_ten_seconds(pan, event):
    later(pan, 60)
    pan.eventFilter(pan, event)
    later(pan, 9)
    pan.hear((ALARM,))
    assert pan.went == []
    later(pan, 1)
    pan.hear((ALARM,))
    assert pan.went == [ALARM]


def test_what_stood_when_the_window_opened_moves_nothing(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    time, went = [NOW], []
    pan = AutoPan(lambda: time[0], went.append, window)
    time[0] += timedelta(seconds=60)
    pan.hear((ALARM,))
    assert went == []
