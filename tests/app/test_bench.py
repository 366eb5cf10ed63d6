"""The rows of a bench: their shape and their arithmetic, never their timing."""

from itertools import count

import pytest

from app import bench
from app.bench import Peer, measure


@pytest.fixture
def ticks(monkeypatch):
    """A clock on which every look is a second after the last one."""
    seconds = count()
    monkeypatch.setattr(bench.time, "perf_counter", lambda: float(next(seconds)))


@pytest.mark.parametrize(("unit", "value"), [("s", 1.0), ("ms", 1000.0), ("us", 1e6)])
def test_a_run_is_told_in_its_unit(ticks, unit, value):
    row = measure("nothing", unit, lambda: None, 5)
    assert row == {
        "work": "nothing",
        "unit": unit,
        "n": 5,
        "median": value,
        "p95": value,
        "max": value,
        "peer": None,
        "ratio": None,
    }


def test_a_rate_is_things_by_the_second(ticks):
    row = measure("many", "points/s:500", lambda: None, 3)
    assert (row["unit"], row["median"]) == ("points/s", 500.0)


def test_a_peer_stands_beside_with_its_ratio(ticks):
    slow = Peer(name="slow", fn=lambda: bench.time.perf_counter())
    row = measure("quick", "s", lambda: None, 4, peer=slow)
    assert row["peer"] == {"name": "slow", "median": 2.0, "p95": 2.0, "max": 2.0}
    assert row["ratio"] == 2.0
