"""The bench of tracks runs, beside its peers; what it measures is not tested here."""

from widgets import tracks_bench


def test_every_row_says_what_was_measured_and_beside_what():
    rows = list(tracks_bench.rows((2_000,)))
    assert [row["work"].partition(" ")[0] for row in rows] == [
        "read",
        "memory",
        "figures",
        "weigh",
        "thin",
    ]
    assert all(row["median"] > 0 for row in rows)
    beside = {row["work"]: row["peer"]["name"] for row in rows if row["peer"]}
    assert set(beside.values()) == {"a list of Fix", "shapely.simplify"}
    assert all(row["ratio"] > 0 for row in rows if row["peer"])
