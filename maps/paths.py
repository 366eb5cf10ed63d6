"""Arrays to QPainterPath in one step: no Python call for each vertex."""

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QByteArray, QDataStream
from PySide6.QtGui import QPainterPath

Floats = npt.NDArray[np.float64]

_ELEMENT = np.dtype([("kind", ">i4"), ("x", ">f8"), ("y", ">f8")])
_MOVE, _LINE = 0, 1
_TAIL = np.array([0, 0], ">i4").tobytes()  # start of the last subpath, odd-even rule


def path(x: Floats, y: Floats, begins: npt.NDArray[np.bool_]) -> QPainterPath:
    """Points (n,) in pixels; a new polyline where `begins`. Qt's own stream format of a path."""
    elements = np.empty(len(x), _ELEMENT)
    elements["kind"] = np.where(begins, _MOVE, _LINE)
    elements["x"], elements["y"] = x, y
    raw = np.array([len(x)], ">i4").tobytes() + elements.tobytes() + _TAIL
    made = QPainterPath()
    if len(x):
        kept = QByteArray(raw)  # the stream reads from it and does not own it
        stream = QDataStream(kept)
        stream >> made
    return made


def polygon(rings: tuple[tuple[Floats, Floats], ...]) -> QPainterPath:
    """Closed rings, holes by the odd-even rule."""
    if not rings:
        return QPainterPath()
    x, y = (np.concatenate([ring[axis] for ring in rings]) for axis in (0, 1))
    begins = np.zeros(len(x), bool)
    begins[np.cumsum([0, *(len(ring[0]) for ring in rings[:-1])])] = True
    return path(x, y, begins)
