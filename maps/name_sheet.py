"""The names of a prepared picture as one sheet, laid over a view in one call. GUI thread only."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QPainter

from maps.blit import offset, stretched
from maps.labels import Box
from maps.placed import Placed
from maps.renderer import Frame
from maps.sprites import Atlas
from maps.viewport import Viewport

Boxes = npt.NDArray[np.float64]


class NameSheet:
    """Keeps the pictures of the names that were shown last."""

    def __init__(self) -> None:
        self._names: tuple[Placed, ...] | None = None
        self._dpr = 1.0
        self._boxes: Boxes = np.empty((0, 4))

    def draw(self, painter: QPainter, frame: Frame, view: Viewport, taken: Sequence[Box]) -> None:
        """The names that are wholly in the view and under no furniture; never a part of one.

        They stay upright and of one size about their middles while the ground turns or stretches.
        """
        if not frame.names:
            return
        self._take(frame)
        corner, scale = offset(frame, view), 1.0
        if corner is not None:
            left, top = corner.x() + self._boxes[:, 0], corner.y() + self._boxes[:, 1]
        else:
            left, top = self._stretched(frame, view)
            scale = frame.viewport.metres_per_px * self._dpr / view.metres_per_px
        boxes = np.column_stack([left, top, self._boxes[:, 2:] * scale])
        shown = np.flatnonzero(clear(boxes, view, taken))
        self._atlas.draw(painter, shown, left[shown], top[shown], stretch=scale)

    def _take(self, frame: Frame) -> None:
        """Names are laid out anew now and then only; most frames show those of the last."""
        dpr = frame.request.dpr
        if frame.names is self._names and dpr == self._dpr:
            return
        boxes = [(n.box.x, n.box.y, n.box.width, n.box.height) for n in frame.names]
        self._names, self._dpr = frame.names, dpr
        self._boxes = np.array(boxes, float).reshape(-1, 4) / dpr
        self._atlas = Atlas([name.image for name in frame.names], dpr)

    def _stretched(self, frame: Frame, view: Viewport) -> tuple[Boxes, Boxes]:
        """Left and top of each about the place to which its middle has come."""
        way = stretched(frame, view)
        x, y = ((self._boxes[:, k] + self._boxes[:, k + 2] / 2) * self._dpr for k in (0, 1))
        scale = frame.viewport.metres_per_px * self._dpr / view.metres_per_px
        half = self._boxes[:, 2:] * (scale / 2)
        across, down = way.m11() * x + way.m21() * y, way.m12() * x + way.m22() * y
        return across + way.dx() - half[:, 0], down + way.dy() - half[:, 1]


def clear(boxes: Boxes, view: Viewport, taken: Sequence[Box]) -> npt.NDArray[np.bool_]:
    """(n,) which boxes (n, 4) lie wholly in the view and touch nothing that is taken."""
    left, top = boxes[:, 0, None], boxes[:, 1, None]
    right, bottom = left + boxes[:, 2, None], top + boxes[:, 3, None]
    found = (left >= 0) & (top >= 0) & (right <= view.width) & (bottom <= view.height)
    x, y, w, h = np.array([(b.x, b.y, b.width, b.height) for b in taken], float).reshape(-1, 4).T
    touched = (left < x + w) & (x < right) & (top < y + h) & (y < bottom)
    free: npt.NDArray[np.bool_] = found[:, 0] & ~touched.any(axis=1)
    return free
