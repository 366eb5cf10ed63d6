"""Hostile and broken input of other projects: never a fix from it, never a good frame lost."""

import pytest

from app.ingest import jt808, nmea
from app.ingest.epochs import Epochs
from app.ingest.frames import Jt808Framer, Kind, NmeaFramer
from app.ingest.jt808_frame import escape, unescape
from app.ingest.mixed import MixedFramer
from tests.app.ingest.given import rows

HOSTILE = rows("given_hostile.jsonl")
FRAMING = rows("given_jt808_framing.jsonl")

VERDICTS = {
    "BCD time": "not a time",
    "TLV length": None,
    "latitude 95": "latitude out of range",
    "longitude 0xFFFFFFFF": "longitude out of range",
    "escape byte 7d directly": "bad escape after 7D",
    "illegal escape": "bad escape after 7D",
    "bit flipped": "checksum mismatch",
    "declared body length": "length mismatch",
    "clock far": None,
    "0x6006": None,
}
"""Beginning of a mutation's name -> why its one frame is refused, None where it is read."""

NO_FIX = (
    "empty fix",
    "GSV",
    "status V",
    "quality 0",
    "BDZDA",
    "non-ASCII",
    "time 24",
    "minutes",
    "nan",
    "inf",
    "exponent",
    "lat 9",
    "latitude",
    "longitude",
    "lon 1",
    "missing checksum",
    "bad checksum",
    "date 39",
    "hemisphere",
    "E/W",
)
"""Mutations of sentences that give no fix; the others give at least one."""


def _of(family: str) -> list:
    return [p for p in HOSTILE if p.values[0] and p.values[0]["family"] == family]


def _good(frames: list[bytes]) -> list[str]:
    return [raw.hex() for raw in frames if isinstance(jt808.parse(raw), jt808.Frame)]


@pytest.mark.parametrize("step", [1, 7, 1 << 16])
@pytest.mark.parametrize("row", [p for p in _of("jt808") if "expect_frames" in p.values[0]])
def test_good_frames_come_out_of_a_stream_however_it_is_cut(row, step) -> None:
    data = bytes.fromhex(row["input_hex"])
    cut = [data[at : at + step] for at in range(0, len(data), step)]
    framer, mixed = Jt808Framer(), MixedFramer()
    assert _good([raw for part in cut for raw in framer.feed(part)]) == row["expect_frames"]
    found = [raw for part in cut for kind, raw in mixed.feed(part) if kind is Kind.JT808]
    assert _good(found) == row["expect_frames"]


@pytest.mark.parametrize("row", _of("jt808"))
def test_a_broken_frame_is_refused_with_its_reason(row) -> None:
    verdict = [v for start, v in VERDICTS.items() if row["mutation"].startswith(start)]
    if not verdict:
        assert "expect_frames" in row or "truncated" in row["mutation"]
        return
    message = jt808.decode(bytes.fromhex(row["input_hex"]))
    if verdict[0] is not None:
        assert message.error is not None
        assert message.error.startswith(verdict[0])
        assert not message.valid
    else:
        assert message.error is None


@pytest.mark.parametrize("row", [p for p in _of("jt808") if "TLV" in p.values[0]["mutation"]])
def test_items_that_overrun_leave_the_position_and_a_flag(row) -> None:
    message = jt808.decode(bytes.fromhex(row["input_hex"]))
    assert message.lon is not None
    assert "additions_overrun" in message.status


@pytest.mark.parametrize("row", _of("nmea"))
def test_a_hostile_sentence_gives_a_fix_only_where_one_is_meant(row) -> None:
    framer = NmeaFramer()
    lines = framer.feed(bytes.fromhex(row["input_hex"])) + framer.flush()
    fixes = [message for message in map(nmea.decode, lines) if message.valid]
    assert bool(fixes) != any(row["mutation"].startswith(start) for start in NO_FIX)


@pytest.mark.parametrize("row", [p for p in _of("nmea") if "duplicate" in p.values[0]["mutation"]])
def test_a_sentence_said_five_times_is_one_epoch(row) -> None:
    epochs, framer = Epochs(), NmeaFramer()
    lines = framer.feed(bytes.fromhex(row["input_hex"])) + framer.flush()
    assert len([m for line in lines for m in epochs.feed(line)] + epochs.flush()) == 1


@pytest.mark.parametrize("row", _of("rdss"))
def test_short_messages_are_named_or_refused_and_never_a_fix(row) -> None:
    framer = MixedFramer()
    for kind, raw in [*framer.feed(bytes.fromhex(row["input_hex"])), *framer.flush()]:
        message = nmea.decode(raw) if kind is Kind.NMEA else jt808.decode(raw)
        assert not message.valid


@pytest.mark.parametrize("row", [p for p in FRAMING if p.values[0]])
def test_framing_agrees_with_go_jt808(row) -> None:
    if row["kind"] == "stream":
        framer = Jt808Framer()
        text = row["input_hex"]
        frames = framer.feed(bytes.fromhex(text[: len(text) // 2 * 2]))
        assert _good(frames) == row["expect_frames"]
        # We keep the closing 7E, which may open the next frame as well.
        assert framer.pending - bool(frames) == row["expect_pending_bytes"]
    elif row["kind"] == "escape":
        data = bytes.fromhex(row["input_hex"])
        assert (b"\x7e" + escape(data) + b"\x7e").hex() == row["expect_hex"]
    elif row["kind"] == "unescape":
        data = bytes.fromhex(row["input_hex"])
        meant = unescape(data[1:-1]) if data[-1:] == b"\x7e" else None
        assert (meant.hex() if meant is not None else None) == row["expect_hex"]
    else:
        _parts(row)


def _parts(row) -> None:
    """go-jt808's packets, put together again by ours."""
    body = bytes.fromhex(row["src"])
    sent = Jt808Framer().feed(bytes.fromhex(row["dst"]))
    parts = jt808.Reassembler()
    whole = [found for raw in sent if (found := parts.feed(jt808.parse(raw)))]
    assert [frame.body for frame in whole] == [body]
