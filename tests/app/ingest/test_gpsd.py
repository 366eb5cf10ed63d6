"""gpsd's own reports, recorded and odd, say what gpsd means by them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ingest.gpsd import read_json
from tests.app.ingest.given import rows

LOGS = rows("given_gpsd_logs.jsonl")


def one(said: dict | str):
    (message,) = read_json((said if isinstance(said, str) else json.dumps(said)).encode())
    return message


@pytest.mark.parametrize("log", LOGS)
def test_recorded_reports_are_read_as_they_mean(log) -> None:
    reports = [report for step in log["steps"] for report in step["out"]]
    assert reports
    for report in reports:
        message = one(report)
        assert (message.format, message.type, message.error) == ("gpsd", report["class"], None)
        if report["class"] == "TPV":
            fix = report["mode"] >= 2 and "lat" in report
            assert message.valid == fix
            assert (message.lon, message.lat) == (report.get("lon"), report.get("lat"))
            assert message.alt_m == report.get("altMSL", report.get("alt"))
            if "speed" in report:
                assert message.speed_kmh == pytest.approx(report["speed"] * 3.6)
            if "time" in report:
                assert message.fix_time.isoformat()[:19] == report["time"][:19]
        if report["class"] == "SKY" and "uSat" in report and report.get("satellites"):
            assert message.satellites == report["uSat"]


ODD = (
    ('{"class":"TPV"', "JSON is not well formed"),
    ('{"class":"NEW"}', "JSON of no known class"),
    ('{"other":1}', "JSON of no known class"),
    ("[1]", "JSON is not an object"),
    ("[" * 100_000, "JSON is n"),
    ('{"class":"TPV","mode":9}', "field is none of its values"),
    ('{"class":"TPV","mode":[3]}', "field is none of its values"),
    ('{"class":"TPV","mode":true}', "field is none of its values"),
    ('{"class":"TPV","mode":3,"lat":91,"lon":0}', "latitude out of range"),
    ('{"class":"TPV","mode":3,"lat":"29","lon":106}', "field is not a number"),
    ('{"class":"TPV","mode":3,"lat":29}', "position is incomplete"),
    ('{"class":"TPV","mode":3,"time":"now"}', "time is not ISO 8601"),
    ('{"class":"TPV","mode":3,"track":361}', "course out of range"),
    ('{"_type":"location","lat":29,"lon":106,"tst":1e300}', "time out of range"),
    ('{"_type":"location","tst":1}', "position is incomplete"),
)


@pytest.mark.parametrize(("text", "reason"), ODD)
def test_odd_objects_are_refused_with_why(text: str, reason: str) -> None:
    message = one(text)
    assert message.error is not None
    assert message.error.startswith(reason)
    assert not message.valid


def test_a_report_without_a_fix_is_not_valid_even_with_coordinates() -> None:
    message = one({"class": "TPV", "mode": 1, "lat": 29.5, "lon": 106.5})
    assert (message.valid, message.status) == (False, ("no_fix",))


JSONS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["class", "_type", "type", "lat", "lon", "mode", "tst", "features"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(JSONS, st.sampled_from(["class", "_type", "type"]))
def test_no_object_raises(said, key: str) -> None:
    names = {"class": "TPV", "_type": "location", "type": "Feature"}
    whole = {**said, key: names[key]} if isinstance(said, dict) else said
    for message in read_json(json.dumps(whole).encode()):
        assert message.error is None or not message.valid
