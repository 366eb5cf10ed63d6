"""Wall and CPU time of one piece of work, and a row of them beside a peer's."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

Row = dict[str, Any]


@dataclass(slots=True)
class Samples:
    """Milliseconds of every run, by the clock on the wall and by the CPU of all threads."""

    wall_ms: list[float] = field(default_factory=list)
    cpu_ms: list[float] = field(default_factory=list)

    def time(self, work: Callable[[], object]) -> None:
        """Run it once and keep what it took."""
        cpu, wall = time.process_time(), time.perf_counter()
        work()
        took = time.perf_counter() - wall
        self.add([[took * 1000, (time.process_time() - cpu) * 1000]])

    def add(self, pairs: Sequence[Sequence[float]]) -> None:
        """Pairs of wall and CPU that were measured elsewhere."""
        self.wall_ms += [pair[0] for pair in pairs]
        self.cpu_ms += [pair[1] for pair in pairs]


def figures(values: Sequence[float]) -> dict[str, float]:
    """Median, 95th and 99th of a hundred, and the worst."""
    ordered = sorted(values)
    last = len(ordered) - 1
    found = {
        "median": median(ordered),
        "p95": ordered[round(0.95 * last)],
        "p99": ordered[round(0.99 * last)],
        "max": ordered[-1],
    }
    return {name: round(value, 4) for name, value in found.items()}


def row(work: str, ours: Samples, peers: Mapping[str, Samples] | None = None) -> Row:
    """One row of a bench; of several ways of the peer the better counts, for each clock its own.

    `ratio` and `cpu_ratio`: how many times less ours takes than that better way.
    """
    made: Row = {"work": work, "unit": "ms"} | _both(ours)
    made |= {"peer": None, "ratio": None, "cpu_ratio": None}
    if peers:
        ways = sorted(peers, key=lambda one: median(peers[one].wall_ms))
        best, *others = ({"name": name} | _both(peers[name]) for name in ways)
        made["peer"] = best | ({"others": others} if others else {})
        made["ratio"] = _times(ours.wall_ms, [one.wall_ms for one in peers.values()])
        made["cpu_ratio"] = _times(ours.cpu_ms, [one.cpu_ms for one in peers.values()])
    return made


def _both(samples: Samples) -> dict[str, Any]:
    wall, cpu = figures(samples.wall_ms), figures(samples.cpu_ms)
    return {"n": len(samples.wall_ms)} | wall | {"cpu_median": cpu["median"], "cpu_p99": cpu["p99"]}


def _times(ours: Sequence[float], theirs: Sequence[Sequence[float]]) -> float | None:
    mine = median(ours)
    return round(min(map(median, theirs)) / mine, 2) if mine else None
