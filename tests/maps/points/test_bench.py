"""The bench of points and the cloud it draws: the same for the same seed, every row measured."""

from datetime import UTC, datetime

import numpy as np

from maps.points import Choice, bench, choose
from maps.points.cloud import cloud

NOW = datetime(2026, 11, 23, tzinfo=UTC)
PLACES = np.array([[106.5, 29.5], [107.5, 30.5], [108.5, 31.0]])


def test_a_cloud_is_the_same_for_the_same_seed_and_lies_within_a_year():
    one, other = (cloud(2_000, PLACES, NOW, items=("a", "b"), seed=3) for _ in range(2))
    assert len(one) == 2_000
    for name in ("ids", "x", "y", "opened_s", "grade", "state", "item"):
        assert (getattr(one, name) == getattr(other, name)).all(), name
    assert not (one.x == cloud(2_000, PLACES, NOW, items=("a", "b"), seed=4).x).all()
    first, last = one.opened_between()
    assert NOW.timestamp() - 366 * 86_400 < first < last <= NOW.timestamp()
    assert len(set(one.ids.tolist())) == 2_000
    assert len(choose(one, Choice())) == 2_000


def test_every_piece_of_work_is_a_row(monkeypatch):
    monkeypatch.setattr(bench, "COUNTS", (500, 1_000))
    monkeypatch.setattr(bench, "_RUNS", 1)
    monkeypatch.setattr(bench, "TERMINALS", 200)
    rows = list(bench.rows(PLACES))
    assert len({row["work"] for row in rows}) == len(rows) == 2 * (5 + 3 * 3) + 1
    assert all(row["median"] > 0 for row in rows)
    assert [row["peer"]["name"] for row in rows if row["peer"]] == ["numpy.histogram2d"] * 6
