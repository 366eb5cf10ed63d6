"""A painter on paper: symbols are shapes there and not pictures, and text is fit for any file."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QImage,
    QPaintDevice,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
)
from typing_extensions import override

from maps.style import MapStyle
from maps.symbols import Symbols

_UNPRINTABLE = re.compile(r"[^\x20-\x7e\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+")
_FINE = 4.0  # dots a pixel of the few symbols that stay pictures


def printable(text: str) -> str:
    """One line without control characters and halves of characters, which no file format bears."""
    return _UNPRINTABLE.sub(" ", text).strip()


@contextmanager
def saved(painter: QPainter) -> Iterator[None]:
    """The painter is afterwards as it was, whatever happens."""
    painter.save()
    try:
        yield
    finally:
        painter.restore()


class Even(QPainter):
    """Lays dashes from the beginning of a line: Qt lets them begin where its picture is cut."""

    @override
    def drawPath(self, path: QPainterPath) -> None:
        pen = self.pen()
        if pen.style() in (Qt.PenStyle.NoPen, Qt.PenStyle.SolidLine):
            super().drawPath(path)
            return
        with saved(self):
            self.setPen(Qt.PenStyle.NoPen)
            super().drawPath(path)
        self.fillPath(QPainterPathStroker(pen).createStroke(path), pen.brush())

    @override
    def drawLine(self, *args: Any) -> None:
        if len(args) == 2 and self.pen().style() is not Qt.PenStyle.SolidLine:
            path = QPainterPath(QPointF(args[0]))
            path.lineTo(QPointF(args[1]))
            self.drawPath(path)
        else:
            super().drawLine(*args)


class Shapes(Symbols):
    """Symbols that know how each of their pictures was drawn."""

    def __init__(self, style: MapStyle) -> None:
        super().__init__(style, _FINE)
        self._drawn: dict[int, Callable[[QPainter], None]] = {}

    def shape(self, image: QImage) -> Callable[[QPainter], None] | None:
        """What draws a picture in a square from (0, 0); None for one that is not a symbol."""
        return self._drawn.get(image.cacheKey())

    @override
    def _picture(
        self, key: tuple[object, ...], size: int, draw: Callable[[QPainter], None]
    ) -> QImage:
        image = super()._picture(key, size, draw)
        self._drawn[image.cacheKey()] = draw
        return image


class Ink(QPainter):
    """Draws the shapes of symbols where their pictures are asked for.

    `apart`: spread text letter by letter, for devices that spread it otherwise or not at all.
    """

    def __init__(self, device: QPaintDevice, shapes: Shapes, *, apart: bool = False) -> None:
        super().__init__(device)
        self._shapes, self._apart = shapes, apart

    @override
    def drawImage(self, *args: Any) -> None:
        image = args[-1]
        draw = self._shapes.shape(image) if isinstance(image, QImage) else None
        if draw is None or len(args) > 3:
            super().drawImage(*args)
            return
        with saved(self):
            self.translate(*args[:-1])
            draw(self)

    @override
    def drawText(self, *args: Any) -> Any:
        said: list[Any] = [printable(one) if isinstance(one, str) else one for one in args]
        if self._apart and self.font().letterSpacing() and isinstance(args[0], QPointF | QRectF):
            self._spread(said[0], said[-1])
            return None
        return super().drawText(*said)

    def _spread(self, at: QPointF | QRectF, text: str) -> None:
        """From a point on the baseline, or in the middle of a box."""
        spread = self.font()
        plain = QFont(spread)
        plain.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0)
        metrics = QFontMetricsF(plain)
        steps = [metrics.horizontalAdvance(letter) + spread.letterSpacing() for letter in text]
        if isinstance(at, QRectF):
            down = (metrics.ascent() - metrics.descent()) / 2
            at = at.center() + QPointF(-sum(steps) / 2, down)
        self.setFont(plain)
        for letter, step in zip(text, steps, strict=True):
            super().drawText(at, letter)
            at = at + QPointF(step, 0)
        self.setFont(spread)
