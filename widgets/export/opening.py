"""Opens the dialogs of export: what is on the map now, and what a page says of it."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication

from maps.objects.scope import Source
from maps.printing.papers import Words
from maps.printing.shown import Shown
from widgets import formats
from widgets.export.dialog import ExportDialog
from widgets.export.making import Made
from widgets.export.objects import ObjectsDialog
from widgets.toasts import Tone
from widgets.window import Window


def shown_of(window: Window) -> Shown:
    """What is on the map now, marked as a demonstration on a desk that is one."""
    mark = QCoreApplication.translate("export", "演示") if window.watermark else ""
    return replace(window.map.shown(), watermark=mark)


def words_of(window: Window) -> Words:
    """Title and subtitle of a page: centre, division, moment of the data, officer."""
    centre = window.name_of(window.centre)
    title = QCoreApplication.translate("export", "%1态势图").replace("%1", centre)
    moment = QCoreApplication.translate("export", "数据时刻 %1")
    demo = QCoreApplication.translate("export", "演示：终端与事件均为虚构")
    parts = (
        window.edition(),
        moment.replace("%1", formats.absolute(window.clock())),
        f"{window.desk.officer.name} · {centre}",
        demo if window.watermark else "",
    )
    return Words(title=title, subtitle=" · ".join(part for part in parts if part))


def open_dialog(window: Window, output: str) -> None:
    """The dialog of pictures and pages, begun with one of widgets.export.wish.OUTPUTS."""
    dialog = ExportDialog(
        shown_of(window), words_of(window), window.desk, window.clock, output=output, parent=window
    )
    dialog.made.connect(partial(_tell, window))
    dialog.finished.connect(dialog.deleteLater)
    window.closing.connect(dialog.shut)
    dialog.open()


def open_objects(window: Window) -> None:
    """The dialog of objects: of what was drawn, of what is chosen, or of what is in view."""
    shown = window.map.shown()
    source = Source(
        data=shown.data,
        view=shown.viewport,
        level=shown.level,
        division=shown.division,
        polygon=window.hierarchy.polygon,
    )
    about = words_of(window)
    title = f"{about.title} · {about.subtitle}"
    dialog = ObjectsDialog(source, window.desk, window.clock, title=title, parent=window)
    dialog.made.connect(partial(_tell, window))
    dialog.finished.connect(dialog.deleteLater)
    window.closing.connect(dialog.shut)
    dialog.open()


def _tell(window: Window, made: Made | None) -> None:
    window.tell(said_of(made), Tone.DONE)


def said_of(made: Made | None) -> str:
    """What came of it, for the status bar."""
    if made is None:
        return QCoreApplication.translate("export", "已送打印机，台账已记")
    said = QCoreApplication.translate("export", "已导出 %1 · 台账 #%2 记有 SHA-256")
    return said.replace("%1", str(made.path)).replace("%2", str(made.entry))
