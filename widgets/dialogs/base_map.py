"""A file as a base map: what it is, what its coordinates mean, and whose it is."""

import math
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.basemaps import TEXT_MOST, BaseSource, Datum, Kind
from maps.base.archive import Facts
from maps.viewport import METRES_PER_PX_AT_1, SCALES
from widgets.parts.labels import ElidedLabel, plain_label
from widgets.words.base_maps import DATUMS, KINDS
from widgets.words.said import said

OSM_CREDIT = "© OpenStreetMap contributors"


class BaseMapDialog(QDialog):
    """Nothing is guessed: without a choice of the datum there is no base map."""

    def __init__(
        self, path: Path, kind: Kind, facts: Facts | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._path, self._kind = path, kind
        self.setWindowTitle(self.tr("导入底图"))
        self.resize(520, 320)
        self.title = QLineEdit((facts.title if facts else "") or path.stem[:TEXT_MOST], self)
        self.datum = QComboBox(self)
        self.datum.addItem(self.tr("请选择"), None)
        for datum in Datum:
            self.datum.addItem(said(DATUMS[datum]), datum)
        credit = facts.attribution if facts else OSM_CREDIT if kind is Kind.OSM else ""
        self.attribution = QLineEdit(credit, self)
        self.attribution.setPlaceholderText(self.tr("写在地图右下角，例如 © OpenStreetMap"))
        for field in (self.title, self.attribution):
            field.setMaxLength(TEXT_MOST)
        self.nearest, self.farthest = _scales(self), _scales(self)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("导入 回车"))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("取消 Esc"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.datum.currentIndexChanged.connect(lambda _: self._check())
        self._lay_out()
        self._check()
        self.datum.setFocus()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        name = ElidedLabel(self._path.name, mode=Qt.TextElideMode.ElideMiddle)
        name.setToolTip(str(self._path))
        rows = (
            (self.tr("文件"), name),
            (self.tr("格式"), plain_label(said(KINDS[self._kind]))),
            (self.tr("名称"), self.title),
            (self.tr("坐标基准"), self.datum),
            (self.tr("署名"), self.attribution),
            (_of_layers("最近显示到"), self.nearest),
            (_of_layers("最远显示到"), self.farthest),
        )
        for text, part in rows:
            form.addRow(plain_label(text, role="dim"), part)
        hint = plain_label(
            self.tr("国内网络地图的瓦片多为 GCJ-02；选错会偏约 500 米。问清来源再选。"), role="hint"
        )
        hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.addLayout(form)
        column.addWidget(hint)
        column.addStretch(1)
        column.addWidget(self.buttons)

    def source(self) -> BaseSource:
        """What was said; ValueError while the datum is not chosen. The id is given later.

        A nearest scale that is not nearer than the farthest is none.
        """
        datum = self.datum.currentData()
        near, far = self.nearest.currentData() or 0, self.farthest.currentData() or math.inf
        if datum is None:
            raise ValueError("the datum has not been chosen")
        return BaseSource(
            id="new",
            path=str(self._path.resolve()),
            kind=self._kind,
            datum=Datum(datum),
            title=self.title.text().strip() or self._path.stem[:TEXT_MOST],
            attribution=self.attribution.text().strip(),
            coarser_than=near * METRES_PER_PX_AT_1 if near < far else 0.0,
            finer_than=min(far * METRES_PER_PX_AT_1, 1e6),
        )

    def _check(self) -> None:
        chosen = self.datum.currentData() is not None
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(chosen)


def _of_layers(text: str) -> str:
    """Words that the form of the layers has already."""
    return QCoreApplication.translate("LayerForm", text)


def _scales(parent: QWidget) -> QComboBox:
    box = QComboBox(parent)
    box.addItem(_of_layers("默认"), None)
    for scale in SCALES:
        box.addItem(f"1:{scale:,}", scale)
    return box
