"""Recorded JT/T 808 frames agree with what other decoders make of them, or it is said why not."""

from concurrent.futures import Future
from datetime import UTC, datetime

import pytest

from app.ingest import jt808
from app.ingest.conversation import Conversation
from app.ingest.door import Door
from app.ingest.pace import Quota
from app.model import Terminal
from tests.app.ingest.given import rows

ROWS = rows("given_jt808_frames.jsonl")

KNOT_KMH = 1.852

REFUSED_BY_US = {
    "checksum mismatch": "Traccar does not check it; the bytes are not what the terminal sent",
    "length mismatch": "the length field is part of the header and must be right (table 2)",
    "body too short": "an empty reply answers nothing (table 4)",
    "latitude out of range": "latitude and longitude are swapped in the peers' own samples",
}
"""Countable reasons for which a recorded frame is refused -> why we are right to."""

COMPARED = frozenset((0x0002, 0x0100, 0x0102, 0x0200, 0x0704))
"""Traccar leaves some other messages without a reply, where the standard asks for 0x8001."""


def _frame(row) -> jt808.Frame:
    frame = jt808.parse(bytes.fromhex(row["wire_hex"]))
    assert isinstance(frame, jt808.Frame)
    return frame


def _sound(row) -> bool:
    return isinstance(jt808.parse(bytes.fromhex(row["wire_hex"])), jt808.Frame)


def _answered(row) -> bool:
    replies = row["expect"].get("traccar", {}).get("replies_wire_hex")
    return bool(replies) and _sound(row) and _frame(row).id in COMPARED


@pytest.mark.parametrize("row", ROWS)
def test_a_refusal_has_a_reason_that_is_known_and_defended(row) -> None:
    message = jt808.decode(bytes.fromhex(row["wire_hex"]))
    if message.error is not None:
        assert message.error.partition(":")[0] in REFUSED_BY_US
        assert not message.valid
    assert (message.error == "checksum mismatch") == (not row["checksum_ok"])


@pytest.mark.parametrize("row", [p for p in ROWS if p.values[0] and _sound(p.values[0])])
def test_type_and_header_agree_with_the_peers(row) -> None:
    frame = _frame(row)
    assert frame.type.lower() == row["msg_id"].lower()
    assert (frame.version == 2019) == row["header_bit14_2019"]
    assert (frame.total > 0) == row["subpackage"]
    header = row["expect"].get("go_jt808", {}).get("header")
    if header:
        assert frame.phone == (header["terminalPhoneNo"].lstrip("0") or "0")
        assert frame.serial == header.get("serialNumber", 0)
        assert len(frame.body) == header.get("property", {}).get("bodyDayaLen", 0)
        assert frame.body.hex() == row["expect"]["go_jt808"].get("body_hex", "")


@pytest.mark.parametrize("row", [p for p in ROWS if p.values[0] and p.values[0].get("consensus")])
def test_positions_are_those_that_two_peers_agree_on(row) -> None:
    message, said = jt808.decode(bytes.fromhex(row["wire_hex"])), row["consensus"]
    assert message.valid == (said["fix_valid"] and said["in_range"])
    assert (message.lon, message.lat) == (said["lon_deg"], said["lat_deg"])
    assert message.alt_m == said["altitude_m"]
    assert message.speed_kmh == said["speed_0_1kmh"] / 10
    assert message.course_deg == said["direction"]
    assert message.fix_time is not None
    local = message.fix_time.timestamp() + 8 * 3600
    assert _text(local) == said["time_bcd_local"]


def _text(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M:%S")


def _positions(row) -> list:
    return row["expect"].get("traccar", {}).get("result") or []


def _ours(message) -> list:
    return list(message.items) or [message]


@pytest.mark.parametrize(
    "row",
    [
        p
        for p in ROWS
        if p.values[0] and _positions(p.values[0]) and p.values[0]["msg_id"] in ("0x0200", "0x0704")
    ],
)
def test_positions_and_batches_agree_with_traccar(row) -> None:
    message = jt808.decode(bytes.fromhex(row["wire_hex"]))
    if message.error is not None:
        pytest.skip(REFUSED_BY_US[message.error.partition(":")[0]])
    ours = sorted(_ours(message), key=lambda item: item.fix_time)
    theirs = sorted(_positions(row), key=lambda position: position["fixTime"])
    assert len(ours) == len(theirs)
    for item, position in zip(ours, theirs, strict=True):
        assert item.valid == position["valid"]
        assert (item.lon, item.lat) == (position["longitude"], position["latitude"])
        assert item.speed_kmh == pytest.approx(position["speed_knots"] * KNOT_KMH, abs=1e-3)
        assert item.alt_m == position["altitude_m"]
        assert item.fix_time.strftime("%Y-%m-%dT%H:%M:%SZ") == position["fixTime"]
        sat = position["attributes"].get("sat")
        if sat is not None and item.satellites is not None:
            assert item.satellites == sat


@pytest.mark.parametrize(
    "row", [p for p in ROWS if p.values[0] and p.values[0]["msg_id"] == "0x0100"]
)
def test_registrations_agree_with_the_peers(row) -> None:
    said = row["expect"]["go_jt808"].get("msg")
    if not said:
        pytest.skip("no peer has read it")
    read = jt808.read_registration(_frame(row))
    assert isinstance(read, jt808.Registration)
    assert (read.province, read.city) == (said.get("provinceId", 0), said.get("cityId", 0))
    assert read.maker == said.get("manufacturerId", "").strip("\x00")
    assert read.model == said.get("terminalModel", "").strip("\x00")
    assert read.terminal == said.get("terminalID", "").strip("\x00")
    assert read.colour == said.get("plateColor", 0)
    assert read.plate == said.get("licensePlateNumber", "").strip("\x00")


@pytest.mark.parametrize(
    "row", [p for p in ROWS if p.values[0] and p.values[0]["msg_id"] == "0x0102"]
)
def test_authentications_agree_with_the_peers(row) -> None:
    said = row["expect"]["go_jt808"]["msg"]
    read = jt808.read_authentication(_frame(row))
    assert isinstance(read, jt808.Authentication)
    assert read.code == said["authCode"]
    assert read.imei == said["terminalIMEI"].strip("\x00")
    assert read.software == said["softwareVersion"].strip("\x00")


@pytest.mark.parametrize("row", [p for p in ROWS if p.values[0] and _answered(p.values[0])])
def test_replies_are_those_of_traccar_but_for_our_own_serial(row) -> None:
    theirs = [bytes.fromhex(text) for text in row["expect"]["traccar"]["replies_wire_hex"]]
    frame = _frame(row)
    code = ""
    if frame.id == 0x0100:
        code = jt808.details(jt808.parse(theirs[0]))["code"]
    elif frame.id == 0x0102:
        code = jt808.read_authentication(frame).code
    said = Conversation(_door(code)).hear([bytes.fromhex(row["wire_hex"])], now_s=0.0)
    assert [_without_serial(reply) for reply in said.replies] == [
        _without_serial(r) for r in theirs
    ]


def _without_serial(raw: bytes) -> tuple:
    frame = jt808.parse(raw)
    assert isinstance(frame, jt808.Frame)
    return frame.id, frame.phone, frame.version, frame.body


def _done(value) -> Future:
    future: Future = Future()
    future.set_result(value)
    return future


class _Everybody(dict):
    """A register that has every number, all of them with one code."""

    def __init__(self, code: str) -> None:
        self.code = code

    def get(self, phone, default=None) -> Terminal:
        return Terminal(id=phone, auth=self.code)


def _door(code: str) -> Door:
    return Door(
        register=lambda caller: _done(Terminal(id=caller.phone, auth=code)),
        roll=_Everybody(code),
        require_auth=False,
        refuse=lambda error: None,
        newcomers=Quota(1),
    )
