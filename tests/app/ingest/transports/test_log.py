"""Recorded logs as sources: once, again and again, and those that cannot be read."""

from dataclasses import replace

import pytest

from app.ingest.transports import log, running
from app.sources.source import Kind, Source
from tests.app.ingest.speaking import EPOCH, Store, listening, until


@pytest.fixture
def store(monkeypatch) -> Store:
    monkeypatch.setattr(running, "FIRST_PAUSE_S", 0.01)
    monkeypatch.setattr(log, "AGAIN_S", 0.01)
    return Store()


@pytest.fixture
def played(tmp_path) -> Source:
    path = tmp_path / "a.nmea"
    path.write_bytes(EPOCH)
    return Source(id="log", kind=Kind.LOG, path=str(path), speed=0.0)


def test_a_log_is_played_to_its_end_once(store, played):
    with listening(store, played) as gateway:
        until(lambda: gateway.status()[0].state == "ended")
        assert [m.type for m in store.messages] == ["RMC+GGA"]
        assert store.batches == [("log", 1)]
        assert (gateway.status()[0].heard, gateway.status()[0].connections) == (1, 0)


def test_a_looped_log_is_played_again_and_again(store, played):
    with listening(store, replace(played, looped=True)):
        until(lambda: len(store.messages) >= 3)


def test_a_log_that_is_not_there_is_said_and_tried_again(store, played, tmp_path):
    later = tmp_path / "later.nmea"
    with listening(store, replace(played, path=str(later))) as gateway:
        assert gateway.status()[0].state == "waiting"
        assert "later.nmea" in gateway.status()[0].error
        later.write_bytes(EPOCH)
        until(lambda: gateway.status()[0].state == "ended")
        assert len(store.messages) == 1


def test_a_log_that_is_ended_in_the_middle_leaves_no_thread(store, played, tmp_path):
    path = tmp_path / "slow.nmea"
    path.write_bytes(EPOCH * 3)
    with listening(store, replace(played, path=str(path), speed=0.001)) as gateway:
        gateway.apply(()).result(10)
        assert gateway.status() == ()
