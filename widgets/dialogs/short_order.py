"""An order by short message 短报文调度令: what it says, what it takes, and when it would go."""

from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.card import Card
from app.casework.acts import Act, Refusal
from app.shortmsg.carriers import CARRIERS
from app.shorts.acts import LONGEST_TEXT, ORDER
from app.shorts.drafting import Preview, preview
from widgets import words
from widgets.bridge import Bridge
from widgets.dialogs.short_words import counted, goes_when, headed
from widgets.parts.labels import plain_label
from widgets.words import short as said

_PAUSE_MS = 120
"""After the last key, before the message is reckoned anew."""


class OrderText(QPlainTextEdit):
    """The words of an order: one line, however it is broken here; Enter sends."""

    sent = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFixedHeight(3 * self.fontMetrics().lineSpacing() + 14)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.sent.emit()
        else:
            super().keyPressEvent(event)


class ShortOrderDialog(QDialog):
    """Shows the order of a task as it would go now, and orders it: nothing goes from here."""

    def __init__(
        self, bridge: Bridge, task: str, card: Card, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.act(ORDER))
        self.setMinimumWidth(560)
        self._bridge, self._task = bridge, task
        self._seen: Preview | None = None
        self.head = plain_label(role="title")
        self.text = OrderText()
        self.text.setAccessibleName(self.tr("附言"))
        self.text.setPlaceholderText(self.tr("附言，可不填：事项、位置、等级、时限都在码里"))
        self.carrier = QComboBox()
        for carrier in CARRIERS:
            name = said.of(said.CARRIERS, carrier.name)
            self.carrier.addItem(f"{name}（{carrier.bits} bit）", carrier.name)
        self.carrier.setCurrentIndex(self.carrier.findData(card.carrier))
        self.minutes = QSpinBox()
        self.minutes.setRange(1, 4096)
        self.minutes.setValue(card.answer_min)
        self.counter = plain_label()
        self.goes = plain_label()
        self.plain = QPlainTextEdit()
        self.plain.setReadOnly(True)
        self.plain.setTabChangesFocus(True)
        self.plain.setFixedHeight(5 * self.fontMetrics().lineSpacing() + 14)
        self.plain.setAccessibleName(self.tr("明文，可打字或念出"))
        self.trouble = plain_label(role="warning")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self._lay_out()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.ask)
        self.text.textChanged.connect(self._pause.start)
        self.text.sent.connect(self.send)
        self.carrier.currentIndexChanged.connect(lambda _: self.ask())
        self.minutes.valueChanged.connect(lambda _: self._pause.start())
        bridge.second.connect(self._second)
        self.finished.connect(self._pause.stop)
        self.ask()

    def act(self) -> Act:
        """The act as it stands."""
        return Act(
            name=ORDER,
            subject=f"task:{self._task}",
            fields={
                "text": self.text.toPlainText()[: LONGEST_TEXT + 1],
                "carrier": self.carrier.currentData(),
                "answer_min": self.minutes.value(),
            },
        )

    def ask(self) -> None:
        """Reckon the message as it would be now."""
        self._pause.stop()
        fields = self.act().fields
        args = (self._task, fields["text"], fields["answer_min"], fields["carrier"])
        self._bridge.ask(preview, *args, self._bridge.desk.codes, then=self.put)

    def put(self, seen: Preview | None) -> None:
        """What the desk reckoned; None for a task that is not there."""
        self._seen = seen
        if seen is None:
            return
        self.head.setText(headed(seen))
        text, trouble = counted(seen)
        self.counter.setText(text)
        self._say(trouble)
        self.plain.setPlainText(seen.words)
        self.yes.setEnabled(not trouble and bool(seen.unit and seen.unit.card))
        self._second(self._bridge.now())

    def send(self) -> None:
        if self.yes.isEnabled():
            self._bridge.do(self.act(), then=self._told)

    def _told(self, result: object) -> None:
        if not isinstance(result, Refusal):
            self.accept()
            return
        self._say(words.refusal(result))

    def _say(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))

    def _second(self, now: object) -> None:
        if isinstance(now, datetime) and self._seen is not None:
            self.goes.setText(goes_when(self._seen, now))

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 16, 16, 12)
        rows.setSpacing(10)
        rows.addWidget(self.head)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        for label, widget in (
            (self.tr("承载"), self.carrier),
            (self.tr("待答（分钟）"), self.minutes),
            (self.tr("附言"), self.text),
            (self.tr("容量"), self.counter),
            (self.tr("何时发"), self.goes),
            (self.tr("明文"), self.plain),
        ):
            form.addRow(plain_label(label, role="dim"), widget)
        rows.addLayout(form)
        about = plain_label(
            self.tr("到时没有答复就标“未确认”，不会自动重发；明文可以打字发送或在电台里念"),
            role="dim",
        )
        about.setWordWrap(True)
        rows.addWidget(about)
        rows.addWidget(self.trouble)
        box = QDialogButtonBox(self)
        self.yes = box.addButton(self.tr("列入待发 ⏎"), QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("放弃 Esc"), QDialogButtonBox.ButtonRole.RejectRole)
        self.yes.setDefault(True)
        self.yes.setEnabled(False)
        box.accepted.connect(self.send)
        box.rejected.connect(self.reject)
        rows.addWidget(box)
        self.text.setFocus()
