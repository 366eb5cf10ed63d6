"""Names on a sheet: laid out for the sheet, then shown as pictures or written as text."""

import math
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from maps.lettering import PADDING, Letters, Word, font_of
from maps.placed import Placed
from maps.printing.ink import saved
from maps.strokes import give_way
from maps.symbols import colour


def moved(name: Placed, dx: float, dy: float) -> Placed:
    """The same name somewhere else."""
    letters = tuple(replace(one, x=one.x + dx, y=one.y + dy) for one in name.set_as)
    return replace(name, box=name.box.moved(dx, dy), set_as=letters)


def show(painter: QPainter, names: tuple[Placed, ...], letters: Letters, dpr: float) -> None:
    """As pictures in dots; at one dot a pixel exactly those of the screen."""
    for name in names:
        if dpr == 1 or not name.set_as:
            painter.drawImage(QPointF(name.box.x, name.box.y), name.image)
        else:
            _show(painter, name, letters)


def _show(painter: QPainter, name: Placed, letters: Letters) -> None:
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for one in name.set_as:
        image = letters.picture(one.word)
        size = image.deviceIndependentSize()
        box = QRectF(-size.width() / 2, -size.height() / 2, size.width(), size.height())
        with saved(painter):
            painter.translate(one.x, one.y)
            painter.rotate(math.degrees(one.turn_rad))
            painter.drawImage(box, image)


def write(painter: QPainter, names: tuple[Placed, ...], *, rims: Letters) -> None:
    """As text over a soft rim.

    The rim is a picture of `rims`: as a path it would be most of the file, and Qt squeezes a page
    in one call, for which everybody else waits.
    """
    for name in names:
        for one in name.set_as:
            with saved(painter):
                painter.translate(one.x, one.y)
                painter.rotate(math.degrees(one.turn_rad))
                _write(painter, one.word, rims)
        give_way()


def _write(painter: QPainter, word: Word, rims: Letters) -> None:
    rim = rims.picture(replace(word, colour=word.halo))
    size = rim.deviceIndependentSize()
    painter.drawImage(
        QRectF(-size.width() / 2, -size.height() / 2, size.width(), size.height()),
        rim,
        QRectF(rim.rect()),
    )
    width, height = _MEASURED.size(word.text, word.size, word.spacing)
    font = font_of(word.size, word.spacing)
    baseline = PADDING - 2 + round(QFontMetricsF(font).ascent()) - height / 2
    painter.setFont(font)
    painter.setPen(colour(word.colour))
    painter.drawText(QPointF(PADDING - width / 2, baseline), word.text)


_MEASURED = Letters()
