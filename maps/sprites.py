"""Very many small pictures in one call: an atlas, and fragments of it from a numpy array.

GUI thread only, for it holds a QPixmap. PySide takes the fragments as one pointer and a count;
the array behind the pointer belongs to the atlas and lives as long.
"""

from collections.abc import Sequence
from typing import cast

import numpy as np
import numpy.typing as npt
import shiboken6
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

Floats = npt.NDArray[np.float64]

_X, _Y, _LEFT, _TOP, _WIDTH, _HEIGHT, _SCALE_X, _SCALE_Y, _ROTATION, _OPACITY = range(10)
"""The ten doubles of a QPainter.PixmapFragment, in their order."""
_APART_PX = 1


class Atlas:
    """Pictures of one pixel ratio side by side; each is known by its number."""

    def __init__(self, images: Sequence[QImage], dpr: float) -> None:
        width = sum(image.width() + _APART_PX for image in images)
        height = max((image.height() for image in images), default=1)
        self._pixmap = QPixmap(max(width, 1), height)
        self._pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._pixmap)
        left, boxes = 0, []
        for image in images:
            plain = QImage(image)
            plain.setDevicePixelRatio(1)
            painter.drawImage(QPointF(left, 0), plain)
            boxes.append((left, 0, image.width(), image.height()))
            left += image.width() + _APART_PX
        painter.end()
        self._boxes = np.array(boxes, float).reshape(-1, 4)
        self._scale = 1 / dpr
        self.sizes: Floats = self._boxes[:, 2:] * self._scale
        """(pictures, 2) width and height in pixels of the screen."""
        self._grow(256)

    def draw(
        self, painter: QPainter, number: npt.NDArray[np.integer], left: Floats, top: Floats
    ) -> None:
        """Pictures (n,) by number, their upper left corners in pixels of the screen."""
        count = len(number)
        if not count:
            return
        if count > len(self._fragments):
            self._grow(2 * count)
        boxes = self._boxes[number]
        part = self._fragments[:count]
        part[:, _X] = left + boxes[:, 2] * (self._scale / 2)  # a fragment is told by its middle
        part[:, _Y] = top + boxes[:, 3] * (self._scale / 2)
        part[:, _LEFT : _HEIGHT + 1] = boxes
        painter.drawPixmapFragments(self._first, count, self._pixmap)

    def _grow(self, count: int) -> None:
        self._fragments = np.zeros((count, 10))
        self._fragments[:, [_SCALE_X, _SCALE_Y]] = self._scale
        self._fragments[:, _OPACITY] = 1
        address = self._fragments.ctypes.data
        first = shiboken6.wrapInstance(address, QPainter.PixmapFragment)
        self._first = cast("QPainter.PixmapFragment", first)
