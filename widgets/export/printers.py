"""Printers, where Qt's printing is there at all: on Linux it needs libcups, which may lack."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from maps.printing import vectors
from maps.printing.papers import PX_PER_INCH
from maps.printing.progress import Progress
from maps.printing.sheet import Sheet
from widgets.export.job import FailedError

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def support() -> Any:
    """The module PySide6.QtPrintSupport; None where it cannot be loaded."""
    try:
        from PySide6 import QtPrintSupport
    except ImportError:
        return None
    return QtPrintSupport


def trouble() -> str:
    """Why nothing can be printed, and what to do instead; "" where there is a printer."""
    module = support()
    if module is None:
        return QCoreApplication.translate("export", "缺少打印组件 libcups2；可以存为 PDF 再打印")
    if not module.QPrinterInfo.availablePrinterNames():
        return QCoreApplication.translate("export", "没有可用的打印机；可以存为 PDF 再打印")
    return ""


def choose(sheet: Sheet, parent: QWidget) -> "QPrinter | None":
    """The printer that a person chose, set to the page; None where none was."""
    module = support()
    printer = module.QPrinter(module.QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    vectors.set_page(printer, sheet)
    dialog = module.QPrintDialog(printer, parent)
    return printer if dialog.exec() else None


def print_on(printer: "QPrinter", sheet: Sheet, dpr: float, work: Progress) -> None:
    """Draw a page on a printer; one that was given up is taken back. FailedError."""
    try:
        scale = printer.resolution() / PX_PER_INCH
        vectors.paint(printer, sheet, scale, dpr, work, apart=True)
    except OSError as error:
        said = QCoreApplication.translate("export", "打印机没有接受这一页")
        raise FailedError(said) from error
    except BaseException:
        printer.abort()
        raise
