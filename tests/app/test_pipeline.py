"""The path of data, without a file and without Qt: messages in, words out."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.fixes.believe import Known
from app.model import Message, one_by_one
from app.pipeline import Batch, process
from tests.small import SmallHierarchy

NOW = datetime(2026, 7, 1, 8, 0, tzinfo=UTC)
SIGNS = {"S": "sos", "M": "main_power_off"}


def said(text: str) -> Message:
    """ "T1 +30 106.15 29.15 S": terminal, seconds, place and alarms; "-" stands for no position."""
    terminal, seconds, *where = text.split()
    message = Message(
        format="jt808",
        type="0x0200",
        terminal=terminal,
        valid=True,
        fix_time=NOW + timedelta(seconds=int(seconds)),
        raw=text.encode(),
    )
    if where[0] == "-":
        return replace(message, valid=False, alarms=tuple(SIGNS[one] for one in where[1:]))
    lon, lat, *alarms = where
    return replace(
        message, lon=float(lon), lat=float(lat), alarms=tuple(SIGNS[one] for one in alarms)
    )


def run(*messages: Message, known: dict[str, Known] | None = None) -> Batch:
    return process(
        messages,
        source="gw",
        known=(known or {}).get,
        places=one_by_one(SmallHierarchy().locate),
        kind_of=lambda terminal: None,
        now=NOW + timedelta(minutes=2),
    )


def words(batch: Batch) -> str:
    fixes = " ".join(f"{fix.terminal}{'' if fix.current else '?'}" for fix in batch.fixes)
    noticed = " ".join(f"{'' if one.active else 'no '}{one.kind}" for one in batch.noticed)
    refused = " ".join(one.reason for one in batch.refused)
    return f"{fixes} | {noticed} | {refused}".strip()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["T1 0 106.15 29.15"], "T1 |  |"),
        (["T1 0 106.15 29.15 S"], "T1 | sos |"),
        (["T1 0 106.15 29.15 S", "T1 30 106.15 29.15 S"], "T1 T1 | sos |"),
        (["T1 0 106.15 29.15 S", "T1 30 106.15 29.15"], "T1 T1 | sos no sos |"),
        (["T1 0 106.15 29.15 S M"], "T1 | sos power_lost |"),
        (["T1 30 106.15 29.15", "T1 0 106.15 29.15"], "T1 T1? |  |"),
        (["T1 0 106.15 29.15", "T1 0 106.15 29.15"], "T1 |  | duplicate"),
        (["T1 0 106.15 29.15", "T2 0 106.25 29.15"], "T1 T2 |  |"),
        (["T1 0 -"], "|  | invalid"),
        (["T1 0 - S"], "| sos | invalid"),
        (["T1 0 80.0 29.15"], "T1 |  |"),
    ],
    ids=[
        "a fix",
        "an alarm",
        "an alarm held down",
        "an alarm that ends",
        "two alarms",
        "an old fix",
        "heard twice",
        "two terminals",
        "no position",
        "a call for help without a position",
        "outside, and never known to be inside",
    ],
)
def test_path(lines: list[str], expected: str):
    assert words(run(*map(said, lines))) == expected


def test_what_is_known_is_taken_up_and_left_as_it_is():
    first = run(said("T1 0 106.15 29.15 S")).fixes[0]
    known = {"T1": Known(current=first)}
    again = run(said("T1 30 106.15 29.15 S"), known=known)
    assert words(again) == "T1 |  |"
    assert known == {"T1": Known(current=first)}


def test_a_damaged_message_is_refused_with_its_reason_and_its_bytes():
    (refused,) = run(Message(format="jt808", type="", error="checksum", raw=b"\x7e")).refused
    assert (refused.reason, refused.raw) == ("checksum", b"\x7e")


@pytest.mark.parametrize("kind", ["0x0002", "0x0100", "0x0102"])
def test_a_message_about_no_position_is_neither_a_fix_nor_refused(kind: str):
    batch = run(Message(format="jt808", type=kind, terminal="T1", valid=True))
    assert words(batch) == "|  |"


def test_the_positions_of_a_batch_are_taken_in_its_place():
    items = tuple(
        replace(said(line), backlog=True) for line in ("T1 0 106.15 29.15", "T1 5 106.15 29.15")
    )
    whole = Message(format="jt808", type="0x0704", terminal="T1", valid=True, items=items)
    batch = run(whole, said("T1 9 106.15 29.15"))
    assert [fix.fix_time.second for fix in batch.fixes] == [0, 5, 9]
    assert [fix.backlog for fix in batch.fixes] == [True, True, False]


def test_what_is_known_after_them_is_told_of_the_terminals_that_were_heard():
    batch = run(said("T1 0 106.15 29.15"), said("T2 0 -"), said("T1 30 106.15 29.15"))
    assert batch.known.keys() == {"T1"}
    assert batch.known["T1"].current == batch.fixes[-1]


def test_places_are_asked_once_for_all_messages():
    asked = []

    def places(lons, lats):
        asked.append(len(lons))
        return one_by_one(SmallHierarchy().locate)(lons, lats)

    lines = ["T1 0 106.15 29.15", "T2 0 -", "T3 0 80.0 29.15"]
    batch = process(
        map(said, lines),
        source="gw",
        known={}.get,
        places=places,
        kind_of=lambda terminal: None,
        now=NOW + timedelta(minutes=2),
    )
    assert asked == [3]
    assert [fix.place for fix in batch.fixes] == ["500001001002002", ""]
