"""Lines of longitude and latitude at round steps, thin and without numbers of their own."""

import math

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPen

from maps.layers.layer import Ground
from maps.paths import path
from maps.projection import project, unproject
from maps.symbols import colour

Floats = npt.NDArray[np.float64]

_STEPS_DEG = (2, 1, 0.5, 0.25, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001)
_WANTED_PX = 180


def step_deg(metres_per_px: float) -> float:
    """The round step whose lines lie nearest to 180 pixels apart."""
    wanted = _WANTED_PX * metres_per_px / 111_000
    return min(_STEPS_DEG, key=lambda step: abs(math.log(step / wanted)))


def draw(painter: QPainter, ground: Ground) -> None:
    view = ground.viewport
    west, south, east, north = view.extent
    lon, lat = unproject([west, east, west, east], [south, south, north, north])
    if not (np.isfinite(lon).all() and np.isfinite(lat).all()):
        return
    step = step_deg(view.metres_per_px)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour(ground.style.faint, 90), 1.0))
    for meridian in np.arange(math.floor(lon.min() / step), math.ceil(lon.max() / step) + 1) * step:
        along = np.linspace(lat.min(), lat.max(), 24)
        _line(painter, ground, np.full(24, meridian), along)
    for parallel in np.arange(math.floor(lat.min() / step), math.ceil(lat.max() / step) + 1) * step:
        along = np.linspace(lon.min(), lon.max(), 24)
        _line(painter, ground, along, np.full(24, parallel))


def _line(painter: QPainter, ground: Ground, lon: Floats, lat: Floats) -> None:
    x, y = ground.viewport.to_screen(*project(lon, lat))
    begins = np.zeros(len(x), bool)
    begins[0] = True
    painter.drawPath(path(x, y, begins))
