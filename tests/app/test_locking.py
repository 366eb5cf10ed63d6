"""The console's lock: nothing is done under it, its code is hard to guess, all of it on record."""

from datetime import UTC, datetime, timedelta

import pytest

from app import locking
from app.casework import notes
from app.casework.acts import Act, Refusal
from app.casework.why import Why
from app.desk import Desk
from app.model import SYSTEM, Entry
from app.settings import LOCK, Lock
from app.store import DeskInUse, queries
from app.store.verify import verify
from app.unlocking import clear_lock

CODE = "渝中 2026"
NOTE = Act(name=notes.ACT, subject=notes.SUBJECT, reason="x")
START = datetime(2026, 11, 23, tzinfo=UTC)


class Ticking:
    """A clock that a test moves."""

    now = START

    def __call__(self):
        return self.now

    def forward(self, seconds):
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def moving():
    return Ticking()


@pytest.fixture
def opened(tmp_path, small_hierarchy, moving, officer):
    desks = []

    def open_it():
        desk = Desk(
            tmp_path / "desk",
            small_hierarchy.locate,
            clock=moving,
            officer=officer,
            edition=small_hierarchy.edition,
        )
        desks.append(desk)
        return desk

    yield open_it
    for desk in desks:
        desk.close()


def acts(desk):
    return [entry.act for entry in reversed(desk.ask(queries.entries).result())]


def state(desk):
    return desk.ask(queries.settings).result()[LOCK]


def test_under_the_lock_no_person_does_anything_and_the_machine_goes_on(opened):
    desk = opened()
    assert isinstance(desk.lock(CODE).result(), Entry)
    assert desk.do(NOTE).result() == Refusal(code=Why.LOCKED)
    refused = desk.do(Act(name="alert.unshelve", subject="alert:A-1"), SYSTEM).result()
    assert isinstance(refused, Refusal)
    assert refused.code != Why.LOCKED
    assert isinstance(desk.unlock(CODE).result(), Entry)
    assert isinstance(desk.do(NOTE).result(), Entry)
    assert acts(desk) == ["desk.code", "desk.lock", "desk.unlock", "desk.note"]


def test_the_lock_survives_a_restart_and_keeps_its_code(opened, officer):
    first = opened()
    first.lock(CODE).result()
    first.close()
    again = opened()
    assert (state(again).locked, state(again).by) == (True, officer.name)
    assert isinstance(again.unlock(CODE).result(), Entry)
    assert isinstance(again.lock("another one").result(), Entry)
    assert again.unlock("another one").result() == Refusal(code=Why.CODE_WRONG)


@pytest.mark.parametrize("code", ["", "123", "x" * 65])
def test_an_unfit_code_locks_nothing(opened, code):
    desk = opened()
    assert desk.lock(code).result() == Refusal(code=Why.CODE_UNFIT)
    assert not state(desk).locked
    assert acts(desk) == []


def test_a_code_is_nowhere_in_the_open(opened):
    desk = opened()
    desk.lock("open sesame").result()
    desk.unlock("open barley").result()
    for word in (b"sesame", b"barley"):
        assert all(word not in path.read_bytes() for path in desk.folder.iterdir())


def test_wrong_tries_are_counted_noted_and_make_the_next_wait(opened, moving):
    desk = opened()
    desk.lock(CODE).result()
    for tries, wait_s in enumerate((1, 2, 4, 8, 16, 30, 30), 1):
        assert desk.unlock("wrong").result() == Refusal(code=Why.CODE_WRONG)
        assert state(desk).tries == tries
        moving.forward(wait_s - 0.5)
        assert desk.unlock(CODE).result() == Refusal(code=Why.CODE_EARLY)
        moving.forward(0.5)
    assert acts(desk).count("desk.unlock_failed") == 7
    assert isinstance(desk.unlock(CODE).result(), Entry)
    assert state(desk).tries == 0


def test_a_clock_that_was_set_back_locks_nobody_out():
    assert not locking.wait(Lock(tries=9, tried=START), START - timedelta(days=1))


def test_a_code_typed_with_joined_or_parted_accents_is_the_same():
    assert locking.opens(locking.with_code("caf\u00e9 1", b"salt"), "cafe\u0301 1")


@pytest.mark.parametrize("salt", ["", "zz", "00"])
def test_a_lock_whose_parts_do_not_fit_together_does_not_open(salt):
    assert not locking.opens(Lock(salt=salt, key="11"), CODE)


def test_a_forgotten_code_is_cleared_from_outside_and_on_record(opened, moving):
    desk = opened()
    desk.lock(CODE).result()
    with pytest.raises(DeskInUse):
        clear_lock(desk.folder, clock=moving, who="root")
    desk.close()
    entry = clear_lock(desk.folder, clock=moving, who="root")
    assert (entry.act, entry.actor, entry.reason) == ("desk.code_cleared", SYSTEM.id, "root")
    again = opened()
    assert state(again) == Lock()
    assert verify(again.folder).ok


def test_without_a_desk_or_a_code_there_is_nothing_to_clear(opened, moving, tmp_path):
    with pytest.raises(FileNotFoundError):
        clear_lock(tmp_path / "nowhere", clock=moving, who="root")
    assert not (tmp_path / "nowhere").exists()
    opened().close()
    assert clear_lock(tmp_path / "desk", clock=moving, who="root") == Refusal(code=Why.WRONG_STATE)
