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
_ROW_PX = 2048  # wide at most, unless one picture is wider


class Atlas:
    """Pictures of one pixel ratio side by side; each is known by its number."""

    def __init__(self, images: Sequence[QImage], dpr: float) -> None:
        boxes = _in_rows(images)
        self._boxes = np.array(boxes, float).reshape(-1, 4)
        width, height = (self._boxes[:, k] + self._boxes[:, k + 2] for k in (0, 1))
        self._pixmap = QPixmap(int(width.max(initial=1)), int(height.max(initial=1)))
        self._pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._pixmap)
        for image, (left, top, _, _) in zip(images, boxes, strict=True):
            plain = QImage(image)
            plain.setDevicePixelRatio(1)
            painter.drawImage(QPointF(left, top), plain)
        painter.end()
        self._scale = 1 / dpr
        self.sizes: Floats = self._boxes[:, 2:] * self._scale
        """(pictures, 2) width and height in pixels of the screen."""
        self._laid: npt.NDArray[np.integer] | None = None
        self._halves: tuple[float, Floats] = (0.0, np.empty((0, 2)))
        self._grow(256)

    def draw(
        self,
        painter: QPainter,
        number: npt.NDArray[np.integer],
        left: Floats,
        top: Floats,
        *,
        stretch: float = 1.0,
    ) -> None:
        """Pictures (n,) by number, their upper left corners in pixels of the screen; all of them
        so many times larger than they are. The very same numbers again are not read again.
        """
        count, scale = len(number), self._scale * stretch
        if not count:
            return
        if count > len(self._fragments):
            self._grow(2 * count)
        part = self._fragments[:count]
        if self._laid is not number or self._halves[0] != scale:
            boxes = self._boxes[number]
            part[:, _LEFT : _HEIGHT + 1] = boxes
            part[:, _SCALE_X : _SCALE_Y + 1] = scale
            self._laid, self._halves = number, (scale, boxes[:, 2:] * (scale / 2))
        half = self._halves[1]
        np.add(left, half[:, 0], out=part[:, _X])  # a fragment is told by its middle
        np.add(top, half[:, 1], out=part[:, _Y])
        painter.drawPixmapFragments(self._first, count, self._pixmap)

    def _grow(self, count: int) -> None:
        self._fragments = np.zeros((count, 10))
        self._fragments[:, _OPACITY] = 1
        address = self._fragments.ctypes.data
        self._laid = None
        first = shiboken6.wrapInstance(address, QPainter.PixmapFragment)
        self._first = cast("QPainter.PixmapFragment", first)


def _in_rows(images: Sequence[QImage]) -> list[tuple[int, int, int, int]]:
    """Left, top, width and height of each, side by side in rows."""
    left = top = high = 0
    boxes = []
    for image in images:
        if left and left + image.width() > _ROW_PX:
            left, top, high = 0, top + high + _APART_PX, 0
        boxes.append((left, top, image.width(), image.height()))
        left, high = left + image.width() + _APART_PX, max(high, image.height())
    return boxes
