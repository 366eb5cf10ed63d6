"""What the outbox of a desk is made of: policy, events, and why something cannot be."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from app.shortmsg.queue import OrderKey, Outgoing, Queue
from app.shortmsg.track import Track


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What is sent again without asking, so many times at most: `repeats` where no answer came,
    `refusals` where the card did not carry it out. Never, unless an officer chose one by name."""

    name: str = "never"
    repeats: int = 0
    refusals: int = 0


class What(StrEnum):
    """What happened, for the ledger and the screens."""

    PLACED = "placed"
    SENT = "sent"
    REFUSED = "refused"
    PLACED_AGAIN = "placed_again"
    TAKEN_OUT = "taken_out"
    NOT_CONFIRMED = "not_confirmed"
    HEARD = "heard"


class Event(NamedTuple):
    """`ident` names the message; `detail`: a cause and by whom, a reason, or a verdict."""

    what: What
    ident: str
    at: datetime
    detail: str = ""


class Hindrance(StrEnum):
    """Why an order cannot be placed, sent again or taken out."""

    THERE_ALREADY = "there_already"
    UNKNOWN_ORDER = "unknown_order"
    WAITS = "waits"
    NOT_WAITING = "not_waiting"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outbox:
    """`at_card`: what the card was given last and has said nothing of."""

    queue: Queue = field(default_factory=Queue)
    policy: Policy = field(default_factory=Policy)
    tracks: Mapping[OrderKey, Track] = field(default_factory=dict[OrderKey, Track])
    at_card: Outgoing | None = None


class Done(NamedTuple):
    """The outbox as it is now, what happened, and what the card is to be given, if anything."""

    outbox: Outbox
    events: tuple[Event, ...] = ()
    give: Outgoing | None = None
