"""A line is read when there is no reason against it, and told to stop and go once each."""

import asyncio

from app.ingest.transports.flow import Flow, Held
from app.sources.limits import Limits


class Line:
    def __init__(self) -> None:
        self.told: list[str] = []

    def write(self, data: bytes) -> None:
        self.told.append("write")

    def pause(self) -> None:
        self.told.append("pause")

    def resume(self) -> None:
        self.told.append("resume")

    def drop(self) -> None:
        self.told.append("drop")


def flow_of(line: Line, loop, limits: Limits | None = None) -> Flow:
    return Flow(line, loop, limits or Limits(), lambda: line.told.append("go on"))


def test_several_reasons_stop_a_line_once_and_the_last_one_lets_it_go():
    line = Line()
    flow = flow_of(line, None)
    for why in (Held.WAITING, Held.UNREAD, Held.WAITING):
        flow.hold(why)
    flow.release(Held.WAITING)
    assert line.told == ["pause"]
    flow.release(Held.UNREAD)
    assert line.told == ["pause", "go on", "resume"]


def test_what_is_still_there_may_stop_it_again_before_it_is_read():
    line = Line()
    flow = Flow(line, None, Limits(), lambda: flow.hold(Held.ASKED))
    flow.hold(Held.WAITING)
    flow.release(Held.WAITING)
    assert line.told == ["pause", "pause"]
    assert Held(flow.held) == Held.ASKED


def test_who_has_spent_its_share_is_read_again_when_that_is_paid_for():
    async def play() -> list[str]:
        line = Line()
        loop = asyncio.get_running_loop()
        flow = flow_of(line, loop, Limits(messages_a_second=100, burst=1))
        flow.spend(2, loop.time())
        assert Held(flow.held) == Held.PACE
        while flow.held:
            await asyncio.sleep(0.005)
        return line.told

    assert asyncio.run(play()) == ["pause", "go on", "resume"]


def test_a_line_that_is_gone_is_told_nothing_more():
    line = Line()
    flow = flow_of(line, None)
    flow.hold(Held.WAITING)
    flow.close()
    flow.release(Held.WAITING)
    flow.hold(Held.UNREAD)
    assert line.told == ["pause"]
