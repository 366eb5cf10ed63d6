"""What is heard: reports, calls for help, words and bytes; nothing is lost, nothing forged."""

import pytest

from app.casework.acts import Refusal
from app.ingest.hearing import Ear
from app.ingest.rdss.commands import sentence
from app.ingest.simulation.card import SOURCE
from app.model import AlertKind, Grade, TaskState
from app.shortmsg import plain
from app.shortmsg.kept import LetterKind
from app.shortmsg.kinds import Answer, Arrival, Feedback, Need, Receipt, Result, Sos
from app.shortmsg.packing import pack
from app.shortmsg.parts import Number, spot
from app.shortmsg.track import Progress
from app.store import queries
from tests.app.shortmsg.made import ORDER, SHARED
from tests.app.shorts.field import START, Field
from tests.app.test_desk import done


def say(field: Field, body: bytes, *, card: int = 1001, mode: str = "1", source: str = SOURCE):
    """A message of a card, as the receiver says it."""
    content = body.hex().upper().encode() if mode == "1" else body
    line = sentence(b"BDTXR,1,%07d,%s,,%s" % (card, mode.encode(), content))
    field.desk.receive(source, Ear("x").feed(line)).result(10)


def sent(field: Field, unit: str = "U-1") -> tuple[str, Number]:
    """A task whose order has gone."""
    field.card.crews.clear()
    task = field.dispatch(unit)
    field.order(task)
    field.pass_time(5)
    return task, Number.of(task)


def test_an_arrival_proves_the_receipt_that_was_lost(made):
    field = made()
    task, number = sent(field)
    say(field, pack(Arrival(task=number, turn=1, time=START, spot=ORDER.spot)))
    assert field.task(task).state is TaskState.ON_SITE
    (letter,) = field.letters()
    assert letter.acts == ("task.sign", "task.arrive")
    assert "渝到1" in letter.text


def test_a_feedback_does_not_prove_that_a_unit_was_on_site(made):
    field = made()
    task, number = sent(field)
    say(field, pack(Feedback(task=number, turn=1, time=START, result=Result.MET, text="已抢通")))
    assert field.task(task).state is TaskState.SIGNED
    (letter,) = field.letters()
    assert (letter.acts, letter.refusal) == (("task.sign",), "wrong_state")
    done(field.desk, "task.arrive", f"task:{task}")
    assert field.orders()[f"{task}/1"].progress is Progress.FED_BACK


def test_a_closing_condition_that_is_not_met_is_for_an_officer(made):
    field = made()
    task, number = sent(field)
    say(field, pack(Arrival(task=number, turn=1, time=START)))
    say(field, pack(Feedback(task=number, turn=1, time=START, result=Result.PARTLY)))
    assert field.task(task).state is TaskState.ON_SITE
    assert field.letters()[0].refusal == "closing_not_met"


def test_what_comes_twice_counts_once(made):
    field = made()
    task, number = sent(field)
    body = pack(Receipt(task=number, turn=1, time=START, answer=Answer.SIGNED))
    for _ in range(3):
        say(field, body)
    (letter,) = field.letters()
    assert letter.repeats == 2
    assert field.orders()[f"{task}/1"].repeats == 2
    assert len(field.entries("task.sign")) == 1


@pytest.mark.parametrize(
    ("turn", "card", "verdict"),
    [(2, 1001, "unknown_order"), (1, 1002, "wrong_sender")],
)
def test_a_report_that_is_not_the_units_own_changes_nothing(made, turn, card, verdict):
    field = made()
    task, number = sent(field)
    body = pack(Receipt(task=number, turn=turn, time=START, answer=Answer.SIGNED))
    say(field, body, card=card)
    assert field.letters()[0].verdict == verdict
    assert field.task(task).state is TaskState.SENT
    assert field.orders()[f"{task}/1"].progress is Progress.SENT


def test_another_source_than_the_cards_is_counted_and_not_believed(made):
    field = made()
    task, number = sent(field)
    body = pack(Receipt(task=number, turn=1, time=START, answer=Answer.SIGNED))
    say(field, body, source="tcp")
    assert field.letters() == []
    assert field.task(task).state is TaskState.SENT
    assert ("tcp", "short message beside the card", 1) in field.desk.ask(queries.refusals).result()


def test_a_call_for_help_is_an_alert_with_place_each_time_it_is_made(made):
    field = made()
    call = Sos(time=START, need=Need.TRAPPED, people=3, spot=spot(106.15, 29.15, accuracy_m=20))
    say(field, pack(call))
    (alert,) = field.desk.ask(queries.open_alerts).result(10)
    assert (alert.kind, alert.grade, alert.chain[0]) == (AlertKind.SOS, Grade.II, "500000")
    assert alert.terminal == "BD1001"
    done(field.desk, "alert.dismiss", f"alert:{alert.id}", cause="false_alarm", reason="误触")
    say(field, pack(Sos(time=START, need=Need.MEDICAL)))
    (again,) = field.desk.ask(queries.open_alerts).result(10)
    assert again.id != alert.id
    assert field.letters()[0].kind is LetterKind.SOS


@pytest.mark.parametrize(
    ("body", "mode", "kind", "flaw"),
    [
        ("前方断路".encode("gbk"), "0", LetterKind.TEXT, ""),
        ("<b>x</b> & y".encode("gbk"), "0", LetterKind.TEXT, ""),
        (b"\x12\x34", "1", LetterKind.DATA, ""),
        (pack(ORDER, SHARED), "1", LetterKind.DAMAGED, "dictionary"),
        (pack(Sos(time=START))[:-1] + b"\x00", "1", LetterKind.DAMAGED, "check"),
        (
            plain.write(Sos(time=START), short=True)[:-1].encode("gbk") + b"A",
            "0",
            LetterKind.DAMAGED,
            "check",
        ),
    ],
)
def test_whatever_else_comes_is_in_the_inbox_as_it_is(made, body, mode, kind, flaw):
    field = made()
    say(field, body, mode=mode, card=7)
    (letter,) = field.letters()
    assert (letter.kind, letter.flaw) == (kind, flaw)
    assert bytes.fromhex(letter.raw) == body
    assert (letter.card, letter.read) == ("7", False)
    assert field.try_do("short.read", f"letter:{letter.id}").act == "short.read"
    assert field.letters()[0].read


def test_what_was_read_over_the_radio_counts_as_from_the_unit(made):
    field = made()
    task, number = sent(field)
    words = plain.write(Receipt(task=number, turn=1, time=START, answer=Answer.SIGNED, text="路断"))
    entry = field.try_do("short.typed", "desk:short", text=words.replace(" ", "  "))
    assert (entry.act, entry.actor) == ("short.typed", "zhang")
    assert field.task(task).state is TaskState.SIGNED
    (letter,) = field.letters()
    assert (letter.spoken, letter.card, letter.unit) == (True, "1001", "U-1")
    (signed,) = field.entries("task.sign")
    assert (signed.actor, signed.on_behalf_of) == ("zhang", "h-1")


@pytest.mark.parametrize(
    ("typed", "code", "detail"),
    [
        ("路断了", "short_unfit", "no_check"),
        ("渝收1 任261124-1 次1 时261124-1100 复签收 校0000", "short_unfit", "check"),
        (plain.write(ORDER, SHARED), "short_unfit", "dictionary"),
        ("  ", "field_missing", "text"),
    ],
)
def test_what_was_typed_wrong_says_why_and_writes_nothing(made, typed, code, detail):
    field = made()
    head = field.desk.ask(queries.head).result(10)
    refusal = field.try_do("short.typed", "desk:short", text=typed)
    assert isinstance(refusal, Refusal)
    assert (refusal.code, refusal.detail) == (code, detail)
    assert field.desk.ask(queries.head).result(10) == head


def test_an_order_is_not_taken_in_where_orders_are_made(made):
    field = made()
    field.order(field.dispatch("U-1"))
    (order,) = field.orders().values()
    typed = plain.write(order.order, field.dictionary())
    assert field.try_do("short.typed", "desk:short", text=typed).code == "short_not_ours"


def test_a_locked_console_still_hears(made):
    field = made()
    task, number = sent(field)
    field.desk.lock("0000").result(10)
    say(field, pack(Receipt(task=number, turn=1, time=START, answer=Answer.SIGNED)))
    assert field.task(task).state is TaskState.SIGNED
