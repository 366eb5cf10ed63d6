"""`main.py bench tracks`: a day and eleven days of one fix a second, read and thinned for the map.

The peers are the naive ways: every fix as an object, and the line simplified again at each zoom.
"""

import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import shapely

from app.bench import Peer, measure
from app.clock import frozen
from app.model import Fix
from app.store import Store, Transaction, queries
from app.tracks import Track, figures_of, parts_of, stops_of
from maps.history import Path as TrackPath
from maps.history import drawn
from maps.history.thinned import tolerance_at
from maps.projection import project
from maps.viewport import Viewport

MANY = (100_000, 1_000_000)
NOW = datetime(2026, 7, 1, 8, 0, tzinfo=UTC)
SCALES = (2.0, 5.0, 12.0, 30.0, 75.0, 190.0)  # metres per pixel, a wheel's way from near to far
_SIZE = (1920, 1080)
_PIECE, _RUNS = 5_000, 5
_NAME = "013800000001"
_FIX = Fix(
    terminal=_NAME,
    fix_time=NOW,
    received=NOW,
    lon=106.5,
    lat=29.5,
    alt_m=240.0,
    source="jt808:127.0.0.1",
    place="500103001001001",
    status=("acc_on", "located"),
    current=False,
)


def rows(many: tuple[int, ...] = MANY) -> Iterator[dict[str, Any]]:
    """For each number of fixes: read, memory, weighed once, thinned for six zooms."""
    for number in many:
        with TemporaryDirectory(prefix="yutu-bench-") as name:
            store = Store(Path(name), clock=frozen(NOW), committed=lambda changes: None)
            try:
                fill(store, number)
                yield from _read(store, number)
                yield from _thinned(_asked(store), number)
            finally:
                store.close()


def fill(store: Store, many: int) -> None:
    """A terminal that drives and rests in turn, with the jitter of a receiver."""
    random = np.random.default_rng(1)
    moves = np.sin(np.arange(many) / 3_000) > 0.1
    heading = np.cumsum(random.normal(0, 0.02, many))
    lon = 106.5 + np.cumsum(1.2e-4 * moves * np.cos(heading)) + random.normal(0, 2e-5, many)
    lat = 29.5 + np.cumsum(1.1e-4 * moves * np.sin(heading)) + random.normal(0, 2e-5, many)
    lon, lat = 106.2 + (lon - 106.2) % 0.6, 29.3 + (lat - 29.3) % 0.4
    for begin in range(0, many, _PIECE):
        some = [
            replace(
                _FIX,
                fix_time=NOW + timedelta(seconds=k),
                received=NOW + timedelta(seconds=k + 1.2),
                lon=round(float(lon[k]), 6),
                lat=round(float(lat[k]), 6),
                speed_kmh=40.0 if moves[k] else 0.0,
            )
            for k in range(begin, min(begin + _PIECE, many))
        ]
        store.submit(partial(Transaction.add_fixes, fixes=some)).result()


def _asked(store: Store) -> Track:
    found = store.ask(queries.tracks, [_NAME], NOW, NOW + timedelta(days=99)).result()
    assert found is not None
    return found[0]


def _naive(store: Store) -> list[Fix]:
    return store.ask(queries.track, _NAME, NOW).result()


def _read(store: Store, many: int) -> Iterator[dict[str, Any]]:
    peer = Peer(name="a list of Fix", fn=partial(_naive, store))
    unit = f"fixes/s:{many}"
    ours = partial(_asked, store)
    yield measure(f"read {many} fixes", unit, ours, _RUNS, peer=peer, warm=1, alternate=True)
    held, theirs = _held_mb(ours), _held_mb(partial(_naive, store)) if many <= MANY[0] else None
    told = dict.fromkeys(("median", "p95", "max"), held)
    row = {"work": f"memory of {many} fixes", "unit": "MB", "n": 1, **told}
    other = None if theirs is None else {"name": "a list of Fix", "median": theirs}
    yield row | {"peer": other, "ratio": None if theirs is None else round(theirs / held, 1)}


def _held_mb(make: Callable[[], object]) -> float:
    """What is held once it is made, without what it took to make it."""
    tracemalloc.start()
    try:
        kept = make()
        held, _ = tracemalloc.get_traced_memory()
        del kept
    finally:
        tracemalloc.stop()
    return round(held / 1e6, 1)


def _thinned(track: Track, many: int) -> Iterator[dict[str, Any]]:
    parts = parts_of(track)
    yield measure(f"figures of {many} fixes", "ms", partial(figures_of, track), 3, warm=0)
    stops = stops_of(track, parts)
    weigh = partial(TrackPath.of, track, parts, stops)
    yield measure(f"weigh {many} fixes, once", "ms", weigh, 3, warm=0)
    path = weigh()
    x, y = project(track.lon, track.lat)
    views = [Viewport(float(np.median(x)), float(np.median(y)), s, *_SIZE) for s in SCALES]
    line = shapely.LineString(np.column_stack([x, y]))
    peer = Peer(name="shapely.simplify", fn=lambda: [_simplified(line, v) for v in views])
    ours = partial(_drawn, path, views)
    yield measure(f"thin {many} fixes, six zooms", "ms", ours, 3, peer=peer, warm=1, alternate=True)


def _drawn(path: TrackPath, views: list[Viewport]) -> None:
    for view in views:
        drawn(path, view)


def _simplified(line: Any, view: Viewport) -> Any:
    return shapely.simplify(line, tolerance_at(view.metres_per_px), preserve_topology=False)
