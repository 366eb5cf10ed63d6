"""What cards of each kind say of themselves, of a message, and of what they received."""

import pytest

from app.card import Card
from app.ingest.hearing import Ear
from app.ingest.rdss import frame
from app.ingest.rdss.commands import sentence
from app.ingest.simulation.card import SOURCE
from app.model import TaskState
from app.settings import CARD, CARD_STATE
from app.shortmsg.kept import LetterKind
from app.shortmsg.kinds import Answer, Receipt
from app.shortmsg.packing import pack
from app.shortmsg.parts import Number
from app.shortmsg.track import Progress
from app.store import queries
from tests.app.shorts.field import START, Field
from tests.app.test_desk_requests import prove


def txxx(sender: int, body: bytes, kind: int = 0x20) -> bytes:
    content = bytes((kind,)) + sender.to_bytes(3, "big") + bytes((8, 30))
    return frame.build("TXXX", 1, content + (len(body) * 8).to_bytes(2, "big") + body + b"\x00")


def icxx(period_s: int, level: int) -> bytes:
    content = b"\x00" + (7).to_bytes(3, "big") + b"\x01" + period_s.to_bytes(2, "big")
    return frame.build("ICXX", 204057, content + bytes((level, 0)) + b"\x00\x00")


def say(field: Field, raw: bytes) -> None:
    field.desk.receive(SOURCE, Ear("x").feed(raw)).result(10)


def state(field: Field):
    return field.desk.ask(queries.settings).result(10)[CARD_STATE]


@pytest.mark.parametrize(
    ("raw", "number", "period_s", "level"),
    [
        (sentence(b"BDICI,0204057,00000001,0000001,1,30,4,N,0"), "204057", 30.0, 4),
        (
            sentence(b"BDICP,4204057,1,1,1,1,N,1,N,1,1,1,1,1,10,5,1,1,1,1,0,0,0,0"),
            "4204057",
            10.0,
            5,
        ),
        (icxx(120, 2), "204057", 120.0, 2),
    ],
)
def test_the_card_says_who_it_is_and_how_often_it_sends(made, raw, number, period_s, level):
    field = made()
    say(field, raw)
    known = state(field)
    assert (known.number, known.period_s, known.level) == (number, period_s, level)
    assert known.told == field.clock.now


@pytest.mark.parametrize(
    "raw", [sentence(b"BDICI,0204057,00000001,0000001,1,0,4,N,0"), icxx(65_535, 2)]
)
def test_a_period_that_cannot_be_is_not_taken_over(made, raw):
    field = made()
    say(field, raw)
    assert state(field).period_s == 60.0


@pytest.mark.parametrize(
    ("raw", "reason", "wait_s"),
    [
        (sentence(b"BDFKI,TXA,N,N,0,0058"), "period", 58.0),
        (sentence(b"BDFKI,TXA,N,Y,3,0000"), "silence", 0.0),
        (sentence(b"BDFKI,TXA,N,Y,0,0000"), "refused", 0.0),
        (sentence(b"BDFKI,031500,TCQ,N,1,90"), "period", 90.0),
        (sentence(b"BDFKI,031500.00,TCQ,N,6,0"), "no_right", 0.0),
        (frame.build("FKXX", 1, b"\x01TXSQ"), "refused", 0.0),
    ],
)
def test_why_a_card_did_not_send_and_how_long_it_waits(made, raw, reason, wait_s):
    field = made()
    field.order(field.dispatch("U-1"))
    field.mute = True
    field.pass_time(5)
    say(field, raw)
    (order,) = field.orders().values()
    assert (order.progress, order.sendings[0].refused) == (Progress.NOT_SENT, reason)
    assert state(field).wait_s == max(60.0, wait_s)
    assert state(field).at_card == ""


@pytest.mark.parametrize(
    "raw",
    [
        sentence(b"BDFKI,TXA,Y,Y,0,0000"),
        sentence(b"BDFKI,031500,TCQ,Y,0,0"),
        frame.build("FKXX", 1, b"\x00TXSQ"),
        sentence(b"BDFKI,DWA,N,N,0,0058"),  # about another command
    ],
)
def test_what_was_done_is_not_refused(made, raw):
    field = made()
    field.order(field.dispatch("U-1"))
    field.pass_time(5)
    say(field, raw)
    assert {one.progress for one in field.orders().values()} == {Progress.SENT}


@pytest.mark.parametrize(
    "heard",
    [
        lambda body: sentence(b"BDTXR,1,0001001,1,," + body.hex().upper().encode()),
        lambda body: sentence(b"BDTXR,2,0001001,2,0830,A4" + body.hex().upper().encode()),
        lambda body: sentence(b"BDTCI,01001,204057,2,083000,2,0," + body.hex().encode()),
        lambda body: sentence(b"BDTCI,1001,204057,2,083000.00,3,0,A4" + body.hex().encode()),
        lambda body: txxx(1001, body),
        lambda body: txxx(1001, b"\xa4" + body),
    ],
)
def test_a_receipt_counts_however_the_receiver_says_it(made, heard):
    field = made()
    field.card.crews.clear()
    task = field.dispatch("U-1")
    field.order(task)
    field.pass_time(5)
    say(field, heard(pack(Receipt(task=Number.of(task), turn=1, time=START, answer=Answer.SIGNED))))
    assert field.task(task).state is TaskState.SIGNED


def test_content_that_cannot_be_read_is_counted_and_kept(made):
    field = made()
    say(field, sentence(b"BDTXR,1,0001001,2,,A4XYZ"))
    (letter,) = field.letters()
    assert (letter.kind, letter.text) == (LetterKind.TEXT, "A4XYZ")
    assert (SOURCE, "content is not hexadecimal", 1) in field.desk.ask(queries.refusals).result()


@pytest.mark.parametrize(
    ("dialect", "begins"),
    [("bd2", b"$CCTXA,0001001,1,1,E1"), ("bd3", b"$CCTCQ,0001001,2,1,2,E1"), ("binary", b"$TXSQ")],
)
def test_the_card_is_spoken_to_as_it_was_set_up(made, dialect, begins):
    field = made()
    field.desk.keep(CARD, Card(source=SOURCE, dialect=dialect)).result(10)
    field.order(field.dispatch("U-1"))
    field.pass_time(10)
    assert field.given[-1][2].startswith(begins)


def test_orders_and_letters_are_folded_again_to_the_same(made, tmp_path):
    field = made()
    for unit in ("U-1", "U-2"):
        field.order(field.dispatch(unit))
    field.pass_time(900)
    say(field, sentence(b"BDTXR,1,0000007,0,," + "前方断路".encode("gbk")))
    prove(field.desk, tmp_path)
