"""The officer's way to import own boundaries: choose files, see what was refused and why."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QListWidget, QVBoxLayout, QWidget

from app.paths import cache_folder
from maps.boundaries import BoundariesError
from maps.hierarchy import Hierarchy
from widgets import words
from widgets.boundaries import Outcome, take


def import_boundaries(window: QWidget, hierarchy: Hierarchy, folder: Path) -> str:
    """Ask for files and import them; a line for the status bar, "" where nothing was chosen."""
    names, _ = QFileDialog.getOpenFileNames(
        window,
        QCoreApplication.translate("importing", "导入边界文件"),
        "",
        "GeoJSON, GeoPackage, Shapefile (*.geojson *.json *.gpkg *.shp)",
    )
    if not names:
        return ""
    try:
        outcome = take([Path(name) for name in names], folder, hierarchy, cache=cache_folder())
    except (BoundariesError, ValueError, OSError) as error:
        return QCoreApplication.translate("importing", "没有导入：%1").replace("%1", str(error))
    if outcome.refused:
        RefusedDialog(outcome, window).open()
    said = QCoreApplication.translate("importing", "接受 %1 个，拒绝 %2 个；下次启动生效")
    return said.replace("%1", str(outcome.accepted)).replace("%2", str(len(outcome.refused)))


class RefusedDialog(QDialog):
    """Every refused feature with its reason; Esc closes it."""

    def __init__(self, outcome: Outcome, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("被拒绝的要素"))
        self.resize(640, 360)
        column = QVBoxLayout(self)
        head = self.tr("接受 %1 个，拒绝 %2 个").replace("%1", str(outcome.accepted))
        column.addWidget(QLabel(head.replace("%2", str(len(outcome.refused))), self))
        rows = QListWidget(self)
        for one in outcome.refused:
            rows.addItem(
                f"{one.source}  {one.code}  {words.boundary(one.reason)}  {one.detail}".rstrip()
            )
        column.addWidget(rows)
