"""The load of `bench ingest --only path`: a process of its own that plays a crowd of terminals.

Each has a connection, shows its code, and says a position every second, all at even distances. It
waits for nobody: what is not taken in time piles up. JSON lines out: how many are ready; figures.
"""

import json
import select
import sys
import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

import click
import msgspec

from app.clock import utc_now
from app.ingest.bench_terminal import Card, Speaker
from app.ingest.jt808_location import to_bcd_time
from app.machine import more_files

PATIENCE_S = 60.0
"""How long it waits for what nobody acknowledges."""

_GREETINGS = 100
"""So many at a time, so that nobody waits long at the door."""
_TURN_S = 0.002
_BURST = 500
_IN, _BOTH = select.EPOLLIN, select.EPOLLIN | select.EPOLLOUT


class Crowd:
    """All terminals of a crowd, on one thread."""

    def __init__(self, cards: Sequence[Card]) -> None:
        self._poll = select.epoll()
        self._speakers = [Speaker(card, number) for number, card in enumerate(cards)]
        self._by_file: dict[int, Speaker] = {}
        self._took_ms: Counter[int] = Counter()
        self._late_ms = 0.0
        self.said = self.taken = self.refused = self.lost = 0

    @property
    def many(self) -> int:
        """How many terminals are connected."""
        return len(self._by_file)

    @property
    def answered(self) -> int:
        """Taken, refused, or never to be answered: their connection has ended."""
        return self.taken + self.refused + self.lost

    def greet(self, port: int) -> None:
        """Connect them all and have their codes accepted (RuntimeError where one is not)."""
        for one in self._speakers:
            one.sock.connect(("127.0.0.1", port))
            one.sock.setblocking(False)
            self._by_file[one.sock.fileno()] = one
            self._poll.register(one.sock, _IN)
            one.authenticate(time.monotonic())
            self.said += 1
            self._hear_until(lambda: self.said - self.answered < _GREETINGS)
        self._hear_until(lambda: self.answered == self.said)
        if self.taken != len(self._speakers):
            raise RuntimeError(f"{self.taken} of {len(self._speakers)} terminals are let in")
        self.said = self.taken = 0
        self._took_ms.clear()

    def report(self, seconds: int) -> None:
        """A position a second of each, for so long; then until all that was said is answered."""
        count, times = len(self._speakers), _seconds()
        start, second, digits = time.monotonic(), -1, b""
        while self.said < seconds * count:
            now = time.monotonic()
            self._late_ms = max(self._late_ms, (now - start - self.said / count) * 1000)
            due = min(seconds * count, int((now - start) * count) + 1, self.said + _BURST)
            for number in range(self.said, due):
                if number // count != second:
                    second, digits = number // count, next(times)
                self._tell(self._speakers[number % count], second, digits, now)
            self.said = max(self.said, due)
            self._hear()
        self._hear_until(lambda: self.answered == self.said)

    def figures(self) -> dict[str, Any]:
        """What was said and answered, and how soon: milliseconds of the acknowledged."""
        return {
            "said": self.said,
            "taken": self.taken,
            "refused": self.refused,
            "unanswered": self.said - self.taken - self.refused,
            "late_ms": round(self._late_ms, 1),
            "took_ms": _percentiles(self._took_ms),
        }

    def close(self) -> None:
        for one in self._speakers:
            one.sock.close()
        self._poll.close()

    def _tell(self, one: Speaker, second: int, digits: bytes, now: float) -> None:
        try:
            one.report(second, digits, now)
        except OSError:
            self._end(one)
            return
        if one.unsent:
            self._poll.modify(one.sock, _BOTH)

    def _hear_until(self, done: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE_S
        while not done() and time.monotonic() < end:
            self._hear()

    def _hear(self) -> None:
        for number, what in self._poll.poll(_TURN_S):
            one = self._by_file[number]
            try:
                if what & select.EPOLLOUT:
                    one.push()
                    self._poll.modify(one.sock, _BOTH if one.unsent else _IN)
                told = one.hear() if what & ~select.EPOLLOUT else []
            except OSError:
                self._end(one)
                continue
            now = time.monotonic()
            for said, taken in told:
                self._took_ms[int((now - said) * 1000)] += 1
                self.taken += taken
                self.refused += not taken

    def _end(self, one: Speaker) -> None:
        """Its connection is gone; what it still says is lost."""
        if self._by_file.pop(one.sock.fileno(), None) is not None:
            self._poll.unregister(one.sock)
        self.lost += len(one.waiting)
        one.waiting.clear()


def _seconds() -> Iterator[bytes]:
    """Fix times in BCD from now on, one second after the other."""
    begun, second = utc_now(), 0
    while True:
        yield to_bcd_time(begun + timedelta(seconds=second))
        second += 1


def _percentiles(counts: Counter[int]) -> dict[str, int]:
    values = sorted(counts)
    passed = list(accumulate(counts[value] for value in values))
    shares = {"median": 0.5, "p95": 0.95, "p99": 0.99, "max": 1.0}
    last = passed[-1] if passed else 0
    return {name: values[bisect_left(passed, share * last)] for name, share in shares.items()}


@click.command()
@click.option("--port", type=int, required=True)
@click.option("--cards", type=click.Path(path_type=Path), required=True)
@click.option("--seconds", type=int, required=True)
def main(port: int, cards: Path, seconds: int) -> None:
    """Greet, wait for a line, report, and say what came of it."""
    more_files()
    with closing(Crowd(msgspec.json.decode(cards.read_bytes(), type=list[Card]))) as crowd:
        crowd.greet(port)
        _say({"ready": crowd.many})
        if sys.stdin.readline():  # without a line nobody wants it any more
            before = time.process_time()
            crowd.report(seconds)
            _say(crowd.figures() | {"cpu_s": time.process_time() - before})


def _say(told: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
