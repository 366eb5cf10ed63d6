"""A desk and its units over simulated cards, for tests: orders down, reports up, all in bits."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from random import Random

from app.ingest.simulation.lossy_card import LossyCard, Sky
from app.shortmsg.kinds import Answer, Arrival, Feedback, Receipt, Result
from app.shortmsg.outbox import card_said, hear, ident_of, place, tick
from app.shortmsg.outbox_values import Outbox, Policy, What
from app.shortmsg.packing import pack, unpack
from app.shortmsg.parts import Number
from app.shortmsg.queue import OrderKey, Outgoing, Queue, Urgency, put, step
from tests.app.shortmsg.made import NOON, ORDER, SHARED

PERIOD_S = 60
CARDS = ("1001", "1002", "1003")


@dataclass
class FieldUnit:
    """A crew: answers each copy of an order that it reads, and goes there after the first."""

    card: str
    up: LossyCard
    queue: Queue = field(default_factory=lambda: Queue(period_s=PERIOD_S))
    made: int = 0
    read: set[OrderKey] = field(default_factory=set)
    later: list[tuple[datetime, bytes]] = field(default_factory=list)

    def take(self, body: bytes, now: datetime) -> None:
        order = unpack(body, SHARED)
        key = OrderKey(order.task, order.turn)
        about = {"task": order.task, "turn": order.turn}
        if key not in self.read:
            minute = timedelta(minutes=1)
            result = Feedback(**about, time=now + 9 * minute, result=Result.MET)
            self.later += [
                (now + 4 * minute, pack(Arrival(**about, time=now + 4 * minute))),
                (now + 9 * minute, pack(result)),
            ]
        self.read.add(key)
        answer = Answer.RETURNED if order.task.seq % 5 == 0 else Answer.SIGNED
        self._say(pack(Receipt(**about, time=order.time, answer=answer)), now)

    def tick(self, now: datetime) -> None:
        for at, body in [one for one in self.later if one[0] <= now]:
            self.later.remove((at, body))
            self._say(body, now)
        self.queue, message = step(self.queue, now)
        if message is not None:
            self.up.send(message.body, now)

    def _say(self, body: bytes, now: datetime) -> None:
        self.made += 1
        ident = str(self.made)
        message = Outgoing(id=ident, to="0", body=body, urgency=Urgency.OTHER, put=now)
        self.queue = put(self.queue, message)


@dataclass
class Drill:
    """So many orders, one tick in five seconds; keeps what an inspector would want to see."""

    seed: int
    sky: Sky
    policy: Policy
    orders: int = 12
    gone: list[datetime] = field(default_factory=list)
    events: list = field(default_factory=list)
    verdicts: list = field(default_factory=list)

    def run(self, *, minutes: int) -> Outbox:
        self.down = LossyCard(self.seed, self.sky)
        ways = enumerate(CARDS, 1)
        self.units = {c: FieldUnit(c, LossyCard(self.seed * 10 + n, self.sky)) for n, c in ways}
        self.address: dict[bytes, str] = {}
        self.random = Random(self.seed)
        outbox = Outbox(queue=Queue(period_s=PERIOD_S), policy=self.policy)
        for number in range(self.orders):
            outbox = self._order(outbox, number)
        for second in range(0, minutes * 60, 5):
            outbox = self._tick(outbox, NOON + timedelta(seconds=second))
        return outbox

    def _order(self, outbox: Outbox, number: int) -> Outbox:
        order = replace(ORDER, task=Number(date(2026, 11, 24), number + 1))
        body, to = pack(order, SHARED), CARDS[number % len(CARDS)]
        self.address[body] = to
        return place(outbox, order, to=to, body=body, by="duty", now=NOON).outbox

    def _tick(self, outbox: Outbox, now: datetime) -> Outbox:
        done = tick(outbox, now)
        outbox = done.outbox
        self.events += done.events
        if done.give is not None:
            self.gone.append(now)
            executed = self.random.random() > 0.05
            if executed:
                self.down.send(done.give.body, now)
            said = card_said(outbox, executed=executed, reason="power", now=now)
            outbox = said.outbox
            self.events += said.events
        for body in self.down.arrived(now):
            self.units[self.address[body]].take(body, now)
        for unit in self.units.values():
            unit.tick(now)
            for body in unit.up.arrived(now):
                heard, verdict = hear(outbox, unpack(body), sender=unit.card, now=now)
                outbox = heard.outbox
                self.verdicts.append(verdict)
                self.events += heard.events
        return outbox

    def sendings(self, key: OrderKey) -> int:
        return sum(e.what is What.SENT and e.ident == ident_of(key) for e in self.events)
