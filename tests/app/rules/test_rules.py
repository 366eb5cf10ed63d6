"""What is noticed between two fixes, in words."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.ingest.jt808_names import ALARMS as WIRE_ALARMS
from app.model import AlertKind, Fix, Grade, Message, UnitKind
from app.rules import alarms_without_fix, notice, silent
from app.rules.alarm import ALARMS

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)


def fix(after_s=0, **more):
    at = NOON + timedelta(seconds=after_s)
    fields = {"place": "500101", "fix_time": at, "received": at, "lon": 106.5, "lat": 29.5}
    return Fix(terminal="T1", **(fields | more))


def words(found):
    """ "sos", "sos ended", "sos held", "sos past"."""
    said = []
    for one in found:
        marks = [
            mark
            for mark, there in (
                ("ended", not one.active),
                ("held", one.held),
                ("past", one.past),
            )
            if there
        ]
        said.append(" ".join([one.kind.value, *marks]))
    return ", ".join(said)


QUIET = fix()
SOS = ("sos",)


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (None, fix(alarms=SOS), "sos"),
        (QUIET, fix(30, alarms=SOS), "sos"),
        (fix(alarms=SOS), fix(30, alarms=SOS), ""),
        (fix(alarms=SOS), fix(30), "sos ended"),
        (QUIET, fix(30, alarms=("sos", "collision")), "sos, collision"),
        (QUIET, fix(30, alarms=("display_fault", "area", "nothing known")), ""),
        (QUIET, fix(30, alarms=SOS, current=False, doubts=("jump",)), "sos held"),
        (QUIET, fix(-30, alarms=SOS, current=False, doubts=("older",)), "sos held past"),
        (QUIET, fix(30, alarms=SOS, backlog=True, doubts=("backlog",)), "sos past"),
        (fix(alarms=SOS), fix(-30, current=False, doubts=("older",)), ""),
        (fix(alarms=("antenna_short",)), fix(30, alarms=("gnss_fault",)), "gnss_fault"),
        (QUIET, fix(30, place=""), "outside"),
        (fix(place=""), fix(30), "outside ended"),
        (None, fix(place=""), ""),
        (QUIET, fix(30, place="", current=False, doubts=("jump",)), ""),
        (QUIET, fix(30, speed_kmh=121.0), "overspeed"),
        (QUIET, fix(30, speed_kmh=120.0), ""),
        (QUIET, fix(30, speed_kmh=900.0), ""),
        (fix(speed_kmh=130.0), fix(30, speed_kmh=131.0), "overspeed held"),
        (fix(speed_kmh=130.0), fix(30, speed_kmh=60.0), "overspeed ended"),
        (QUIET, fix(30, speed_kmh=130.0, alarms=("overspeed",)), "overspeed"),
        (QUIET, fix(901), "silent ended"),
        (QUIET, fix(899), ""),
    ],
)
def test_what_is_noticed(before, now, expected):
    assert words(notice(before, now)) == expected


def test_limits_are_those_of_the_kind_of_unit():
    assert words(notice(QUIET, fix(30, speed_kmh=90.0), UnitKind.GRID)) == "overspeed"
    assert words(notice(QUIET, fix(30, speed_kmh=90.0), UnitKind.MEDICAL)) == ""


def test_sos_is_grade_two_and_says_where_and_when():
    (one,) = notice(QUIET, fix(30, alarms=SOS))
    assert one.grade is Grade.II
    assert (one.position.lon, one.position.fix_time) == (106.5, NOON + timedelta(seconds=30))


def test_a_call_for_help_counts_without_a_position_too():
    message = Message(format="jt808", type="0x0200", terminal="T1", alarms=SOS)
    (one,) = alarms_without_fix(message, source="tcp", received=NOON, doubt="invalid")
    assert (one.kind, one.position, one.held) == (AlertKind.SOS, None, True)
    damaged = replace(message, error="checksum")
    assert not list(alarms_without_fix(damaged, source="tcp", received=NOON, doubt="damaged"))


def test_silence_is_asked_by_a_sweep_and_is_never_a_repeat():
    assert silent(QUIET, NOON + timedelta(minutes=15)) is None
    one = silent(QUIET, NOON + timedelta(minutes=16))
    assert (one.kind, one.held, one.text) == (AlertKind.SILENT, True, "16 min")
    assert silent(QUIET, NOON + timedelta(minutes=16), UnitKind.GRID) is None


def test_the_table_names_only_bits_that_the_wire_format_has():
    assert {alarm.name for alarm in ALARMS} <= set(WIRE_ALARMS)
