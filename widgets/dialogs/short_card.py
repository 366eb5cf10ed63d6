"""The card of the desk 短报文设置: at which source it is, how it is spoken to, what it carries."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.card import Card
from app.ingest.simulation.card import SOURCE
from app.shortmsg.carriers import CARRIERS
from widgets.parts.labels import plain_label
from widgets.words import short as said


class ShortCardDialog(QDialog):
    """`sources`: (id, as it is called) of what one can write to; `given` carries the new Card."""

    given = Signal(object)

    def __init__(
        self, card: Card, sources: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("短报文设置"))
        self.setMinimumWidth(460)
        self._card = card
        self.source = QComboBox()
        self.source.addItem(self.tr("没有接入"), "")
        for ident, name in sources:
            self.source.addItem(name, ident)
        if card.source and self.source.findData(card.source) < 0:
            gone = self.tr("%1（现在没有这个来源）").replace("%1", card.source)
            self.source.addItem(gone, card.source)
        self.source.setCurrentIndex(self.source.findData(card.source))
        self.dialect = _choice(said.DIALECTS, tuple(said.DIALECTS), card.dialect)
        names = tuple(carrier.name for carrier in CARRIERS)
        self.carrier = _choice(said.CARRIERS, names, card.carrier)
        self.minutes = QSpinBox()
        self.minutes.setRange(1, 4096)
        self.minutes.setValue(card.answer_min)
        self._lay_out()

    def card(self) -> Card:
        """As it stands; another source than the simulated one is none."""
        source = self.source.currentData()
        return replace(
            self._card,
            source=source,
            dialect=self.dialect.currentData(),
            carrier=self.carrier.currentData(),
            answer_min=self.minutes.value(),
            simulated=source == SOURCE,
        )

    def send(self) -> None:
        self.given.emit(self.card())
        self.accept()

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 16, 16, 12)
        rows.setSpacing(12)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        for label, widget in (
            (self.tr("来源（串口或 TCP 客户端）"), self.source),
            (self.tr("语句"), self.dialect),
            (self.tr("承载"), self.carrier),
            (self.tr("待答（分钟）"), self.minutes),
        ):
            widget.setAccessibleName(label)
            form.addRow(plain_label(label, role="dim"), widget)
        rows.addLayout(form)
        about = plain_label(
            self.tr("只采信经此来源收到的短报文；卡号、等级和服务频度由卡自己报"), role="dim"
        )
        about.setWordWrap(True)
        rows.addWidget(about)
        box = QDialogButtonBox(self)
        yes = box.addButton(self.tr("保存 ⏎"), QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("放弃 Esc"), QDialogButtonBox.ButtonRole.RejectRole)
        yes.setDefault(True)
        box.accepted.connect(self.send)
        box.rejected.connect(self.reject)
        rows.addWidget(box)


def _choice(table: Mapping[str, str], names: Sequence[str], chosen: str) -> QComboBox:
    box = QComboBox()
    for name in names:
        box.addItem(said.of(table, name), name)
    box.setCurrentIndex(box.findData(chosen))
    return box
