"""Batches: what all say within a moment goes together, and answers wait for the commit."""

import asyncio
from collections.abc import Sequence
from concurrent.futures import Future

import pytest

from app.ingest.transports.collector import MOST, Collector
from app.model import Message

SAID = Message(format="nmea", type="RMC")


class Desk:
    def __init__(self) -> None:
        self.batches: list[int] = []
        self.futures: list[Future[None]] = []

    def receive(self, source: str, messages: Sequence[Message]) -> Future[None]:
        self.batches.append(len(messages))
        self.futures.append(Future())
        return self.futures[-1]


class Speaker:
    def __init__(self) -> None:
        self.told: list[object] = []

    def settled(self, count: int, replies: Sequence[bytes]) -> None:
        self.told.append((count, b"".join(replies)))

    def lost(self) -> None:
        self.told.append("lost")


def collected(play) -> Desk:
    """Have `play(collector, desk)` run to its end."""
    desk = Desk()

    async def run() -> None:
        loop = asyncio.get_running_loop()
        await play(Collector("tcp", desk.receive, loop, every_s=0.001), desk)

    asyncio.run(run())
    return desk


async def begun(desk: Desk, count: int) -> None:
    while len(desk.futures) < count:
        await asyncio.sleep(0.001)


def test_what_all_peers_say_within_a_moment_is_one_batch():
    peers = [Speaker() for _ in range(100)]

    async def play(collector, desk):
        for peer in peers:
            collector.add(peer, [SAID], [b"ok"])
        await begun(desk, 1)
        assert [peer.told for peer in peers] == [[]] * 100
        desk.futures[0].set_result(None)
        await collector.idle()

    assert collected(play).batches == [100]
    assert [peer.told for peer in peers] == [[(1, b"ok")]] * 100


def test_one_batch_is_under_way_at_a_time_and_the_next_is_larger():
    peer = Speaker()

    async def play(collector, desk):
        collector.add(peer, [SAID], [b"1"])
        await begun(desk, 1)
        for number in range(2, 6):
            collector.add(peer, [SAID], [b"%d" % number])
        await asyncio.sleep(0.01)
        assert len(desk.futures) == 1
        desk.futures[0].set_result(None)
        await begun(desk, 2)
        desk.futures[1].set_result(None)
        await collector.idle()

    assert collected(play).batches == [1, 4]
    assert peer.told == [(1, b"1"), *((1, b"%d" % n) for n in range(2, 6))]


def test_a_batch_is_bounded():
    peer = Speaker()

    async def play(collector, desk):
        for _ in range(5):
            collector.add(peer, [SAID] * (MOST // 2), [])
        for number in range(1, 4):
            await begun(desk, number)
            desk.futures[number - 1].set_result(None)
        await collector.idle()

    assert collected(play).batches == [MOST, MOST, MOST // 2]


def test_answers_that_need_nothing_kept_go_out_behind_those_that_do():
    peer = Speaker()

    async def play(collector, desk):
        collector.add(peer, [SAID], [b"position"])
        collector.add(peer, [], [b"heartbeat"])
        await begun(desk, 1)
        desk.futures[0].set_result(None)
        collector.add(peer, [], [b"again"])
        await collector.idle()

    assert collected(play).batches == [1]
    assert peer.told == [(1, b"position"), (0, b"heartbeat"), (0, b"again")]


@pytest.mark.parametrize("cancelled", [False, True])
def test_what_could_not_be_kept_is_never_acknowledged_and_the_next_is_tried(cancelled, caplog):
    peer, other = Speaker(), Speaker()

    async def play(collector, desk):
        collector.add(peer, [SAID], [b"ok"])
        await begun(desk, 1)
        if cancelled:
            desk.futures[0].cancel()
        else:
            desk.futures[0].set_exception(OSError("disk full"))
        collector.add(other, [SAID], [b"ok"])
        await begun(desk, 2)
        desk.futures[1].set_result(None)
        await collector.idle()

    collected(play)
    assert (peer.told, other.told) == (["lost"], [(1, b"ok")])
    assert "could not be kept" in caplog.text


def test_too_much_that_waits_is_told():
    async def play(collector, desk):
        assert not collector.full
        for _ in range(20):
            collector.add(Speaker(), [SAID] * MOST, [])
        assert collector.full
        for number in range(1, 21):
            await begun(desk, number)
            desk.futures[number - 1].set_result(None)
        await collector.idle()
        assert not collector.full

    assert len(collected(play).batches) == 20
