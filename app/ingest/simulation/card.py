"""A simulated BeiDou card that speaks "2.1", its sky, and crews on the other side of it.

It takes and gives the bytes that a real one would, so that the desk cannot tell; screens can.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from app.ingest import nmea
from app.ingest.hearing import Ear
from app.ingest.rdss.commands import sentence
from app.ingest.simulation.crews import Crew
from app.ingest.simulation.lossy_card import LossyCard, Sky
from app.model import Message
from app.shortmsg.packing import ours

SOURCE = "simulated-card"
NUMBER = 204057
_EARLY = timedelta(seconds=0.5)

Receive = Callable[[str, Sequence[Message]], object]


@dataclass(slots=True)
class SimulatedCard:
    """`receive` gets what it says as Messages; `crews` by the number of their card."""

    seed: int
    receive: Receive
    crews: dict[str, Crew]
    clock: Callable[[], datetime]
    sky: Sky = field(default_factory=Sky)
    period_s: float = 60.0
    source: str = SOURCE
    sent: int = 0
    _ear: Ear = field(init=False, repr=False)
    _down: dict[str, LossyCard] = field(default_factory=dict, init=False)
    _up: dict[str, LossyCard] = field(default_factory=dict, init=False)
    _last: datetime | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self._ear = Ear(self.source)
        for number, card in enumerate(sorted(self.crews)):
            self._down[card] = LossyCard(self.seed * 1000 + 2 * number, self.sky)
            self._up[card] = LossyCard(self.seed * 1000 + 2 * number + 1, self.sky)

    def send(self, source: str, data: bytes) -> "Future[None]":
        """Take a command as the line would. The answer comes as any message of the card."""
        done: Future[None] = Future()
        if source != self.source:
            done.set_exception(OSError(f"no source {source}"))
            return done
        command = nmea.decode(data)
        if command.type == "ICA":
            period = round(self.period_s)
            self._say(f"BDICI,{NUMBER:07d},00000001,0000001,1,{period},3,N,0".encode())
        elif command.type == "TXA":
            self._take(command)
        done.set_result(None)
        return done

    def beat(self, now: datetime) -> None:
        """Messages that have come down to the crews, and answers that have come up."""
        for card, crew in self.crews.items():
            for body in self._down[card].arrived(now):
                crew.take(body, now)
            for body in crew.due(now):
                self._up[card].send(body, now)
            for body in self._up[card].arrived(now):
                self._say(_received(card, body))

    def counts(self) -> Iterator[LossyCard]:
        """The ways down and up, to hold them to account."""
        yield from self._down.values()
        yield from self._up.values()

    def _take(self, command: Message) -> None:
        now, last = self.clock(), self._last
        period = timedelta(seconds=self.period_s)
        if last is not None and now - last + _EARLY < period:
            wait = round((period - (now - last)).total_seconds())
            self._say(b"BDFKI,TXA,N,N,0,%02d%02d" % divmod(wait, 60))
            return
        self._last = now
        self.sent += 1
        self._say(b"BDFKI,TXA,Y,Y,0,0000")
        to, body = str(command.extra["to"]), _body(command)
        if to in self._down and body:
            self._down[to].send(body, now)

    def _say(self, body: bytes) -> None:
        self.receive(self.source, self._ear.feed(sentence(body)))


def _body(command: Message) -> bytes:
    """The bytes that were sent: those of code, else those of the words."""
    digits = command.extra.get("digits")
    return bytes.fromhex(digits) if digits else (command.text or "").encode("gb18030")


def _received(card: str, body: bytes) -> bytes:
    mode, content = (b"1", body.hex().upper().encode()) if ours(body) else (b"0", body)
    return b"BDTXR,1,%07d,%s,,%s" % (int(card), mode, content)
