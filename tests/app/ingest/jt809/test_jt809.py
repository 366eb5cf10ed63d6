"""JT/T 809: frames both ways, positions of both editions, and what is refused."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ingest import jt809
from app.ingest.documents import Document, read_document
from app.ingest.reasons import REASONS
from app.ingest.samples import DOCUMENTS
from app.ingest.sources import reason_of
from tests.app.ingest.given import rows

GIVEN = rows("given_jt809_smallchi.jsonl")
SENT = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)
OLD = "00130707DC0F0F0F07EF4D80017018400032003300000096002D002D0000000300000101"


def told(data: bytes) -> list:
    return list(read_document(Document.JT809, data))


def exchange(sub: int, data: bytes, *, sent: datetime | None = None) -> bytes:
    return jt809.build(0x1200, 7, 1, jt809.exchange_body("渝A12345", 1, sub, data), sent=sent)


def of_test(name: str) -> list:
    return [p for p in GIVEN if p.values[0] is None or p.values[0]["file"].endswith(f"_{name}.cs")]


def framed() -> list:
    return [p for p in GIVEN if p.values[0] is None or p.values[0]["framed"]]


@pytest.mark.parametrize("row", framed())
def test_header_and_check_of_a_recorded_frame_agree_with_the_peer(row) -> None:
    frame = jt809.parse(bytes.fromhex(row["hex"]))
    assert isinstance(frame, jt809.Frame)
    said = {a["expr"]: a["expected"] for a in row["asserts"]} | {
        key: value
        for key, value in (("MsgSN = 1666", 1666), ("MsgSN = 133", 133))
        if key in row.get("csharp_object", "")
    }
    for key, value in said.items():
        if "MsgSN" in key:
            assert frame.serial == value
        elif "BusinessType" in key:
            assert frame.type == value
        elif "GNSSCENTERID" in key:
            assert frame.centre == value
    assert frame.encrypted == ("Encrypt.Common" in row.get("csharp_object", ""))


@pytest.mark.parametrize("row", of_test("0x1202Test"))
def test_a_recorded_position_agrees_with_the_peer(row) -> None:
    (message,) = told(exchange(0x1202, bytes.fromhex(row["hex"])))
    assert (message.lon, message.lat) == (133.123456, 24.123456)
    assert (message.speed_kmh, message.course_deg, message.alt_m) == (50, 45, 45)
    assert message.fix_time == datetime(2012, 7, 19, 7, 15, 15, tzinfo=UTC)
    assert message.status == ("acc_on", "fixed")
    assert message.alarms == ("sos", "main_power_off")
    assert message.terminal == "渝A12345"


@pytest.mark.parametrize("row", of_test("0x1203Test"))
def test_recorded_positions_of_before_are_backlog(row) -> None:
    new = row["test"].startswith("Test_2019")
    data = bytes.fromhex(row["hex"])
    messages = told(exchange(0x1203, data, sent=SENT if new else None))
    assert len(messages) == data[0]
    assert all(m.backlog for m in messages)
    if new:  # the peer's positions are empty and said to be encrypted
        assert {m.error for m in messages} == {"body is encrypted"}
    else:
        assert [m.fix_time.hour for m in messages] == [7, 8, 9]


POSITION = bytes.fromhex(OLD)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"\x5b" + bytes(40), "no closing 5D", id="cut"),
        pytest.param(b"\x5b\x00\x00\x5d", "frame too short: 4 bytes", id="short"),
        pytest.param(b"\x5b\x00\x00\x5a\x03\x5d", "bad escape after 5A or 5E", id="escape"),
        pytest.param(exchange(0x1202, POSITION)[:-2] + b"\x00\x5d", "checksum mismatch", id="crc"),
        pytest.param(jt809.build(0x1200, 1, 1, bytes(9)), "body too short: 9 bytes of 28", id="9"),
        pytest.param(
            exchange(0x1202, POSITION[:-1]), "location too short: 35 bytes of 36", id="35"
        ),
        pytest.param(
            exchange(0x1203, b"\x03" + POSITION),
            "batch count mismatch: 03 said, 1 found",
            id="batch",
        ),
        pytest.param(
            exchange(0x1203, b""), "batch count mismatch: none said, 0 found", id="nothing"
        ),
        pytest.param(
            exchange(0x1202, POSITION[:8] + b"\xff" * 4 + POSITION[12:]),
            "longitude out of range: 4294.967295",
            id="lon",
        ),
        pytest.param(
            exchange(0x1202, POSITION[:1] + b"\x1f\x02" + POSITION[3:]),
            "not a time: 1f0207dc0f0f0f",
            id="31 February",
        ),
    ],
)
def test_what_is_not_right_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    (message,) = told(data)
    assert message.error == reason
    assert not message.valid
    assert reason_of(reason) in REASONS


def test_a_good_frame_is_not_lost_to_a_cut_one_before_it() -> None:
    good = exchange(0x1202, POSITION)
    assert [m.error for m in told(good[:20] + good + good)] == ["no closing 5D", None, None]


def test_a_log_in_hexadecimal_says_the_same_as_its_bytes() -> None:
    raw = DOCUMENTS[Document.JT809]
    frames = [b"\x5b" + piece for piece in raw.split(b"\x5b")[1:]]
    assert told(b"\r\n".join(f.hex(" ").encode() for f in frames)) == told(raw)
    (odd,) = told(b"5b00005")
    assert odd.error == "not whole hexadecimal bytes"


def test_what_is_no_position_is_named_and_not_refused() -> None:
    (greeting,) = told(jt809.build(0x1001, 1, 1, bytes(46)))
    assert (greeting.type, greeting.error, greeting.valid) == ("0x1001", None, False)


@given(st.binary(max_size=300), st.integers(0, 0xFFFF), st.booleans())
def test_every_body_survives_the_wire(body: bytes, kind: int, new: bool) -> None:
    sent = SENT if new else None
    frame = jt809.parse(jt809.build(kind, 3, 4, b"\xff" + body, sent=sent))
    assert isinstance(frame, jt809.Frame)
    assert (frame.type, frame.serial, frame.centre, frame.sent) == (kind, 3, 4, sent)
    assert frame.body == b"\xff" + body


@given(st.binary(max_size=200))
def test_whatever_the_bytes_are_nothing_is_raised(noise: bytes) -> None:
    for data in (noise, b"\x5b\x00" + noise, exchange(0x1203, noise), exchange(0x1202, noise)):
        for message in told(data):
            assert message.error is None or reason_of(message.error) in REASONS
