"""What was noticed becomes an alert, a repeat, or the end of a cause."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from app.casework.acts import File
from app.casework.drafts import fold
from app.model import AlertKind, AlertState, Chain, Grade, Level, Place, Position, Unit, UnitKind
from app.rules import Noticed
from app.rules.alerts import raise_alert

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
CITY = Place(code="500000", name="重庆市", level=Level.CITY, parent=None)
UNIT = Unit(id="U1", name="永消-01", kind=UnitKind.FIRE, terminal="T1")
SOS = Noticed(
    kind=AlertKind.SOS,
    grade=Grade.II,
    terminal="T1",
    at=NOON,
    position=Position(lon=106.5, lat=29.5, accuracy_m=10.0),
)


def locate(lon, lat, accuracy_m):
    assert (lon, lat, accuracy_m) == (106.5, 29.5, 10.0)
    return Chain(edition="2025", places=(CITY,))


class Board:
    """The alerts of one terminal, as the desk would hold them."""

    def __init__(self):
        self.alerts = {}
        self.ids = (f"A-{n}" for n in count(1))

    def notice(self, noticed, after_s=0):
        known = [alert for alert in self.alerts.values() if alert.listed]
        now = NOON + timedelta(seconds=after_s)
        draft = raise_alert(noticed, known, UNIT, locate, now, lambda kind: next(self.ids))
        if draft is None:
            return "nothing"
        ident = draft.subject.partition(":")[2]
        self.alerts[ident] = fold(File(alert=self.alerts.get(ident)), draft).alert
        return draft.act


@pytest.fixture
def board():
    return Board()


def test_a_new_alert_knows_its_unit_its_place_and_its_edition(board):
    assert board.notice(SOS) == "alert.raise"
    alert = board.alerts["A-1"]
    assert (alert.unit, alert.chain, alert.edition) == ("U1", ("500000",), "2025")
    assert (alert.active, alert.past, alert.count) == (True, False, 1)


def test_an_alert_without_a_position_is_raised_all_the_same(board):
    board.notice(replace(SOS, position=None, doubts=("invalid",), held=True))
    alert = board.alerts["A-1"]
    assert (alert.position, alert.chain, alert.doubts) == (None, (), ("invalid",))


def test_a_repeat_is_counted_on_the_open_alert(board):
    board.notice(SOS)
    assert board.notice(SOS, 300) == "alert.repeat"
    assert [alert.count for alert in board.alerts.values()] == [2]
    assert not board.alerts["A-1"].chattering


def test_three_within_a_minute_chatter_in_one_row(board):
    for after_s in (0, 30, 59):
        board.notice(SOS, after_s)
    alert = board.alerts["A-1"]
    assert (alert.count, alert.chattering) == (3, True)


def test_three_within_two_minutes_do_not(board):
    for after_s in (0, 50, 100):
        board.notice(SOS, after_s)
    assert not board.alerts["A-1"].chattering


def test_a_bit_held_down_is_no_repeat(board):
    board.notice(SOS)
    assert board.notice(replace(SOS, held=True), 30) == "nothing"


def test_the_end_of_the_cause_leaves_the_alert_open(board):
    board.notice(SOS)
    assert board.notice(replace(SOS, active=False), 60) == "alert.clear"
    alert = board.alerts["A-1"]
    assert (alert.active, alert.state, alert.listed) == (False, AlertState.NEW, True)
    assert board.notice(replace(SOS, active=False), 90) == "nothing"


def test_an_acknowledged_alert_stays_on_the_list_while_it_is_active(board):
    board.notice(SOS)
    board.alerts["A-1"] = replace(board.alerts["A-1"], state=AlertState.DISMISSED)
    assert board.alerts["A-1"].listed
    assert board.notice(replace(SOS, held=True), 30) == "nothing"
    board.notice(replace(SOS, active=False), 60)
    assert not board.alerts["A-1"].listed


def test_after_disposal_the_same_thing_is_a_new_alert(board):
    board.notice(SOS)
    board.alerts["A-1"] = replace(board.alerts["A-1"], state=AlertState.CONFIRMED)
    assert board.notice(SOS, 600) == "alert.raise"
    assert set(board.alerts) == {"A-1", "A-2"}


def test_an_alert_from_a_backlog_is_past_until_it_is_raised_again(board):
    board.notice(replace(SOS, past=True, held=True))
    assert (board.alerts["A-1"].past, board.alerts["A-1"].active) == (True, False)
    assert board.notice(replace(SOS, past=True, held=True)) == "nothing"
    board.notice(SOS, 60)
    assert (board.alerts["A-1"].past, board.alerts["A-1"].active) == (False, True)


def test_the_graver_of_two_grades_stays(board):
    board.notice(replace(SOS, grade=Grade.III))
    board.notice(SOS, 30)
    board.notice(replace(SOS, grade=Grade.IV), 60)
    assert board.alerts["A-1"].grade is Grade.II
