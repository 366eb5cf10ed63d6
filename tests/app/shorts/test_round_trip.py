"""Orders over a lossy card, through service and desk: heard, or said to be not confirmed."""

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.ingest.rdss.commands import Dialect
from app.ingest.simulation.crews import Manner
from app.ingest.simulation.lossy_card import Sky
from app.model import TaskState
from app.shortmsg.kept import KeptOrder
from app.shortmsg.track import ANSWERED, Cause, Progress
from app.store.verify import verify
from tests.app.shorts.field import CARDS, CLEAR, QUICK, Field

USUAL = Sky()
BAD = Sky(loss=0.35, twice=0.4, most_s=300)
ENDS = ANSWERED | {Progress.NOT_CONFIRMED}
HOUR = 3600
EXAMPLES = settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def test_over_a_clear_sky_a_task_is_signed_on_site_and_fed_back(made, tmp_path):
    field = made(sky=CLEAR)
    tasks = [field.dispatch(unit) for unit in CARDS]
    for task in tasks:
        field.order(task)
    field.pass_time(900)
    assert {one.progress for one in field.orders().values()} == {Progress.FED_BACK}
    assert {field.task(task).state for task in tasks} == {TaskState.FED_BACK}
    entry = next(e for e in field.entries("task.sign") if e.subject == f"task:{tasks[0]}")
    assert (entry.actor, entry.role, entry.on_behalf_of) == ("system", "system", "h-1")
    assert entry.reason.startswith("渝收1 ")
    field.close()
    assert verify(tmp_path).ok


@pytest.mark.parametrize("carrier", ["global", "regional", "civil"])
def test_bits_and_words_go_the_same_way(made, carrier):
    field = made(carrier=carrier)
    task = field.dispatch("U-1")
    field.order(task, text="塌方, 绕行*", carrier=carrier)
    field.pass_time(900)
    (order,) = field.orders().values()
    assert order.progress is Progress.FED_BACK
    assert field.task(task).state is TaskState.FED_BACK


@EXAMPLES
@given(seed=st.integers(0, 10_000), bad=st.booleans(), orders=st.integers(1, 3))
def test_every_order_ends_as_heard_or_as_not_confirmed(tmp_path_factory, seed, bad, orders):
    manner = Manner(sign_s=(5, 40), arrive_s=(120, 400), feedback_s=(420, 1200), returns=0.1)
    folder = tmp_path_factory.mktemp("desk")
    field = Field(folder, seed=seed, sky=BAD if bad else USUAL, manner=manner)
    try:
        tasks = {field.dispatch(unit): unit for _ in range(orders) for unit in CARDS}
        for task in tasks:
            field.order(task)
        field.pass_time(HOUR, step=10)
        found = field.orders()
        assert len(found) == len(tasks)
        for order in found.values():
            assert order.progress in ENDS
            _holds(field, order)
        _accounts(field)
    finally:
        field.close()
    assert verify(folder).ok


def _holds(field: Field, order: KeptOrder) -> None:
    """Sent once, for nobody said again; the task is no further than what was heard."""
    assert [one.cause for one in order.sendings] == [Cause.FIRST]
    gone = [data for _, _, data in field.given if order.body.upper().encode() in data]
    assert len(gone) == 1
    heard = {letter.kind for letter in field.letters() if letter.order == order.id}
    state = field.task(order.task).state
    assert (order.progress in ANSWERED) == bool(heard)
    if not heard:
        assert order.not_confirmed
        assert state is TaskState.SENT
    if order.progress is Progress.RETURNED:
        assert state is TaskState.RETURNED


def _accounts(field: Field) -> None:
    """The period was kept; what the sky delivered is in the inbox, or counted as come again."""
    times = [at for at, _, data in field.given if b"TXA" in data]
    assert all(b - a >= timedelta(seconds=60) for a, b in pairwise(times))
    up = list(field.card._up.values())
    delivered = sum(card.counts.delivered for card in up)
    assert delivered == sum(1 + letter.repeats for letter in field.letters())
    for card in field.card.counts():
        books = card.counts
        assert books.sent + books.copies == books.delivered + books.lost + card.flying
    signed = field.entries("task.sign")
    assert len({entry.subject for entry in signed}) == len(signed)


def test_a_card_of_each_dialect_is_given_what_it_understands(made):
    field = made()
    field.order(field.dispatch("U-1"))
    field.pass_time(60)
    sent = [data for _, _, data in field.given]
    assert sent[0] == b"$CCICA,0,00*7B\r\n"
    assert sent[1].startswith(b"$CCTXA,0001001,1,1,E1")
    assert [dialect.value for dialect in Dialect] == ["bd2", "bd3", "binary"]


def test_an_order_is_not_confirmed_after_its_time_and_a_late_receipt_still_counts(made):
    slow = Manner(sign_s=(400, 401), arrive_s=(9000, 9001), feedback_s=(9000, 9001), returns=0)
    field = made(manner=slow)
    task = field.dispatch("U-1")
    field.order(task, minutes=5)
    field.pass_time(330)
    (order,) = field.orders().values()
    assert order.progress is Progress.NOT_CONFIRMED
    assert field.entries("short.not_confirmed")[0].actor == "system"
    field.pass_time(120)
    (order,) = field.orders().values()
    assert order.progress is Progress.RECEIVED
    assert order.heard[0].late
    assert len(order.not_confirmed) == 1
    assert field.task(task).state is TaskState.SIGNED


def test_nothing_goes_again_until_an_officer_says_so_and_then_it_is_the_same(made):
    field = made(sky=Sky(loss=1.0))
    task = field.dispatch("U-1")
    ident = field.order(task, minutes=2).subject
    field.pass_time(600)
    bodies = [data for _, _, data in field.given if b"TXA" in data]
    assert len(bodies) == 1
    assert field.try_do("short.resend", ident).act == "short.resend"
    field.pass_time(600)
    (order,) = field.orders().values()
    bodies = [data for _, _, data in field.given if b"TXA" in data]
    assert bodies[0] == bodies[1]
    assert len(bodies) == 2
    assert [(one.cause, one.by) for one in order.sendings] == [
        (Cause.FIRST, "zhang"),
        (Cause.OFFICER, "zhang"),
    ]
    assert order.progress is Progress.NOT_CONFIRMED


def test_what_the_card_refuses_was_not_sent_and_its_wait_is_kept(made):
    field = made()
    field.card._last = field.clock.now - timedelta(seconds=20)  # somebody else used the card
    field.order(field.dispatch("U-1"))
    field.order(field.dispatch("U-2"))
    field.pass_time(30)
    first, second = sorted(field.orders().values(), key=lambda one: one.id)
    assert first.progress is Progress.NOT_SENT
    assert first.sendings[0].refused == "period"
    assert second.progress is Progress.WAITING
    field.pass_time(QUICK.feedback_s[1] + 120)
    first, second = sorted(field.orders().values(), key=lambda one: one.id)
    assert first.progress is Progress.NOT_SENT
    assert second.progress is Progress.FED_BACK
