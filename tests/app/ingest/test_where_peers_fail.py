"""Where the decoders of others go wrong, ours does not: each case beside what the peer does."""

import pynmea2
import pynmeagps
import pytest

from app.ingest import jt808, nmea
from app.ingest.epochs import Epochs
from app.ingest.frames import Jt808Framer
from app.ingest.nmea_sentence import compose
from tests.app.ingest.given import rows

PLACE = ["2932.11437", "N", "10631.91522", "E"]


def rmc(**changes: str) -> bytes:
    fields = {
        "clock": "083559.00",
        "status": "A",
        **dict(zip(("lat", "north", "lon", "east"), PLACE, strict=True)),
        "knots": "0.4",
        "course": "77.5",
        "day": "091224",
        "v": "",
        "w": "",
        "mode": "A",
    }
    return compose("GNRMC", list((fields | changes).values()))


def peer(line: bytes):
    return pynmea2.parse(line.decode("ascii"), check=True)


IMPOSSIBLE = (
    ("minutes of 60 and more", {"lat": "2990.00000"}, "latitude has 60 minutes or more"),
    ("latitude beyond the pole", {"lat": "9932.11437"}, "latitude out of range"),
    ("longitude beyond the date line", {"lon": "18131.91522"}, "longitude out of range"),
    ("a hemisphere that is none", {"east": "X"}, "hemisphere is not E or W"),
)


@pytest.mark.parametrize(
    ("changes", "reason"), [i[1:] for i in IMPOSSIBLE], ids=[i[0] for i in IMPOSSIBLE]
)
def test_pynmea2_accepts_impossible_coordinates_and_we_say_why_not(changes, reason) -> None:
    line = rmc(**changes)
    assert isinstance(peer(line).latitude, float)
    assert isinstance(peer(line).longitude, float)
    message = nmea.decode(line)
    assert (message.error, message.valid, message.lon) == (reason, False, None)


@pytest.mark.parametrize("changes", [{"lat": "9932.11437"}, {"lat": "2990.00000"}])
def test_pynmeagps_accepts_impossible_coordinates_too(changes) -> None:
    line = rmc(**changes)
    assert pynmeagps.NMEAReader.parse(line).lat > 29
    assert nmea.decode(line).error is not None


def test_pynmea2_takes_an_empty_fix_for_the_gulf_of_guinea() -> None:
    line = compose(
        "GPGGA", ["201716.684", "", "", "", "", "0", "00", "", "", "M", "0.0", "M", "", ""]
    )
    assert (peer(line).latitude, peer(line).longitude) == (0.0, 0.0)
    message = nmea.decode(line)
    assert (message.lat, message.lon, message.valid) == (None, None, False)


def test_pynmea2_gives_coordinates_of_status_v_and_we_give_no_fix() -> None:
    line = rmc(status="V", mode="N")
    assert peer(line).latitude > 29
    assert not nmea.decode(line).valid


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"clock": "246060.00"}, "time out of range"),
        ({"day": "391399"}, "date out of range"),
        ({"day": "310224"}, "date out of range"),
        ({"day": ""}, None),
    ],
)
def test_impossible_days_and_times_are_no_days_and_times(changes, reason) -> None:
    message = nmea.decode(rmc(**changes))
    assert message.error == reason
    assert message.fix_time is None


def test_pynmeagps_accepts_full_width_digits_under_a_checksum_of_their_own() -> None:
    line = "$GNGLL,２932.11437,N,10631.91522,E,083559.00,A,A*00\r\n".encode()
    message = nmea.decode(line)
    assert message.error in ("checksum mismatch", "not ASCII")
    fitting = line[:-4] + b"%02X\r\n" % _xor(line[1:-5])
    assert nmea.decode(fitting).error == "not ASCII"


def _xor(data: bytes) -> int:
    value = 0
    for byte in data:
        value ^= byte
    return value


def test_pynmea2_puts_the_signal_of_gsv_into_a_satellite() -> None:
    line = compose("GBGSV", ["1", "1", "01", "11", "33", "125", "43", "1"])
    assert peer(line).sv_prn_num_2 == "1"
    said = nmea.details(nmea.split(line))
    assert [one["id"] for one in said["satellites_seen"]] == [11]
    assert said["signal"] == "1"


def test_the_clock_of_a_bd3_module_is_read_past_its_mode_field() -> None:
    line = b"$BDZDA,1,083559.00,09,12,2024,00,00*66"
    with pytest.raises(pynmeagps.NMEATypeError):
        pynmeagps.NMEAReader.parse(line + b"\r\n")
    assert nmea.decode(line).fix_time.isoformat() == "2024-12-09T08:35:59+00:00"


def test_pynmea2_knows_no_short_messages() -> None:
    line = b"$BDTXR,1,0179773,2,,A468656C6C6F*43"
    with pytest.raises(pynmea2.ParseError):
        peer(line)
    assert (nmea.decode(line).text, nmea.decode(line).terminal) == ("hello", "179773")


def test_sentences_of_one_time_are_one_fix_where_the_peers_give_each() -> None:
    gga = compose("GNGGA", ["083559.00", *PLACE, "1", "08", "1", "499.6", "M", "48", "M", "", ""])
    epochs = Epochs()
    (fix,) = [m for raw in (rmc(), gga, rmc(), gga) for m in epochs.feed(raw)] + epochs.flush()
    assert (fix.type, fix.alt_m, fix.satellites) == ("RMC+GGA", 499.6, 8)
    assert fix.lat == peer(gga).latitude


GOOD = jt808.build(0x0002, "13800000001", 9)
BAD = jt808.build(0x0002, "13800000001", 8)[:-2] + b"\x00\x7e"
STREAMS = (
    ("a bad checksum, which Traccar does not test", BAD + GOOD, 1),
    ("a frame cut short, behind which Traccar loses the next", GOOD[:9] + GOOD, 1),
    ("a shared 7E, at which Traccar loses one", GOOD + GOOD[1:], 2),
    ("a run of 7E, at which Traccar raises", b"\x7e" * 5 + GOOD, 1),
    ("noise before a frame", b"\x00\xff noise" + GOOD, 1),
    ("a 7D before the closing 7E", GOOD[:-1] + b"\x7d\x7e" + GOOD, 1),
)


@pytest.mark.parametrize(("data", "count"), [s[1:] for s in STREAMS], ids=[s[0] for s in STREAMS])
def test_no_good_frame_is_lost_to_a_bad_one_and_no_bad_one_is_read(data: bytes, count: int) -> None:
    found = [jt808.decode(raw) for raw in Jt808Framer().feed(data)]
    assert sum(message.error is None for message in found) == count


@pytest.mark.parametrize(
    "row",
    [p for p in rows("given_hostile.jsonl") if p.values[0] and p.values[0]["family"] == "jt808"],
)
def test_where_the_peers_decode_nonsense_we_refuse_or_flag_it(row) -> None:
    message = jt808.decode(bytes.fromhex(row["input_hex"]))
    if "BCD" in row["mutation"]:  # Traccar makes the year 111 or 2100 of it
        assert message.error is not None
        assert message.fix_time is None
    if "95.0" in row["mutation"] or "0xFFFFFFFF" in row["mutation"]:  # Traccar throws, go accepts
        assert (message.valid, message.lon, message.lat) == (False, None, None)
    if "2099" in row["mutation"]:
        assert "date_doubtful" in message.status
