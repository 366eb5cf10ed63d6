"""A sheet as dots: bands for a file of any size, or one picture for a preview."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter

from maps.lettering import Letters
from maps.printing import bands, over, written
from maps.printing.bands import BAND_DOTS, Band
from maps.printing.composed import Composed, compose
from maps.printing.ink import Even, saved
from maps.printing.papers import PX_PER_INCH
from maps.printing.png import PngWriter
from maps.printing.progress import Progress
from maps.printing.sheet import Sheet
from maps.symbols import Symbols

_CORNER = QPoint(0, 0)


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
    with _painting(whole, QPainter) as painter:
        for band in painted(made, dpr, progress):
            painter.drawImage(0, band.top, band.image)
    return whole


def painted(made: Composed, dpr: float, progress: Progress) -> Iterator[Band]:
    """The sheet from the top down; its ground is asked for where the map begins."""
    sheet, shown = made.sheet, made.sheet.shown
    brush = _Brush(made, dpr, bands.count(shown, dpr, BAND_DOTS) > 1)
    width, height = size_of(sheet, dpr)
    top_of_map, left, done = round(sheet.frame.y * dpr), round(sheet.frame.x * dpr), 0
    for ground in bands.bands(shown, dpr, progress, bordered=True, most_dots=BAND_DOTS):
        end = top_of_map + ground.top + ground.image.height()
        image = _blank(width, end - done)
        at = QPoint(left, top_of_map + ground.top - done)
        brush.paint(image, done, progress, ground.image, at)
        yield Band(done, image)
        done = end
    if done < height:
        image = _blank(width, height - done)
        brush.paint(image, done, progress)
        yield Band(done, image)


class _Brush:
    """Paints bands of one sheet; `parted`: there are several, so that dashes must not depend on
    where a band begins."""

    def __init__(self, made: Composed, dpr: float, parted: bool) -> None:
        self._made, self._dpr = made, dpr
        self._painter = Even if parted else QPainter
        self._names = partial(written.show, letters=Letters(dpr), dpr=dpr)

    def paint(
        self,
        image: QImage,
        top: int,
        progress: Progress,
        ground: QImage | None = None,
        at: QPoint = _CORNER,
    ) -> None:
        """The dots of a band whose first row is `top`."""
        sheet, frame, dpr = self._made.sheet, self._made.sheet.frame, self._dpr
        with _painting(image, self._painter) as painter:
            if ground is not None:
                painter.drawImage(at, ground)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(0, -top)
            painter.scale(dpr, dpr)
            with saved(painter):
                painter.translate(round(frame.x * dpr) / dpr, round(frame.y * dpr) / dpr)
                if sheet.framed:
                    painter.setClipRect(0, 0, int(frame.width), int(frame.height))
                over.paint_map(painter, self._made, self._names, progress)
            over.paint_about(painter, self._made)


@contextmanager
def _painting(image: QImage, kind: type[QPainter]) -> Iterator[QPainter]:
    painter = kind(image)
    try:
        yield painter
    finally:
        painter.end()


def _blank(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(over.PAPER)
    return image


def rgb_of(image: QImage) -> npt.NDArray[np.uint8]:
    """(height, width, 3) red, green, blue of a picture of 32 bits."""
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)
    return np.ascontiguousarray(raw[:, : image.width(), 2::-1])
