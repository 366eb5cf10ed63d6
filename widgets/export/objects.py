"""The dialog of objects: which of them, in which format; whereabouts only where they are ticked.

What leaves is written beside, noted in the ledger with its counts, and only then published.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.clock import Clock
from app.desk import Desk
from maps.objects.columns import WHEREABOUTS
from maps.objects.layers import counts
from maps.objects.scope import Scope, Source, scopes
from widgets.export import asking
from widgets.export.making_dialog import MakingDialog
from widgets.export.making_objects import ObjectsWish, make_objects
from widgets.export.running import Running
from widgets.parts.labels import plain_label
from widgets.words import QT_TRANSLATE_NOOP

SCOPES = {
    Scope.AREA: QT_TRANSLATE_NOOP("export", "所画选区内"),
    Scope.CHOSEN: QT_TRANSLATE_NOOP("export", "当前选中的"),
    Scope.VIEW: QT_TRANSLATE_NOOP("export", "当前视野内"),
}
LAYERS = {
    "cases": QT_TRANSLATE_NOOP("export", "未结事件"),
    "alerts": QT_TRANSLATE_NOOP("export", "未立案报警"),
    "plants": QT_TRANSLATE_NOOP("export", "电厂"),
    "fences": QT_TRANSLATE_NOOP("export", "围栏"),
    "places": QT_TRANSLATE_NOOP("export", "行政区"),
    "drawings": QT_TRANSLATE_NOOP("export", "标绘"),
    "units": QT_TRANSLATE_NOOP("export", "力量及其位置"),
    "terminals": QT_TRANSLATE_NOOP("export", "终端位置"),
}
FILTERS = {
    "gpkg": "GeoPackage (*.gpkg)",
    "geojson": "GeoJSON (*.geojson)",
    "csv": "CSV (*.csv)",
}


class ObjectsDialog(MakingDialog):
    """`made` tells the file that was written."""

    made = Signal(object)

    def __init__(
        self,
        source: Source,
        desk: Desk,
        clock: Clock,
        *,
        title: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._source, self._desk, self._clock, self._title = source, desk, clock, title
        self.setWindowTitle(self.tr("导出图上对象"))
        self.scope = QComboBox()
        for scope in scopes(source.data):
            self.scope.addItem(QCoreApplication.translate("export", SCOPES[scope]), scope)
        self.form = QComboBox()
        for form, said in FILTERS.items():
            self.form.addItem(said, form)
        self.boxes = {name: QCheckBox() for name in LAYERS}
        self.trouble = plain_label(role="warning")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.running = Running(self)
        self._lay_out()
        self.scope.currentIndexChanged.connect(self._count)
        for box in self.boxes.values():
            box.toggled.connect(self._follow)
        self.running.ended.connect(self._follow)
        self.running.said.connect(self._say)
        self._count()
        for name, box in self.boxes.items():
            box.setChecked(name not in WHEREABOUTS)

    def wanted(self) -> frozenset[str]:
        """The layers that are ticked and hold something."""
        return frozenset(n for n, box in self.boxes.items() if box.isEnabled() and box.isChecked())

    def export(self) -> None:
        """Ask where to, and write it."""
        form = self.form.currentData()
        path = asking.path(self, self.windowTitle(), form, FILTERS[form])
        if path is not None:
            self.export_to(path)

    def export_to(self, path: Path) -> None:
        """Write the file; a file that is there is replaced."""
        scope, form, wanted = self.scope.currentData(), self.form.currentData(), self.wanted()
        wish = ObjectsWish(Scope(scope), wanted, form, self._title)
        write = partial(make_objects, self._desk, self._clock, self._source, wish, path)
        self.running.run(write, self._written)
        self._follow()

    def _written(self, made: object) -> None:
        self.made.emit(made)
        self.accept()

    def _count(self) -> None:
        found = counts(self._source, Scope(self.scope.currentData()))
        for name, box in self.boxes.items():
            number = found.get(name, 0)
            text = QCoreApplication.translate("export", LAYERS[name])
            most = self.tr("至多 %1") if name == "places" and number > 1 else "%1"
            box.setText(f"{text} · {most.replace('%1', str(number))}")
            box.setEnabled(number > 0)
        self._follow()

    def _follow(self) -> None:
        busy = self.running.busy
        self.choices.setEnabled(not busy)
        self.export_button.setEnabled(not busy and bool(self.wanted()))
        sensitive = bool(self.wanted() & WHEREABOUTS)
        said = self.tr("含人员与车辆的实时行踪：谁、何时、导出多少，记入台账")
        self.warning.setText(said)
        self.warning.setVisible(sensitive)

    def _say(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))

    def _lay_out(self) -> None:
        self.choices = QWidget(self)
        form = QFormLayout(self.choices)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.addRow(plain_label(self.tr("哪些"), role="dim"), self.scope)
        form.addRow(plain_label(self.tr("格式"), role="dim"), self.form)
        for name, box in self.boxes.items():
            head = self.tr("图层") if name == "cases" else ""
            head = self.tr("行踪（敏感）") if name == "units" else head
            form.addRow(plain_label(head, role="dim"), box)
        self.warning = plain_label(role="warning")
        self.warning.setWordWrap(True)
        hint = plain_label(self.tr("经纬度 CGCS2000（EPSG:4490），时间 UTC ISO 8601"), role="dim")
        buttons = QDialogButtonBox(self)
        kind = QDialogButtonBox.ButtonRole
        self.export_button: QPushButton = buttons.addButton(self.tr("导出…"), kind.AcceptRole)
        buttons.addButton(self.tr("关闭 Esc"), kind.RejectRole)
        self.export_button.setDefault(True)
        buttons.accepted.connect(self.export)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 16, 16, 12)
        rows.setSpacing(12)
        for part in (self.choices, hint, self.warning, self.trouble, self.running, buttons):
            rows.addWidget(part)
        self.resize(460, 0)
