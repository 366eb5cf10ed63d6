"""One line that carries everything: each piece is found, however the bytes are cut and mixed."""

from random import Random

import pytest

from app.ingest import jt808
from app.ingest.frames import MAX_WIRE, Kind
from app.ingest.hearing import Ear
from app.ingest.mixed import MixedFramer
from app.ingest.nmea_sentence import compose
from app.ingest.rdss.frame import build
from app.ingest.texts import MAX_JSON

NOISE = (b"\xff\xfe\x00noise", b"junk\r\n", b"\x01\x02", b"TCQ OK!\r\n", b"$GPGG\r\n", b"{\r\n")


def piece(random: Random) -> tuple[Kind | None, bytes, bytes]:
    """(kind, the piece, its line's end); the bytes of one format may look like another's."""
    odd = b'$,\r\n\x7e*{"a$GPGGA,'
    which = random.randrange(5)
    if which == 0:
        body = random.randbytes(random.randrange(60)) + odd
        return Kind.JT808, jt808.build(0x0900, "138", random.randrange(65536), body), b""
    if which == 1:
        content = random.randbytes(random.randrange(80)) + odd
        return Kind.RDSS4, build("TXXX", random.randrange(1 << 24), content), b""
    if which == 2:
        return Kind.NMEA, compose("GNRMC", [f"{random.randrange(10**6)}", "A"]).rstrip(), b"\r\n"
    if which == 3:
        return Kind.JSON, b'{"class":"TPV","mode":%d}' % random.randrange(4), b"\n"
    return None, random.choice(NOISE), b""


@pytest.mark.parametrize("seed", range(150))
def test_every_good_piece_comes_out_in_order(seed: int) -> None:
    random = Random(seed)
    pieces = [piece(random) for _ in range(random.randrange(1, 14))]
    data = b"".join(body + end for _, body, end in pieces)
    wanted = [(kind, body) for kind, body, _ in pieces if kind is not None]
    for step in (1, 7, len(data)):
        framer = MixedFramer()
        cut = [data[at : at + step] for at in range(0, len(data), step)]
        found = iter([one for part in cut for one in framer.feed(part)] + framer.flush())
        assert all(any(one == want for one in found) for want in wanted), (step, pieces)


def test_a_text_with_the_letters_of_a_tag_is_a_sentence() -> None:
    line = compose("GNTXT", ["01", "01", "02", "u-blox"])
    assert MixedFramer().feed(line) == [(Kind.NMEA, line.rstrip())]


def test_a_false_head_of_a_binary_frame_costs_only_itself() -> None:
    good = compose("GNZDA", ["000001", "01", "01", "2026", "", ""])
    framer = MixedFramer()
    found = framer.feed(b"$TXXX\x01\x00" + good * 8) + framer.flush()
    assert [raw for kind, raw in found if kind is Kind.NMEA] == [good.rstrip()] * 8


def test_sentences_behind_a_long_noise_after_7e_are_found() -> None:
    good = compose("GNZDA", ["000001", "01", "01", "2026", "", ""])
    framer = MixedFramer()
    found = framer.feed(b"\x7e" + b"\x01" * 5000) + framer.feed(b"\r\n" + good * 90)
    found += framer.flush()
    assert sum(kind is Kind.NMEA for kind, _ in found) == 90


@pytest.mark.parametrize("begun", [b"\x7e", b"$TXXX\x07\xff", b"$GPGGA,", b'{"class":', b"x"])
def test_what_is_kept_is_bounded_whatever_has_begun(begun: bytes) -> None:
    framer = MixedFramer()
    framer.feed(begun)
    for _ in range(200):
        framer.feed(b"\x55" * 1000)
        assert framer.pending <= MAX_JSON + 4096


def test_an_ear_gives_every_format_of_one_line_as_messages() -> None:
    data = compose("GNRMC", ["040000", "A", "2930.0", "N", "10630.0", "E", "0", "0", "231126"])
    data += build(
        "DWXX",
        7,
        b"\x00" + b"\0\0\x07" + bytes((4, 0, 1, 0, 106, 30, 0, 0, 29, 30, 0, 0)) + bytes(4),
    )
    data += b'{"class":"TPV","mode":3,"lat":29.5,"lon":106.5}\n'
    data += jt808.build(0x0002, "13800000001", 1)
    ear = Ear("line")
    told = ear.feed(data) + ear.flush()
    assert {m.format for m in told} == {"nmea", "rdss4", "gpsd", "jt808"}
    assert {m.terminal for m in told} == {"line", "7", "13800000001"}
    (position,) = [m for m in told if m.format == "rdss4"]
    assert position.fix_time.isoformat() == "2026-11-23T04:00:01+00:00"  # the day of RMC


ALONE = (
    jt808.build(0x0002, "1", 1),
    jt808.build(0x0200, "1", 2, b"$GPRMC,1*00" + bytes(17)),
    b"\x7e$GPRMC,1*00\r\n\x7e",
    b"\x7e\r\n \x7e",
    b"\x7e" + b"x" * (2 * MAX_WIRE) + b"\x7e",
    b"\x7e\x7e",
    b"\x7e",
)


@pytest.mark.parametrize("chunk", ALONE, ids=[chunk[:12].hex() for chunk in ALONE])
def test_a_frame_that_comes_alone_is_cut_as_it_is_among_others(chunk):
    """The short way between frames gives what the long one gives, now and for what follows."""
    before, after = jt808.build(0x0002, "7", 7), jt808.build(0x0003, "7", 8)
    by_chunks, at_once = MixedFramer(), MixedFramer()
    found = [one for part in (before, chunk, after) for one in by_chunks.feed(part)]
    assert found == at_once.feed(before + chunk + after)
    assert by_chunks.flush() == at_once.flush()
