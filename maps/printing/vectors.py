"""A sheet as lines and text: PDF, SVG, or a printer. Only the ground is a picture, in strips."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import (
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPaintDevice,
    QPainter,
    QPainterPath,
    QPdfWriter,
)

from maps.lettering import Letters
from maps.printing import borders, over, written
from maps.printing.bands import Band, bands
from maps.printing.composed import Composed, compose
from maps.printing.ink import Ink, Shapes, printable, saved
from maps.printing.papers import PX_PER_INCH, PX_PER_MM
from maps.printing.progress import Progress
from maps.printing.sheet import Sheet
from maps.strokes import give_way

PDF_DPI = 96  # of the page's own numbers, which are fractions; the ground's dots are chosen
_SVG_FINE = 10  # parts of a pixel in which the size of a drawing is told
_STRIP_ROWS, _LAP_ROWS = 256, 2
_RIM_DPR = 2.0  # dots a pixel of the soft rims about names


def write_pdf(sheet: Sheet, path: Path, dpr: float, progress: Progress) -> None:
    """One page; `dpr`: dots of the ground a pixel. OSError where it cannot be written."""
    with path.open("wb"):
        pass  # QPdfWriter does not say why it cannot
    device = QPdfWriter(str(path))
    device.setCreator("Yutu")
    device.setTitle(printable(sheet.lines[0].text if sheet.lines else ""))
    device.setResolution(PDF_DPI)
    set_page(device, sheet)
    paint(device, sheet, PDF_DPI / PX_PER_INCH, dpr, progress)
    _ended(path, b"%%EOF")


def set_page(device: QPagedPaintDevice, sheet: Sheet) -> None:
    """The sheet's size, without margins of the device's own."""
    size = QSizeF(sheet.width / PX_PER_MM, sheet.height / PX_PER_MM)
    upright = QSizeF(min(size.width(), size.height()), max(size.width(), size.height()))
    wide = size.width() > size.height()
    kind = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    form = QPageSize(upright, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    device.setPageLayout(QPageLayout(form, kind, QMarginsF(0, 0, 0, 0)))


def write_svg(sheet: Sheet, path: Path, dpr: float, progress: Progress) -> None:
    """One drawing in millimetres. OSError where it cannot be written."""
    from PySide6.QtSvg import QSvgGenerator  # here, for few write drawings

    with path.open("wb"):
        pass
    device = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    device.setFileName(str(path))
    device.setResolution(round(PX_PER_INCH * _SVG_FINE))
    device.setSize(QSize(round(sheet.width * _SVG_FINE), round(sheet.height * _SVG_FINE)))
    device.setViewBox(QRectF(0, 0, sheet.width * _SVG_FINE, sheet.height * _SVG_FINE))
    device.setTitle(printable(sheet.lines[0].text if sheet.lines else ""))
    paint(device, sheet, float(_SVG_FINE), dpr, progress, mounted=True, apart=True)
    _ended(path, b"</svg>")


def _ended(path: Path, end: bytes) -> None:
    """OSError for a file without its end: Qt says nothing of a disk that is full."""
    with path.open("rb") as file:
        file.seek(max(path.stat().st_size - 32, 0))
        if end not in file.read():
            raise OSError(f"{path.name}: not written whole; is the disk full?")


def paint(
    device: QPaintDevice,
    sheet: Sheet,
    scale: float,
    dpr: float,
    progress: Progress,
    *,
    mounted: bool = False,
    apart: bool = False,
) -> None:
    """A sheet on a device on which a pixel is `scale` units.

    `mounted`: with paper over what is drawn beside the map. `apart`: spread text letter by letter,
    where the device spreads it otherwise.

    OSError where the device cannot be drawn on.
    """
    shapes = Shapes(sheet.shown.style)
    made = compose(sheet, shapes, progress)
    painter = Ink(device, shapes, apart=apart)
    if not painter.isActive():
        raise OSError("cannot be drawn on")
    try:
        painter.scale(scale, scale)
        _paint(painter, made, dpr, progress, mounted=mounted)
    finally:
        painter.end()


def _paint(painter: Ink, made: Composed, dpr: float, progress: Progress, *, mounted: bool) -> None:
    sheet, frame = made.sheet, made.sheet.frame
    with saved(painter):
        painter.translate(frame.x, frame.y)
        painter.setClipRect(QRectF(0, 0, frame.width, frame.height))
        _ground(painter, made, dpr, progress)
        borders.draw(painter, sheet.shown, progress)
        borders.draw_chosen(painter, sheet.shown)
        names = partial(written.write, rims=Letters(_RIM_DPR))
        over.paint_map(painter, made, names, progress)
    if mounted:
        _mount(painter, sheet)
    over.paint_about(painter, made)


def _mount(painter: QPainter, sheet: Sheet) -> None:
    """Paper about the map, over what a reader shows there that knows no clipping (SVG Tiny)."""
    paper, frame = QPainterPath(), sheet.frame
    paper.addRect(QRectF(-sheet.width, -sheet.height, 3 * sheet.width, 3 * sheet.height))
    paper.addRect(QRectF(frame.x, frame.y, frame.width, frame.height))
    painter.fillPath(paper, over.PAPER)


def _ground(painter: QPainter, made: Composed, dpr: float, progress: Progress) -> None:
    """Strips lap over each other by two rows: no reader of the file shows paper between them."""
    found = bands(made.sheet.shown, dpr, progress, bordered=False)
    for top, image in _strips(found):
        size = QRectF(0, top / dpr, image.width() / dpr, image.height() / dpr)
        painter.drawImage(size, image, QRectF(image.rect()))
        give_way()


def _strips(found: Iterator[Band]) -> Iterator[tuple[int, QImage]]:
    for band in found:
        for top in range(0, band.image.height(), _STRIP_ROWS):
            high = min(_STRIP_ROWS + _LAP_ROWS, band.image.height() - top)
            yield band.top + top, band.image.copy(0, top, band.image.width(), high)


Writer = Callable[[Sheet, Path, float, Progress], None]
WRITERS: dict[str, Writer] = {"pdf": write_pdf, "svg": write_svg}
