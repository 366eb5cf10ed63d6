"""The acts that are allowed now, as buttons with their keys; what would be refused is not there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from widgets import words
from widgets.parts.flow import Flow

KEYS: dict[str, str] = {
    "alert.confirm": "Space",
    "alert.shelve": "H",
    "alert.dismiss": "X",
    "case.file": "F9",
    "case.dispatch": "F2",
    "task.sign": "F3",
    "task.arrive": "F4",
    "task.feedback": "F6",
    "case.supervise": "F7",
    "case.send_check": "Ctrl+⏎",
    "case.check": "Ctrl+⏎",
    "case.close": "Ctrl+⏎",
}
"""Act -> the key that the window's actions give it, as it stands on the button."""


class ActButtons(QWidget):
    """`wanted` carries the act and its subject; the first act is the emphasised one."""

    wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = Flow(self)
        self._flow.setContentsMargins(8, 4, 8, 8)
        self._shown: tuple[tuple[str, str], ...] = ()

    def put(self, acts: Sequence[tuple[str, str]]) -> None:
        """(act, subject) in order; buttons are made anew only where that differs."""
        if tuple(acts) == self._shown:
            return
        self._shown = tuple(acts)
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for at, (act, subject) in enumerate(acts):
            self._flow.addWidget(self._button(act, subject, first=at == 0))
        self.updateGeometry()

    def acts(self) -> tuple[tuple[str, str], ...]:
        """What is shown, in order."""
        return self._shown

    def press(self, act: str) -> bool:
        """Want an act as its button would; false where it is not allowed now."""
        for name, subject in self._shown:
            if name == act:
                self.wanted.emit(name, subject)
                return True
        return False

    def _button(self, act: str, subject: str, *, first: bool) -> QPushButton:
        key = KEYS.get(act, "")
        button = QPushButton(f"{words.act(act)} {key}".rstrip(), self)
        button.setAutoDefault(False)
        button.setDefault(first)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.wanted.emit(act, subject))
        button.show()
        return button
