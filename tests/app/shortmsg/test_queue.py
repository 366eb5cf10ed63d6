"""The queue: never more than one message a service period, the urgent first, and it says when."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.shortmsg.queue import Outgoing, Queue, Urgency, planned, put, step, told_to_wait, without
from tests.app.shortmsg.made import NOON


def after(seconds: float):
    return NOON + timedelta(seconds=seconds)


def message(ident: str, urgency: Urgency = Urgency.ORDER) -> Outgoing:
    return Outgoing(id=ident, to="204057", body=b"", urgency=urgency, put=NOON)


def filled(*idents: str, period_s: float = 60) -> Queue:
    queue = Queue(period_s=period_s)
    for ident in idents:
        queue = put(queue, message(ident))
    return queue


def test_the_urgent_goes_first_and_equals_in_the_order_of_coming():
    queue = filled("o1", "o2")
    for ident, urgency in (("x1", Urgency.OTHER), ("s1", Urgency.SOS), ("s2", Urgency.SOS)):
        queue = put(queue, message(ident, urgency))
    queue = put(queue, message("o3"))
    assert [(one.message.id, one.at) for one in planned(queue, NOON)] == [
        (ident, after(60 * place))
        for place, ident in enumerate(["s1", "s2", "o1", "o2", "o3", "x1"])
    ]


def test_the_plan_is_what_happens():
    queue = filled("a", "b", "c")
    queue, _ = step(queue, NOON)
    plan = planned(queue, after(13))
    gone = []
    for second in range(13, 300):
        queue, sent = step(queue, after(second))
        gone += [(sent.id, after(second))] if sent else []
    assert (
        gone == [(one.message.id, one.at) for one in plan] == [("b", after(60)), ("c", after(120))]
    )


def test_the_card_s_own_wait_is_kept_and_never_shortens_the_period():
    queue, _ = step(filled("a", "b"), NOON)
    assert planned(told_to_wait(queue, 5, after(10)), after(10))[0].at == after(60)
    assert planned(told_to_wait(queue, 100, after(10)), after(10))[0].at == after(110)


def test_a_clock_set_back_makes_the_wait_begin_anew_and_not_last_for_ever():
    queue, _ = step(filled("a", "b"), NOON)
    queue, sent = step(queue, after(-3600))
    assert sent is None
    assert planned(queue, after(-3600))[0].at == after(-3540)
    assert step(queue, after(-3541))[1] is None
    assert step(queue, after(-3540))[1] is not None


def test_a_message_taken_out_does_not_go():
    queue = without(filled("a", "b"), "a")
    assert step(queue, NOON)[1].id == "b"


@pytest.mark.parametrize("period_s", [0, -1, float("nan"), float("inf")])
def test_a_period_that_is_none_is_refused(period_s):
    with pytest.raises(ValueError, match="service period"):
        Queue(period_s=period_s)


@pytest.mark.parametrize("wait_s", [-1, float("nan"), float("inf")])
def test_a_wait_that_is_none_is_refused(wait_s):
    with pytest.raises(ValueError, match="wait"):
        told_to_wait(Queue(), wait_s, NOON)


def test_an_id_waits_once():
    with pytest.raises(ValueError, match="waits already"):
        put(filled("a"), message("a"))


STEPS = st.lists(
    st.tuples(
        st.integers(0, 200),
        st.sampled_from(["put", "step", "wait", "period"]),
        st.sampled_from(Urgency),
        st.integers(0, 150),
    ),
    max_size=60,
)


@given(STEPS, st.integers(1, 120))
@settings(max_examples=200, deadline=None)
def test_no_two_messages_go_within_a_period(steps, period_s):
    queue, now, sent, busy = Queue(period_s=period_s), 0, [], 0
    for number, (passed, what, urgency, wait_s) in enumerate(steps):
        now += passed
        if what == "put":
            queue = put(queue, message(str(number), urgency))
        elif what == "wait":
            queue = told_to_wait(queue, wait_s, after(now))
            busy = max(busy, now + wait_s)
        elif what == "period":
            queue = replace(queue, period_s=max(period_s, wait_s))
        before = planned(queue, after(now))
        queue, one = step(queue, after(now))
        if one is not None:
            assert before[0] == (one, after(now))
            assert now >= busy
            sent.append(now)
    assert all(later - sooner >= period_s for sooner, later in pairwise(sent))
