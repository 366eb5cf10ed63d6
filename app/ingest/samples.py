"""One sound piece of every format, to begin from: for benches and for what is done to them."""

from datetime import UTC, datetime

from app.ingest import jt808, jt809
from app.ingest.documents import Document
from app.ingest.frames import Kind
from app.ingest.jt808_frame import checksum
from app.ingest.nmea_sentence import compose
from app.ingest.rdss.frame import build

BEGUN = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
_CARD = (204057).to_bytes(3, "big")


def _location(additions: dict[int, bytes]) -> bytes:
    return jt808.location_body(lon=106.55, lat=29.56, at=BEGUN, speed_kmh=36, additions=additions)


def _frames() -> list[bytes]:
    plain = _location({0x01: b"\x00\x00\x10\x00", 0x30: b"\x1f", 0x31: b"\x0c", 0xE1: b"\x7e\x7d"})
    full = _location(
        {
            0x05: bytes(30),
            0x11: b"\x01\x00\x00\x00\x07",
            0x12: b"\x02\x00\x00\x00\x07\x01",
            0x13: b"\x00\x00\x00\x07\x00\x3c\x01",
            0x14: b"\x00\x00\x00\x05",
            0x18: bytes(3),
            0x25: b"\x00\x00\x00\x03",
            0x2B: b"\x00\x01\x00\x02",
            0x64: bytes(47),
        }
    )
    batch = jt808.batch_body([plain, full], backlog=True)
    bodies = ((0x0200, plain), (0x0200, full), (0x0704, batch), (0x0201, b"\x00\x01" + plain))
    others = ((0x0001, bytes(5)), (0x0002, b""), (0x0900, b"\x00$GNRMC,"))
    made = [
        jt808.build(message_id, "13800000001", n, body, version)
        for n, (message_id, body) in enumerate((*bodies, *others))
        for version in (2013, 2019)
    ]
    made += [piece for version in (2013, 2019) for piece in _greetings(version)]
    long = jt808.batch_body([full] * 12, backlog=True)
    return made + jt808.build_parts(0x0704, "13800000002", 7, long)


def _greetings(version: int) -> list[bytes]:
    who = jt808.Registration(
        phone="13800000001",
        version=version,
        province=50,
        city=103,
        maker="YT",
        model="T1",
        terminal="0000007",
        colour=2,
        plate="渝A12345",
    )
    bodies = {
        0x0100: jt808.registration_body(who),
        0x0102: jt808.authentication_body("CODE", version=version, imei="1" * 15),
    }
    return [jt808.build(number, who.phone, 1, body, version) for number, body in bodies.items()]


def _sentences() -> list[bytes]:
    place = ["2932.11437", "N", "10631.91522", "E"]
    rows = {
        "GNRMC": ["083559.00", "A", *place, "0.4", "77.52", "091224", "", "", "A", "V"],
        "GBGGA": ["083559.00", *place, "1", "08", "1.01", "499.6", "M", "48.0", "M", "", ""],
        "GNGLL": [*place, "083559.00", "A", "A"],
        "GNGNS": ["083559.00", *place, "AAAA", "18", "0.7", "300.1", "-30", "", "", "V"],
        "BDGSA": ["A", "3", *["07"] * 12, "1.9", "1.0", "1.6", "4"],
        "GBGSV": ["1", "1", "01", "11", "33", "125", "43", "1"],
        "GNVTG": ["77.5", "T", "", "M", "0.4", "N", "0.7", "K", "A"],
        "GNZDA": ["083559.00", "09", "12", "2024", "00", "00"],
        "BDTXR": ["1", "0179773", "2", "", "A4BABAD7D668656C6C6F"],
        "BDDWR": ["1", "0241638", "072236.37", *place, "61", "M", "0", "M", "0", "V", "V", "L"],
        "BDFKI": ["TXA", "N", "Y", "0", "0058"],
        "BDICI": ["0241636", "24000000", "1933442", "6", "60", "3", "N", "0"],
        "BDTCI": ["4204986", "4204990", "2", "142204", "3", "0", "9000000000006565FFFFCCECBFD5"],
        "BDPWI": ["142204.00", "01", "03", "44", "44", "01", "21", "44", "44", "0"],
        "BDBSI": ["01", "03", *"3220300300"],
    }
    chinese = b"BDTXR,1,0179773,0,," + "山洪，撤离*!".encode("gbk")
    said = [compose(address, fields) for address, fields in rows.items()]
    return [*said, b"$" + chinese + b"*%02X\r\n" % checksum(chinese)]


def _binaries() -> list[bytes]:
    text = "我爱你".encode("gbk")
    position = b"\x00" + _CARD + bytes((8, 30, 0, 5, 106, 31, 54, 9, 29, 32, 6, 8, 1, 44, 0, 32))
    return [
        build("TXXX", 204057, b"\x40" + _CARD + b"\x08\x1e\x00\x30" + text + b"\x00"),
        build("TXXX", 204057, b"\x20" + _CARD + b"\x08\x1e\x00\x38\xa4" + text + b"\x00"),
        build("DWXX", 204057, position),
        build("ICXX", 204057, bytes((0, 0, 0, 11, 6, 0, 60, 3, 0, 0, 0))),
        build("FKXX", 204057, b"\x00TXSQ"),
    ]


_JSON = (
    b'{"class":"TPV","mode":3,"time":"2026-11-23T04:00:00.000Z","lat":29.56,"lon":106.55}\n',
    b'{"class":"SKY","satellites":[{"PRN":401,"gnssid":3,"svid":1,"ss":40.0,"used":true}]}\n',
    b'{"_type":"location","lat":29.56,"lon":106.55,"tst":1732334400,"acc":5,"tid":"A1"}\n',
    b'{"type":"Feature","geometry":{"type":"Point","coordinates":[106.5,29.5]},"properties":{}}\n',
)

_GPX = (
    '<?xml version="1.0" encoding="UTF-8"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX'
    '/1/1"><wpt lat="29.5" lon="106.5"><name>朝天门</name></wpt><trk><name>T</name><trkseg>'
    '<trkpt lat="29.5" lon="106.5"><ele>250</ele><time>2026-11-23T04:00:00Z</time></trkpt>'
    "</trkseg></trk></gpx>"
)
_CAP = (
    '<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>1</identifier><sender>s'
    "</sender><sent>2026-11-23T12:00:00+08:00</sent><status>Actual</status><msgType>Alert</msgType>"
    "<scope>Public</scope><info><category>Met</category><event>暴雨</event><urgency>Expected"
    "</urgency><severity>Severe</severity><certainty>Likely</certainty><area><areaDesc>渝中"
    "</areaDesc><polygon>29,106 29,107 30,107 29,106</polygon><circle>29.5,106.5 10</circle></area>"
    "</info></alert>"
)
_COT = (
    "<event version='2.0' uid='u1' type='a-f-G-U-C' how='m-g' time='2026-11-23T04:00:00Z' "
    "start='2026-11-23T04:00:00Z' stale='2026-11-23T04:05:00Z'><point lat='29.5' lon='106.5' "
    "hae='250' ce='9999999.0' le='9999999.0'/><detail><track course='90' speed='1.5'/></detail>"
    "</event>"
)
_GEOJSON = (
    '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"名称": "桥",'
    ' "时间": "2026-11-23T12:00:00+08:00"}, "geometry": {"type": "LineString", "coordinates":'
    " [[106.5, 29.5], [106.6, 29.6, 250]]}}]}"
)
_CSV = (
    "终端号,经度,纬度,北京时间,速度(km/h),坐标系\nT1,106.5,29.5,2026-11-23 12:00:00,36,CGCS2000\n"
)

STREAM: dict[Kind, list[bytes]] = {
    Kind.JT808: _frames(),
    Kind.NMEA: _sentences(),
    Kind.RDSS4: _binaries(),
    Kind.JSON: list(_JSON),
}
"""Kind -> pieces as they come on a line."""


def _link() -> bytes:
    """What another platform told of one vehicle: now, as in 2019, and before, as in 2011."""
    body = _location({0x01: b"\x00\x00\x10\x00"})
    now = b"\x00" + len(body).to_bytes(4, "big") + body + bytes(45)
    old = bytes.fromhex("00130707EA0F0F0F06599C7001C30F800032003300000096002D012C0000000300000001")
    told = ((0x1202, now, BEGUN), (0x1203, b"\x02" + old + old, None))
    return b"".join(
        jt809.build(0x1200, n, 500_000, jt809.exchange_body("渝A12345", 1, sub, data), sent=sent)
        for n, (sub, data, sent) in enumerate(told)
    )


DOCUMENTS: dict[Document, bytes] = {
    Document.GPX: _GPX.encode(),
    Document.CAP: _CAP.encode(),
    Document.COT: _COT.encode(),
    Document.GEOJSON: _GEOJSON.encode(),
    Document.CSV: _CSV.encode("gbk"),
    Document.JT809: _link(),
}
"""Kind -> a small document."""
