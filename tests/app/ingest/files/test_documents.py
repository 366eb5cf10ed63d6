"""Documents of every kind: columns by name, datums stated, hostile XML refused, nothing raised."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ingest.documents import Document, read_document, sniff
from app.ingest.files.names import QUANTITIES, plainly, quantity_of
from app.ingest.files.xml import MOST_DEPTH
from app.ingest.samples import DOCUMENTS

AT = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)


def read(data: bytes | str, *, kind: Document | None = None, datum: str = "") -> list:
    raw = data.encode() if isinstance(data, str) else data
    found = kind or sniff(raw)
    assert found is not None
    return list(read_document(found, raw, datum=datum))


TABLES = (
    ("English", "id,lat,lon,time_utc,datum\nT1,29.5,106.5,2026-11-23 04:00:00,WGS84\n"),
    ("中文", "终端号,经度,纬度,北京时间,坐标系\nT1,106.5,29.5,2026-11-23 12:00:00,CGCS2000\n"),
    (
        "tabs",
        "终端\t经度\t纬度\t时间\t坐标系\nT1\t106.5\t29.5\t2026-11-23T12:00:00+08:00\t国家2000\n",
    ),
    ("semicolons", "device;LONGITUDE;Latitude;tst;crs\r\nT1;106.5;29.5;1795406400;EPSG:4490\r\n"),
    (
        "quoted",
        '"id","lng (deg)","lat","UTC","datum"\n"T1","106.5","29.5","2026-11-23T04:00Z","gps"\n',
    ),
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("text", [t[1] for t in TABLES], ids=[t[0] for t in TABLES])
def test_tables_are_read_by_the_names_of_their_columns(text: str, encoding: str) -> None:
    (message,) = read(text.encode(encoding))
    assert message.error is None
    assert (message.terminal, message.lon, message.lat) == ("T1", 106.5, 29.5)
    assert message.fix_time == AT
    assert message.valid


ROWS = (
    ("106.5,29.5,2026-11-23 12:00:00,", False, None, ("datum_unstated", "zone_unstated")),
    ("106.5,29.5,,WGS84", True, None, ()),
    ("106.5,29.5,2026-11-23T12:00:00+08:00,WGS84", True, None, ()),
    ("106.5,29.5,,GCJ-02", False, "datum is not CGCS2000", ()),
    ("106.5,29.5,,百度", False, "datum is not CGCS2000", ()),
    ("29.5,106.5,,WGS84", False, "latitude out of range", ()),
    ("nan,29.5,,WGS84", False, "field is not a number", ()),
    ("１０６.5,29.5,,WGS84", False, "field is not a number", ()),
    ("1e2,29.5,,WGS84", False, "field is not a number", ()),
    (",29.5,,WGS84", False, "position is incomplete", ()),
    ("106.5,29.5,2026-13-40 12:00:00Z,WGS84", False, "time out of range", ()),
    ("106.5,29.5,yesterday,WGS84", False, "time is not ISO 8601", ()),
    ("106.5,29.5,,WGS84,more", False, "row has more cells than the head", ()),
    ("0,0,,WGS84", True, None, ("null_island",)),
)


@pytest.mark.parametrize(("row", "valid", "reason", "status"), ROWS)
def test_a_row_is_believed_only_with_datum_and_zone(row, valid, reason, status) -> None:
    (message,) = read("经度,纬度,时间,坐标系\n" + row + "\n")
    assert message.valid == valid
    assert (message.error and message.error.partition(":")[0]) == reason
    assert message.status == status
    if reason is not None:
        assert message.lon is None


def test_a_datum_that_the_caller_states_counts_where_no_column_says_one() -> None:
    text = "lon,lat\n106.5,29.5\n"
    assert [m.valid for m in read(text, datum="CGCS2000")] == [True]
    assert [m.error for m in read(text, datum="GCJ02")] == ["datum is not CGCS2000: GCJ02"]
    assert [m.valid for m in read(text)] == [False]


def test_a_speed_without_its_unit_is_no_speed() -> None:
    (bare,) = read("lon,lat,speed,datum\n106.5,29.5,10,WGS84\n")
    assert (bare.speed_kmh, bare.extra) == (None, {"speed": "10"})
    for head, speed in (("速度(km/h)", 10), ("speed_ms", 36), ("knots", 18.52)):
        (message,) = read(f"lon,lat,{head},datum\n106.5,29.5,10,WGS84\n")
        assert message.speed_kmh == pytest.approx(speed)


def test_every_name_of_the_table_means_one_quantity() -> None:
    for quantity, names in QUANTITIES.items():
        assert {quantity_of(name) for name in names} == {quantity}
        assert all(plainly(name) for name in names)


def test_a_table_in_no_encoding_is_refused_whole() -> None:
    (message,) = read(b"lon,lat\n106.5,29.5\n\xff\xff\xff", kind=Document.CSV)
    assert message.error == "text is in an unknown encoding"


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><gpx>&b;</gpx>'
XML = (
    ("entities", BOMB, "XML has a DOCTYPE"),
    ("external", '<!DOCTYPE gpx SYSTEM "file:///etc/passwd"><gpx/>', "XML has a DOCTYPE"),
    ("unknown entity", "<gpx>&b;</gpx>", "XML is not well formed"),
    ("depth", "<gpx>" * (MOST_DEPTH + 1), "XML is nested too deeply"),
    (
        "attributes",
        "<gpx " + " ".join(f"a{n}='1'" for n in range(100)) + "/>",
        "XML has too many elements",
    ),
    ("cut", DOCUMENTS[Document.GPX].decode()[:-10], "XML is not well formed"),
    ("another root", "<kml><gpx/></kml>", "document is no GPX"),
    (
        "encoding",
        "<?xml version='1.0' encoding='ebcdic-37'?><gpx/>",
        "text is in an unknown encoding",
    ),
)


@pytest.mark.parametrize(("text", "reason"), [x[1:] for x in XML], ids=[x[0] for x in XML])
def test_hostile_xml_is_refused_with_why(text: str, reason: str) -> None:
    (message,) = read(text, kind=Document.GPX)
    assert message.error is not None
    assert message.error.partition(":")[0] == reason


def test_xml_in_gbk_is_read() -> None:
    text = DOCUMENTS[Document.GPX].decode().replace("UTF-8", "GB2312")
    first, *_ = read(text.encode("gb18030"))
    assert first.text == "朝天门"


def test_much_text_in_one_element_takes_no_time_to_speak_of() -> None:
    data = b"<gpx><wpt lat='29' lon='106'><name>" + b"a&amp;" * 400_000 + b"</name></wpt></gpx>"
    (message,) = read(data)
    assert len(message.text) == 800_000


GEOJSON = (
    ({"type": "Point", "coordinates": [106.5, 29.5]}, [(106.5, 29.5, None)]),
    ({"type": "LineString", "coordinates": [[1, 2], [3, 4, 5]]}, [(1, 2, None), (3, 4, None)]),
    (
        {"type": "MultiLineString", "coordinates": [[[1, 2]], [[3, 4]]]},
        [(1, 2, None), (3, 4, None)],
    ),
    ({"type": "Polygon", "coordinates": []}, [(None, None, None)]),
    ({"type": "Point", "coordinates": [29.5, 106.5]}, [(None, None, "latitude out of range")]),
    ({"type": "Point", "coordinates": ["1", 2]}, [(None, None, "field is not a number")]),
    ({"type": "Point", "coordinates": [True, 2]}, [(None, None, "field is not a number")]),
    ({"type": "Point", "coordinates": [1]}, [(None, None, "position is incomplete")]),
    ({"type": "Point"}, [(None, None, "position is incomplete")]),
    (
        {"type": "FeatureCollection", "features": [None]},
        [(None, None, "not a feature or geometry")],
    ),
    ({"type": "Feature", "geometry": None, "properties": None}, [(None, None, None)]),
    ({"type": ["Point"]}, [(None, None, "not a feature or geometry")]),
)


@pytest.mark.parametrize(("document", "expected"), GEOJSON)
def test_geojson_is_longitude_first_and_points_alone_are_positions(document, expected) -> None:
    messages = read(json.dumps(document), kind=Document.GEOJSON)
    told = [(m.lon, m.lat, m.error and m.error.partition(":")[0]) for m in messages]
    assert told == expected
    assert all(m.valid == (m.lon is not None) for m in messages)


def test_geojson_of_another_datum_is_refused() -> None:
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::2381"}}
    document = {"type": "Point", "coordinates": [106.5, 29.5], "crs": crs}
    (message,) = read(json.dumps(document), kind=Document.GEOJSON)
    assert message.error == "datum is not CGCS2000: urn:ogc:def:crs:EPSG::2381"


def test_a_line_with_a_time_for_each_point_is_a_track() -> None:
    times = ["2026-11-23T04:00:00Z", "2026-11-23T04:01:00Z"]
    line = {"type": "LineString", "coordinates": [[106.5, 29.5], [106.6, 29.6]]}
    feature = {"type": "Feature", "id": 7, "geometry": line, "properties": {"coordTimes": times}}
    first, second = read(json.dumps(feature), kind=Document.GEOJSON)
    assert first.fix_time == AT
    assert second.fix_time.minute == 1
    assert first.terminal == second.terminal == "7"


def test_an_emergency_is_an_alarm_and_a_stale_event_says_so() -> None:
    text = DOCUMENTS[Document.COT].decode()
    (sos,) = read(text.replace("a-f-G-U-C", "b-a-o-tbl"))
    (over,) = read(text.replace("a-f-G-U-C", "b-a-o-can"))
    (stale,) = read(text.replace("04:05:00Z", "03:05:00Z"))
    assert (sos.alarms, over.alarms) == (("sos",), ())
    assert stale.status == ("stale",)


def test_events_that_follow_one_another_are_read_one_by_one() -> None:
    text = DOCUMENTS[Document.COT].decode()
    told = read(text + text.replace("lat='29.5'", "lat='95'") + text)
    assert [m.valid for m in told] == [True, False, True]


CAP_FAULTS = (
    ("<status>Actual", "<status>Maybe", "field is none of its values"),
    ("12:00:00+08:00", "12:00:00", "time has no zone"),
    ("30,107 29,106", "30,107 29,105", "polygon is not closed"),
    ("<msgType>Alert", "<msgType>Cancel", "update or cancel without a reference"),
    ("29.5,106.5 10", "29.5,106.5 x", "field is not a number"),
    ("29.5,106.5 10", "99.5,106.5 10", "latitude out of range"),
    ("<areaDesc>渝中</areaDesc>", "", "element is missing"),
)


@pytest.mark.parametrize(("old", "new", "reason"), CAP_FAULTS)
def test_an_alert_that_says_less_than_it_must_is_refused(old, new, reason) -> None:
    text = DOCUMENTS[Document.CAP].decode()
    assert old in text
    (message,) = read(text.replace(old, new))
    assert message.error is not None
    assert message.error.partition(":")[0] == reason


def test_an_alerts_areas_are_longitude_first_and_metres() -> None:
    (message,) = read(DOCUMENTS[Document.CAP])
    (info,) = message.extra["alert"].infos
    assert info.areas[0].polygons[0][1] == (107.0, 29.0)
    assert info.areas[0].circles == ((106.5, 29.5, 10_000.0),)
    assert message.text == "暴雨"


@pytest.mark.parametrize("kind", list(Document))
@given(data=st.binary(max_size=200))
def test_no_bytes_at_all_raise(kind: Document, data: bytes) -> None:
    sniff(data)
    for message in read_document(kind, data):
        assert message.error is not None or message.lon is None or message.format
