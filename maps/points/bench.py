"""The rows of `bench map` about points: a hundred thousand and a million events, and terminals.

Everything here is done off the GUI thread, but for the fleet, which is patched on it.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt

from app.bench import Peer, measure
from app.model import Fix, Grade
from maps.points.choice import Choice
from maps.points.chosen import Chosen, choose_anew
from maps.points.cloud import CORE_DEG, cloud
from maps.points.clusters import cell_size, clusters
from maps.points.density import density
from maps.points.events import Events
from maps.points.fleet import Fleet
from maps.points.frame import SOUTH_M, WEST_M
from maps.points.heat import heat
from maps.projection import project_point
from maps.viewport import Viewport

Floats = npt.NDArray[np.float64]

COUNTS = (100_000, 1_000_000)
TERMINALS, MOVED = 10_000, 100
NOW = datetime(2026, 11, 23, tzinfo=UTC)
_SIZE = (2304, 1296)  # a screen of 1920 x 1080 with its margins
_VIEWS = (("city", 430.0), ("district", 56.0), ("town", 8.0))
_RUNS = 15


def rows(places: Floats) -> Iterator[dict[str, Any]]:
    """`places` (n, 2) degrees of what the events gather about: the towns, say."""
    for many in COUNTS:
        events = cloud(many, places, NOW)
        said = f"{many:,} events"
        yield from _choosing(events, said)
        chosen = choose_anew(events, Choice())
        for name, scale in _VIEWS:
            yield from _telling(chosen, view_of(places, scale), f"{said}, {name}")
    yield from _fleet(places)


def view_of(places: Floats, metres_per_px: float) -> Viewport:
    """A picture about the middle of the city, or about its fullest part when nearer."""
    lon, lat = places.mean(axis=0) if metres_per_px > 200 else CORE_DEG
    return Viewport(*project_point(float(lon), float(lat)), metres_per_px, *_SIZE).snapped()


def _choosing(events: Events, said: str) -> Iterator[dict[str, Any]]:
    week = Choice(since_s=int((NOW - timedelta(days=7)).timestamp()))
    classes = replace(week, since_s=None, grades=frozenset({Grade.II, Grade.III}))
    for name, choice in (("the last week", week), ("two grades", classes)):
        yield measure(f"mask, {name}, {said}", "ms", partial(choice.mask, events), _RUNS)
        yield measure(f"choose, {name}, {said}", "ms", partial(choose_anew, events, choice), _RUNS)
    some = cloud(20, np.array([[106.5, 29.5]]), NOW)
    yield measure(f"20 changed of {said}", "ms", partial(events.put, some), _RUNS)


def _telling(chosen: Chosen, view: Viewport, said: str) -> Iterator[dict[str, Any]]:
    peer = Peer(name="numpy.histogram2d", fn=partial(_histogram, chosen, view))
    yield measure(f"density, {said}", "ms", partial(density, chosen, view), _RUNS, peer=peer)
    cell_m = cell_size(view.metres_per_px, 150)
    told = partial(clusters, chosen, view.extent, cell_m)
    yield measure(f"counts, {said}", "ms", told, _RUNS)
    smooth = partial(heat, chosen, view, radius_m=2000.0)
    yield measure(f"heat over 2 km, {said}", "ms", smooth, _RUNS)


def _histogram(chosen: Chosen, view: Viewport) -> object:
    west, south, east, north = view.extent
    span = ((south - SOUTH_M, north - SOUTH_M), (west - WEST_M, east - WEST_M))
    bins = view.height // 2, view.width // 2
    return np.histogram2d(chosen.y, chosen.x, bins=bins, range=span)


def _fleet(places: Floats) -> Iterator[dict[str, Any]]:
    known = fixes(np.resize(places, (TERMINALS, 2)))
    before = Fleet.of(known)
    moved = {name: replace(known[name], lon=106.5) for name in list(known)[:MOVED]}
    work = f"{MOVED} fixes into {TERMINALS:,} terminals"
    yield measure(work, "ms", partial(Fleet.of, known | moved, before), _RUNS)


def fixes(places: Floats) -> dict[str, Fix]:
    """A terminal at each place, all of one age."""
    return {
        f"T-{k}": Fix(terminal=f"T-{k}", fix_time=NOW, received=NOW, lon=lon, lat=lat, place="x")
        for k, (lon, lat) in enumerate(places.tolist())
    }
