"""Recorded short messages mean what their sources and other decoders say, or it is said why not."""

import pytest

from app.ingest import nmea
from app.ingest.rdss import binary
from app.ingest.rdss.content import read_bytes
from app.ingest.rdss.frame import Binary, parse
from tests.app.ingest.given import rows

ROWS = rows("given_rdss.jsonl")

UNREADABLE = {
    "gr014": "content is not hexadecimal",  # the C peer reads HELLO as hexadecimal digits
}
"""Rows whose checksum is right and whose content cannot be read."""

CARD = {
    "CardID": "card",
    "CardFrequency": "period_s",
    "CardLevel": "level",
    "BroadcastID": "broadcast",
    "UserIdentity": "user",
    "NumberOfSubordinateUsers": "subordinates",
    "GlobalMessageLevel": "global_level",
    "AuthorizationType": "authorised",
    "NumberOfGroupsToJoin": "joined_groups",
}
"""The Java peer's name -> ours."""

PEER_C = {
    "inboundBeam": "response_beam",
    "timeDiffBeam": "difference_beam",
    "power": "powers",
    "cmd": "command",
    "broadcastId": "broadcast",
    "commLevel": "level",
    "subUsers": "subordinates",
}
"""The C peer's name -> ours; its FKI restrain reads a wrong pointer and is left out."""


def _of(kind: str) -> list:
    return [p for p in ROWS if p.values[0] and p.values[0]["kind"].startswith(kind)]


def _plain(value):
    return value.lstrip("0") or "0" if isinstance(value, str) and value.isdecimal() else value


@pytest.mark.parametrize("row", _of("rdss"))
def test_a_sentence_is_refused_for_its_checksum_or_read(row) -> None:
    message = nmea.decode(row["sentence"].encode("latin-1"))
    if not row["checksum_ok"]:
        assert message.error == "checksum mismatch"
    else:
        assert message.error == UNREADABLE.get(row["id"])
        assert message.format == "rdss"


@pytest.mark.parametrize("row", [p for p in _of("rdss") if p.values[0]["checksum_ok"]])
def test_fields_agree_with_both_peers(row) -> None:
    message = nmea.decode(row["sentence"].encode("latin-1"))
    said = message.extra
    c = row.get("peer_yufei_c") or {}
    for theirs, ours in PEER_C.items():
        if theirs in c and ours in said:
            assert str(said[ours]) == str(c[theirs])
    if "userIdStr" in c:
        assert message.terminal == str(c["userId"])
    if message.type == "FKI" and "waitB" in c:
        assert said["wait_s"] == c["waitA"] * 60 + c["waitB"]
        assert said["executed"] == {"Y": "yes", "N": "no"}[c["exec"]]
    for told in row.get("peer_bdsdk_java") or []:
        for theirs, ours in CARD.items():
            if theirs in told.get("OnBDParameterChange", {}) and ours in said:
                value = told["OnBDParameterChange"][theirs]
                assert _plain(str(said[ours])) == _plain(str(value))


@pytest.mark.parametrize("row", [p for p in _of("rdss") if p.values[0].get("rule_text_gbk")])
def test_text_is_that_of_the_rule_or_none(row) -> None:
    if not row["checksum_ok"]:
        pytest.skip("its checksum is wrong")
    message, rule = nmea.decode(row["sentence"].encode("latin-1")), row["rule_text_gbk"]
    if rule["mode"] == "1":  # digits or ASCII: both readings are offered, none is taken
        assert message.text is None
        assert message.extra["maybe_text"] == rule["text"]
    else:
        assert message.text == rule["text"]


def test_a_position_report_is_a_position(request) -> None:
    found = [p.values[0] for p in _of("rdss") if p.values[0]["id"] == "gr016"]
    if not found:
        pytest.skip("the recorded messages are not on this machine")
    message = nmea.decode(found[0]["sentence"].encode())
    assert message.valid
    assert message.terminal == "241638"
    assert message.lat == pytest.approx(38 + 2.69 / 60)
    assert message.lon == pytest.approx(114 + 26.16 / 60)
    assert (message.alt_m, message.extra["clock"]) == (61.0, "07:22:36.370000")


NAMES = {
    "frame_no": "frame",
    "broadcast_id": "broadcast",
    "user_feature": "user",
    "service_period_s": "period_s",
    "comm_level": "level",
    "encrypt": "encrypted",
    "sub_users": "subordinates",
    "info_type": "class",
    "dest": "to",
    "bits": "bits",
    "ack": "ack",
    "ic": "card",
    "hw": "hardware",
    "battery_pct": "battery_percent",
    "inbound": "inbound",
    "beam_power": "powers",
    "flag": "flag",
}
"""Names of the rows -> ours."""


@pytest.mark.parametrize("row", _of("bd4.0"))
def test_binary_frames_say_what_three_peers_agree_on(row) -> None:
    raw = bytes.fromhex(row["hex"])
    frame = parse(raw)
    assert isinstance(frame, Binary)
    message, _ = binary.interpret(frame, raw=raw)
    said, derived = message.extra, row["derived"]
    assert message.error is None
    assert frame.address == derived["user_addr"]
    for theirs, ours in NAMES.items():
        if theirs in derived:
            assert said[ours] == derived[theirs]
    if "text_gbk" in derived:
        assert message.text == derived["text_gbk"]
    if "sender" in derived:
        assert message.terminal == str(derived["sender"])
    if "hour" in derived:
        assert said["sent"] == f"{derived['hour']:02}:{derived['minute']:02}"
    if "extra" in derived:
        assert said["command"] == derived["extra"]


def test_gpsx_is_what_its_own_page_converts_it_to() -> None:
    found = [p.values[0] for p in _of("bd4.0") if p.values[0]["name"] == "GPSX"]
    if not found:
        pytest.skip("the recorded messages are not on this machine")
    message, _ = binary.interpret(parse(bytes.fromhex(found[0]["hex"])))
    rmc = found[0]["stated_by_source"]["stated_equivalent_nmea"].encode()
    theirs = nmea.decode(rmc)
    assert message.lon == pytest.approx(theirs.lon, abs=1e-6)
    assert message.lat == pytest.approx(theirs.lat, abs=1e-6)
    assert message.fix_time == theirs.fix_time


@pytest.mark.parametrize("row", _of("tdwt"))
def test_payloads_of_applications_are_read(row) -> None:
    said = read_bytes(bytes.fromhex(row["payload_hex"]), mixed=True)
    derived = row["derived"]
    assert said["application"] == f"0x{derived['type']}"
    assert said["text"] == derived["text"]
    for name in ("lon", "lat", "alt_m", "body", "count"):
        if name in derived:
            assert said[name] == derived[name]
