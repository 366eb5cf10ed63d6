"""From said to believed: each rule of the table as a sentence."""

import math
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.fixes.believe import NOT_CURRENT, RULES, Consequence, Known, believe, to_count
from app.fixes.freshness import Freshness, age_s, freshness
from app.fixes.sameness import same
from app.model import Fix, Message, UnitKind

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
CITY = "500000"


def place_of(message):
    return CITY if message.lon is not None and 105.0 < message.lon < 111.0 else ""


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
        place_of(message),
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


MONTH_S = 30 * 86_400.0


@pytest.mark.parametrize(
    ("message", "late_s", "outcome"),
    [
        (said(lat=90.0), 0, "fix"),
        (said(lat=90.000001), 0, "range"),
        (said(lon=-180.0), 0, "fix"),
        (said(lon=180.000001), 0, "range"),
        (said(lon=0.0, lat=0.000001), 0, "fix"),
        (said(lon=-0.0, lat=0.0), 0, "zero"),
        (said(), -300.0, "fix"),
        (said(), -300.001, "future"),
        (said(), MONTH_S, "fix"),
        (said(), MONTH_S + 0.001, "too_old"),
        (said(backlog=True), MONTH_S + 1, "backlog too_old"),
        (said(valid=False, encrypted=True), 0, "encrypted"),
    ],
)
def test_each_rule_at_its_bound(message, late_s, outcome):
    fix, _ = hear(Known(), message, late_s=late_s)
    assert (fix if isinstance(fix, str) else " ".join(fix.doubts) or "fix") == outcome
    if isinstance(fix, Fix):
        assert fix.current == NOT_CURRENT.isdisjoint(fix.doubts)


@pytest.mark.parametrize(
    ("accuracy_m", "lon", "doubts"),
    [
        (None, 106.5 + 0.0460, ()),  # 4,463 m in a minute less 300 m of slack: just under 250 km/h
        (None, 106.5 + 0.0464, ("jump",)),
        (400.0, 106.5 + 0.0464, ()),
        (400.0, 106.5 + 0.0508, ("jump",)),
    ],
)
def test_a_jump_is_what_speed_and_accuracy_do_not_explain(accuracy_m, lon, doubts):
    _, known = hear(Known(), said())
    assert hear(known, said(60, lon=lon, accuracy_m=accuracy_m))[0].doubts == doubts


def test_the_rules_that_refuse_come_first_and_each_has_a_name_of_its_own():
    refusing = [rule.consequence is Consequence.REFUSED for rule in RULES]
    assert refusing == sorted(refusing, reverse=True)
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert frozenset({"future", "too_old", "older", "jump"}) == NOT_CURRENT


@pytest.mark.parametrize(
    ("fix_s", "asked"),
    [(60, False), (0, True), (-60, True), (400, True)],
    ids=["a newer one", "one of the same time", "an older one", "one from the future"],
)
def test_the_store_is_asked_only_of_what_is_not_the_newest(fix_s, asked):
    before, _ = hear(Known(), said())
    questions = []
    message = said(fix_s, lon=106.501)
    believe(message, before, CITY, source="tcp", received=NOON, heard=questions.append)
    assert bool(questions) == asked
    known = believe(message, before, CITY, source="tcp", received=NOON, heard=lambda fix: True)
    assert (known == "duplicate") == asked


@pytest.mark.parametrize(
    ("source", "after_s", "lon", "once"),
    [
        ("tcp", 0.0, 106.5, True),
        ("tcp", 0.2, 106.5, False),
        ("tcp", 0.0, 106.500001, False),
        ("rdss", 0.2, 106.5, True),
        ("rdss", 0.999, 106.50004, True),
        ("rdss", 1.0, 106.5, False),
        ("rdss", 0.0, 106.5001, False),
    ],
)
def test_one_fix_over_two_sources_is_one_to_what_formats_round_off(source, after_s, lon, once):
    first, _ = hear(Known(), said())
    again = replace(first, source=source, lon=lon, fix_time=NOON + timedelta(seconds=after_s))
    assert same(again, first) is once
    assert not same(replace(again, terminal="T2"), first)


@pytest.mark.parametrize(
    ("doubts", "backlog", "counted"),
    [
        ((), False, ()),
        (("older",), False, ("older",)),
        (("backlog", "older"), True, ()),
        (("backlog", "jump"), True, ("jump",)),
        (("future",), False, ("future",)),
        (("too_old", "older"), False, ("too_old", "older")),
    ],
)
def test_what_is_never_current_is_counted_unless_it_is_what_a_backlog_is_for(
    doubts, backlog, counted
):
    fix, _ = hear(Known(), said())
    assert to_count(replace(fix, doubts=doubts, backlog=backlog)) == counted


@pytest.mark.parametrize("wire", ["nmea", "jt808", "rdss", "gpx", "geojson", "csv", "cot", "gpsd"])
def test_the_rules_ask_no_format(wire):
    _, known = hear(Known(), replace(said(), format=wire))
    assert hear(known, replace(said(60, lon=107.5), format=wire))[0].doubts == ("jump",)
    assert hear(Known(), replace(said(valid=False), format=wire))[0] == "invalid"
