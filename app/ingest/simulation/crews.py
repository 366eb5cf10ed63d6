"""Crews of the demonstration that answer orders by short message: receipt, arrival, feedback.

They read what really came, in bits or in words, and answer in the same form. Seeded.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from app.ingest.rdss.commands import escaped
from app.shortmsg import plain
from app.shortmsg.dictionary import Dictionary
from app.shortmsg.flaws import ShortMessageError
from app.shortmsg.kinds import Answer, Arrival, Feedback, Order, Receipt, Report, Result
from app.shortmsg.packing import ours, pack, unpack
from app.shortmsg.texts import CODE


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """After so many seconds at least and at most a crew signs, is there, and is done."""

    sign_s: tuple[float, float] = (5.0, 40.0)
    arrive_s: tuple[float, float] = (180.0, 420.0)
    feedback_s: tuple[float, float] = (600.0, 1200.0)
    returns: float = 0.05


@dataclass(slots=True)
class Crew:
    """Whoever carries one card. An order that comes again is signed again and done once."""

    seed: int
    shared: Callable[[], Dictionary]
    manner: Manner = field(default_factory=Manner)
    _later: list[tuple[datetime, bytes]] = field(default_factory=list, init=False)
    _receipts: dict[object, bytes] = field(default_factory=dict, init=False)
    _random: Random = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._random = Random(f"crew:{self.seed}")

    def take(self, body: bytes, now: datetime) -> None:
        """An order, as its bytes came; what cannot be read is not answered."""
        try:
            order = self._read(body)
        except (ShortMessageError, UnicodeDecodeError):
            return
        if not isinstance(order, Order):
            return
        key = (order.task, order.turn)
        if key in self._receipts:
            self._later.append((now + timedelta(seconds=2), self._receipts[key]))
            return
        self._answer(order, now, words=not ours(body))

    def due(self, now: datetime) -> list[bytes]:
        """What is to be sent by now, oldest first."""
        due = sorted((one for one in self._later if one[0] <= now), key=lambda one: one[0])
        self._later = [one for one in self._later if one[0] > now]
        return [body for _, body in due]

    def _read(self, body: bytes) -> object:
        if ours(body):
            return unpack(body, self.shared())
        return plain.read(body.decode(CODE), self.shared())

    def _answer(self, order: Order, now: datetime, *, words: bool) -> None:
        back = self._random.random() < self.manner.returns
        at = now + self._after(self.manner.sign_s)
        task, turn = order.task, order.turn
        answer = Answer.RETURNED if back else Answer.SIGNED
        text = "车辆故障" if back else ""
        receipt = Receipt(task=task, turn=turn, time=_whole(at), answer=answer, text=text)
        self._receipts[task, turn] = self._later_at(at, receipt, words)
        if back:
            return
        at = now + self._after(self.manner.arrive_s)
        self._later_at(at, Arrival(task=task, turn=turn, time=_whole(at), spot=order.spot), words)
        at = now + self._after(self.manner.feedback_s)
        report = Feedback(
            task=task,
            turn=turn,
            time=_whole(at),
            result=Result.MET,
            condition=order.condition,
            text="处置完毕",
        )
        self._later_at(at, report, words)

    def _after(self, between: tuple[float, float]) -> timedelta:
        return timedelta(seconds=self._random.uniform(*between))

    def _later_at(self, at: datetime, report: Report, words: bool) -> bytes:
        body = escaped(plain.write(report, short=True).encode(CODE)) if words else pack(report)
        self._later.append((at, body))
        return body


def _whole(at: datetime) -> datetime:
    return at.replace(microsecond=0)
