"""A sheet as dots: bands for a file of any size, or one picture for a preview."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage, QPainter

from maps.lettering import Letters
from maps.printing import over, written
from maps.printing.bands import BAND_DOTS, Band, bands
from maps.printing.composed import Composed, compose
from maps.printing.papers import PX_PER_INCH
from maps.printing.png import PngWriter
from maps.printing.progress import Progress
from maps.printing.sheet import Sheet
from maps.symbols import Symbols


def size_of(sheet: Sheet, dpr: float) -> tuple[int, int]:
    """Dots across and down."""
    return round(sheet.width * dpr), round(sheet.height * dpr)


def write_png(
    sheet: Sheet, path: Path, dpr: float, progress: Progress, *, texts: dict[str, str] | None = None
) -> None:
    """Write a sheet with `dpr` dots a pixel. OSError where the file cannot be written.

    CancelledError leaves a file that is not whole: the caller writes beside and renames.
    """
    made = compose(sheet, Symbols(sheet.shown.style, dpr), progress)
    width, height = size_of(sheet, dpr)
    with (
        path.open("wb") as file,
        PngWriter(file, width, height, dpi=dpr * PX_PER_INCH, texts=texts or {}) as out,
    ):
        for band in painted(made, dpr, progress):
            out.rows(rgb_of(band.image))


def picture(sheet: Sheet, dpr: float, progress: Progress) -> QImage:
    """The whole sheet at once, for looking at."""
    made = compose(sheet, Symbols(sheet.shown.style, dpr), progress)
    whole = QImage(*size_of(sheet, dpr), QImage.Format.Format_RGB32)
    painter = QPainter(whole)
    for band in painted(made, dpr, progress):
        painter.drawImage(0, band.top, band.image)
    painter.end()
    return whole


def painted(made: Composed, dpr: float, progress: Progress) -> Iterator[Band]:
    """The sheet from the top down; its ground is asked for where the map begins."""
    sheet, letters = made.sheet, Letters(dpr)
    width, height = size_of(sheet, dpr)
    top_of_map, left = round(sheet.frame.y * dpr), round(sheet.frame.x * dpr)
    names = partial(written.show, letters=letters, dpr=dpr)
    done = 0
    for ground in bands(sheet.shown, dpr, progress, bordered=True, most_dots=BAND_DOTS):
        start, end = top_of_map + ground.top, top_of_map + ground.top + ground.image.height()
        image = _blank(width, end - done)
        painter = QPainter(image)
        painter.drawImage(left, start - done, ground.image)
        _paint(painter, made, dpr, done, names, progress)
        painter.end()
        yield Band(done, image)
        done = end
    if done < height:
        image = _blank(width, height - done)
        painter = QPainter(image)
        _paint(painter, made, dpr, done, names, progress)
        painter.end()
        yield Band(done, image)


def _paint(
    painter: QPainter, made: Composed, dpr: float, top: int, names: over.Names, progress: Progress
) -> None:
    """All but the ground, of which the painter's picture shows a band."""
    frame = made.sheet.frame
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(0, -top)
    painter.scale(dpr, dpr)
    painter.save()
    painter.translate(round(frame.x * dpr) / dpr, round(frame.y * dpr) / dpr)
    if made.sheet.framed:
        painter.setClipRect(0, 0, int(frame.width), int(frame.height))
    over.paint_map(painter, made, names, progress)
    painter.restore()
    over.paint_about(painter, made.sheet)


def _blank(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(over.PAPER)
    return image


def rgb_of(image: QImage) -> npt.NDArray[np.uint8]:
    """(height, width, 3) red, green, blue of a picture of 32 bits."""
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)
    return np.ascontiguousarray(raw[:, : image.width(), 2::-1])
