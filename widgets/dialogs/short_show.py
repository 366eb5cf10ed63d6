"""An order in words, to be typed or read out, with all that became of it; perhaps sent again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from widgets.parts.labels import plain_label


class ShortShowDialog(QDialog):
    """`words` can be copied; `yes`: what a button beside it does, "" for none; `agreed` says so."""

    agreed = Signal()

    def __init__(
        self, title: str, words: str, told: str, *, yes: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(560)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 16, 16, 12)
        rows.setSpacing(12)
        self.plain = QPlainTextEdit(words)
        self.plain.setReadOnly(True)
        self.plain.setTabChangesFocus(True)
        self.plain.setAccessibleName(self.tr("明文，可打字或念出"))
        self.plain.setFixedHeight(6 * self.fontMetrics().lineSpacing() + 14)
        font = self.plain.font()
        font.setPixelSize(self.fontInfo().pixelSize() + 4)
        self.plain.setFont(font)
        rows.addWidget(self.plain)
        said = plain_label(told, role="dim")
        said.setWordWrap(True)
        rows.addWidget(said)
        box = QDialogButtonBox(self)
        if yes:
            button = box.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
            button.setDefault(True)
        copy = box.addButton(self.tr("复制"), QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton(self.tr("关闭 Esc"), QDialogButtonBox.ButtonRole.RejectRole)
        copy.clicked.connect(lambda: QApplication.clipboard().setText(words))
        box.accepted.connect(self._agree)
        box.rejected.connect(self.reject)
        rows.addWidget(box)

    def _agree(self) -> None:
        self.agreed.emit()
        self.accept()
