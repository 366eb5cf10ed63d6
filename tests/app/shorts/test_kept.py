"""What waits is kept, held over a new start, and goes only when an officer says so."""

import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

from app.card import Card
from app.casework.acts import Refusal
from app.settings import CARD, CARD_STATE
from app.short_service import ShortService
from app.shortmsg.track import Progress
from app.store import queries
from app.store.verify import verify
from tests.app.shorts.field import START, Field, open_desk

ROOT = Path(__file__).parents[3]


def reopened(field: Field) -> Field:
    field.close()
    field.open()
    field.crews_by_card()
    return field


def txa(field: Field) -> list[bytes]:
    return [data for _, _, data in field.given if b"TXA" in data]


def test_an_order_that_waits_survives_a_new_start_and_is_not_sent_by_itself(made):
    field = made()
    field.order(field.dispatch("U-1"))
    field = reopened(field)
    field.pass_time(600)
    assert txa(field) == []
    (order,) = field.orders().values()
    assert (order.progress, order.held) == (Progress.WAITING, True)
    assert [e.subject for e in field.entries("short.hold")] == [f"order:{order.id}"]
    assert field.try_do("short.release", f"order:{order.id}").act == "short.release"
    field.pass_time(600)
    assert len(txa(field)) == 1
    (order,) = field.orders().values()
    assert (order.progress, order.held) == (Progress.FED_BACK, False)


def test_what_had_gone_is_still_waited_for_and_the_period_begins_anew(made):
    field = made()
    field.order(field.dispatch("U-1"), minutes=3)
    field.order(field.dispatch("U-2"))
    field.pass_time(10)
    field.card.crews.clear()
    field.close()
    field.open()
    state = field.desk.ask(queries.settings).result(10)[CARD_STATE]
    assert (state.since, state.wait_s, state.at_card) == (field.clock.now, 60.0, "")
    held = next(one for one in field.orders().values() if one.held)
    field.try_do("short.release", f"order:{held.id}")
    sent = len(txa(field))
    field.pass_time(55)
    assert len(txa(field)) == sent
    field.pass_time(200)
    progress = {one.unit: one.progress for one in field.orders().values()}
    assert progress["U-1"] is Progress.NOT_CONFIRMED


def test_a_release_of_what_does_not_wait_and_a_second_one_are_refused(made):
    field = made()
    ident = field.order(field.dispatch("U-1")).subject
    assert field.try_do("short.release", ident).code == "short_hindered"
    field = reopened(field)
    field.try_do("short.release", ident)
    assert isinstance(field.try_do("short.release", ident), Refusal)


def test_a_line_that_takes_nothing_is_a_message_not_sent(made):
    field = made()
    field.card.source = "pulled-out"
    field.order(field.dispatch("U-1"))
    field.pass_time(300)
    (order,) = field.orders().values()
    assert order.progress is Progress.NOT_SENT
    assert order.sendings[0].refused == "line"
    assert len(txa(field)) == 1


def test_without_a_card_nothing_goes_and_nothing_is_ordered(made):
    field = made()
    task = field.dispatch("U-1")
    field.desk.keep(CARD, Card()).result(10)
    act = {"text": "", "carrier": "global", "answer_min": 5}
    assert field.try_do("short.order", f"task:{task}", **act).code == "short_off"
    field.pass_time(60)
    assert txa(field) == []


KILLED = """
import os, signal, sys
from pathlib import Path
from tests.app.shorts.field import Field
field = Field(Path(sys.argv[1]))
field.order(field.dispatch("U-1"))
field.order(field.dispatch("U-2"))
field.service.tick()
print("ready", flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_desk_that_is_killed_has_its_queue_and_what_had_gone(made, tmp_path):
    folder = tmp_path / "killed"
    child = subprocess.run(
        [sys.executable, "-c", KILLED, str(folder)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert (child.stdout.strip(), child.returncode) == ("ready", -signal.SIGKILL)
    field = Field(folder)
    try:
        by_unit = {one.unit: one for one in field.orders().values()}
        assert by_unit["U-1"].progress is Progress.SENT
        assert by_unit["U-1"].sendings[0].at == START
        assert (by_unit["U-2"].progress, by_unit["U-2"].held) == (Progress.WAITING, True)
        field.pass_time(16 * 60, step=20)
        by_unit = {one.unit: one.progress for one in field.orders().values()}
        assert by_unit == {"U-1": Progress.NOT_CONFIRMED, "U-2": Progress.WAITING}
        assert txa(field) == []
        assert field.clock.now == START + timedelta(minutes=16)
    finally:
        field.close()
    assert verify(folder).ok


def test_nothing_goes_before_what_waits_from_before_is_held(made):
    field = made()
    field.order(field.dispatch("U-1"))
    field.close()
    desk = open_desk(field.folder, field.clock)
    service = ShortService(desk, field._send, clock=field.clock)
    field.desk, field.service = desk, service
    service.tick()
    assert txa(field) == []
    assert [order.held for order in field.orders().values()] == [True]


def test_a_look_that_fails_is_tried_again_and_said_once(made, caplog):
    field = made()
    ident = field.order(field.dispatch("U-1")).subject
    work, field.desk.work = field.desk.work, broken
    for _ in range(3):
        field.service._safely()
    assert len(caplog.records) == 1
    field.desk.work = work
    field.service._safely()
    assert len(txa(field)) == 1
    assert field.orders()[ident[6:]].progress is Progress.SENT


def broken(job):
    raise OSError("no room")
