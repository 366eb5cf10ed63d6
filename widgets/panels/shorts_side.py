"""Beside the table of short messages: the row under the cursor, what can be done, the radio."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.model import Officer
from widgets.models.short_lines import ShortLine
from widgets.panels.shorts_acts import ACTS, allowed
from widgets.panels.shorts_said import told
from widgets.parts.flow import Flow
from widgets.parts.labels import plain_label


class SetUp(QToolButton):
    """What needs no row: the units' cards, the dictionary, the line."""

    def __init__(self, do: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("设置"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        for name, choice in ACTS.items():
            if choice.always:
                menu.addAction(choice.label()).triggered.connect(lambda _, name=name: do(name))
        self.setMenu(menu)


class ShortSide(QWidget):
    """`wanted` carries the name of a choice; `typed` what was read over the radio."""

    wanted = Signal(str)
    typed = Signal(str)

    def __init__(self, officer: Officer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._officer = officer
        self.detail = plain_label(role="hint")
        self.detail.setWordWrap(True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.buttons = {name: self._button(name) for name in ACTS if not ACTS[name].always}
        self.trouble = plain_label(role="warning")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.radio = QLineEdit()
        self.radio.setPlaceholderText(self.tr("电台里读来的明文：渝收1 任… 校…，回车录入"))
        self.radio.setAccessibleName(self.tr("电台里读来的明文"))
        self.radio.returnPressed.connect(self._type)
        self._lay_out()

    def show_line(self, line: ShortLine | None, now: datetime) -> None:
        """Tell about a row, and offer only what may be done with it."""
        self.detail.setText(told(line, now, self._officer) if line else "")
        self.detail.setVisible(line is not None)
        for name, button in self.buttons.items():
            button.setVisible(line is not None and allowed(name, line))

    def say(self, text: str) -> None:
        """Why something was refused; "" for nothing."""
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))

    def _type(self) -> None:
        if text := self.radio.text().strip():
            self.typed.emit(text)

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(ACTS[name].label(), self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.wanted.emit(name))
        return button

    def _lay_out(self) -> None:
        row = QWidget(self)
        flow = Flow(row)
        flow.setContentsMargins(0, 0, 0, 0)
        for button in self.buttons.values():
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 6)
        column.setSpacing(4)
        for part in (self.detail, row, self.trouble, self.radio):
            column.addWidget(part)
        column.insertStretch(1, 1)
