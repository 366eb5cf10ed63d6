"""`main.py decode` knows each format by itself, as raw bytes and as hexadecimal text."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from app.ingest.decode import FORMATS, decode_file
from app.ingest.documents import Document
from app.ingest.frames import Kind
from app.ingest.samples import DOCUMENTS, STREAM
from tests.app.ingest.test_decode import KEYS

ROOT = Path(__file__).parents[3]
NAMES = {Kind.JT808: {"jt808"}, Kind.NMEA: {"nmea", "rdss"}, Kind.RDSS4: {"rdss4"}}
NAMES[Kind.JSON] = {"gpsd", "owntracks", "geojson"}


def told(folder: Path, data: bytes, fmt: str = "auto", **more: str) -> list[dict]:
    path = folder / "input"
    path.write_bytes(data)
    found = list(decode_file(path, fmt, **more))
    for one in found:
        assert list(one)[: len(KEYS)] == KEYS
        json.dumps(one, allow_nan=False)
    return found


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("fmt", ["auto", "own"])
def test_a_stream_of_one_format_is_read_whole(tmp_path, kind: Kind, fmt: str) -> None:
    pieces = STREAM[kind]
    found = told(tmp_path, b"".join(pieces), kind.value if fmt == "own" else "auto")
    assert {one["format"] for one in found} == NAMES[kind]
    assert len(found) == len(pieces)
    assert [one["error"] for one in found if one["error"]] == []


@pytest.mark.parametrize("kind", [Kind.JT808, Kind.NMEA, Kind.RDSS4])
def test_the_same_as_hexadecimal_text_says_the_same(tmp_path, kind: Kind) -> None:
    pieces = STREAM[kind]
    raw = told(tmp_path, b"".join(pieces))
    text = b"\n".join(piece.hex().encode() for piece in pieces)
    assert told(tmp_path, text) == raw


@pytest.mark.parametrize("kind", list(Document))
@pytest.mark.parametrize("fmt", ["auto", "own"])
def test_a_document_is_read_point_by_point(tmp_path, kind: Document, fmt: str) -> None:
    found = told(tmp_path, DOCUMENTS[kind], kind.value if fmt == "own" else "auto")
    assert {one["format"] for one in found} == {kind.value}
    assert [one["error"] for one in found if one["error"]] == []
    assert any(one["valid"] for one in found) == (kind is not Document.CAP)


def test_everything_on_one_line_is_told_in_its_order(tmp_path) -> None:
    pieces = [STREAM[kind][0] for kind in (Kind.NMEA, Kind.RDSS4, Kind.JT808, Kind.JSON)]
    found = told(tmp_path, b"\xff\x00junk\r\n".join(pieces * 3))
    kinds = [one["format"] for one in found if one["error"] is None]
    assert kinds == ["nmea", "rdss4", "jt808", "gpsd"] * 3


def test_a_short_message_tells_its_text_and_what_it_is(tmp_path) -> None:
    line = next(piece for piece in STREAM[Kind.NMEA] if piece.startswith(b"$BDTXR"))
    (one,) = told(tmp_path, line)
    assert (one["text"], one["terminal"], one["mode"]) == ("汉字hello", "179773", "mixed")


def test_items_of_a_position_stand_by_number_and_by_name(tmp_path) -> None:
    (one,) = told(tmp_path, STREAM[Kind.JT808][0])
    assert one["values"]["mileage_km"] == 409.6
    assert one["additions"][0] == {"id": "0x01", "name": "mileage_km", "value": 409.6}


def test_a_table_without_a_datum_is_valid_only_with_the_one_stated(tmp_path) -> None:
    data = b"lon,lat\n106.5,29.5\n"
    assert [one["valid"] for one in told(tmp_path, data)] == [False]
    assert [one["valid"] for one in told(tmp_path, data, datum="CGCS2000")] == [True]


def test_an_alert_is_told_with_its_areas(tmp_path) -> None:
    (one,) = told(tmp_path, DOCUMENTS[Document.CAP])
    area = one["alert"]["infos"][0]["areas"][0]
    assert json.loads(json.dumps(area["circles"])) == [[106.5, 29.5, 10000.0]]


def test_a_broken_line_of_json_is_refused_and_the_next_is_read(tmp_path) -> None:
    good = STREAM[Kind.JSON][0]
    found = told(tmp_path, good + b'{"class":"TPV",\n' + good)
    assert [one["error"] for one in found] == [None, "JSON is not well formed", None]


def test_the_command_line_offers_every_format(tmp_path) -> None:
    path = tmp_path / "input"
    path.write_bytes(STREAM[Kind.RDSS4][0])
    for fmt in FORMATS:
        command = [sys.executable, "main.py", "decode", "--format", fmt, str(path)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, b"")
        if fmt in ("auto", "rdss4"):
            assert json.loads(done.stdout)["text"] == "我爱你"
    asked = subprocess.run(
        [sys.executable, "main.py", "decode", "--format", "tea", str(path)],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert asked.returncode == 2
    assert set(re.findall(r"'([a-z0-9]+)'", asked.stderr.decode())) == {*FORMATS, "tea"}
