"""Recorded NMEA sentences agree with pynmea2, pynmeagps and gpsd, or it is said why not."""

import base64

import pytest

from app.ingest import nmea
from app.ingest.decode import utc_text
from app.ingest.epochs import Epochs
from app.ingest.frames import NmeaFramer
from app.ingest.nmea_sentence import Sentence, split
from tests.app.ingest.given import rows

ROWS = rows("given_nmea_sentences.jsonl")
LOGS = rows("given_gpsd_logs.jsonl")

KNOT_KMH = 1.852

REFUSED_BY_US = {
    "gn01364": "its date reads 2208-1; both peers make a day of it, no receiver meant one",
}
"""Row -> why a sentence that the peers accept is refused."""


def _message(row):
    return nmea.decode(row["sentence"].encode("latin-1"))


def _number(value) -> float | None:
    return None if value in ("", None) else float(value)


@pytest.mark.parametrize("row", ROWS)
def test_sentences_agree_with_both_peers(row) -> None:
    message = _message(row)
    assert message.type == row["type"]
    if row["id"] in REFUSED_BY_US:
        assert message.error is not None
        return
    assert message.error is None
    sentence = split(row["sentence"].encode("latin-1"))
    assert isinstance(sentence, Sentence)
    assert sentence.talker == row["talker"]
    fields, derived = row["pynmeagps"]["fields"], row["pynmea2"].get("derived") or {}
    if "lat" in fields and "NS" in fields:
        assert message.lat == pytest.approx(_number(fields["lat"]), abs=1e-8)
        assert message.lon == pytest.approx(_number(fields["lon"]), abs=1e-8)
        if message.lat is not None:
            assert message.lat == pytest.approx(derived["latitude"], abs=1e-8)
            assert message.lon == pytest.approx(derived["longitude"], abs=1e-8)
    if "alt" in fields:
        assert message.alt_m == _number(fields["alt"])


@pytest.mark.parametrize("row", [p for p in ROWS if p.values[0] and p.values[0]["type"] == "RMC"])
def test_rmc_gives_time_speed_course_and_validity(row) -> None:
    message, fields = _message(row), row["pynmea2"]["fields"]
    if row["id"] in REFUSED_BY_US:
        pytest.skip(REFUSED_BY_US[row["id"]])
    said = row["pynmea2"]["derived"].get("datetime")
    if said and not said.startswith("ERR"):
        assert utc_text(message.fix_time) == _utc(said)
    # pynmea2 reads the navigation status V (4.1: "no integrity said") as no fix; RMC's own A rules.
    assert message.valid == (fields["status"] == "A" and fields.get("mode_indicator") != "N")
    knots = _number(fields["spd_over_grnd"])
    assert message.speed_kmh == (None if knots is None else pytest.approx(knots * KNOT_KMH))
    assert message.course_deg == _number(fields["true_course"])


def _utc(text: str) -> str:
    bare = text.replace("+00:00", "")
    return (bare.rstrip("0").rstrip(".") if "." in bare else bare) + "Z"


@pytest.mark.parametrize("row", [p for p in ROWS if p.values[0] and p.values[0]["type"] == "ZDA"])
def test_zda_gives_the_day(row) -> None:
    said = row["pynmea2"]["derived"].get("datetime")
    if not said:
        pytest.skip("the peer has no day")
    assert utc_text(_message(row).fix_time) == _utc(said)


@pytest.mark.parametrize("row", [p for p in ROWS if p.values[0] and p.values[0]["type"] == "GGA"])
def test_gga_is_a_fix_where_its_quality_says_so(row) -> None:
    message, fields = _message(row), row["pynmeagps"]["fields"]
    assert message.valid == (fields["quality"] >= 1)
    assert message.satellites == fields["numSV"]
    assert message.fix_time is None


@pytest.mark.parametrize("row", [p for p in ROWS if p.values[0] and p.values[0]["type"] == "GSV"])
def test_gsv_satellites_and_signals_agree_with_pynmeagps(row) -> None:
    if row["talker"] == "PQ":
        pytest.skip("pynmeagps takes Quectel's system id for a satellite, or reads none at all")
    said = row["pynmeagps"]["fields"]
    told = nmea.details(split(row["sentence"].encode("latin-1")))
    ids = [said[key] for key in sorted(said) if key.startswith("svid_") and said[key] != ""]
    assert [one["id"] for one in told["satellites_seen"]] == ids
    assert told["in_view"] == said["numSV"]
    assert told["signal"] == (said.get("signalID") or None)


@pytest.mark.parametrize("log", LOGS)
def test_epochs_are_the_fixes_that_gpsd_reports(log) -> None:
    ours = {}
    epochs, framer = Epochs(), NmeaFramer()
    lines = framer.feed(base64.b64decode(log["log_b64"])) + framer.flush()
    messages = [message for line in lines for message in epochs.feed(line)]
    for message in [*messages, *epochs.flush()]:
        if message.valid and message.fix_time is not None:
            ours.setdefault(message.fix_time, []).append(message)
    compared = 0
    for fix in _gpsd_fixes(log):
        same = [
            m for at, heard in ours.items() if utc_text(at) == _utc(fix["time"][:-1]) for m in heard
        ]
        if not same:
            continue
        compared += 1
        assert any(
            m.lat == pytest.approx(fix["lat"], abs=2e-6)
            and m.lon == pytest.approx(fix["lon"], abs=2e-6)
            for m in same
        )
    assert all(len(heard) == 1 for heard in ours.values()), "one fix an epoch"
    assert compared >= log["n_tpv_with_fix"] * 0.5


def _gpsd_fixes(log):
    for step in log["steps"]:
        for report in step["out"]:
            if report["class"] == "TPV" and "lat" in report and "time" in report:
                yield report
