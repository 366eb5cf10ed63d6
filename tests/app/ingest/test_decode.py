"""Files are decoded in their order, whatever their form, and whatever their bytes."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.ingest import jt808
from app.ingest.decode import decode_file
from app.ingest.nmea_sentence import compose
from app.ingest.recorded import MAX_TEXT_LINE, Format
from tests.app.ingest.given import rows

AT = datetime(2026, 11, 23, 4, 0, 0, tzinfo=UTC)
KEYS = [
    *("format", "type", "terminal", "valid", "lon", "lat", "alt_m", "speed_kmh", "course_deg"),
    *("fix_time", "alarms", "status", "error"),
]
LOCATION = jt808.location_body(lon=106.5, lat=29.5, at=AT)
FRAME = jt808.build(0x0200, "13800000001", 1, LOCATION)
BEAT = jt808.build(0x0002, "13800000001", 2)
BAD = FRAME[:-2] + bytes((FRAME[-2] ^ 1,)) + FRAME[-1:]
LINE = compose(
    "GNRMC", ["040000", "A", "2930.0", "N", "10630.0", "E", "0", "0", "231126", "", "", "A"]
)


PHONES = {
    "gj0029": "4eb6fb4ad628",
    "gj0048": "4eb6fb4af2c1",
    "gj0064": "4eb6fb4afd9e",
    "gj0118": "4e5de66fba22",
}
"""Rows whose phone is not decimal: Traccar reckons a maker's IMEI from it, we keep what is said."""


def told(folder: Path, data: bytes, fmt: str = "auto") -> list[dict]:
    path = folder / "input"
    path.write_bytes(data)
    return list(decode_file(path, fmt))


def names(objects: list[dict]) -> list[str]:
    return [f"{one['type']}{'' if one['error'] is None else '!'}" for one in objects]


HEX, BEAT_HEX = FRAME.hex().encode(), BEAT.hex().encode()
SPACED = b" ".join(HEX[at : at + 2] for at in range(0, len(HEX), 2)).upper()

FORMS = (
    ("hexadecimal lines", HEX + b"\n" + BEAT_HEX, ["0x0200", "0x0002"]),
    (
        "CR LF, spaces, capitals, comments",
        b"# c\r\n" + SPACED + b"\r\n\r\n" + BEAT_HEX,
        ["0x0200", "0x0002"],
    ),
    ("a byte order mark", b"\xef\xbb\xbf" + HEX, ["0x0200"]),
    ("NUL round the lines", b"\x00" + HEX + b"\x00\n\x00" + BEAT_HEX, ["0x0200", "0x0002"]),
    (
        "a line that is not hexadecimal",
        HEX + b"\n7e02zz7e\n" + BEAT_HEX,
        ["0x0200", "None!", "0x0002"],
    ),
    ("half a byte", HEX + b"\n" + HEX[:-1], ["0x0200", "None!"]),
    ("a line without its end", HEX + b"\n" + HEX[:-2], ["0x0200", "0x0200!"]),
    (
        "a bad frame between",
        HEX + b"\n" + BAD.hex().encode() + b"\n" + HEX,
        ["0x0200", "0x0200!", "0x0200"],
    ),
    ("sentences among the frames", HEX + b"\n" + LINE + BEAT_HEX, ["0x0200", "RMC", "0x0002"]),
    ("raw frames", FRAME + BEAT, ["0x0200", "0x0002"]),
    ("raw frames that share a 7E", FRAME + BEAT[1:], ["0x0200", "0x0002"]),
    ("a raw frame cut off", FRAME + BEAT[:-3], ["0x0200", "0x0002!"]),
    ("sentences", LINE + LINE, ["RMC", "RMC"]),
    ("sentences glued", LINE.strip() + LINE, ["RMC", "RMC"]),
    ("a sentence cut off", LINE + LINE[:20], ["RMC", "RMC!"]),
    ("everything in one stream", LINE + FRAME + LINE + BEAT, ["RMC", "0x0200", "RMC", "0x0002"]),
    ("a hexadecimal line without delimiters", HEX[2:-2], ["None!"]),
    ("NUL round sentences", b"\x00" + LINE.strip() + b"\x00\r\n\x00" + LINE, ["RMC", "RMC"]),
    ("a 0x before each byte", b"0x" + b" 0x".join(SPACED.split()), ["0x0200"]),
    ("dashes between the bytes", SPACED.replace(b" ", b"-") + b"\n", ["0x0200"]),
    ("commas, and a comment behind", SPACED.replace(b" ", b",") + b" # first", ["0x0200"]),
    ("quoted, as a list", b'"' + HEX + b'",\n"' + BEAT_HEX + b'"', ["0x0200", "0x0002"]),
    ("escapes of a program", b"\\x" + SPACED.replace(b" ", b"\\x"), ["0x0200"]),
    ("CR alone between the lines", HEX + b"\r" + BEAT_HEX + b"\r", ["0x0200", "0x0002"]),
    ("two frames in a line", HEX + BEAT_HEX, ["0x0200", "0x0002"]),
    ("two frames in a line that share a 7E", HEX + BEAT_HEX[2:], ["0x0200", "0x0002"]),
    ("noise before a frame in a line", b"00ff410d0a2e11" + HEX, ["0x0200"]),
    ("a frame and half a byte", HEX + b"7", ["0x0200"]),
    ("a line far longer than a chunk", HEX * 2000, ["0x0200"] * 2000),
    ("sentences as hexadecimal", LINE.hex().encode() + b"\n" + LINE.hex().encode(), ["RMC"] * 2),
    ("sentences and frames as such", LINE.hex().encode() + b"\n" + HEX, ["RMC", "0x0200"]),
    ("too short for a frame", b"7e00\n", ["None!"]),
    ("7E and nothing else", b"7e7e\n", ["None!"]),
    ("one line that is not hexadecimal", b"7e02zz7e\n", ["None!"]),
    (
        "UTF-16, as Windows writes it",
        (HEX + b"\r\n" + HEX).decode().encode("utf-16"),
        ["0x0200"] * 2,
    ),
    ("UTF-16 the other way round", b"\xfe\xff" + LINE.decode().encode("utf-16-be"), ["RMC"]),
    ("noise that looks like a mark of UTF-16", b"\xff\xfe\x01A" + FRAME, ["0x0200"]),
    ("line ends between raw frames", FRAME + b"\r\n" + BEAT + b"\r\n", ["0x0200", "0x0002"]),
    ("noise between raw frames", FRAME + b"noise" + BEAT, ["0x0200", "None!", "0x0002"]),
    ("a sentence without its $", LINE[1:] + LINE, ["None!", "RMC"]),
    ("the end of a sentence", LINE[20:] + LINE, ["None!", "RMC"]),
    ("a ~ in a comment between sentences", LINE + b"# 3.27~dev\r\n" + LINE, ["RMC", "RMC"]),
    ("a frame cut off by sentences", FRAME[:30] + LINE * 2, ["0x0200!", "RMC", "RMC"]),
    ("the same with a frame behind", FRAME[:30] + LINE + BEAT, ["0x0200!", "RMC", "0x0002"]),
    ("binary noise before sentences", b"\x01\x7e\x02\x03" + LINE * 9, ["None!"] + ["RMC"] * 9),
    ("a 7E at the end", LINE + b"\x7e", ["RMC"]),
    ("comments round sentences", b"# $GPRMC,no*00\r\n" + LINE, ["RMC"]),
    ("an empty file", b"", []),
    ("nothing we know", b"hello\nworld\n", []),
)


@pytest.mark.parametrize(("data", "expected"), [f[1:] for f in FORMS], ids=[f[0] for f in FORMS])
def test_every_form_of_file_is_read_in_order(tmp_path, data: bytes, expected: list[str]) -> None:
    assert names(told(tmp_path, data)) == expected


def test_each_object_begins_with_the_same_keys(tmp_path) -> None:
    for one in told(tmp_path, LINE + FRAME + BAD):
        assert list(one)[: len(KEYS)] == KEYS
        json.dumps(one, allow_nan=False)


def test_details_never_stand_in_for_what_the_message_says(tmp_path) -> None:
    registration = jt808.Registration(
        phone="13800000001",
        version=2013,
        province=50,
        city=103,
        maker="M",
        model="T",
        terminal="0000007",
        colour=1,
        plate="渝A12345",
    )
    body = jt808.registration_body(registration)
    (one,) = told(tmp_path, jt808.build(0x0100, "13800000001", 1, body))
    assert (one["terminal"], one["device"], one["plate"]) == ("13800000001", "0000007", "渝A12345")


def test_a_format_that_is_asked_for_is_the_only_one(tmp_path) -> None:
    data = LINE + FRAME
    assert names(told(tmp_path, data, "jt808")) == ["0x0200"]
    assert "RMC" in names(told(tmp_path, data, "nmea"))
    assert "0x0200" not in names(told(tmp_path, data, "nmea"))
    with pytest.raises(ValueError, match="tea"):
        told(tmp_path, data, "tea")


def test_a_file_that_is_not_there_is_an_error_before_anything_is_read(tmp_path) -> None:
    with pytest.raises(FileNotFoundError):
        decode_file(tmp_path / "absent", Format.AUTO)
    with pytest.raises(IsADirectoryError):
        decode_file(tmp_path, Format.AUTO)


def test_gga_takes_its_day_from_the_rmc_before_it_over_midnight(tmp_path) -> None:
    def gga(clock: str) -> bytes:
        fields = [clock, "2930.0", "N", "10630.0", "E", "1", "05", "1", "250", "M", "", "M", "", ""]
        return compose("GNGGA", fields)

    def rmc(clock: str, day: str) -> bytes:
        return compose("GNRMC", [clock, "A", "2930.0", "N", "10630.0", "E", "", "", day])

    objects = told(
        tmp_path,
        gga("235957") + rmc("235958", "311226") + gga("235959") + gga("000000") + gga("235959.5"),
    )
    assert [one["fix_time"] for one in objects] == [
        None,
        "2026-12-31T23:59:58Z",
        "2026-12-31T23:59:59Z",
        "2027-01-01T00:00:00Z",
        "2026-12-31T23:59:59.5Z",
    ]


def test_a_message_in_packets_is_told_whole_with_its_last(tmp_path) -> None:
    bodies = [jt808.location_body(lon=106 + n / 1000, lat=29.5, at=AT) for n in range(60)]
    parts = jt808.build_parts(0x0704, "13800000001", 1, jt808.batch_body(bodies, backlog=True))
    assert len(parts) == 2
    first, last = told(tmp_path, b"".join(parts))
    assert (first["valid"], first["subpackage"]) == (False, {"number": 1, "total": 2})
    assert len(last["items"]) == 60
    assert last["valid"]


def test_sentences_handed_through_are_read_inside_their_frame(tmp_path) -> None:
    (one,) = told(tmp_path, jt808.build(0x0900, "1", 1, b"\x00" + LINE + LINE))
    assert (one["valid"], names(one["sentences"])) == (False, ["RMC", "RMC"])
    assert one["sentences"][0]["lon"] == 106.5
    (other,) = told(tmp_path, jt808.build(0x0900, "1", 1, b"\x41" + LINE))
    assert "sentences" not in other


def test_a_batch_without_a_fix_shows_where_it_was_last(tmp_path) -> None:
    lost = [jt808.location_body(lon=106 + n, lat=29.5, at=AT, status=0) for n in (1, 2)]
    far = LOCATION[:8] + b"\xff" * 4 + LOCATION[12:]
    body = jt808.batch_body([*lost, far], backlog=False)
    (one,) = told(tmp_path, jt808.build(0x0704, "1", 1, body))
    assert (one["valid"], one["lon"], one["error"]) == (False, 108.0, None)
    (none,) = told(tmp_path, jt808.build(0x0704, "1", 1, jt808.batch_body([far], backlog=False)))
    assert (none["lon"], none["error"].partition(":")[0]) == (None, "latitude out of range")


def test_what_is_refused_says_what_it_claims_to_be(tmp_path) -> None:
    for data in (FRAME[:-1], FRAME[:10], FRAME[:9] + b"\x7d\x7e", FRAME[:6] + b"\x7e"):
        (one,) = told(tmp_path, data)
        assert (one["type"], one["valid"], one["lon"]) == ("0x0200", False, None)
        assert one["error"] is not None
    (strange,) = told(tmp_path, b"\x7e\x41\x42\x43\x7e")
    assert strange["type"] is None


def test_a_sentence_that_is_passed_over_is_no_error_and_has_a_note(tmp_path) -> None:
    kinds = {
        ("GNTXT", "01"): ("GN", "TXT"),
        ("PMTK001", "3"): ("P", "PMTK001"),
        ("PQTMVER", "3"): ("P", "PQTMVER"),
        ("XXGGX", "1"): ("XX", "GGX"),
        ("GNGST", "1"): ("GN", "GST"),
    }
    data = b"".join(compose(address, [text]) for address, text in kinds)
    objects = told(tmp_path, data)
    assert [(one["talker"], one["type"]) for one in objects] == list(kinds.values())
    assert {(one["valid"], one["error"], bool(one["note"])) for one in objects} == {
        (False, None, True)
    }


def test_a_day_that_no_receiver_is_in_is_marked(tmp_path) -> None:
    times = (("991231235959", True), ("690101080000", True), ("261123120000", False))
    for text, doubtful in times:
        body = LOCATION[:22] + bytes.fromhex(text)
        (one,) = told(tmp_path, jt808.build(0x0200, "1", 1, body))
        assert ("date_doubtful" in one["status"]) == doubtful


def test_a_batch_shows_its_newest_valid_item(tmp_path) -> None:
    old = jt808.location_body(lon=106.1, lat=29.5, at=AT.replace(hour=1))
    none = jt808.location_body(lon=106.3, lat=29.5, at=AT.replace(hour=5), status=0)
    body = jt808.batch_body([LOCATION, old, none], backlog=True)
    (one,) = told(tmp_path, jt808.build(0x0704, "1", 1, body))
    assert (one["lon"], one["backlog"]) == (106.5, True)
    assert [item["lon"] for item in one["items"]] == [106.1, 106.5, 106.3]
    assert [item["valid"] for item in one["items"]] == [True, True, False]


def test_long_lines_are_skipped_and_what_follows_is_read(tmp_path) -> None:
    long = b"7e" * (MAX_TEXT_LINE * 2)
    assert names(told(tmp_path, HEX + b"\n" + long + b"\n" + BEAT_HEX))[-1] == "0x0002"
    noise = b"$GPGGA," + b"1" * 100_000 + b"\r\n"
    assert names(told(tmp_path, noise + LINE))[-1] == "RMC"


def test_recorded_rows_of_json_are_read(tmp_path) -> None:
    data = b"".join(
        json.dumps(row).encode() + b"\n"
        for row in ({"_header": True}, {"wire_hex": FRAME.hex()}, {"sentence": LINE.decode()}, [1])
    )
    assert names(told(tmp_path, data)) == ["0x0200", "RMC"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from([HEX, FRAME, LINE, b"\n", b"{", b"#", b"\x7e"]) | st.binary()))
def test_no_bytes_at_all_raise(tmp_path, pieces: list[bytes]) -> None:
    for fmt in Format:
        json.dumps(told(tmp_path, b"".join(pieces), fmt), allow_nan=False)


@pytest.mark.parametrize(
    "name", ["given_jt808_frames.jsonl", "given_nmea_sentences.jsonl"], ids=["jt808", "nmea"]
)
def test_a_file_of_recorded_lines_gives_one_object_a_line(tmp_path, name: str) -> None:
    found = [row.values[0] for row in rows(name)]
    if found == [None]:
        pytest.skip("the recorded messages are not on this machine")
    lines = [row.get("wire_hex") or row["sentence"] for row in found]
    objects = told(tmp_path, "\r\n".join(lines).encode())
    assert len(objects) == len(lines)
    for one, row in zip(objects, found, strict=True):
        assert one["type"] == (row.get("msg_id") or row["type"])
        phone = row["expect"].get("traccar", {}).get("deviceUniqueId") if "expect" in row else None
        if phone is not None:
            assert one["terminal"] == PHONES.get(row["id"], phone)
    raw = b"".join(bytes.fromhex(row["wire_hex"]) for row in found if "wire_hex" in row)
    assert len(told(tmp_path, raw)) == (len(lines) if raw else 0)
