"""Which BeiDou card a unit carries 登记北斗卡号; kept by the desk, or why not."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.casework.acts import Act, Refusal
from app.model import Unit
from app.shorts.cards import CARD_OF
from widgets import words
from widgets.bridge import Bridge
from widgets.parts.labels import plain_label


class UnitCardDialog(QDialog):
    """`chosen`: the id of the unit to begin with."""

    def __init__(
        self, bridge: Bridge, units: Sequence[Unit], chosen: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.act(CARD_OF))
        self.setMinimumWidth(400)
        self._bridge = bridge
        self._cards = {unit.id: unit.card for unit in units}
        self.unit = QComboBox()
        self.unit.setAccessibleName(self.tr("力量"))
        for unit in sorted(units, key=lambda unit: (not unit.card, unit.name)):
            card = self.tr("%1 · 卡 %2") if unit.card else "%1"
            self.unit.addItem(card.replace("%1", unit.name).replace("%2", unit.card), unit.id)
        self.unit.setCurrentIndex(max(0, self.unit.findData(chosen)))
        self.card = QLineEdit()
        self.card.setAccessibleName(words.word("card"))
        self.card.setPlaceholderText(self.tr("数字，不带前导零也可；留空表示没有"))
        self.trouble = plain_label(role="warning")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.unit.currentIndexChanged.connect(lambda _: self._fill())
        self._lay_out()
        self._fill()

    def act(self) -> Act:
        """The act as it stands."""
        return Act(
            name=CARD_OF,
            subject=f"unit:{self.unit.currentData()}",
            fields={"card": self.card.text().strip()},
        )

    def send(self) -> None:
        self._bridge.do(self.act(), then=self._told)

    def _fill(self) -> None:
        self.card.setText(self._cards.get(self.unit.currentData(), ""))
        self.card.selectAll()

    def _told(self, result: object) -> None:
        if not isinstance(result, Refusal):
            self.accept()
            return
        self.trouble.setText(words.refusal(result))
        self.trouble.show()
        self.card.setFocus()

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 16, 16, 12)
        rows.setSpacing(12)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.addRow(plain_label(self.tr("力量"), role="dim"), self.unit)
        form.addRow(plain_label(words.word("card"), role="dim"), self.card)
        rows.addLayout(form)
        rows.addWidget(self.trouble)
        box = QDialogButtonBox(self)
        yes = box.addButton(self.tr("登记 ⏎"), QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("放弃 Esc"), QDialogButtonBox.ButtonRole.RejectRole)
        yes.setDefault(True)
        box.accepted.connect(self.send)
        box.rejected.connect(self.reject)
        rows.addWidget(box)
        self.card.setFocus()
