"""Names as small pictures with a halo, made once and kept. May be used off the GUI thread.

The text is drawn in the application's font; the halo is a soft rim grown from its own ink, because
stroking an outline costs eighty times as much.
"""

import math
from collections import OrderedDict
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from maps.style import Rgb

PADDING = 4  # pixels about the text, room for the halo
_KEPT, _SIZES_KEPT = 4000, 20_000
_RIM = tuple(
    (dx, dy, min(1.0, max(0.0, 3.4 - math.hypot(dx, dy))))
    for dx in range(-3, 4)
    for dy in range(-3, 4)
    if math.hypot(dx, dy) < 3.4
)


@dataclass(frozen=True, slots=True)
class Word:
    """One text in one look: pixel size, pixels between letters, colour, colour of the rim."""

    text: str
    size: int
    spacing: int
    colour: Rgb
    halo: Rgb


def font_of(size: int, spacing: float = 0) -> QFont:
    """The application's font at a pixel size."""
    font = QFont(QApplication.font())
    font.setPixelSize(size)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
    return font


class Letters:
    """Pictures of words, the most recently used few thousand of them."""

    def __init__(self, dpr: float = 1.0) -> None:
        self._dpr = dpr
        self._images: OrderedDict[Word, QImage] = OrderedDict()
        self._metrics: dict[int, QFontMetricsF] = {}
        self._sizes: dict[tuple[str, int], tuple[float, float]] = {}

    def size(self, text: str, size: int, spacing: int) -> tuple[int, int]:
        """Width and height of the picture in device pixels, halo included."""
        width, height = self._size(text, size, spacing)
        return math.ceil(width * self._dpr), math.ceil(height * self._dpr)

    def _size(self, text: str, size: int, spacing: int) -> tuple[float, float]:
        if (text, size) not in self._sizes:
            if size not in self._metrics:
                self._metrics[size] = QFontMetricsF(font_of(size))
            metrics = self._metrics[size]
            if len(self._sizes) >= _SIZES_KEPT:
                self._sizes.clear()
            self._sizes[text, size] = metrics.horizontalAdvance(text), metrics.height()
        across, high = self._sizes[text, size]
        width = across + spacing * (len(text) - 1)
        return math.ceil(width) + 2 * PADDING, math.ceil(high) + 2 * PADDING - 4

    def picture(self, word: Word) -> QImage:
        image = self._images.get(word)
        if image is None:
            image = self._images[word] = self._draw(word)
            if len(self._images) > _KEPT:
                self._images.popitem(last=False)
        else:
            self._images.move_to_end(word)
        return image

    def _draw(self, word: Word) -> QImage:
        mask = QImage(*self.size(word.text, word.size, word.spacing), QImage.Format.Format_Alpha8)
        mask.setDevicePixelRatio(self._dpr)
        mask.fill(0)
        painter = QPainter(mask)
        font = font_of(word.size, word.spacing)
        painter.setFont(font)
        painter.setPen(Qt.GlobalColor.white)
        baseline = PADDING - 2 + round(QFontMetricsF(font).ascent())
        painter.drawText(QPointF(PADDING, baseline), word.text)
        painter.end()
        return _rimmed(mask, word, self._dpr)


def _rimmed(mask: QImage, word: Word, dpr: float) -> QImage:
    """The text over its own ink grown by three pixels."""
    height, width = mask.height(), mask.width()
    raw = np.frombuffer(mask.constBits(), np.uint8).reshape(height, mask.bytesPerLine())
    ink = raw[:, :width].astype(np.float32) / 255
    rim = np.zeros((height + 6, width + 6), np.float32)
    for dx, dy, strength in _RIM:
        part = rim[3 + dy : 3 + dy + height, 3 + dx : 3 + dx + width]
        np.maximum(part, ink * np.float32(strength), out=part)
    under = rim[3:-3, 3:-3] * np.float32(0.82) * (1 - ink)
    pixels = np.empty((height, width, 4), np.uint8)
    for channel, k in ((0, 2), (1, 1), (2, 0)):
        pixels[:, :, channel] = np.rint(ink * word.colour[k] + under * word.halo[k])
    pixels[:, :, 3] = np.rint((ink + under) * 255)
    return picture_of(pixels.view(np.uint32)[:, :, 0], dpr)


def picture_of(pixels: npt.NDArray[np.uint32], dpr: float = 1.0) -> QImage:
    """(height, width) ARGB premultiplied -> an image with memory of its own."""
    height, width = pixels.shape
    kept = np.ascontiguousarray(pixels)
    borrowed = QImage(
        kept.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied
    )
    image = borrowed.copy()
    image.setDevicePixelRatio(dpr)
    return image
