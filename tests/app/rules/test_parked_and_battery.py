"""A parked vehicle that moves, and a battery that runs low, fix by fix."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.model import AlertKind, Fix, Grade, Message, Standing, one_by_one
from app.pipeline import process
from app.rules import regard
from tests.small import SmallHierarchy

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
M_LAT = 110_850.0
ON, OFF, TOWED = ("acc_on", "fixed"), ("fixed",), ("fixed", "moving")
STATUS = {"on": ON, "off": OFF, "roll": OFF, "tow": TOWED, "nmea": ("gps",)}


def step(text, number):
    """ "off+200": status and metres north; "roll": ignition off at 20 km/h."""
    name, _, metres = text.rstrip("?!").partition("+")
    at = NOON + timedelta(minutes=number)
    now = Fix(
        terminal="T1",
        fix_time=at,
        received=at,
        lon=106.15,
        lat=29.15 + float(metres or 0) / M_LAT,
        speed_kmh=20.0 if name == "roll" else 0.0,
        status=STATUS[name],
        place="5",
    )
    if text.endswith("?"):
        return replace(now, current=False, doubts=("jump",))
    return replace(now, backlog=True, doubts=("backlog",)) if text.endswith("!") else now


def told(fixes):
    standing, before, said = Standing(), None, []
    for now in fixes:
        found, standing = regard(before, now, standing=standing)
        before = now if now.current else before
        said.append(" ".join(one.kind.value + ("" if one.active else " over") for one in found))
    return said


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        ("on off off+200", ["", "", "moved"]),
        ("on off off+85", ["", "", ""]),
        ("on off off+95", ["", "", "moved"]),
        ("on off tow+35", ["", "", ""]),
        ("on off tow+45", ["", "", "moved"]),
        ("on off off+200 off+400", ["", "", "moved", ""]),
        ("on off off+200 on+300", ["", "", "moved", "moved over"]),
        ("on off off+200 off", ["", "", "moved", "moved over"]),
        ("off off+200", ["", ""]),
        ("on on+200", ["", ""]),
        ("on roll off+200 off+200", ["", "", "", ""]),
        ("on roll off+200 off+400", ["", "", "", "moved"]),
        ("on off off+200? off", ["", "", "", ""]),
        ("on off off+200!", ["", "", ""]),
        ("on off nmea+200", ["", "", ""]),
    ],
)
def test_a_parked_vehicle_that_moves_is_told_once(way, expected):
    assert told([step(text, k) for k, text in enumerate(way.split())]) == expected


def test_the_reason_says_how_far():
    _, standing = regard(step("on", 0), step("off", 1))
    (one,), _ = regard(step("off", 1), step("off+200", 2), standing=standing)
    assert (one.kind, one.grade, one.text) == (AlertKind.MOVED, Grade.III, "200 m")


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([50, 20], ["battery_low over", "battery_low"]),
        ([50, 21], ["battery_low over", ""]),
        ([20], ["battery_low held"]),
        ([50, 20, 19, 25, 20], ["battery_low over", "battery_low", "battery_low held", "",
                               "battery_low held"]),
        ([20, 29, 30, 31], ["battery_low held", "", "battery_low over", ""]),
        ([None, None], ["", ""]),
    ],
)  # fmt: skip
def test_a_battery_is_told_when_it_runs_low(levels, expected):
    before, said = None, []
    for k, level in enumerate(levels):
        now = replace(step("off", k), battery_percent=level)
        found, _ = regard(before, now)
        said.append(
            " ".join(
                one.kind.value + (" over" if not one.active else " held" if one.held else "")
                for one in found
            )
        )
        before = now
    assert said == expected


@pytest.mark.parametrize("more", [{"current": False}, {"backlog": True}])
def test_a_battery_of_the_past_is_not_told(more):
    now = replace(step("off", 1), battery_percent=5.0, **more)
    assert regard(None, now)[0] == []


def test_the_battery_comes_from_what_the_message_says_besides():
    message = Message(
        format="owntracks",
        type="location",
        terminal="T1",
        valid=True,
        lon=106.15,
        lat=29.15,
        fix_time=NOON,
        extra={"battery_percent": 12},
    )
    batch = process(
        [message],
        source="gw",
        known={}.get,
        places=one_by_one(SmallHierarchy().locate),
        kind_of=lambda terminal: None,
        now=NOON,
    )
    assert [one.text for one in batch.noticed] == ["12 %"]
