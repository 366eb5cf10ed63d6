"""Short messages that are odd, short or wrong: read as far as they are sound, refused with why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ingest import nmea
from app.ingest.jt808_frame import checksum
from app.ingest.rdss import binary
from app.ingest.rdss.content import read_content
from app.ingest.rdss.frame import LONGEST, Binary, Broken, build, parse


def line(body: bytes | str) -> bytes:
    data = body.encode("gb18030") if isinstance(body, str) else body
    return b"$" + data + b"*%02X\r\n" % checksum(data)


REFUSED = (
    ("BDTXR", "too few fields"),
    ("BDTXR,1,0242286,2,,A4D", "content has half a byte"),
    ("BDTXR,1,0242286,2,,A4GGHH", "content is not hexadecimal"),
    ("BDTXR,1,0242286,9,,A4", "field is none of its values"),
    ("BDTXR,1,0242286,2,2561,A441", "field is not hhmm"),
    ("BDTXR,1,abc,2,,A441", "card number is not digits"),
    ("BDFKI,TXA,N,Y,0,9999", "field is not mmss"),
    ("BDFKI,TXA,?,Y,9,00", "field is none of its values"),
    ("BDFKI,256100,TCQ,Y,0,0", "time out of range"),
    ("BDBSI,01", "too few fields"),
    ("BDICI,,1", "field is empty"),
    ("BDPWI,000000.00,05,01,44,44", "beam count overruns its fields"),
    ("BDPWI,000000.00,01,01,44,44,09,1,1,1,0", "beam count overruns its fields"),
    (
        "BDDWR,1,0242407,084936.50,9932.0,N,10631.0,E,1,M,0,M,0,V,V,L",
        "latitude out of range",
    ),
    ("BDTXR,1,0242286,0,," + "汉"[:1], None),
)


@pytest.mark.parametrize(("body", "reason"), REFUSED)
def test_what_cannot_be_is_refused_with_its_reason(body: str, reason: str | None) -> None:
    message = nmea.decode(line(body))
    error = message.error
    assert (error and error.partition(":")[0]) == reason
    assert not message.valid


def test_both_layouts_of_feedback_are_told_apart() -> None:
    old = nmea.decode(line("BDFKI,TXA,Y,Y,0,0058")).extra
    new = nmea.decode(line("BDFKI,142204.00,TCQ,N,1,25")).extra
    assert (old["command"], old["wait_s"]) == ("TXA", 58)
    assert (new["command"], new["executed"], new["reason"]) == ("TCQ", "no", "period")
    assert new["remaining"] == 25


def test_chinese_content_keeps_commas_and_stars() -> None:
    message = nmea.decode(line("BDTXR,1,0179773,0,,山洪,撤离*!"))
    assert (message.text, message.error) == ("山洪,撤离*!", None)


def test_content_that_is_no_gbk_is_shown_and_not_taken_for_text() -> None:
    message = nmea.decode(line(b"BDTXR,1,0179773,0,,\xb2\x00\xff"))
    assert message.text is None
    assert message.error == "content is not GBK text"
    assert "\ufffd" in message.extra["shown"]
    assert message.extra["bytes"] == "b200ff"


def test_a_control_character_is_never_text() -> None:
    message = nmea.decode(line("BDTXR,1,0179773,2,,A41B5B324A"))
    assert message.text is None
    assert message.extra["shown"] == "\ufffd[2J"


def test_digits_are_digits_and_perhaps_text() -> None:
    said, fault = read_content(b"3132333435", "code")
    assert (said["digits"], said["maybe_text"], fault) == ("3132333435", "12345", None)
    odd, fault = read_content(b"123", "code")
    assert (odd, fault) == ({"digits": "123"}, None)
    mixed, _ = read_content(b"A468656C6C6FB1B1B6B7", "code")
    assert mixed["text"] == "hello北斗"


def test_a_position_of_several_solutions_is_no_fix() -> None:
    fields = "BDDWR,1,0242407,084936.50,2932.0,N,10631.0,E,200,M,0,M,1,A,{},L"
    one, several = (nmea.decode(line(fields.format(flag))) for flag in "VA")
    assert (one.valid, one.accuracy_m, one.status) == (True, 100.0, ("urgent",))
    assert (several.valid, several.status) == (False, ("urgent", "multiple_solutions"))
    assert several.lon == one.lon


def test_a_position_takes_its_day_from_the_stream() -> None:
    dates = nmea.Dates()
    nmea.decode(line("GNZDA,084900.00,09,12,2024,00,00"), dates)
    report = line("BDWAA,0,,0241638,084936.00,2932.0,N,10631.0,E,61,M")
    assert nmea.decode(report, dates).fix_time.isoformat() == "2024-12-09T08:49:36+00:00"
    assert nmea.decode(report).fix_time is None


def test_a_vendors_order_of_content_and_period_is_put_right() -> None:
    usual = nmea.decode(line("CCTCQ,4204990,2,1,2,3132,60")).extra
    swapped = nmea.decode(line("CCTCQ,4204990,2,1,2,,3132")).extra
    assert usual["digits"] == swapped["digits"] == "3132"


BINARY = (
    (b"$TXXX\x00", "binary length out of range"),
    (build("TXXX", 1, bytes(8))[:-1] + b"\xff", "checksum mismatch"),
    (build("TXXX", 1, bytes(8))[:-2], "length mismatch"),
    (b"$ABCD\x00\x0b\x00\x00\x01\x00", "no known tag of a binary frame"),
    (build("TXXX", 1, b"\x40\0\0\1\x18\0\0\x00\0"), "time out of range"),
    (build("TXXX", 1, b"\x40\0\0\1\0\0\xff\xff\0"), "content is cut"),
    (build("TXXX", 1, b"\x40\0\0\1\0\0\0\x10\xff\xff\0"), "content is not GBK text"),
    (build("TXXX", 1, b"\x40\0\0\1\0\0\0\x08A\x01"), "the receiver says that it came damaged"),
    (build("DWXX", 1, bytes(4)), "content too short"),
    (build("GPSX", 1, bytes(18) + bytes(30)), "hemisphere is not a letter"),
)


@pytest.mark.parametrize(("raw", "reason"), BINARY)
def test_broken_binary_frames_are_refused_with_why(raw: bytes, reason: str) -> None:
    message, _ = binary.interpret(parse(raw), raw=raw)
    assert message.error is not None
    assert message.error.partition(":")[0] == reason
    assert not message.valid


@given(st.integers(0, (1 << 24) - 1), st.binary(max_size=LONGEST - 11))
def test_a_binary_frame_that_is_built_is_parsed_again(address: int, content: bytes) -> None:
    assert parse(build("TXSQ", address, content)) == Binary("TXSQ", address, content)


@given(st.binary(max_size=100))
def test_no_bytes_behind_a_tag_raise(data: bytes) -> None:
    frame = parse(b"$TXXX" + data)
    assert isinstance(frame, Binary | Broken)
    for tag in ("TXXX", "TXSQ", "DWXX", "GPSX", "ICXX", "ZJXX", "FKXX", "SJXX"):
        message, _ = binary.interpret(Binary(tag, 1, data))
        assert message.error is None or not message.valid
