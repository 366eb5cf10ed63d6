"""From said to believed: each rule of the table as a sentence."""

import math
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.fixes.believe import Known, believe
from app.fixes.freshness import Freshness, age_s, freshness
from app.model import Chain, Fix, Level, Message, Place, UnitKind

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
CITY = Place(code="500000", name="重庆市", level=Level.CITY, parent=None)


def locate(lon, lat, accuracy_m):
    inside = 105.0 < lon < 111.0
    return Chain(edition="2025", places=(CITY,) if inside else ())


def said(after_s=0.0, lon=106.5, lat=29.5, **more):
    fields = {"valid": True, "fix_time": NOON + timedelta(seconds=after_s)}
    return Message(
        format="jt808", type="0x0200", terminal="T1", lon=lon, lat=lat, **(fields | more)
    )


def hear(known, message, *, late_s=0.0, kind=None):
    """(what came of it, what is known after it)."""
    received = (message.fix_time or NOON) + timedelta(seconds=late_s)
    fix = believe(
        message,
        known.current,
        locate,
        source="tcp",
        received=received,
        suspect=known.suspect,
        kind=kind,
    )
    return fix, known if isinstance(fix, str) else known.after(fix)


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        (said(valid=False), "invalid"),
        (said(error="checksum"), "damaged"),
        (said(encrypted=True), "encrypted"),
        (said(status=("fixed", "position_encrypted")), "encrypted"),
        (said(lat=95.0), "range"),
        (said(lon=-180.1), "range"),
        (said(lon=math.nan), "range"),
        (said(lat=math.inf), "range"),
        (said(lon=None), "no_position"),
        (said(lon=0.0, lat=0.0), "zero"),
        (said(fix_time=None), "no_time"),
    ],
)
def test_what_cannot_be_believed_gives_a_reason(message, reason):
    assert hear(Known(), message)[0] == reason


def test_a_plain_fix_is_current_and_keeps_both_times():
    fix, known = hear(Known(), said(speed_kmh=30.0), late_s=7)
    assert fix.current
    assert not fix.doubts
    assert (fix.fix_time, fix.received) == (NOON, NOON + timedelta(seconds=7))
    assert fix.place == "500000"
    assert known.current == fix


def test_a_position_outside_the_city_has_no_place():
    assert hear(Known(), said(lon=116.4, lat=39.9))[0].place == ""


def test_a_message_without_a_terminal_is_named_after_its_source():
    assert hear(Known(), replace(said(), terminal=None))[0].terminal == "tcp"


@pytest.mark.parametrize(
    ("later", "late_s", "doubts", "current"),
    [
        (said(60), 0, (), True),
        (said(-60), 0, ("older",), False),
        (said(400), -301, ("future",), False),
        (said(400), -300, (), True),
        (said(-60, backlog=True), 900, ("backlog", "older"), False),
        (said(60, backlog=True), 900, ("backlog",), True),
        (said(60, lon=107.5), 0, ("jump",), False),
        (said(60, lon=106.51), 0, (), True),
        (said(60, lon=107.5, backlog=True), 900, ("backlog", "jump"), False),
    ],
    ids=[
        "the next fix",
        "an older one is past",
        "a clock over 5 minutes ahead is never current",
        "a clock 5 minutes ahead is bearable",
        "an old backlog is past",
        "a backlog newer than what is known is the newest there is",
        "97 km in a minute is a jump",
        "1 km in a minute is not",
        "a jump in a backlog",
    ],
)
def test_doubts_keep_a_fix_from_being_current(later, late_s, doubts, current):
    _, known = hear(Known(), said())
    fix, after = hear(known, later, late_s=late_s)
    assert (fix.doubts, fix.current) == (doubts, current)
    assert after.current == (fix if current else known.current)


def test_the_same_fix_heard_twice_counts_once():
    _, known = hear(Known(), said())
    assert hear(known, said(), late_s=40)[0] == "duplicate"


def test_a_jump_heard_twice_counts_once():
    _, known = hear(Known(), said())
    _, known = hear(known, said(60, lon=107.5))
    assert hear(known, said(60, lon=107.5))[0] == "duplicate"


def test_a_second_consistent_fix_confirms_a_jump():
    _, known = hear(Known(), said())
    _, known = hear(known, said(60, lon=107.5))
    fix, known = hear(known, said(90, lon=107.501))
    assert fix.current
    assert known.suspect is None


def test_two_jumps_that_disagree_confirm_nothing():
    _, known = hear(Known(), said())
    _, known = hear(known, said(60, lon=107.5))
    fix, known = hear(known, said(90, lon=109.5))
    assert fix.doubts == ("jump",)
    assert known.current.lon == 106.5


def test_a_helicopter_may_be_faster_than_a_grid_worker():
    _, known = hear(Known(), said())
    there = said(60, lon=106.54)  # 3.9 km in a minute, 214 km/h beyond the slack
    assert hear(known, there, kind=UnitKind.MEDICAL)[0].current
    assert not hear(known, there, kind=UnitKind.GRID)[0].current


@pytest.mark.parametrize(
    ("age_min", "kind", "expected"),
    [
        (2, None, Freshness.FRESH),
        (2.1, None, Freshness.STALE),
        (10, None, Freshness.STALE),
        (10.1, None, Freshness.UNKNOWN),
        (4, UnitKind.GRID, Freshness.FRESH),
        (12, UnitKind.GRID, Freshness.STALE),
        (12, UnitKind.FIRE, Freshness.UNKNOWN),
    ],
)
def test_freshness_is_computed_when_asked(age_min, kind, expected):
    assert freshness(NOON, NOON + timedelta(minutes=age_min), kind) is expected


def test_no_fix_at_all_is_unknown():
    assert freshness(None, NOON) is Freshness.UNKNOWN


def test_receive_time_stands_in_for_the_age_of_a_clock_that_runs_ahead():
    fix = Fix(
        terminal="T1",
        fix_time=NOON + timedelta(days=400),
        received=NOON,
        lon=106.5,
        lat=29.5,
        doubts=("future",),
    )
    assert age_s(fix, NOON + timedelta(seconds=90)) == 90
