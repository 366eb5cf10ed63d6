"""What every source takes from each of its peers: one number a line, bounded as the record is."""

from dataclasses import fields
from typing import Any, get_args

import msgspec
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.casework.acts import Act, Refusal
from app.casework.sources import LIMIT, PEERS
from app.sources.limits import Limits
from widgets import words
from widgets.bridge import Bridge
from widgets.parts.labels import plain_label
from widgets.words import sources as said

Number = QSpinBox | QDoubleSpinBox


class LimitsForm(QDialog):
    """Changes begin every source anew, so that each peer is held to them."""

    def __init__(self, bridge: Bridge, limits: Limits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.setWindowTitle(words.act(LIMIT))
        self.setMinimumWidth(460)
        self.editors: dict[str, Number] = {
            field.name: _editor(field.type, getattr(limits, field.name)) for field in fields(limits)
        }
        self.trouble = plain_label(role="warning")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self._lay_out()

    def act(self) -> Act:
        """The act as it stands."""
        typed = {name: editor.value() for name, editor in self.editors.items()}
        return Act(name=LIMIT, subject=PEERS, fields=typed)

    def send(self) -> None:
        self._bridge.do(self.act(), then=self._told)

    def _told(self, result: object) -> None:
        if isinstance(result, Refusal):
            self.trouble.setText(words.refusal(result))
            self.trouble.show()
        else:
            self.accept()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        rows = QFormLayout()
        rows.setHorizontalSpacing(12)
        rows.setVerticalSpacing(6)
        for name, editor in self.editors.items():
            text = words.said(said.LIMITS[name])
            editor.setAccessibleName(text)
            label = plain_label(text, role="dim")
            label.setBuddy(editor)
            rows.addRow(label, editor)
        column.addLayout(rows)
        hint = plain_label(self.tr("更改后各信源重新开始，终端会重连；记入台账"), role="hint")
        hint.setWordWrap(True)
        column.addWidget(hint)
        column.addWidget(self.trouble)
        box = QDialogButtonBox(self)
        yes = box.addButton(
            self.tr("%1 ⏎").replace("%1", self.windowTitle()),
            QDialogButtonBox.ButtonRole.AcceptRole,
        )
        box.addButton(self.tr("放弃 Esc"), QDialogButtonBox.ButtonRole.RejectRole)
        yes.setDefault(True)
        box.accepted.connect(self.send)
        box.rejected.connect(self.reject)
        column.addWidget(box)


def _editor(kind: Any, value: float) -> Number:
    """A box for a bounded number, of which the annotation tells the bounds."""
    number, bounds = get_args(kind)
    assert isinstance(bounds, msgspec.Meta)
    if number is int:
        whole = QSpinBox()
        whole.setRange(int(bounds.ge or 0), int(bounds.le or 0))
        whole.setValue(int(value))
        return whole
    box = QDoubleSpinBox()
    box.setDecimals(2)
    box.setRange(bounds.ge or 0.0, bounds.le or 0.0)
    box.setValue(value)
    return box
