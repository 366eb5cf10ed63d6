"""What waits for the card: one message a service period, the most urgent first. No clock, no card.

A queue is a value; the time is given. It sends nothing by itself and puts nothing in by itself.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import IntEnum
from math import isfinite
from typing import NamedTuple

from app.shortmsg.parts import Number

PERIOD_S = 60.0
"""The service period of most cards; the card's own word (ICI, ICP) is better."""


class Urgency(IntEnum):
    SOS = 0
    ORDER = 1
    OTHER = 2


class OrderKey(NamedTuple):
    """Which order: the task, and the how manieth order of it."""

    task: Number
    turn: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A message for the card. `id` is unique in the queue; `order` is set where it is one."""

    id: str
    to: str
    body: bytes
    urgency: Urgency
    put: datetime
    order: OrderKey | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """`waiting` in the order of going. From `since` on, `wait_s` pass before the next may go."""

    period_s: float = PERIOD_S
    waiting: tuple[Outgoing, ...] = ()
    since: datetime | None = None
    wait_s: float = 0.0

    def __post_init__(self) -> None:
        if not (isfinite(self.period_s) and self.period_s > 0):
            raise ValueError(f"a service period of {self.period_s} s")


class Planned(NamedTuple):
    """When a message will go, if nothing more urgent is put in."""

    message: Outgoing
    at: datetime


def put(queue: Queue, message: Outgoing) -> Queue:
    """The message behind those as urgent as it. ValueError where its id waits already."""
    if any(one.id == message.id for one in queue.waiting):
        raise ValueError(f"{message.id} waits already")
    waiting = sorted((*queue.waiting, message), key=lambda one: one.urgency)
    return replace(queue, waiting=tuple(waiting))


def without(queue: Queue, ident: str) -> Queue:
    """The queue without the message of that id, if it waits."""
    return replace(queue, waiting=tuple(one for one in queue.waiting if one.id != ident))


def free_at(queue: Queue, now: datetime) -> datetime:
    """When the card may be used next, `now` or later."""
    if queue.since is None:
        return now
    return max(now, min(queue.since, now) + timedelta(seconds=queue.wait_s))


def planned(queue: Queue, now: datetime) -> tuple[Planned, ...]:
    """Each message with the moment at which it will go, in that order."""
    first, period = free_at(queue, now), timedelta(seconds=queue.period_s)
    return tuple(Planned(one, first + place * period) for place, one in enumerate(queue.waiting))


def step(queue: Queue, now: datetime) -> tuple[Queue, Outgoing | None]:
    """The message that goes now, if one may; call it at every tick.

    Where the clock was set back, the whole wait begins anew: rather late than too early.
    """
    if queue.since is not None and queue.since > now:
        queue = replace(queue, since=now)
    if not queue.waiting or now < free_at(queue, now):
        return queue, None
    first, *rest = queue.waiting
    return replace(queue, waiting=tuple(rest), since=now, wait_s=queue.period_s), first


def told_to_wait(queue: Queue, wait_s: float, now: datetime) -> Queue:
    """The card says how long it is not free; what is left of the period is waited for all the same.

    ValueError for a wait that is no number of seconds.
    """
    if not (isfinite(wait_s) and wait_s >= 0):
        raise ValueError(f"a wait of {wait_s} s")
    left = (free_at(queue, now) - now).total_seconds()
    return replace(queue, since=now, wait_s=max(left, wait_s))
