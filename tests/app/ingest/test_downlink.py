"""Commands on their way down: when they go, when they go again, and what is said of their end."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from time import monotonic

import pytest

from app.ingest.downlink import Downlink
from app.ingest.sending import Timers
from app.model import Command, CommandKind, CommandState

NOW = datetime(2026, 7, 1, 8, 0, tzinfo=UTC)
PHONE = "13800000001"


class Watch:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


class Line:
    """A connection that takes what it is given, as long as `open`."""

    def __init__(self) -> None:
        self.open = True
        self.sent: list[str] = []
        self._serial = 0

    def speaks_for(self, phone: str) -> bool:
        return self.open

    def push(self, command: Command) -> tuple[frozenset[int], bytes]:
        self._serial += 1
        frames = f"{command.id}#{self._serial}"
        self.sent.append(frames)
        return frozenset({self._serial}), frames.encode()

    def repeat(self, frames: bytes) -> None:
        self.sent.append(frames.decode())


class Scene:
    """A downlink with a clock set by hand; its own thread is never started."""

    def __init__(self) -> None:
        self.watch, self.line = Watch(), Line()
        self.told: list[Command] = []
        self.begun_s = monotonic()
        timers = Timers(answer_s=10.0, again=3)
        self.downlink = Downlink(self.told.append, clock=self.watch, timers=timers)

    @property
    def states(self) -> list[str]:
        return [one.state.value for one in self.told]

    def after(self, seconds: float) -> None:
        self.watch.now = NOW + timedelta(seconds=seconds)
        self.downlink.due(self.begun_s + seconds + 0.5)


@pytest.fixture
def scene() -> Scene:
    return Scene()


def command(ident: str = "D1", *, kind: CommandKind = CommandKind.TEXT, **more: object) -> Command:
    return Command(id=ident, terminal=PHONE, kind=kind, by="zhang", made=NOW, text="到位", **more)


def wait(minutes: float) -> datetime:
    return NOW + timedelta(minutes=minutes)


def test_a_command_to_nobody_is_said_to_be_unsent_at_once(scene: Scene):
    scene.downlink.put(command())
    assert scene.states == ["offline"]
    assert scene.told[0].ended == NOW
    scene.downlink.joined(PHONE, scene.line)
    assert scene.line.sent == []


def test_a_command_that_may_wait_goes_when_its_terminal_comes(scene: Scene):
    scene.downlink.put(command(until=wait(5)))
    scene.downlink.put(command("D2", until=wait(5)))
    assert scene.states == []
    scene.downlink.joined(PHONE, scene.line)
    assert scene.line.sent == ["D1#1", "D2#2"]
    assert scene.states == ["sent", "sent"]


def test_a_command_that_waited_too_long_is_never_sent(scene: Scene):
    scene.downlink.put(command(until=wait(5)))
    scene.after(299)
    assert scene.states == []
    scene.after(300)
    assert scene.states == ["offline"]
    scene.downlink.joined(PHONE, scene.line)
    assert scene.line.sent == []


TIMES = ((9, 1), (10, 2), (29, 2), (30, 3), (89, 3), (90, 4), (329, 4), (330, 4))
"""Seconds -> how often it is on the line by then: 10, 20, 60 and 240 s (T(n+1) = T(n) x (n+1))."""


def test_it_is_sent_again_by_the_timers_with_its_serial_and_then_not_confirmed(scene: Scene):
    scene.downlink.joined(PHONE, scene.line)
    scene.downlink.put(command())
    for seconds, sent in TIMES:
        scene.after(seconds)
        assert len(scene.line.sent) == sent, seconds
    assert set(scene.line.sent) == {"D1#1"}
    assert scene.states == ["sent"] * 4 + ["unconfirmed"]
    assert [one.tries for one in scene.told] == [1, 2, 3, 4, 4]


RESULTS = ((0, "done"), (1, "failed"), (2, "bad"), (3, "unsupported"), (9, "failed"))


@pytest.mark.parametrize(("result", "state"), RESULTS)
def test_the_terminals_own_word_is_the_end_of_it(scene: Scene, result: int, state: str):
    scene.downlink.joined(PHONE, scene.line)
    scene.downlink.put(command())
    assert scene.downlink.answered(PHONE, 1, 0x8300, result)
    assert scene.states == ["sent", state]
    assert not scene.downlink.answered(PHONE, 1, 0x8300, result)
    scene.after(1000)
    assert scene.states == ["sent", state]


STRAY = (("another serial", PHONE, 2), ("another terminal", "1", 1))


@pytest.mark.parametrize(("phone", "serial"), [s[1:] for s in STRAY], ids=[s[0] for s in STRAY])
def test_an_answer_to_something_else_ends_nothing(scene: Scene, phone: str, serial: int):
    scene.downlink.joined(PHONE, scene.line)
    scene.downlink.put(command())
    assert not scene.downlink.answered(phone, serial, 0x8300, 0)
    assert not scene.downlink.located(phone, serial)
    assert scene.states == ["sent"]


def test_a_question_is_answered_by_a_position_and_not_by_a_bare_yes(scene: Scene):
    scene.downlink.joined(PHONE, scene.line)
    scene.downlink.put(command(kind=CommandKind.ASK))
    assert scene.downlink.answered(PHONE, 1, 0x8201, 0)
    assert scene.states == ["sent"]
    assert scene.downlink.located(PHONE, 1)
    assert scene.states == ["sent", "done"]


def test_a_line_that_is_gone_takes_nothing_and_the_answer_may_come_on_another(scene: Scene):
    scene.downlink.joined(PHONE, scene.line)
    scene.downlink.put(command())
    scene.line.open = False
    scene.downlink.left(PHONE, scene.line)
    scene.after(15)
    assert scene.line.sent == ["D1#1"]
    assert scene.states == ["sent"]
    assert not scene.downlink.online(PHONE)
    other = Line()
    scene.downlink.joined(PHONE, other)
    assert scene.downlink.online(PHONE)
    assert other.sent == []  # nobody asked for it to be sent anew
    assert scene.downlink.answered(PHONE, 1, 0x8300, 0)
    assert scene.states == ["sent", "done"]


def test_each_command_is_taken_once(scene: Scene):
    scene.downlink.joined(PHONE, scene.line)
    scene.downlink.put(command())
    scene.downlink.put(replace(command(), state=CommandState.WAITING))
    assert scene.line.sent == ["D1#1"]


def test_one_line_serves_many_terminals(scene: Scene):
    for phone in ("1", "2"):
        scene.downlink.joined(phone, scene.line)
    scene.downlink.put(replace(command("D1"), terminal="1"))
    scene.downlink.put(replace(command("D2"), terminal="2"))
    scene.downlink.left("1", scene.line)
    assert (scene.downlink.online("1"), scene.downlink.online("2")) == (False, True)
    assert scene.downlink.answered("2", 2, 0x8300, 0)
    assert scene.states == ["sent", "sent", "done"]
