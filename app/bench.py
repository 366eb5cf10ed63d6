"""Timing of one piece of work, a peer beside it where there is one: the rows of every bench."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from typing import Any

Unit = str
_PER_SECOND = {"s": 1.0, "ms": 1e3, "us": 1e6}
_WARM = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """Another way to do the same work."""

    name: str
    fn: Callable[[], object]


def measure(
    work: str,
    unit: Unit,
    fn: Callable[[], object],
    n: int,
    *,
    peer: Peer | None = None,
    warm: int = _WARM,
    alternate: bool = False,
) -> dict[str, Any]:
    """`n` runs of `fn` after `warm` that are not counted, as one row of a bench.

    `unit`: "s", "ms" or "us" for a run, or "<things>/s:<count>" where a run does `count` of them.
    `ratio` is how many times better than the peer: above 1 is faster. `alternate`: the two take
    turns, so that what else the machine does strikes both alike.
    """
    theirs: list[float] = []
    if alternate and peer is not None:
        took, theirs = _turns(fn, peer.fn, n, warm)
    else:
        took = _times(fn, n, warm)
    row: dict[str, Any] = {"work": work, "unit": unit.partition(":")[0], "n": n}
    row |= _figures(took, unit)
    row |= {"peer": None, "ratio": None}
    if peer is not None:
        theirs = theirs or _times(peer.fn, n, warm)
        row["peer"] = {"name": peer.name} | _figures(theirs, unit)
        row["ratio"] = round(median(theirs) / median(took), 2)
    return row


def _times(fn: Callable[[], object], n: int, warm: int) -> list[float]:
    for _ in range(min(warm, n)):
        fn()
    took = []
    for _ in range(n):
        start = time.perf_counter()
        fn()
        took.append(time.perf_counter() - start)
    return sorted(took)


def _turns(
    fn: Callable[[], object], other: Callable[[], object], n: int, warm: int
) -> tuple[list[float], list[float]]:
    pairs = [(_times(fn, 1, 0)[0], _times(other, 1, 0)[0]) for _ in range(n + warm)][warm:]
    return sorted(ours for ours, _ in pairs), sorted(theirs for _, theirs in pairs)


def _figures(took: list[float], unit: Unit) -> dict[str, float]:
    slow = {"median": median(took), "p95": took[int(0.95 * (len(took) - 1))], "max": took[-1]}
    _, rate, count = unit.partition(":")
    if rate:
        return {name: round(float(count) / seconds, 1) for name, seconds in slow.items()}
    return {name: round(seconds * _PER_SECOND[unit], 4) for name, seconds in slow.items()}
