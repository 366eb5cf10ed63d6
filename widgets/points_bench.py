"""`main.py bench points`: a million events told together, and ten thousand terminals painted."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from app.bench import Peer, measure
from app.clock import utc_now
from app.model import Level, Unit, UnitKind
from app.paths import cache_folder
from maps.hierarchy import open_hierarchy
from maps.layers import terminals
from maps.layers.layer import Live
from maps.points import bench
from maps.points.cloud import CORE_DEG
from maps.scene import MapData
from maps.style import STYLES
from maps.symbols import Freshness, Symbols
from maps.viewport import Viewport

_SIZE = (1920, 1080)
_RUNS = 25
_SPREAD_DEG = 0.05


def rows() -> Iterator[dict[str, Any]]:
    """The work off the GUI thread, then that on it; needs a QGuiApplication."""
    hierarchy = open_hierarchy(cache=cache_folder(), today=utc_now().date())
    places = np.array([hierarchy.centre(code) for code in hierarchy.codes(Level.TOWN)])
    yield from bench.rows(places)
    crowd = np.random.default_rng(1).normal(CORE_DEG, _SPREAD_DEG, (bench.TERMINALS, 2))
    data = _crews(crowd)
    for scale in (300.0, 50.0, 10.0):
        view = replace(bench.view_of(places, scale), width=_SIZE[0], height=_SIZE[1])
        yield _painted(data, view)


def _crews(places: bench.Floats) -> MapData:
    fixes, kinds = bench.fixes(places), list(UnitKind)
    units = tuple(
        Unit(id=f"U{k}", name="", kind=kinds[k % len(kinds)], terminal=name)
        for k, name in enumerate(fixes)
    )
    return MapData(fixes=fixes, units=units, now=bench.NOW)


def _painted(data: MapData, view: Viewport) -> dict[str, Any]:
    """One call for all, beside a picture at a time."""
    style = STYLES["night"]
    symbols, picture = Symbols(style, 1.0), QImage(*_SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    live = Live(viewport=view, data=data, style=style, symbols=symbols, now=data.now)
    peer = Peer(name="QPainter.drawImage, one by one", fn=partial(_one_by_one, painter, live))
    work = f"{len(data.fixes):,} terminals, {view.metres_per_px:g} m a pixel"
    row = measure(work, "ms", lambda: terminals.draw(painter, live), _RUNS, peer=peer)
    painter.end()
    return row


def _one_by_one(painter: QPainter, live: Live) -> None:
    x, y = live.viewport.to_screen(live.data.fleet.x, live.data.fleet.y)
    image = live.symbols.terminal(
        None, Freshness.FRESH, terminals.size_at(live.viewport.metres_per_px)
    )
    for left, top in zip(x.tolist(), y.tolist(), strict=True):
        painter.drawImage(QPointF(left, top), image)
