"""`main.py bench locate`: look-ups, searches and the first start, beside shapely's own tree."""

import tempfile
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from app.bench import Peer, measure
from maps.areas import all_areas
from maps.hierarchy import Hierarchy, open_hierarchy

_MANY = 200_000
_SEARCHES = ("永川", "yongchuan", "cyjd", "500118001", "朝阳街到", "江北区")


def rows(*, today: date) -> Iterator[dict[str, Any]]:
    """The rows of the bench, on a cache of its own; takes about half a minute."""
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder)

        def first() -> Hierarchy:
            with tempfile.TemporaryDirectory(dir=cache) as fresh:
                return open_hierarchy(cache=Path(fresh), today=today)

        yield measure("first start: unpack", "s", first, 3)
        hierarchy = open_hierarchy(cache=cache, today=today)
        yield measure(
            "later start: open", "ms", lambda: open_hierarchy(cache=cache, today=today), 20
        )
        yield from _look_ups(hierarchy)
        for text in _SEARCHES:
            yield measure(f"search {text}", "ms", partial(hierarchy.search, text), 20)


def _look_ups(hierarchy: Hierarchy) -> Iterator[dict[str, Any]]:
    west, south, east, north = hierarchy.bounds("500000")
    rng = np.random.default_rng(20251106)
    lon, lat = rng.uniform(west, east, _MANY), rng.uniform(south, north, _MANY)
    tree = shapely.STRtree(all_areas(hierarchy))
    points = shapely.points(lon, lat)
    pairs = iter(zip(lon.tolist(), lat.tolist(), strict=True))
    single = iter(points)
    yield measure(
        "locate one, accuracy 0 m",
        "us",
        lambda: hierarchy.locate(*next(pairs)),
        5000,
        peer=Peer(
            name="shapely STRtree.query, the grid alone",
            fn=lambda: tree.query(next(single), predicate="intersects"),
        ),
    )
    yield measure(
        "locate one, accuracy 15 m", "us", lambda: hierarchy.locate(*next(pairs), 15.0), 5000
    )
    yield measure(
        "locate many",
        f"points/s:{_MANY}",
        lambda: hierarchy.locate_many(lon, lat),
        7,
        peer=Peer(
            name="shapely STRtree.query, bulk",
            fn=lambda: tree.query(points, predicate="intersects"),
        ),
    )
