"""Orders from queue to end: what was heard counts once, and nothing goes again unasked."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.shortmsg.kinds import Answer
from app.shortmsg.outbox import (
    card_said,
    hear,
    ident_of,
    place,
    place_other,
    resend,
    take_out,
    tick,
)
from app.shortmsg.outbox_values import Hindrance, Outbox, Policy, What
from app.shortmsg.parts import Number
from app.shortmsg.queue import OrderKey, Outgoing, Urgency
from app.shortmsg.track import Cause, Progress, Verdict
from tests.app.shortmsg.made import ARRIVAL, FEEDBACK, NOON, ORDER, RECEIPT, TASK

KEY = OrderKey(TASK, 1)
CARD = "204057"


def after(minutes: float):
    return NOON + timedelta(minutes=minutes)


def placed(policy: Policy | None = None) -> Outbox:
    outbox = Outbox(policy=policy or Policy())
    return place(outbox, ORDER, to=CARD, body=b"o", by="duty", now=NOON).outbox


def sent(policy: Policy | None = None) -> Outbox:
    done = tick(placed(policy), NOON)
    assert done.give.id == ident_of(KEY) == "T-20261124-000123/1"
    return done.outbox


def progress(outbox: Outbox) -> Progress:
    return outbox.tracks[KEY].progress


def told(outbox: Outbox, *reports, at=1.0, sender=CARD) -> tuple[Outbox, list[Verdict]]:
    verdicts = []
    for report in reports:
        done, verdict = hear(outbox, report, sender=sender, now=after(at))
        outbox = done.outbox
        verdicts.append(verdict)
    return outbox, verdicts


RETURNED = replace(RECEIPT, answer=Answer.RETURNED)
ROADS = (
    ((RECEIPT,), Progress.RECEIVED),
    ((RETURNED,), Progress.RETURNED),
    ((ARRIVAL,), Progress.ARRIVED),
    ((RECEIPT, ARRIVAL, FEEDBACK), Progress.FED_BACK),
    ((FEEDBACK, ARRIVAL, RECEIPT), Progress.FED_BACK),
    ((ARRIVAL, RECEIPT), Progress.ARRIVED),
)


@pytest.mark.parametrize(("reports", "end"), ROADS)
def test_reports_in_any_order_lead_to_the_furthest(reports, end):
    outbox, verdicts = told(sent(), *reports)
    assert progress(outbox) == end
    assert set(verdicts) == {Verdict.COUNTED}


def test_a_receipt_counts_once_and_another_one_is_kept_for_a_person():
    outbox, verdicts = told(sent(), RECEIPT, RECEIPT, RETURNED, RETURNED, RECEIPT)
    assert verdicts == ["counted", "repeated", "differs", "repeated", "repeated"]
    track = outbox.tracks[KEY]
    assert len(track.heard) == 1
    assert [one.report for one in track.differing] == [RETURNED]
    assert track.repeats == 3
    assert track.progress == Progress.RECEIVED


def test_strangers_and_answers_to_nothing_change_nothing():
    outbox = sent()
    assert told(outbox, RECEIPT, sender="1")[1] == [Verdict.WRONG_SENDER]
    other = replace(RECEIPT, task=Number(TASK.day, 9))
    assert told(outbox, other)[1] == [Verdict.UNKNOWN_ORDER]
    assert told(placed(), RECEIPT)[1] == [Verdict.NEVER_SENT]
    assert progress(told(outbox, other, replace(RECEIPT, turn=2))[0]) == Progress.SENT


def test_no_answer_is_called_not_confirmed_and_nothing_goes_again():
    outbox = sent()
    assert progress(tick(outbox, after(14.9)).outbox) == Progress.SENT
    done = tick(outbox, after(15))
    assert [event.what for event in done.events] == [What.NOT_CONFIRMED]
    assert progress(done.outbox) == Progress.NOT_CONFIRMED
    for minute in range(16, 300):
        done = tick(done.outbox, after(minute))
        assert (done.give, done.events) == (None, ())
    late, verdicts = told(done.outbox, RECEIPT, at=400)
    assert verdicts == [Verdict.COUNTED]
    assert progress(late) == Progress.RECEIVED
    assert late.tracks[KEY].heard[0].late
    assert late.tracks[KEY].not_confirmed == (after(15),)


def test_the_stated_time_runs_from_the_going_and_not_from_the_placing():
    outbox = place_other(
        Outbox(), Outgoing(id="x", to="1", body=b"", urgency=Urgency.SOS, put=NOON)
    ).outbox
    outbox = place(outbox, ORDER, to=CARD, body=b"o", by="duty", now=NOON).outbox
    outbox = tick(outbox, NOON).outbox
    assert progress(outbox) == Progress.WAITING
    outbox = tick(outbox, after(1)).outbox
    assert outbox.tracks[KEY].answer_by == after(16)


def test_an_officer_sends_again_and_it_stands_on_record():
    outbox = tick(sent(), after(15)).outbox
    done = resend(outbox, KEY, by="chief", now=after(20))
    assert done.events[0].what == What.PLACED_AGAIN
    assert done.events[0].detail == "officer chief"
    assert progress(done.outbox) == Progress.WAITING
    assert resend(done.outbox, KEY, by="chief", now=after(20)) == Hindrance.WAITS
    gone = tick(done.outbox, after(20))
    assert gone.give.body == b"o"
    assert progress(gone.outbox) == Progress.SENT
    assert progress(tick(gone.outbox, after(35)).outbox) == Progress.NOT_CONFIRMED
    answered, _ = told(gone.outbox, RECEIPT)
    assert resend(answered, KEY, by="chief", now=after(40)) == Hindrance.ANSWERED


def test_an_answer_takes_the_waiting_repeat_out():
    outbox = resend(tick(sent(), after(15)).outbox, KEY, by="chief", now=after(20)).outbox
    done, _ = hear(outbox, RECEIPT, sender=CARD, now=after(20))
    assert [event.what for event in done.events] == [What.HEARD, What.TAKEN_OUT]
    assert tick(done.outbox, after(21)).give is None
    assert progress(done.outbox) == Progress.RECEIVED


def test_a_policy_sends_again_so_many_times_and_says_its_name():
    outbox, gone, events = placed(Policy(name="twice more", repeats=2)), 0, []
    for minute in range(200):
        done = tick(outbox, after(minute))
        outbox, gone, events = done.outbox, gone + bool(done.give), [*events, *done.events]
    assert gone == 3
    assert [e.detail for e in events if e.what == What.PLACED_AGAIN] == ["policy twice more"] * 2
    assert progress(outbox) == Progress.NOT_CONFIRMED
    assert len(outbox.tracks[KEY].not_confirmed) == 3


def test_what_the_card_refuses_was_not_sent():
    done = card_said(sent(), executed=False, reason="suppressed", wait_s=90, now=after(0.1))
    assert [(e.what, e.detail) for e in done.events] == [(What.REFUSED, "suppressed")]
    assert progress(done.outbox) == Progress.NOT_SENT
    assert tick(done.outbox, after(30)).events == ()
    again = resend(done.outbox, KEY, by="chief", now=after(0.2)).outbox
    assert tick(again, after(1.5)).give is None
    assert tick(again, after(1.7)).give is not None


def test_a_policy_may_try_again_what_the_card_refused_but_not_for_ever():
    outbox, gone = placed(Policy(name="once more", refusals=1)), 0
    for minute in range(30):
        done = tick(outbox, after(minute))
        gone += bool(done.give)
        outbox = card_said(done.outbox, executed=False, now=after(minute)).outbox
    assert gone == 2
    causes = [sending.cause for sending in outbox.tracks[KEY].sendings]
    assert causes == [Cause.FIRST, Cause.POLICY]
    assert progress(outbox) == Progress.NOT_SENT


def test_feedback_of_the_card_that_nobody_waits_for_changes_no_order():
    outbox = card_said(sent(), executed=True, now=NOON).outbox
    done = card_said(outbox, executed=False, reason="power", now=NOON)
    assert done.events == ()
    assert progress(done.outbox) == Progress.SENT


def test_a_waiting_order_can_be_taken_out_and_a_gone_one_cannot():
    done = take_out(placed(), KEY, by="duty", now=NOON)
    assert tick(done.outbox, after(1)).give is None
    assert progress(done.outbox) == Progress.NOT_SENT
    assert take_out(done.outbox, KEY, by="duty", now=NOON) == Hindrance.NOT_WAITING
    assert take_out(sent(), KEY, by="duty", now=NOON) == Hindrance.NOT_WAITING
    assert take_out(Outbox(), KEY, by="duty", now=NOON) == Hindrance.UNKNOWN_ORDER
    assert resend(Outbox(), KEY, by="duty", now=NOON) == Hindrance.UNKNOWN_ORDER


def test_an_order_is_placed_once():
    assert place(sent(), ORDER, to=CARD, body=b"", by="d", now=NOON) == Hindrance.THERE_ALREADY
