"""`main.py bench map`: what the GUI thread spends on a frame while the map is moved by hand."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from statistics import median
from typing import Any

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from app.catalogue import plants
from app.clock import utc_now
from app.model import Case, CaseState, Fix, Grade, Level, Position, Unit, UnitKind
from maps.projection import unproject
from maps.scene import Division, MapData
from widgets.map_view import MapView

_TICK_S = 1 / 60
_SIZE = (1150, 760)
_TERMINALS = 300
_CASES = 60
_PAN, _WHEEL, _REST = 180, 90, 60  # frames of each part of a tour
_SEED = 20261123


@dataclass(frozen=True, slots=True)
class Tour:
    """A view to move about in: metres a pixel, the level held, frames between new fixes."""

    work: str
    metres_per_px: float
    level: Level | None = None
    fixes_every: int = 60


TOURS = (
    Tour("pan and wheel, city, all grids in view", 430.0, Level.GRID),
    Tour("pan and wheel, city", 430.0),
    Tour("pan and wheel, district", 56.0),
    Tour("pan and wheel, street, 300 terminals moving", 2.0, None, 6),
)


def rows(division: Division, app: QApplication) -> Iterator[dict[str, Any]]:
    """A row a tour, in milliseconds from the tick to the painted frame, waiting included."""
    for tour in TOURS:
        took = sorted(_tour(tour, division, app))
        figures = {"median": median(took), "p95": took[int(0.95 * len(took))], "max": took[-1]}
        row = {"work": tour.work, "unit": "ms", "n": len(took)}
        yield row | {k: round(v, 2) for k, v in figures.items()} | {"peer": None, "ratio": None}


def _tour(tour: Tour, division: Division, app: QApplication) -> list[float]:
    view = MapView()
    view.resize(*_SIZE)
    view.set_clock(utc_now)
    view.set_hierarchy(division)
    view.set_level(tour.level)
    middle = view.viewport.scaled_to(tour.metres_per_px)
    if tour.metres_per_px < 200:
        x, y = division.topology.level(Level.TOWN).anchor[0] + division.topology.origin
        middle = middle.centred(float(x), float(y))
    view.show_view(middle)
    data = _data(view, np.random.default_rng(_SEED), utc_now())
    view.set_data(data)
    view.show()
    view.render_sync()
    app.processEvents()
    took, late = [], time.perf_counter()
    for k in range(_PAN + _WHEEL + _REST):
        late = max(late + _TICK_S, time.perf_counter())
        time.sleep(max(late - time.perf_counter(), 0))
        begun = late
        if k % tour.fixes_every == 0:
            data = _moved(data, k)
            view.set_data(data)
        _step(view, k)
        app.processEvents()
        took.append((time.perf_counter() - begun) * 1000)
        late = max(late, time.perf_counter() - _TICK_S)
    view.shut()
    view.close()
    view.deleteLater()
    app.processEvents()
    return took


def _step(view: MapView, k: int) -> None:
    """A hand that drags in a wide arc, then turns the wheel in and out, then rests."""
    if k < _PAN:
        angle = k / 30
        view.zoom_to(view.viewport.pan(12 * np.cos(angle), 9 * np.sin(angle)))
    elif k < _PAN + _WHEEL and k % 9 == 0:
        _wheel(view, 1 if (k // 9) % 4 < 2 else -1)


def _wheel(view: MapView, steps: int) -> None:
    at = QPoint(_SIZE[0] // 3, _SIZE[1] // 3)
    event = QWheelEvent(
        QPointF(at),
        QPointF(at),
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def _data(view: MapView, rng: np.random.Generator, now: datetime) -> MapData:
    lon, lat = _spread(view, rng, _TERMINALS + _CASES)
    kinds = list(UnitKind)
    names = [f"T-{k}" for k in range(_TERMINALS)]
    fixes = {
        name: Fix(terminal=name, fix_time=now, received=now, lon=lon[k], lat=lat[k], place="x")
        for k, name in enumerate(names)
    }
    cases = tuple(
        Case(
            id=f"C-{k}",
            title="",
            grade=list(Grade)[k % 4],
            state=CaseState.HANDLING,
            opened=now,
            changed=now,
            position=Position(lon=lon[k], lat=lat[k]),
        )
        for k in range(_TERMINALS, _TERMINALS + _CASES)
    )
    units = tuple(
        Unit(id=f"U-{k}", name=name, kind=kinds[k % len(kinds)], terminal=name)
        for k, name in enumerate(names)
    )
    return MapData(
        place_counts=_counts(view, rng),
        cases=cases,
        fixes=fixes,
        units=units,
        plants=plants(),
        now=now,
    )


def _spread(view: MapView, rng: np.random.Generator, count: int) -> tuple[list[float], list[float]]:
    west, south, east, north = view.viewport.extent
    lon, lat = unproject(rng.uniform(west, east, count), rng.uniform(south, north, count))
    return lon.tolist(), lat.tolist()


def _counts(view: MapView, rng: np.random.Generator) -> dict[str, tuple[int, int]]:
    division = view.division
    assert division is not None
    every = {Level.GRID: 30, Level.VILLAGE: 9}
    return {
        code: (int(rng.integers(1, 9)), int(rng.integers(0, 2)))
        for level in Level
        for code in division.codes(level)[:: every.get(level, 2)]
    }


def _moved(data: MapData, k: int) -> MapData:
    """Every crew a few metres on."""
    on = timedelta(seconds=k / 60)
    fixes = {
        name: replace(fix, lon=fix.lon + 2e-5, fix_time=fix.fix_time + on)
        for name, fix in data.fixes.items()
    }
    return replace(data, fixes=fixes)
