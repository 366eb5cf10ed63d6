"""The officer's way to import own boundaries: choose files, see what was refused and why."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from app.paths import cache_folder
from maps.boundaries import BoundariesError
from maps.hierarchy import Hierarchy
from widgets.boundaries import take
from widgets.dialogs.import_result import ImportResultDialog, refused_rows


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
        rows = refused_rows(outcome.refused)
        ImportResultDialog(outcome.accepted, rows, parent=window).open()
    said = QCoreApplication.translate("importing", "接受 %1 个，拒绝 %2 个；下次启动生效")
    return said.replace("%1", str(outcome.accepted)).replace("%2", str(len(outcome.refused)))
