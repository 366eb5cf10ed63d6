"""What holds for any input: what is written is read again, nothing is raised, no frame is lost."""

import re
from datetime import UTC, datetime

from hypothesis import example, given
from hypothesis import strategies as st

from app.ingest import jt808, nmea, nmea_fields
from app.ingest.decode import to_json
from app.ingest.frames import Jt808Framer, Kind, NmeaFramer
from app.ingest.jt808_frame import checksum, escape, unescape
from app.ingest.jt808_items import split_additions
from app.ingest.jt808_location import bcd_time, to_bcd_time
from app.ingest.mixed import MixedFramer
from app.ingest.nmea_sentence import MAX_LINE, compose

VERSIONS = st.sampled_from([2013, 2019])
PHONES = st.from_regex(r"[1-9][0-9]{0,11}", fullmatch=True)
NOISE = st.binary(max_size=80)
WIRE = st.lists(st.sampled_from([b"\x7e", b"\x7d", b"$", b"\r\n", b"GP", b"*", b"\x00"]) | NOISE)
TIMES = st.datetimes(datetime(2000, 1, 2), datetime(2099, 12, 30)).map(  # noqa: DTZ001
    lambda at: at.replace(microsecond=0, tzinfo=UTC)
)


@given(st.binary(max_size=300))
def test_unescape_undoes_escape(data: bytes) -> None:
    assert b"\x7e" not in escape(data)
    assert unescape(escape(data)) == data


@given(st.binary(max_size=1100))
def test_checksum_is_the_xor_of_all_bytes(data: bytes) -> None:
    slow = 0
    for byte in data:
        slow ^= byte
    assert checksum(data) == slow


@given(st.integers(0, 0xFFFF), PHONES, st.integers(0, 0xFFFF), st.binary(max_size=1023), VERSIONS)
def test_a_frame_that_is_built_is_parsed_again(
    message_id: int, phone: str, serial: int, body: bytes, version: int
) -> None:
    frame = jt808.parse(jt808.build(message_id, phone, serial, body, version))
    assert frame == jt808.Frame(message_id, phone, serial, version, body)


@given(
    st.floats(-180, 180),
    st.floats(-90, 90),
    TIMES,
    st.integers(-500, 9000),
    st.integers(0, 3000),
    st.integers(0, 359),
    st.integers(0, 0xFFFFFFFF),
    VERSIONS,
)
def test_a_position_that_is_built_is_read_again(
    lon: float,
    lat: float,
    at: datetime,
    alt_m: int,
    speed: int,
    course: int,
    alarm: int,
    version: int,
) -> None:
    body = jt808.location_body(
        lon=lon,
        lat=lat,
        at=at,
        alt_m=alt_m,
        speed_kmh=speed / 10,
        course_deg=course,
        alarm=alarm,
        additions={0x31: b"\x09"},
    )
    message = jt808.decode(jt808.build(0x0200, "13800000001", 1, body, version))
    assert message.error is None
    assert message.valid
    assert message.lon is not None
    assert message.lat is not None
    assert abs(message.lon - lon) <= 5.1e-7
    assert abs(message.lat - lat) <= 5.1e-7
    assert (message.alt_m, message.speed_kmh, message.course_deg) == (alt_m, speed / 10, course)
    assert (message.fix_time, message.satellites) == (at, 9)
    assert len(message.alarms) == alarm.bit_count()


@given(TIMES)
def test_a_time_survives_its_bcd(at: datetime) -> None:
    assert bcd_time(to_bcd_time(at)) == at


@given(st.binary(max_size=60))
def test_items_never_reach_beyond_their_bytes(data: bytes) -> None:
    found = split_additions(data)
    used = sum(2 + len(value) for _, value in found.items)
    assert used <= len(data)
    assert found.overrun == (used != len(data))


@given(st.binary(max_size=200), st.integers(0, 0xFFFF), VERSIONS)
def test_any_body_of_any_message_is_told_without_raising(
    body: bytes, message_id: int, version: int
) -> None:
    for number in (message_id, 0x0100, 0x0102, 0x0200, 0x0201, 0x0704, 0x0001, 0x8100, 0x8300):
        raw = jt808.build(number, "1", 1, body, version)
        to_json(jt808.decode(raw))
        jt808.details(jt808.parse(raw))


@given(WIRE)
def test_any_bytes_are_framed_and_decoded_without_raising(pieces: list[bytes]) -> None:
    for framer in (MixedFramer(), Jt808Framer(), NmeaFramer()):
        for piece in pieces:
            framer.feed(piece)
        framer.flush()
    data = b"".join(pieces)
    for decode in (jt808.decode, nmea.decode):
        to_json(decode(data))
        to_json(decode(b"\x7e" + data + b"\x7e"))
        to_json(decode(b"$" + data))


@given(st.lists(st.binary(max_size=60).map(lambda data: data.replace(b"\x7e", b"")), max_size=6))
def test_good_frames_survive_any_noise_between_them(noise: list[bytes]) -> None:
    good = [jt808.build(0x0002, "13800000001", serial) for serial in range(len(noise))]
    stream = b"".join(piece + raw for piece, raw in zip(noise, good, strict=True))
    framer = Jt808Framer()
    found = [raw for byte in stream for raw in framer.feed(bytes((byte,)))]
    assert [raw for raw in found if isinstance(jt808.parse(raw), jt808.Frame)] == good
    assert [raw for kind, raw in MixedFramer().feed(stream) if raw in good] == good


@given(st.lists(st.binary(max_size=60), max_size=6), st.integers(1, 50))
def test_good_sentences_survive_any_noise_between_them(noise: list[bytes], step: int) -> None:
    good = [
        compose("GNZDA", [f"0000{n:02}", "01", "01", "2026", "", ""]) for n in range(len(noise))
    ]
    stream = b"".join(piece + b"\n" + raw for piece, raw in zip(noise, good, strict=True))
    framer = NmeaFramer()
    cut = [stream[at : at + step] for at in range(0, len(stream), step)]
    found = [raw for part in cut for raw in framer.feed(part)] + framer.flush()
    assert [raw for raw in found if nmea.decode(raw).error is None and b"ZDA" in raw] == [
        raw.rstrip() for raw in good
    ]


@given(st.binary(min_size=1, max_size=400))
def test_framers_hold_a_bounded_rest(data: bytes) -> None:
    lines, frames = NmeaFramer(), Jt808Framer()
    for _ in range(40):
        lines.feed(data)
        frames.feed(data)
    assert lines.pending <= MAX_LINE + len(data)
    assert frames.pending <= 2100 + len(data)


@given(
    st.integers(0, 89),
    st.integers(0, 179),
    st.integers(0, 59_999_999),
    st.sampled_from("NS"),
    st.sampled_from("EW"),
)
def test_coordinates_are_read_as_degrees_and_minutes(
    lat: int, lon: int, minutes: int, north: str, east: str
) -> None:
    text = f"{minutes // 1_000_000:02}.{minutes % 1_000_000:06}"
    fields = [f"{lat:02}{text}", north, f"{lon:03}{text}", east, "120000", "A", "A"]
    message = nmea.decode(compose("GNGLL", fields))
    assert message.valid
    assert message.lat is not None
    assert message.lon is not None
    assert abs(abs(message.lat) - lat - minutes / 60e6) < 1e-9
    assert abs(abs(message.lon) - lon - minutes / 60e6) < 1e-9
    assert message.lat >= 0 if north == "N" else message.lat <= 0
    assert message.lon >= 0 if east == "E" else message.lon <= 0


def test_the_rest_between_frames_is_told_by_kind() -> None:
    frame = jt808.build(0x0002, "1", 1)
    line = compose("GNZDA", ["000001", "01", "01", "2026", "", ""])
    found = MixedFramer().feed(line + frame + line + frame + frame)
    assert [kind for kind, _ in found] == [
        Kind.NMEA,
        Kind.JT808,
        Kind.NMEA,
        Kind.JT808,
        Kind.JT808,
    ]


_AS_WRITTEN = re.compile(r"-?(?:[0-9]{1,12}(?:\.[0-9]{0,12})?|\.[0-9]{1,12})\Z")
_TIME = re.compile(r"[0-9]{6}(?:\.[0-9]{0,9})?\Z")
_ODD = st.text("0123456789.-+e_ ٣", min_size=1, max_size=30)


@given(st.from_regex(_AS_WRITTEN) | _ODD)
@example("1" * 13)
@example("0." + "1" * 13)
@example("1-")
def test_a_number_is_digits_with_one_point_and_nothing_else(text: str) -> None:
    try:
        read = nmea_fields.number(text, "it")
    except nmea_fields.UnfitError:
        read = None
    assert read == (float(text) if _AS_WRITTEN.match(text) else None)


@given(st.from_regex(_TIME) | _ODD)
def test_a_time_of_day_is_hhmmss_with_any_fraction(text: str) -> None:
    try:
        read = nmea_fields.time_of_day(text)
    except nmea_fields.UnfitError:
        read = None
    numbers = [int(text[at : at + 2]) for at in (0, 2, 4)] if _TIME.match(text) else [99]
    assert (read is not None) == all(n < top for n, top in zip(numbers, (24, 60, 60)))  # noqa: B905
    assert read is None or read.strftime("%H%M%S") == text[:6]
