"""A question of a few lines: what is typed is read at once, and says what is wrong with it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from widgets.parts.labels import plain_label

Read = Callable[[str], Any]
"""Text to a value, None where it is none."""


class AskDialog(QDialog):
    """`lines`: (name, label, first text, how it is read); `given` carries the values by name."""

    given = Signal(object)

    def __init__(
        self,
        title: str,
        lines: Sequence[tuple[str, str, str, Read]],
        *,
        about: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(400)
        self._read: Mapping[str, Read] = {name: read for name, _, _, read in lines}
        self._labels = {name: label for name, label, _, _ in lines}
        self.fields = {name: QLineEdit(text) for name, _, text, _ in lines}
        self.trouble = plain_label(role="warning")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self._lay_out(about)

    def send(self) -> None:
        """Hand the values on, or say which line is none and stay."""
        values: dict[str, Any] = {}
        for name, read in self._read.items():
            values[name] = read(self.fields[name].text())
            if values[name] is None:
                self.refuse(name, self.tr("读不懂：%1").replace("%1", self._labels[name]))
                return
        self.accept()
        self.given.emit(values)

    def refuse(self, name: str, why: str) -> None:
        self.trouble.setText(why)
        self.trouble.show()
        self.fields[name].setFocus()
        self.fields[name].selectAll()

    def _lay_out(self, about: str) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 16, 16, 12)
        rows.setSpacing(12)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        for name, field in self.fields.items():
            label = plain_label(self._labels[name], role="dim")
            label.setBuddy(field)
            field.setAccessibleName(self._labels[name])
            form.addRow(label, field)
        rows.addLayout(form)
        if about:
            said = plain_label(about, role="dim")
            said.setWordWrap(True)
            rows.addWidget(said)
        rows.addWidget(self.trouble)
        box = QDialogButtonBox(self)
        yes = box.addButton(self.tr("好 ⏎"), QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("放弃 Esc"), QDialogButtonBox.ButtonRole.RejectRole)
        yes.setDefault(True)
        box.accepted.connect(self.send)
        box.rejected.connect(self.reject)
        rows.addWidget(box)
        first = next(iter(self.fields.values()))
        first.selectAll()
        first.setFocus()
