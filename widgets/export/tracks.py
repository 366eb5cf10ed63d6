"""The dialog of tracks: whose whereabouts leave is said, and noted in the ledger, first."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.clock import Clock
from app.desk import Desk
from maps.history import Shown
from widgets import formats
from widgets.export import asking
from widgets.export.making_dialog import MakingDialog
from widgets.export.making_tracks import TracksWish, make_tracks
from widgets.export.running import Running
from widgets.parts.labels import plain_label

FILTERS = {"gpx": "GPX 1.1 (*.gpx)", "geojson": "GeoJSON (*.geojson)"}


class TracksDialog(MakingDialog):
    """`made` tells the file that was written."""

    made = Signal(object)

    def __init__(
        self,
        shown: Sequence[Shown],
        desk: Desk,
        clock: Clock,
        *,
        title: str,
        gap_s: float,
        simulated: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shown, self._desk, self._clock = shown, desk, clock
        self._title, self._gap_s, self._simulated = title, gap_s, simulated
        self.setWindowTitle(self.tr("导出轨迹"))
        self.form = QComboBox()
        for form, said in FILTERS.items():
            self.form.addItem(said, form)
        self.form.setAccessibleName(self.tr("格式"))
        self.trouble = plain_label(role="warning")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.running = Running(self)
        self._lay_out()
        self.running.ended.connect(self._follow)
        self.running.said.connect(self._say)
        self._follow()

    def export(self) -> None:
        """Ask where to, and write it."""
        form = self.form.currentData()
        path = asking.path(self, self.windowTitle(), form, FILTERS[form])
        if path is not None:
            self.export_to(path)

    def export_to(self, path: Path) -> None:
        """Write the file; a file that is there is replaced."""
        wish = TracksWish(
            shown=self._shown,
            form=self.form.currentData(),
            title=self._title,
            gap_s=self._gap_s,
            simulated=self._simulated,
        )
        self.running.run(partial(make_tracks, self._desk, self._clock, wish, path), self._written)
        self._follow()

    def _written(self, made: object) -> None:
        self.made.emit(made)
        self.accept()

    def _follow(self) -> None:
        self.form.setEnabled(not self.running.busy)
        self.export_button.setEnabled(not self.running.busy)

    def _say(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))

    def _whose(self) -> str:
        """A line each: who, how many fixes."""
        many = self.tr("%1：%2 点")
        lines = (
            many.replace("%1", one.name or one.track.terminal).replace(
                "%2", formats.count(len(one.track))
            )
            for one in self._shown
        )
        return "\n".join(lines)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.addRow(plain_label(self.tr("格式"), role="dim"), self.form)
        form.addRow(plain_label(self.tr("轨迹"), role="dim"), plain_label(self._whose()))
        hint = plain_label(
            self.tr("经纬度 CGCS2000（文件中按 WGS 84），时间 UTC；断开处分段，存疑点单列"),
            role="dim",
        )
        warning = plain_label(
            self.tr("含人员与车辆的行踪：谁、何时、导出多少，记入台账"), role="warning"
        )
        for label in (hint, warning):
            label.setWordWrap(True)
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
        rows.addLayout(form)
        for part in (hint, warning, self.trouble, self.running, buttons):
            rows.addWidget(part)
        self.resize(460, 0)
