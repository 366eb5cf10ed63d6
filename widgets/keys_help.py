"""Ctrl+/: every key, from the table of actions."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from widgets import actions
from widgets.key_names import key_name

COLUMNS = (("alarm", "case"), ("map",), ("go", "view"), ("desk",))
"""Groups under each other, so that all of them stand on a laptop's screen."""


class KeysHelp(QFrame):
    """An overlay of the groups, their keys in line; any key closes it.

    `under`: what it leaves in sight where there is room, the strip of alarms.
    """

    def __init__(self, parent: QWidget, *, under: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window, self._under = parent, under
        self.setProperty("role", "overlay")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        title = QLabel(self.tr("快捷键：单个字母在输入框外有效；Esc 收回"), self)
        title.setProperty("role", "title")
        column.addWidget(title)
        row = QHBoxLayout()
        row.setSpacing(24)
        column.addLayout(row)
        for groups in COLUMNS:
            row.addLayout(self._column(groups))
        self.hide()

    def _column(self, groups: tuple[str, ...]) -> QVBoxLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        for name in groups:
            self._add_group(grid, name)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout()
        column.addLayout(grid)
        column.addStretch(1)
        return column

    def _add_group(self, grid: QGridLayout, name: str) -> None:
        """Its head and a line for each key; what has no key is found by search and in the menu."""
        head = QLabel(actions.group(name), self)
        head.setProperty("role", "dim")
        if grid.count():
            grid.setRowMinimumHeight(grid.rowCount(), 8)
        grid.addWidget(head, grid.rowCount(), 0, 1, 2)
        for action in actions.ACTIONS:
            if action.group == name and action.keys:
                at = grid.rowCount()
                grid.addWidget(QLabel(_keys(action), self), at, 0)
                grid.addWidget(QLabel(actions.text(action), self), at, 1)

    def open(self) -> None:
        self.adjustSize()
        room = self._window.size() - self.size()
        below = self._under.geometry().bottom() + 1 if self._under is not None else 0
        top = min(max(room.height() // 2, below), room.height())
        self.move(max(0, room.width() // 2), max(0, top))
        self.show()
        self.raise_()
        self.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.hide()


def _keys(action: actions.Row) -> str:
    return "  ".join(key_name(key) for key in action.keys)
