"""What is said down in JT/T 808, byte by byte."""

import pytest

from app.ingest import jt808
from app.ingest.frames import Jt808Framer
from app.ingest.jt808_down import body_of, frames_of, packets
from app.model import Command, CommandKind
from app.model.command import TEXT_BYTES, text_bytes, unspeakable
from tests.app.test_enlisting import NOW

BODIES = (
    ("text, 2013", CommandKind.TEXT, {"text": "到"}, 2013, "04b5bd"),
    ("urgent and spoken, 2013", CommandKind.TEXT, {"urgent": 1, "speak": 1}, 2013, "0d"),
    ("notice, 2019", CommandKind.TEXT, {"text": "到"}, 2019, "0701b5bd"),
    ("urgent and spoken, 2019", CommandKind.TEXT, {"urgent": 1, "speak": 1}, 2019, "0e01"),
    ("question", CommandKind.ASK, {}, 2019, ""),
    ("tracking", CommandKind.TRACK, {"interval_s": 30, "validity_s": 600}, 2013, "001e00000258"),
    ("end of tracking", CommandKind.UNTRACK, {}, 2013, "0000"),
)


def made(kind: CommandKind, fields: dict) -> Command:
    return Command(id="D1", terminal="138", kind=kind, by="zhang", made=NOW, **fields)


@pytest.mark.parametrize(
    ("kind", "fields", "version", "body"), [b[1:] for b in BODIES], ids=[b[0] for b in BODIES]
)
def test_each_command_has_the_body_of_its_edition(kind, fields, version, body) -> None:
    assert body_of(made(kind, fields), version=version).hex() == body


LENGTHS = ((1021, 2019, 1), (1022, 2019, 2), (1022, 2013, 1), (TEXT_BYTES, 2013, 2))


@pytest.mark.parametrize(("size", "version", "many"), LENGTHS)
def test_the_longest_text_goes_in_packets_and_comes_out_whole(size, version, many) -> None:
    command = made(CommandKind.TEXT, {"text": "x" * size})
    body = body_of(command, version=version)
    sent = frames_of(command, version=version, serial=0xFFFF, body=body)
    frames = [jt808.parse(raw) for raw in Jt808Framer().feed(sent)]
    assert packets(body) == len(frames) == many
    assert [frame.serial for frame in frames] == [0xFFFF, 0][:many]
    assert all((frame.id, frame.version) == (0x8300, version) for frame in frames)
    assert b"".join(frame.body for frame in frames) == body


TEXTS = (("渝A 到位\n", 9, ""), ("㭎塆𠮷", 4, "㭎𠮷"), ("a\x1b\x00é", 5, "\x1b\x00"))


@pytest.mark.parametrize(("text", "size", "odd"), TEXTS)
def test_what_a_terminal_cannot_be_sent_is_named(text: str, size: int, odd: str) -> None:
    assert text_bytes(text) == size
    assert unspeakable(text) == odd
