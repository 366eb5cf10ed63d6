"""One fix for each time of day: what its sentences say together, unless one denies it."""

import pytest

from app.ingest.epochs import Epochs
from app.ingest.nmea_sentence import compose
from app.ingest.nmea_tables import TALKERS

PLACE = ["2930.0", "N", "10630.0", "E"]
CLOCK = "083559.00"
RMC = [CLOCK, "A", *PLACE, "10", "77.5", "091224", "", "", "A"]
GGA = [CLOCK, *PLACE, "1", "08", "1.1", "499.6", "M", "48.0", "M", "", ""]
GNS = [CLOCK, *PLACE, "AANA", "18", "0.7", "300.1", "-30", "", "", "V"]
GLL = [*PLACE, CLOCK, "A", "A"]
VTG = ["78.5", "T", "", "M", "5.0", "N", "9.26", "K", "A"]
ZDA = [CLOCK, "09", "12", "2024", "00", "00"]


def gsa(system: str, *, dimension: str = "3", used: str = "07") -> list[str]:
    return ["A", dimension, used, *[""] * 11, "1.9", "1.0", "1.6", system]


def fixes(*sentences: tuple[str, list[str]]) -> list:
    epochs = Epochs()
    lines = [compose(address, fields) for address, fields in sentences]
    return [m for line in lines for m in epochs.feed(line)] + epochs.flush()


@pytest.mark.parametrize("talker", TALKERS)
def test_every_talker_is_a_receiver(talker: str) -> None:
    (fix,) = fixes((f"{talker}RMC", RMC), (f"{talker}GGA", GGA))
    assert (fix.type, fix.valid, fix.lon, fix.lat) == ("RMC+GGA", True, 106.5, 29.5)


def test_all_sentences_of_one_time_are_one_fix() -> None:
    (fix,) = fixes(
        ("GNZDA", ZDA),
        ("GNGGA", GGA),
        ("GNGNS", GNS),
        ("GNGLL", GLL),
        ("GNRMC", RMC),
        ("GNVTG", VTG),
        ("BDGSA", gsa("4")),
        ("GPGSA", gsa("1")),
    )
    assert (fix.type, fix.valid) == ("GGA+GNS+GLL+RMC", True)
    assert (fix.alt_m, fix.satellites) == (499.6, 8)
    assert (fix.speed_kmh, fix.course_deg) == (pytest.approx(18.52), 77.5)
    assert fix.fix_time.isoformat() == "2024-12-09T08:35:59+00:00"
    assert fix.extra["systems"] == ("beidou", "gps")
    assert (fix.extra["pdop"], fix.extra["hdop"], fix.extra["vdop"]) == (1.9, 1.0, 1.6)


def test_vtg_gives_the_motion_where_no_other_sentence_does() -> None:
    (fix,) = fixes(("GNGGA", GGA), ("GNVTG", VTG))
    assert (fix.speed_kmh, fix.course_deg) == (9.26, 78.5)


def test_a_system_without_satellites_is_not_in_use() -> None:
    (fix,) = fixes(("GNRMC", RMC), ("GNGSA", gsa("4", used="")), ("GNGSA", gsa("1")))
    assert fix.extra["systems"] == ("gps",)


def test_a_fix_of_two_dimensions_says_so() -> None:
    (fix,) = fixes(("GNRMC", RMC), ("GNGSA", gsa("4", dimension="2")))
    assert fix.status == ("autonomous", "fix_2d")


def test_one_sentence_that_denies_the_fix_is_enough() -> None:
    (fix,) = fixes(("GNRMC", RMC), ("GNGGA", [*GGA[:5], "0", *GGA[6:]]))
    assert (fix.valid, fix.status) == (False, ("autonomous", "no_fix"))


def test_motion_and_quality_before_the_first_fix_are_passed_over() -> None:
    assert fixes(("GNVTG", VTG), ("GNGSA", gsa("4"))) == []


def test_a_short_message_passes_through_between_two_sentences_of_an_epoch() -> None:
    text = ["1", "0179773", "2", "", "A468656C6C6F"]
    told = fixes(("GNRMC", RMC), ("BDTXR", text), ("GNGGA", GGA), ("BDBSI", ["01", "03", "1"]))
    assert [(one.format, one.text, one.type) for one in told] == [
        ("rdss", "hello", "TXR"),
        ("nmea", None, "RMC+GGA"),
    ]


def test_a_doubtful_day_is_told_whichever_sentence_says_it() -> None:
    old = [*RMC[:8], "091299", *RMC[9:]]
    for pair in ((("GNRMC", old), ("GNGGA", GGA)), (("GNGGA", GGA), ("GNRMC", old))):
        (fix,) = fixes(*pair)
        assert "date_doubtful" in fix.status
