"""What a fence is called, what it is for and whom it watches; kept by the desk, or why not."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.casework.acts import Act, Refusal
from app.casework.fences import CHANGE, DRAW, LONGEST_NAME, SUBJECT
from app.model import Fence, FenceKind, UnitKind
from widgets import words
from widgets.bridge import Bridge
from widgets.parts.labels import plain_label


class FenceDialog(QDialog):
    """With a fence it changes that one; else it draws a new one with the `shape` fields."""

    def __init__(
        self,
        bridge: Bridge,
        shape: Mapping[str, Any],
        *,
        fence: Fence | None = None,
        name: str = "",
        about: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bridge, self._shape, self._fence = bridge, shape, fence
        self.setWindowTitle(words.act(CHANGE if fence else DRAW))
        self.setMinimumWidth(420)
        self.name = QLineEdit(fence.name if fence else name)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setAccessibleName(words.word("name"))
        self.kind = QComboBox()
        self.kind.setAccessibleName(words.word("kind"))
        for purpose in FenceKind:
            self.kind.addItem(words.word(purpose), purpose.value)
        begin = fence.kind if fence else FenceKind.WATCH
        self.kind.setCurrentIndex(self.kind.findData(begin.value))
        self.watches = {kind: QCheckBox(words.word(kind)) for kind in UnitKind}
        for kind, box in self.watches.items():
            box.setChecked(fence is not None and kind in fence.watches)
        self.trouble = plain_label(role="warning")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self._lay_out(about)

    def act(self) -> Act:
        """The act as it stands."""
        fields = {
            **self._shape,
            "name": self.name.text().strip(),
            "kind": self.kind.currentData(),
            "watches": [kind.value for kind, box in self.watches.items() if box.isChecked()],
        }
        subject = f"{SUBJECT}{self._fence.id}" if self._fence else SUBJECT
        return Act(name=CHANGE if self._fence else DRAW, subject=subject, fields=fields)

    def send(self) -> None:
        self._bridge.do(self.act(), then=self._told)

    def _told(self, result: object) -> None:
        if not isinstance(result, Refusal):
            self.accept()
            return
        self.trouble.setText(words.refusal(result))
        self.trouble.show()
        if result.detail == "name":
            self.name.setFocus()

    def _lay_out(self, about: str) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 16, 16, 12)
        rows.setSpacing(12)
        if about:
            head = plain_label(about, role="dim")
            head.setWordWrap(True)
            rows.addWidget(head)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.addRow(plain_label(words.word("name") + " *", role="dim"), self.name)
        form.addRow(plain_label(words.word("kind") + " *", role="dim"), self.kind)
        form.addRow(plain_label(words.word("watches"), role="dim"), self._boxes())
        form.addRow(plain_label(""), plain_label(self.tr("都不选：全部终端"), role="dim"))
        rows.addLayout(form)
        rows.addWidget(self.trouble)
        box = QDialogButtonBox(self)
        yes = box.addButton(
            self.tr("%1 ⏎").replace("%1", self.windowTitle()),
            QDialogButtonBox.ButtonRole.AcceptRole,
        )
        box.addButton(self.tr("放弃 Esc"), QDialogButtonBox.ButtonRole.RejectRole)
        yes.setDefault(True)
        box.accepted.connect(self.send)
        box.rejected.connect(self.reject)
        rows.addWidget(box)
        self.name.selectAll()
        self.name.setFocus()

    def _boxes(self) -> QWidget:
        frame = QWidget()
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for box in self.watches.values():
            row.addWidget(box)
        row.addStretch(1)
        return frame
