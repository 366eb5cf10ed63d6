"""The strip shows the worst alarm that waits, and blinks its sign alone."""

from datetime import timedelta

import pytest

from app.model import Alert, AlertKind, AlertState, Grade
from tests.conftest import NOW
from widgets.alarm_strip import AlarmStrip
from widgets.sound import Sound


def alert(ident, grade, *, kind=AlertKind.OVERSPEED, state=AlertState.NEW, ago_s=30):
    at = NOW - timedelta(seconds=ago_s)
    return Alert(id=ident, kind=kind, grade=grade, raised=at, last=at, state=state, unit="U-1")


@pytest.fixture
def strip(qtbot):
    strip = AlarmStrip(lambda code: code, {"U-1": "永消-01"}.get)
    qtbot.addWidget(strip)
    return strip


def test_the_worst_unseen_alarm_is_shown(strip):
    strip.put(
        (alert("a", Grade.III), alert("b", Grade.II), alert("c", Grade.I, state=AlertState.SEEN)),
        NOW,
    )
    assert strip.shown.id == "b"


def test_a_person_in_need_comes_before_an_older_one_of_the_same_grade(strip):
    strip.put((alert("a", Grade.II, ago_s=90), alert("b", Grade.II, kind=AlertKind.SOS)), NOW)
    assert strip.shown.id == "b"


def test_next_goes_round(strip):
    strip.put((alert("a", Grade.I), alert("b", Grade.II)), NOW)
    assert [strip.next(NOW).id for _ in range(3)] == ["a", "b", "a"]


def test_what_is_answered_no_longer_waits(strip):
    strip.put(
        (
            alert("a", Grade.I, state=AlertState.CONFIRMED),
            alert("b", Grade.IV, state=AlertState.SHELVED),
        ),
        NOW,
    )
    assert strip.shown is None


def test_an_empty_strip_says_what_will_be_there(strip):
    strip.put((), NOW)
    assert "Space" in strip._detail.text()


def test_the_sign_blinks_by_the_clock_and_stops_when_seen(strip):
    strip.put((alert("a", Grade.I),), NOW)
    assert strip._symbol._lit
    strip.show_time(NOW + timedelta(milliseconds=500))
    assert not strip._symbol._lit
    strip.put((alert("a", Grade.I, state=AlertState.SEEN),), NOW + timedelta(milliseconds=500))
    assert strip._symbol._lit


@pytest.mark.parametrize(
    ("grade", "beeps"), [(Grade.I, 3), (Grade.II, 1), (Grade.III, 1), (Grade.IV, 0)]
)
def test_tones_by_grade_over_ten_seconds(grade, beeps):
    heard = []
    sound = Sound(lambda: heard.append(1))
    for second in range(11):
        sound.hear(alert("a", grade), NOW + timedelta(seconds=second))
    assert len(heard) == beeps


def test_silence_is_two_minutes_and_no_acknowledgement():
    heard = []
    sound = Sound(lambda: heard.append(1))
    sound.silence(NOW)
    sound.hear(alert("a", Grade.I), NOW + timedelta(seconds=119))
    assert heard == []
    sound.hear(alert("a", Grade.I), NOW + timedelta(seconds=121))
    assert heard == [1]
