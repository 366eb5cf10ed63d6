"""What is left of a peer's bytes: in its order, a little at a time, whatever it sends."""

import pytest

from app.ingest.frames import Kind
from app.ingest.mixed import MixedFramer
from app.ingest.transports.backlog import FRAMES, TURN, Backlog

JUNK = b"x\x7e"


def drained(backlog: Backlog) -> list[list[bytes]]:
    turns = []
    while backlog:
        some, _, _ = backlog.take()
        turns.append([raw for _, raw in some])
    return turns


@pytest.mark.parametrize("count", [1, FRAMES, FRAMES + 1, 10_000])
def test_nobody_gets_more_than_some_frames_a_turn_and_none_is_lost(count: int) -> None:
    backlog = Backlog(MixedFramer().feed)
    backlog.add(b"\x7e")
    backlog.add(JUNK * count)
    turns = drained(backlog)
    assert max(map(len, turns)) <= FRAMES
    assert sum(map(len, turns)) == count


def test_only_some_bytes_are_cut_a_turn() -> None:
    cut: list[int] = []
    backlog = Backlog(lambda data: cut.append(len(data)) or [])
    backlog.add(bytes(2 * TURN + 1))
    assert [backlog.take()[1:] for _ in range(3)] == [(TURN, 0), (TURN, 0), (1, 0)]
    assert cut == [TURN, TURN, 1]
    assert not backlog


def test_what_is_cut_already_comes_before_what_is_not() -> None:
    backlog = Backlog(lambda data: [(Kind.NMEA, data)])
    backlog.add(b"later")
    backlog.put([(Kind.NMEA, b"now")])
    assert [backlog.take()[0][0][1] for _ in range(2)] == [b"now", b"later"]


def test_what_is_cleared_is_gone() -> None:
    backlog = Backlog(MixedFramer().feed)
    backlog.add(JUNK * 500)
    backlog.take()
    backlog.clear()
    assert not backlog
