"""Additional items become values in our units; odd ones stay as they are, none overruns."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ingest import jt808
from app.ingest.jt808_additions import ROWS
from app.ingest.jt808_items import heads_of, layout_of, read_items, split_additions
from tests.app.ingest.given import rows

AT = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)

ITEMS = (
    (0x01, "000003e9", "mileage_km", 100.1),
    (0x02, "01f4", "fuel_l", 50.0),
    (0x03, "0259", "recorder_speed_kmh", 60.1),
    (0x04, "0007", "alarm_event", 7),
    (0x05, "ff64" + "00" * 28, "tyre_pressure", (None, 100, *[0] * 28)),
    (0x06, "8005", "cabin_temperature_c", -5),
    (0x06, "0005", "cabin_temperature_c", 5),
    (0x11, "00", "overspeed_at", {"place": "none"}),
    (0x11, "0400000009", "overspeed_at", {"place": "segment", "id": 9}),
    (0x12, "010000000901", "crossed", {"place": "circle", "id": 9, "direction": "out"}),
    (0x13, "00000009003c01", "segment_time", {"id": 9, "took_s": 60, "result": "too_long"}),
    (0x14, "00000005", "video_alarm", ("signal_lost", "storage_fault")),
    (0x15, "80000001", "video_lost_channels", (1, 32)),
    (0x17, "1001", "storage_fault", ("main_1", "backup_1")),
    (
        0x18,
        "000302",
        "driving_behaviour",
        {"signs": ("fatigue", "phone_call"), "fatigue_degree": 2},
    ),
    (0x25, "0000c003", "signals", ("low_beam", "high_beam", "clutch", "other_0x8000")),
    (0x2A, "0002", "io", ("sleep",)),
    (0x2B, "00010002", "analog", (2, 1)),
    (0x30, "1f", "network_strength", 31),
    (0x31, "0c", "satellites", 12),
    (0x66, "01", "tyre_state", "01"),
    (0x01, "0001", "mileage_km", "0001"),
    (0xEB, "7e7d", "item_0xEB", "7e7d"),
    (0xF3, "", "item_0xF3", ""),
)


def said(additions: dict[int, bytes]) -> jt808.Frame:
    body = jt808.location_body(lon=106.5, lat=29.5, at=AT, additions=additions)
    return jt808.decode(jt808.build(0x0200, "13800000001", 1, body))


@pytest.mark.parametrize(("number", "value", "name", "expected"), ITEMS)
def test_an_item_has_its_name_and_value(number, value, name, expected) -> None:
    message = said({number: bytes.fromhex(value)})
    assert dict(message.extra) == {name: expected}
    json.dumps(dict(message.extra))
    assert message.satellites == (12 if name == "satellites" else None)


def test_every_row_of_the_table_is_read_from_zeros_and_ones() -> None:
    for (number, size), row in ROWS.items():
        for byte in (b"\x00", b"\xff"):
            assert row.name in said({number: byte * size}).extra


def test_safety_items_say_their_head() -> None:
    data = bytes.fromhex("00000007010203") + bytes(40)
    found = said({0x64: data}).extra["driver_assistance"]
    assert (found["alarm_id"], found["state"], found["kind"], found["level"]) == (7, "begins", 2, 3)


def test_an_item_that_is_there_twice_keeps_both_values() -> None:
    data = b"\x31\x01\x05\x31\x01\x06"
    assert read_items(data, 0) == ({"satellites": 5, "satellites_2": 6}, False)


def test_lists_of_one_length_with_other_items_are_not_mixed_up() -> None:
    """The layout of the last list of a length is tried first, and must not be believed."""
    one, other = b"\x30\x01\x05\x31\x01\x06", b"\x31\x01\x05\x30\x01\x06"
    long = b"\x02\x04\x00\x00\x00\x09"
    for data, told in (
        (one, {"network_strength": 5, "satellites": 6}),
        (other, {"satellites": 5, "network_strength": 6}),
        (long, {"fuel_l": "00000009"}),
        (one, {"network_strength": 5, "satellites": 6}),
    ):
        assert read_items(data, 0) == (told, False)


@given(st.binary(max_size=120))
def test_layouts_read_what_a_plain_walk_reads(data: bytes) -> None:
    plain = split_additions(data)
    values, overrun = read_items(data, 0)
    heads, _ = heads_of(data, 0)
    assert overrun == plain.overrun
    assert len(values) == len(plain.items) == len(heads)
    assert layout_of(heads).heads == tuple(n << 8 | len(value) for n, value in plain.items)


TRAFFIC = {
    "odometer": ("mileage_km", 1e-3),
    "rssi": ("network_strength", 1),
    "sat": ("satellites", 1),
}


@pytest.mark.parametrize(
    "row",
    [
        p
        for p in rows("given_jt808_frames.jsonl")
        if p.values[0] and p.values[0]["msg_id"] == "0x0200"
    ],
)
def test_items_agree_with_traccar(row) -> None:
    message = jt808.decode(bytes.fromhex(row["wire_hex"]))
    found = row["expect"].get("traccar", {}).get("result") or []
    if message.error is not None or len(found) != 1:
        pytest.skip("refused, or not one position")
    for theirs, (ours, factor) in TRAFFIC.items():
        value = found[0]["attributes"].get(theirs)
        if value is not None and isinstance(message.extra.get(ours), int | float):
            assert message.extra[ours] == pytest.approx(value * factor)
