"""A recorded log comes through the same door as live terminals, at its speed or all at once."""

import threading
from collections.abc import Sequence
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.clock import frozen
from app.ingest import jt808
from app.ingest.nmea_sentence import compose
from app.ingest.replay import Replay, messages_of
from app.model import Message

AT = datetime(2015, 1, 1, 4, 0, 0, tzinfo=UTC)


class Store:
    def __init__(self) -> None:
        self.sources: set[str] = set()
        self.batches: list[list[Message]] = []

    def receive(self, source: str, messages: Sequence[Message]) -> "Future[None]":
        self.sources.add(source)
        self.batches.append(list(messages))
        future: Future[None] = Future()
        future.set_result(None)
        return future

    @property
    def messages(self) -> list[Message]:
        return [message for batch in self.batches for message in batch]


def frame(second: int) -> bytes:
    body = jt808.location_body(lon=106.5, lat=29.5, at=AT + timedelta(seconds=second))
    return jt808.build(0x0200, "13800000001", second, body)


def line(second: int) -> bytes:
    clock = f"0400{second:02}"
    return compose("GNRMC", [clock, "A", "2930.0", "N", "10630.0", "E", "0", "0", "010115"])


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "crew.bin"
    path.write_bytes(b"".join(map(frame, range(600))) + b"\x7ebroken frame\x7e" + frame(601))
    return path


def play(path: Path, **options) -> tuple[Store, Replay]:
    store = Store()
    replay = Replay(path, store.receive, clock=frozen(AT), **options)
    replay.start()
    assert replay.wait(20)
    return store, replay


def test_a_log_is_played_in_order_and_ends(log: Path) -> None:
    store, replay = play(log, speed=0)
    assert [m.fix_time for m in store.messages if m.error is None] == [
        AT + timedelta(seconds=second) for second in (*range(600), 601)
    ]
    status = replay.status()[0]
    assert (status.state, status.heard, status.refused) == ("ended", 602, {"frame too short": 1})
    assert store.sources == {"replay crew.bin"}
    assert not [t for t in threading.enumerate() if t.name == "replay"]


def test_old_fix_times_stay_as_they_are_and_batches_are_bounded(log: Path) -> None:
    store, _ = play(log, speed=0)
    assert store.messages[0].fix_time == AT
    assert max(map(len, store.batches)) <= 256


def test_at_a_speed_the_log_waits_between_fixes(tmp_path: Path) -> None:
    path = tmp_path / "slow.hex"
    path.write_text("\n".join(frame(second).hex() for second in (0, 1, 2)))
    store, _ = play(path, speed=100)
    assert [len(batch) for batch in store.batches] == [1, 1, 1]


def test_it_can_be_stopped_while_it_waits(tmp_path: Path) -> None:
    path = tmp_path / "slow.hex"
    path.write_text("\n".join(frame(second).hex() for second in (0, 3)))
    store = Store()
    replay = Replay(path, store.receive, speed=0.001, clock=frozen(AT))
    replay.start()
    replay.stop()
    assert replay.status()[0].state == "stopped"
    assert len(store.messages) <= 1


def test_a_receiver_is_named_after_its_file(tmp_path: Path) -> None:
    path = tmp_path / "boat-7.nmea"
    path.write_bytes(b"".join(map(line, range(3))))
    messages = list(messages_of(path))
    assert [m.terminal for m in messages] == ["boat-7"] * 3
    assert [m.fix_time for m in messages] == [AT + timedelta(seconds=s) for s in range(3)]


def test_a_log_that_is_not_there_is_an_error_at_start(tmp_path: Path) -> None:
    replay = Replay(tmp_path / "absent", Store().receive, clock=frozen(AT))
    with pytest.raises(FileNotFoundError):
        replay.start()


def test_a_desk_that_fails_ends_the_replay_and_is_told(log: Path, caplog) -> None:
    def receive(source: str, messages: Sequence[Message]) -> "Future[None]":
        future: Future[None] = Future()
        future.set_exception(OSError("disk full"))
        return future

    replay = Replay(log, receive, speed=0, clock=frozen(AT))
    replay.start()
    assert replay.wait(20)
    assert (replay.status()[0].state, replay.status()[0].error) == ("failed", "disk full")
