"""The bench of points paints what the map paints, and every row has its figures."""

import json

from maps.points import bench as points
from widgets import bench, points_bench


def test_the_bench_of_points_says_a_row_for_each_piece_of_work(qapp, monkeypatch):
    monkeypatch.setattr(points, "COUNTS", (500,))
    monkeypatch.setattr(points, "TERMINALS", 120)
    for module in (points, points_bench):
        monkeypatch.setattr(module, "_RUNS", 1)
    said: list[str] = []
    monkeypatch.setitem(bench.BENCHES, "points", points_bench.rows)
    assert bench.run("points", said.append)
    rows = [json.loads(text) for text in said]
    painted = [row for row in rows if row["work"].startswith("120 terminals")]
    assert len(painted) == 3
    assert all(row["median"] > 0 and row["ratio"] > 0 for row in painted)
