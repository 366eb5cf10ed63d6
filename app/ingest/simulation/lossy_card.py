"""A simulated card and its sky: messages are lost, come twice, late and out of order. Seeded.

Any message is bytes to it. It counts what it does, so that a test can hold it to account.
"""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random


@dataclass(frozen=True, slots=True, kw_only=True)
class Sky:
    """Shares from 0 to 1; `loss` as global short messages have it. Delays in seconds, evenly."""

    loss: float = 0.035
    twice: float = 0.05
    least_s: float = 1.0
    most_s: float = 90.0


@dataclass(slots=True, kw_only=True)
class Counts:
    """sent + copies = delivered + lost + what is still on its way."""

    sent: int = 0
    copies: int = 0
    lost: int = 0
    delivered: int = 0


@dataclass(slots=True)
class LossyCard:
    """The way from one card to another; the same seed and calls give the same fates."""

    seed: int
    sky: Sky = field(default_factory=Sky)
    counts: Counts = field(default_factory=Counts, init=False)
    _random: Random = field(init=False, repr=False)
    _flying: list[tuple[datetime, int, bytes]] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        self._random = Random(f"card:{self.seed}")

    @property
    def flying(self) -> int:
        """Copies that are neither delivered nor lost."""
        return len(self._flying)

    def send(self, body: bytes, now: datetime) -> None:
        """Hand over a message; nobody says what becomes of it."""
        self.counts.sent += 1
        if self._random.random() < self.sky.loss:
            self.counts.lost += 1
            return
        self._fly(body, now)
        if self._random.random() < self.sky.twice:
            self.counts.copies += 1
            self._fly(body, now)

    def arrived(self, now: datetime) -> Iterator[bytes]:
        """What has come by now, in the order of coming, which is not that of sending."""
        while self._flying and self._flying[0][0] <= now:
            self.counts.delivered += 1
            yield heapq.heappop(self._flying)[2]

    def _fly(self, body: bytes, now: datetime) -> None:
        delay_s = self._random.uniform(self.sky.least_s, self.sky.most_s)
        number = self.counts.sent + self.counts.copies
        heapq.heappush(self._flying, (now + timedelta(seconds=delay_s), number, body))
