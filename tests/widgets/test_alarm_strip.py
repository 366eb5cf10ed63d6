"""The strip shows the worst alarm that waits, and blinks its sign alone."""

from datetime import timedelta

import pytest

from app.model import Alert, AlertKind, AlertState, Grade
from tests.conftest import NOW
from widgets.alarm_strip import AlarmStrip
from widgets.sound import Sound
from widgets.strip_line import Piece, fitted


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
    assert "空格" in strip.line.text()


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


@pytest.mark.parametrize(
    ("grade", "later_s", "stands"),
    [
        (Grade.I, 3600, True),
        (Grade.II, 3600, True),
        (Grade.III, 7, True),
        (Grade.III, 8, False),
        (Grade.IV, 0, False),
    ],
)
def test_the_first_two_grades_stay_the_third_passes_the_fourth_is_counted(
    strip, grade, later_s, stands
):
    strip.put((alert("a", grade),), NOW)
    strip.show_time(NOW + timedelta(seconds=later_s))
    assert (strip.shown is not None) is stands
    assert strip.worst.id == "a"


def test_an_alarm_that_passed_is_still_reached_by_next(strip):
    strip.put((alert("a", Grade.IV),), NOW)
    assert strip.next(NOW).id == "a"
    assert strip.shown.id == "a"


def test_a_worse_alarm_takes_the_strip_from_one_chosen_but_an_old_one_does_not(strip):
    both = (alert("a", Grade.II), alert("b", Grade.IV))
    strip.put(both, NOW)
    strip.show_alert("b")
    strip.put(both, NOW)
    assert strip.shown.id == "b"
    strip.put((*both, alert("c", Grade.I)), NOW)
    assert strip.shown.id == "c"


def test_the_strip_says_who_calls_and_how_long_nobody_answered(strip):
    strip.put((alert("a", Grade.II, ago_s=13),), NOW)
    assert "永消-01" in strip.line.text()
    assert "未确认 00:13" in strip.line.text()
    strip.show_time(NOW + timedelta(seconds=60))
    assert "未确认 01:13" in strip.line.text()


def test_a_flood_names_its_rate_its_cause_and_what_began_it(strip):
    many = tuple(alert(f"a{n:02}", Grade.II, ago_s=300 - n) for n in range(11))
    strip.put(many, NOW)
    assert "10 分钟 11 条" in strip.line.text()
    assert "超速 ×11" in strip.line.text()
    assert "首发 08:07:05 超速 永消-01" in strip.line.text()


PIECES = (
    Piece(text="SOS"),
    Piece(text="somewhere", elastic=True),
    Piece(text="00:13"),
    Piece(text="late", leaves=1),
    Piece(text="later", leaves=2),
)


@pytest.mark.parametrize(
    ("width", "stays"),
    [
        (200, ["SOS", "somewhere", "00:13", "late", "later"]),
        (70, ["SOS", "somewhere", "00:13", "late"]),
        (41, ["SOS", "somewhere", "00:13"]),
        (38, ["SOS", "somewh", "00:13"]),
    ],
)
def test_what_is_least_needed_leaves_first_and_the_place_gives_way_last(width, stays):
    shown = fitted(PIECES, width, lambda p: len(p.text), lambda p, room: p.text[:room])
    assert [piece.text for piece in shown] == stays
