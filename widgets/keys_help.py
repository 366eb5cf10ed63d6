"""Ctrl+/: every key, from the table of actions."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from widgets import actions


class KeysHelp(QFrame):
    """An overlay with one column a group; any key closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setProperty("role", "overlay")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        title = QLabel(self.tr("快捷键：单个字母在输入框外有效；Esc 收回"), self)
        title.setProperty("role", "title")
        column.addWidget(title)
        row = QHBoxLayout()
        row.setSpacing(32)
        column.addLayout(row)
        names = list(actions.GROUPS)
        for part in (names[0:2], names[2:4], names[4:6]):
            row.addLayout(self._column(part))
        self.hide()

    def _column(self, groups: list[str]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        for name in groups:
            head = QLabel(actions.group(name), self)
            head.setProperty("role", "dim")
            column.addWidget(head)
            grid = QGridLayout()
            grid.setHorizontalSpacing(12)
            grid.setVerticalSpacing(2)
            rows = [row for row in actions.ACTIONS if row.group == name]
            for at, action in enumerate(rows):
                keys = "  ".join(
                    QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
                    for key in action.keys
                )
                grid.addWidget(QLabel(keys, self), at, 0)
                grid.addWidget(QLabel(actions.text(action), self), at, 1)
            grid.setColumnStretch(1, 1)
            column.addLayout(grid)
        column.addStretch(1)
        return column

    def open(self) -> None:
        self.adjustSize()
        window = self._window.size()
        self.move(
            max(0, (window.width() - self.width()) // 2),
            max(0, (window.height() - self.height()) // 2),
        )
        self.show()
        self.raise_()
        self.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.hide()
