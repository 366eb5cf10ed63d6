"""Asks where a file goes, with its own ending; never over another file without a yes."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget


def path(parent: QWidget, title: str, form: str, said: str) -> Path | None:
    """The file that a person chose, None where none; `said`: the row of the format."""
    name, _ = QFileDialog.getSaveFileName(parent, title, f"yutu.{form}", said)
    if not name:
        return None
    chosen = Path(name)
    if chosen.suffix.lower() == f".{form}":
        return chosen  # what the dialog itself has asked about
    chosen = chosen.with_name(f"{chosen.name}.{form}")
    return chosen if not chosen.exists() or _may_replace(parent, title, chosen) else None


def _may_replace(parent: QWidget, title: str, chosen: Path) -> bool:
    asked = QCoreApplication.translate("export", "%1 已经存在，要替换吗？")
    answer = QMessageBox.question(parent, title, asked.replace("%1", chosen.name))
    return answer == QMessageBox.StandardButton.Yes
