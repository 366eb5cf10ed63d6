"""What the ledger keeps of short messages: the orders, what was heard, and how the card stands.

An order is kept as its bytes and its fields; reports as bytes, which need no dictionary.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from app.shortmsg.kinds import Arrival, Feedback, Order, Receipt
from app.shortmsg.packing import pack, unpack
from app.shortmsg.queue import OrderKey, Outgoing, Queue, Urgency
from app.shortmsg.track import Heard, Progress, Sending, Track


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReport:
    """A report as the hexadecimal of its bits."""

    bits: str
    at: datetime
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptOrder:
    """An order and all that became of it. `id` is "T-20261124-000123/1", `body` hexadecimal.

    `used` of `room` bits of the carrier. `put`: when the sending that waits was ordered; `held`: it
    waits from before the desk was opened, and goes only when an officer says so. `given_up`: an
    officer waits no longer. `progress` is that of the track.
    """

    id: str
    case: str
    task: str
    unit: str
    to: str
    carrier: str
    body: str
    used: int
    room: int
    order: Order
    put: datetime
    progress: Progress = Progress.WAITING
    held: bool = False
    given_up: bool = False
    sendings: tuple[Sending, ...] = ()
    heard: tuple[KeptReport, ...] = ()
    repeats: int = 0
    differing: tuple[KeptReport, ...] = ()
    not_confirmed: tuple[datetime, ...] = ()

    @property
    def key(self) -> OrderKey:
        return OrderKey(self.order.task, self.order.turn)


LIVE = frozenset({Progress.WAITING, Progress.SENT})
"""What the queue and the clock still have to do with."""


class LetterKind(StrEnum):
    """What was heard from the field."""

    RECEIPT = "receipt"
    ARRIVAL = "arrival"
    FEEDBACK = "feedback"
    SOS = "sos"
    ORDER = "order"
    TEXT = "text"
    DATA = "data"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A short message that was heard, whatever it was. `card` sent it; `spoken`: read over radio.

    `verdict` as of `track.Verdict`, `flaw` as of `flaws.Flaw`; `acts` were done for it, `refusal`
    and `refusal_detail` say why the last was not. `repeats`: how often the same came again.
    """

    id: str
    at: datetime
    card: str
    kind: LetterKind
    unit: str = ""
    text: str = ""
    raw: str = ""
    order: str = ""
    verdict: str = ""
    flaw: str = ""
    flaw_detail: str = ""
    acts: tuple[str, ...] = ()
    refusal: str = ""
    refusal_detail: str = ""
    spoken: bool = False
    repeats: int = 0
    read: bool = False


def track_of(kept: KeptOrder) -> Track:
    """The order as the outbox has it."""
    return Track(
        order=kept.order,
        to=kept.to,
        body=bytes.fromhex(kept.body),
        sendings=kept.sendings,
        heard=tuple(map(_heard, kept.heard)),
        repeats=kept.repeats,
        differing=tuple(map(_heard, kept.differing)),
        not_confirmed=kept.not_confirmed,
    )


def following(kept: KeptOrder, track: Track, now: datetime) -> KeptOrder:
    """The kept order after its track changed; one that waits anew was put in now."""
    anew = track.waits and len(track.sendings) > len(kept.sendings)
    return replace(
        kept,
        put=now if anew else kept.put,
        held=kept.held and track.waits and not anew,
        progress=track.progress,
        sendings=track.sendings,
        heard=tuple(map(_kept, track.heard)),
        repeats=track.repeats,
        differing=tuple(map(_kept, track.differing)),
        not_confirmed=track.not_confirmed,
    )


def queue_of(orders: Iterable[KeptOrder], queue: Queue) -> Queue:
    """The queue with the orders that wait and are not held, in the order in which they were put."""
    waiting = sorted((o for o in orders if waits(o) and not o.held), key=lambda o: (o.put, o.id))
    return replace(queue, waiting=tuple(map(outgoing, waiting)))


def waits(kept: KeptOrder) -> bool:
    """Whether a sending of it has not gone yet, whatever was heard meanwhile."""
    return bool(kept.sendings) and kept.sendings[-1].at is None


def outgoing(kept: KeptOrder) -> Outgoing:
    """What the queue holds of an order that waits."""
    return Outgoing(
        id=kept.id,
        to=kept.to,
        body=bytes.fromhex(kept.body),
        urgency=Urgency.ORDER,
        put=kept.put,
        order=kept.key,
    )


def _heard(kept: KeptReport) -> Heard:
    report = unpack(bytes.fromhex(kept.bits))
    assert isinstance(report, Receipt | Arrival | Feedback)
    return Heard(report=report, at=kept.at, late=kept.late)


def _kept(heard: Heard) -> KeptReport:
    return KeptReport(bits=pack(heard.report).hex(), at=heard.at, late=heard.late)
