"""Commands to a card: as recorded ones are, and read by our own reader as what was meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ingest import nmea
from app.ingest.rdss import binary
from app.ingest.rdss.commands import (
    ASK_CARD,
    HIGHEST_CARD,
    SEND,
    Dialect,
    ask_card,
    escaped,
    send_message,
)
from app.ingest.rdss.frame import parse
from app.shortmsg import plain
from app.shortmsg.hearing import told
from app.shortmsg.packing import pack
from tests.app.ingest.given import rows
from tests.app.shortmsg.made import EACH, MESSAGES, SHARED

CARDS = st.integers(1, HIGHEST_CARD)


def heard(data: bytes):
    if data[1:5] in (b"TXSQ", b"ICJC"):
        return binary.interpret(parse(data), raw=data)[0]
    return nmea.decode(data)


def test_what_is_sent_is_byte_for_byte_what_was_recorded():
    sent = [p.values[0] for p in rows("given_rdss.jsonl") if p.values[0]]
    if not sent:
        pytest.skip("the recorded messages are not on this machine")
    (row,) = [row for row in sent if row.get("name") == "TXSQ"]
    frame = send_message(Dialect.BINARY, to=175607, body="我爱你".encode("gbk"), words=True)
    theirs = bytes.fromhex(row["hex"])
    assert frame[:7] + frame[10:-1] == theirs[:7] + theirs[10:-1]  # but for the own address
    (code,) = [row for row in sent if row.get("sentence", "").startswith("$CCTXA,0166166")]
    ours = send_message(Dialect.BD2, to=166166, body=bytes.fromhex("3132333433333335"), words=False)
    assert ours.decode().rstrip() == code["sentence"]


def test_the_card_is_asked_in_each_dialect():
    assert ask_card(Dialect.BD2) == b"$CCICA,0,00*7B\r\n"
    assert ask_card(Dialect.BD3) == b"$CCICR,0,00*68\r\n"
    assert ask_card(Dialect.BINARY).hex() == "2449434a43000c000000002b"


def test_no_table_holds_the_command_that_destroys_the_terminal():
    forms = [row.form for row in SEND.values()] + list(ASK_CARD.values())
    assert not any("ZHS" in form for form in forms)
    assert set(SEND) | {Dialect.BINARY} == set(Dialect)


@given(message=MESSAGES, to=CARDS, dialect=st.sampled_from(Dialect), words=st.booleans())
def test_every_message_is_read_again_as_it_was(message, to, dialect, words):
    body = plain.write(message, SHARED, short=True).encode("gb18030") if words else None
    body = body or pack(message, SHARED)
    if len(body) > 1750:
        return
    back = heard(send_message(dialect, to=to, body=body, words=words))
    assert back.error is None
    assert int(back.extra["to"]) == to
    found = told(back, SHARED)
    assert found.flaw is None
    if words and dialect is not Dialect.BINARY:
        assert plain_of(found.message) == plain_of(message)
    else:
        assert found.message == message


def plain_of(message) -> str:
    """Words but for the characters that a sentence cannot hold, and that stand full width in it."""
    return message.text.translate(str.maketrans(",*$，﹡＄", ",*$,*$")).replace("~", "*")


@pytest.mark.parametrize(
    ("words", "sent"),
    [
        (b"a,b", b"a\xa3\xacb"),
        (b"3*4", b"3\xa9\x7e4"),
        (b"$5", b"\xa1\xe75"),
        ("塌方".encode("gbk"), "塌方".encode("gbk")),
    ],
)
def test_what_would_end_a_field_or_begin_a_sentence_is_sent_full_width(words, sent):
    assert escaped(words) == sent


@pytest.mark.parametrize(
    "wrong",
    [
        {"to": 0, "body": b"x"},
        {"to": 1 << 24, "body": b"x"},
        {"to": 1, "body": b""},
        {"to": 1, "body": b"x" * 1751},
        {"to": 1, "body": b"a\r\nb"},
    ],
)
def test_what_no_card_can_send_is_not_made(wrong):
    with pytest.raises(ValueError, match=r"card has|message"):
        send_message(Dialect.BD2, words=True, **wrong)


def test_each_of_ours_fits_where_it_is_sent():
    for message in EACH:
        assert len(pack(message, SHARED)) * 8 <= 560
