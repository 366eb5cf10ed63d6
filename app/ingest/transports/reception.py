"""What the peers of one source have in common: bounds, counts, the way to the desk, the clock."""

from asyncio import AbstractEventLoop
from collections import OrderedDict
from collections.abc import Callable
from typing import Protocol

from app.clock import Clock
from app.ingest.door import Door
from app.ingest.sources import Tally
from app.ingest.transports.collector import Collector
from app.ingest.transports.names import Hosts, Names
from app.sources.limits import Limits

TICK_S = 0.2
_READ = 1 << 16
"""Bytes read of one connection at a time."""

_ALL = 5
"""Every how many ticks all peers are looked at; those with an open epoch are at each."""


class Guest(Protocol):
    """A peer as its source sees it."""

    def pause(self) -> None:
        """It has been silent so long that what it has begun is over."""

    def check(self, now_s: float) -> None:
        """Whether it may stay, at steady time `now_s`."""

    def drop(self, reason: str = "") -> None:
        """Give the line up; a reason is counted."""


class Reception:
    """Belongs to one source and to the thread of `loop`."""

    def __init__(
        self,
        source: str,
        *,
        door: Door,
        tally: Tally,
        names: Names,
        limits: Limits,
        clock: Clock,
        collector: Collector,
        loop: AbstractEventLoop,
    ) -> None:
        self.source = source
        self.door = door
        self.tally = tally
        self.names = names
        self.limits = limits
        self.collector = collector
        self.loop = loop
        self.time_s: Callable[[], float] = loop.time
        self.hosts = Hosts(limits.per_host)
        self.buffer = memoryview(bytearray(_READ))
        self.peers: dict[Guest, None] = {}
        self._clock = clock
        self._open: OrderedDict[Guest, float] = OrderedDict()
        self._ticks = 0

    def enter(self, host: str) -> str:
        """Let one more peer in, or the reason why not."""
        if len(self.peers) >= self.limits.connections:
            return "too many connections"
        return "" if self.hosts.enter(host) else "too many connections of one host"

    def leave(self, guest: Guest, host: str) -> None:
        self.peers.pop(guest, None)
        self._open.pop(guest, None)
        self.hosts.leave(host)

    def refuse(self, reason: str) -> None:
        self.tally.refuse(reason)

    def hear(self, count: int, now_s: float) -> None:
        self.tally.hear(count, at=self._clock(), elapsed_s=now_s)

    def epoch_open(self, guest: Guest, now_s: float) -> None:
        """A receiver has begun an epoch, which is over when it says nothing more for a while."""
        self._open[guest] = now_s
        self._open.move_to_end(guest)

    def tick(self) -> None:
        """Once in TICK_S: end epochs that were left open, now and then look at every peer."""
        now_s = self.time_s()
        while self._open:
            guest, heard_s = next(iter(self._open.items()))
            if now_s - heard_s < self.limits.epoch_s:
                break
            del self._open[guest]
            guest.pause()
        self._ticks += 1
        if self._ticks % _ALL == 0:
            for guest in tuple(self.peers):
                guest.check(now_s)

    def drop_all(self) -> None:
        for guest in tuple(self.peers):
            guest.drop()
