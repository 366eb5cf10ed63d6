"""What an officer may do with orders and cards, and why not."""

import pytest

from app.casework.acts import Refusal
from app.model import Officer, Role
from app.shortmsg.track import Progress
from app.shorts.cards import card_number
from app.shorts.drafting import preview
from app.store import queries
from tests.app.shorts.field import CARDS, Field
from tests.app.test_desk import done

WATCHER = Officer(id="w", name="看", roles=frozenset({Role.CHECKER}))


def test_the_entry_of_an_order_says_who_what_how_much_and_to_which_card(made):
    field = made()
    task = field.dispatch("U-1")
    entry = field.order(task, text="塌方，绕行")
    ident = f"order:{task}/1"
    kept = entry.after[ident]
    assert (entry.act, entry.actor, entry.role) == ("short.order", "zhang", "dispatcher")
    assert entry.subject == ident
    assert (kept["to"], kept["used"], kept["room"]) == ("1001", 400, 560)
    assert bytes.fromhex(kept["body"])[:1] == b"\xe1"
    field.pass_time(5)
    (sent,) = field.entries("short.sent")
    assert (sent.actor, sent.subject) == ("system", ident)


ORDERS = {"text": "", "carrier": "global", "answer_min": 5}


@pytest.mark.parametrize(
    ("fields", "code", "detail"),
    [
        ({"text": "字" * 30}, "short_too_long", "800/560"),
        ({"text": "\ud800"}, "field_bad", "text"),
        ({"text": 5}, "field_bad", "text"),
        ({"carrier": "pigeon"}, "field_bad", "carrier"),
        ({"answer_min": "x"}, "field_bad", "answer_min"),
        ({"answer_min": 0}, "short_unfit", "value"),
        ({"colour": "red"}, "field_unknown", "colour"),
    ],
)
def test_an_order_that_will_not_do_is_refused(made, fields, code, detail):
    field = made()
    task = field.dispatch("U-1")
    refusal = field.try_do("short.order", f"task:{task}", **{**ORDERS, **fields})
    assert isinstance(refusal, Refusal)
    assert (refusal.code, refusal.detail) == (code, detail)
    assert field.orders() == {}


def test_a_task_that_is_over_and_a_unit_without_a_card_get_no_order(made):
    field = made()
    field.enrol("U-4", "")
    task = field.dispatch("U-4")
    assert field.try_do("short.order", f"task:{task}", **ORDERS).code == "card_missing"
    done(field.desk, "task.withdraw", f"task:{task}", reason="误派")
    assert field.try_do("short.order", f"task:{task}", **ORDERS).code == "wrong_state"
    assert field.try_do("short.order", "task:T-0", **ORDERS).code == "unknown_subject"


def test_who_may_not_send_units_may_not_send_orders(made):
    field = made()
    task = field.dispatch("U-1")
    from app.casework.acts import Act

    act = Act(name="short.order", subject=f"task:{task}", fields=ORDERS)
    assert field.desk.do(act, WATCHER).result(10).code == "wrong_role"


def test_a_second_order_of_a_task_has_the_next_turn(made):
    field = made()
    task = field.dispatch("U-1")
    field.order(task)
    assert field.order(task, text="改走东线").subject == f"order:{task}/2"


def test_what_waits_is_taken_out_and_what_was_not_answered_is_given_up(made):
    field = made()
    field.card.crews.clear()
    first, second = field.dispatch("U-1"), field.dispatch("U-2")
    field.order(first, minutes=2)
    waits = field.order(second).subject
    field.pass_time(5)
    assert field.try_do("short.give_up", waits).code == "reason_missing"
    assert field.try_do("short.give_up", waits, reason="已电话通知").act == "short.give_up"
    gone = f"order:{first}/1"
    assert field.try_do("short.give_up", gone, reason="x").code == "short_hindered"
    field.pass_time(200)
    assert field.try_do("short.give_up", gone, reason="已到场").act == "short.give_up"
    by_task = {one.task: one for one in field.orders().values()}
    assert by_task[first].progress is Progress.NOT_CONFIRMED
    assert by_task[second].progress is Progress.NOT_SENT
    assert by_task[first].given_up
    assert by_task[second].given_up
    assert field.try_do("short.resend", waits).act == "short.resend"
    assert not field.orders()[waits[6:]].given_up


def test_what_is_answered_or_waits_is_not_sent_again(made):
    field = made()
    task = field.dispatch("U-1")
    ident = field.order(task).subject
    assert field.try_do("short.resend", ident).detail == "waits"
    field.pass_time(60)
    assert field.try_do("short.resend", ident).detail == "answered"
    assert field.try_do("short.resend", "order:none").code == "unknown_subject"


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("0204057", "204057"),
        (" 204057 ", "204057"),
        ("", ""),
        ("16777215", "16777215"),
        ("16777216", None),
        ("0000", None),
        ("-5", None),
        ("２０", None),
        ("1" * 13, None),
        (5, None),
    ],
)
def test_a_cards_number_is_read_strictly(typed, number):
    assert card_number(typed) == number


def test_a_card_is_one_units_alone_and_its_change_is_an_entry(made):
    field = made()
    assert field.try_do("unit.card", "unit:U-2", card="0001001").code == "card_taken"
    assert field.try_do("unit.card", "unit:U-2", card="x").code == "field_bad"
    assert field.try_do("unit.card", "unit:U-2", card="01002").code == "nothing_changed"
    entry = field.try_do("unit.card", "unit:U-2", card="0002002")
    assert entry.after == {"unit:U-2": {"card": "2002"}}
    assert field.try_do("unit.card", "unit:U-3", card="").after == {"unit:U-3": {"card": ""}}


def look(field: Field, task: str, text: str, carrier: str = "global"):
    return field.desk.ask(preview, task, text, 15, carrier, field.desk.codes).result(10)


def test_the_preview_is_what_is_ordered_then(made):
    field = made()
    task = field.dispatch("U-1")
    seen = look(field, task, "塌方，绕行")
    assert (seen.room.used, seen.room.of, seen.rest) == (400, 560, "")
    assert seen.words.startswith("渝令1 典")
    assert seen.goes == field.clock.now
    field.order(task, text="塌方，绕行")
    (order,) = field.orders().values()
    assert order.order == seen.order
    assert look(field, task, "").turn == 2
    assert (look(field, task, "").goes - field.clock.now).total_seconds() == 60


def test_the_preview_says_what_does_not_fit_and_what_no_message_can_hold(made):
    field = made()
    task = field.dispatch("U-1")
    seen = look(field, task, "字" * 30)
    assert (seen.room.fits, len(seen.rest)) == (False, 15)
    assert look(field, task, "a\x00b").flaw == "text"
    assert look(field, "T-none", "") is None
    assert set(CARDS) == {unit.id for unit in field.desk.ask(queries.units).result(10)}
