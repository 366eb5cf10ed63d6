"""The dictionary of short messages as a file, to be handed to the units beforehand."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from app.shortmsg.dictionary import Dictionary, dumps
from app.shorts.codes import SharedCodes
from app.store import Reader, queries
from widgets.toasts import Tone
from widgets.window import Window


def save(window: Window) -> None:
    """Ask where to, and write it; the desk's own dictionary as it is now."""
    window.bridge.ask(dictionary, window.desk.codes, then=lambda found: _ask(window, found))


def dictionary(reader: Reader, codes: SharedCodes) -> Dictionary:
    """The dictionary with the units of this moment."""
    return codes.dictionary(unit.id for unit in queries.units(reader))


def write(shared: Dictionary, path: Path) -> None:
    """The file, whole or not at all. OSError where it cannot be written."""
    beside = path.with_name(f"{path.name}.part")
    beside.write_text(dumps(shared), encoding="utf-8", newline="\n")
    beside.replace(path)


def _ask(window: Window, shared: Dictionary) -> None:
    title = QCoreApplication.translate("shorts", "保存短报文字典")
    form = QCoreApplication.translate("shorts", "文本 (*.txt)")
    name = f"yutu-short-messages-{shared.id}.txt"
    chosen, _ = QFileDialog.getSaveFileName(window, title, name, form)
    if not chosen:
        return
    try:
        write(shared, Path(chosen))
    except OSError as error:
        text = QCoreApplication.translate("shorts", "字典没有存成：%1")
        window.tell(text.replace("%1", str(error.strerror or error)), Tone.FAILED)
        return
    text = QCoreApplication.translate("shorts", "短报文字典 %1 已存为 %2")
    window.tell(text.replace("%1", shared.id).replace("%2", Path(chosen).name), Tone.DONE)
