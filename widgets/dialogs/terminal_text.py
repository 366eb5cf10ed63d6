"""A text for a terminal (0x8300): to whom, the words with their bytes counted, how it is shown."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.casework.acts import Act, Refusal
from app.model.command import TEXT_BYTES, text_bytes, unspeakable
from widgets import words
from widgets.bridge import Bridge
from widgets.parts.labels import plain_label
from widgets.parts.numbers import in_line

TEXT = "terminal.text"
MOST_WAIT_MIN = 24 * 60
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

Online = Callable[[str], bool]
"""Number of a terminal -> whether it is on a line just now."""


class TextEdit(QPlainTextEdit):
    """Enter sends, Shift+Enter begins a new line, Tab goes on."""

    sent = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFixedHeight(5 * self.fontMetrics().lineSpacing() + 14)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTERS and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.sent.emit()
        else:
            super().keyPressEvent(event)


class TerminalTextDialog(QDialog):
    """`receivers`: (number, as it is read), the likeliest first. With a bridge the text is sent;
    the dialog stays open on a refusal.
    """

    ready = Signal(object)

    def __init__(
        self,
        receivers: Sequence[tuple[str, str]],
        *,
        text: str = "",
        case: str = "",
        online: Online | None = None,
        bridge: Bridge | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.act(TEXT))
        self.setMinimumWidth(520)
        self._case, self._online, self._bridge = case, online, bridge
        self.to = QComboBox()
        self.to.setAccessibleName(self.tr("收件终端"))
        for phone, said in receivers:
            self.to.addItem(said, phone)
        self.text = TextEdit()
        self.text.setAccessibleName(self.tr("文字"))
        self.text.setPlainText(text)
        self.counter = plain_label()
        self.counter.setWordWrap(True)
        self.urgent = QCheckBox(self.tr("紧急"))
        self.speak = QCheckBox(self.tr("语音播读"))
        self.wait = QSpinBox()
        self.wait.setRange(0, MOST_WAIT_MIN)
        self.wait.setSingleStep(5)
        self.wait.setSuffix(self.tr(" 分钟"))
        self.wait.setSpecialValueText(self.tr("不等，不在线即告知"))
        self.wait.setAccessibleName(self.tr("不在线时等"))
        in_line(self.wait)
        self.line = plain_label(role="dim")
        self.trouble = plain_label(role="warning")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self._lay_out()
        self.text.textChanged.connect(self._count)
        self.text.sent.connect(self.send)
        self.to.currentIndexChanged.connect(lambda _: self._say_line())
        self._count()
        self._say_line()

    def act(self) -> Act:
        """The act as it stands."""
        fields: dict[str, object] = {"text": self.text.toPlainText().strip()}
        fields |= {name: True for name, box in self._boxes().items() if box.isChecked()}
        if self.wait.value():
            fields["wait_minutes"] = self.wait.value()
        if self._case:
            fields["case"] = self._case
        return Act(name=TEXT, subject=f"terminal:{self.to.currentData()}", fields=fields)

    def send(self) -> None:
        act = self.act()
        self.ready.emit(act)
        if self._bridge is not None:
            self._bridge.do(act, then=self.told)

    def told(self, result: object) -> None:
        """The desk's answer: a refusal counts what is too long and names what cannot be shown."""
        if not isinstance(result, Refusal):
            self.accept()
            return
        self.trouble.setText(words.refusal(result))
        self.trouble.show()
        self.text.setFocus()

    def _boxes(self) -> dict[str, QCheckBox]:
        return {"urgent": self.urgent, "speak": self.speak}

    def _count(self) -> None:
        text = self.text.toPlainText().strip()
        said = self.tr("%1 / %2 字节").replace("%1", str(text_bytes(text)))
        said = said.replace("%2", str(TEXT_BYTES))
        odd = unspeakable(text)
        if odd:
            named = " ".join(c if c.isprintable() else f"U+{ord(c):04X}" for c in odd[:8])
            said += self.tr(" · 终端不能显示：%1").replace("%1", named)
        self.counter.setText(said)
        fits = not odd and text_bytes(text) <= TEXT_BYTES
        self.counter.setProperty("role", "dim" if fits else "warning")
        self.counter.style().polish(self.counter)
        self.yes.setEnabled(bool(text) and fits)

    def _say_line(self) -> None:
        if self._online is None:
            self.line.setText("")
        elif self._online(str(self.to.currentData())):
            self.line.setText(self.tr("● 在线，立即发出"))
        else:
            self.line.setText(self.tr("○ 不在线"))

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 16, 16, 12)
        rows.setSpacing(12)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.addRow(plain_label(self.tr("收件终端"), role="dim"), self.to)
        form.addRow(plain_label("", role="dim"), self.line)
        form.addRow(plain_label(self.tr("文字") + " *", role="dim"), self.text)
        form.addRow(plain_label("", role="dim"), self.counter)
        flags = QHBoxLayout()
        flags.setSpacing(16)
        for box in self._boxes().values():
            flags.addWidget(box)
        flags.addStretch(1)
        form.addRow(plain_label(self.tr("显示"), role="dim"), flags)
        form.addRow(plain_label(self.tr("不在线时等"), role="dim"), self.wait)
        rows.addLayout(form)
        rows.addWidget(self.trouble)
        buttons = QDialogButtonBox(self)
        self.yes = buttons.addButton(
            self.tr("%1 ⏎").replace("%1", words.act(TEXT)), QDialogButtonBox.ButtonRole.AcceptRole
        )
        buttons.addButton(self.tr("放弃 Esc"), QDialogButtonBox.ButtonRole.RejectRole)
        self.yes.setDefault(True)
        buttons.accepted.connect(self.send)
        buttons.rejected.connect(self.reject)
        rows.addWidget(buttons)
        self.text.setFocus()
