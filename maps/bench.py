"""`main.py bench locate`: look-ups, searches and the first start, beside shapely's own tree."""

import tempfile
from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from app.bench import Peer, measure
from maps.areas import all_areas
from maps.hierarchy import Hierarchy, open_hierarchy
from maps.tree import CITY_CODE

_MANY = 200_000
_SINGLE = 5_000
_UNCERTAIN_M = 50.0
_DEGREE_M = 111_320.0
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
    """Points all over the city's frame; shapely's tree gets its points ready-made."""
    west, south, east, north = hierarchy.bounds(CITY_CODE)
    rng = np.random.default_rng(20251106)
    lon, lat = rng.uniform(west, east, _MANY), rng.uniform(south, north, _MANY)
    tree = shapely.STRtree(all_areas(hierarchy))
    points = shapely.points(lon, lat)
    pairs = cycle(zip(lon.tolist(), lat.tolist(), strict=True))
    ready = cycle(points)
    yield measure(
        "the grid of one point",
        "us",
        lambda: hierarchy.grid_at(*next(pairs)),
        _SINGLE,
        peer=Peer(
            name="shapely STRtree.query",
            fn=lambda: tree.query(next(ready), predicate="intersects"),
        ),
    )
    for accuracy_m in (0.0, 15.0):
        reach = max(accuracy_m, _UNCERTAIN_M) / _DEGREE_M
        yield measure(
            f"locate one, accuracy {accuracy_m:.0f} m",
            "us",
            lambda accuracy_m=accuracy_m: hierarchy.locate(*next(pairs), accuracy_m),  # type: ignore[misc]
            _SINGLE,
            peer=Peer(
                name="shapely STRtree.query, grids within the circle, no names",
                fn=lambda reach=reach: tree.query(  # type: ignore[misc]
                    next(ready), predicate="dwithin", distance=reach
                ),
            ),
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
