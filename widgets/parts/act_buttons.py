"""The acts that are allowed now, as buttons with their keys; what would be refused is not there."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from app.casework.transitions import ANSWERS
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

SHOWN = 4
"""Buttons beside 更多: the natural next acts, so that the eye finds one and not fourteen."""

Acts = Sequence[tuple[str, str]]


class ActButtons(QWidget):
    """`wanted` carries the act and its subject; the first act is the emphasised one."""

    wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = Flow(self)
        self._flow.setContentsMargins(8, 4, 8, 8)
        self._shown: tuple[tuple[str, str], ...] = ()
        self._named: Callable[[str], str] = lambda subject: ""

    def put(self, acts: Acts, *, named: Callable[[str], str] = lambda subject: "") -> None:
        """(act, subject) in order; `named` tells subjects apart where an act stands twice."""
        self._named = named
        if tuple(acts) == self._shown:
            return
        self._shown = tuple(acts)
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        first = self.first()
        for at, (act, subject) in enumerate(first):
            self._flow.addWidget(self._button(act, subject, emphasised=at == 0))
        if len(first) < len(self._shown):
            self._flow.addWidget(self._more())
        self.updateGeometry()

    def acts(self) -> tuple[tuple[str, str], ...]:
        """All acts that are allowed, in order."""
        return self._shown

    def first(self) -> tuple[tuple[str, str], ...]:
        """Those that have a button: each act once, the next one, those with a key, and what
        answers a request before what could be done besides."""
        once = dict(reversed(self._shown))
        order = sorted(dict.fromkeys(act for act, _ in self._shown), key=self._rank)
        return tuple((act, once[act]) for act in order[:SHOWN])

    def press(self, act: str) -> bool:
        """Want an act as its button would; false where it is not allowed now."""
        for name, subject in self._shown:
            if name == act:
                self.wanted.emit(name, subject)
                return True
        return False

    def menu(self) -> QMenu:
        """Every act, told apart by whom it is for."""
        menu = QMenu(self)
        for act, subject in self._shown:
            entry = menu.addAction(self._text(act, subject, whole=True).replace("&", "&&"))
            entry.triggered.connect(lambda _=False, a=act, s=subject: self.wanted.emit(a, s))
        return menu

    def open_menu(self) -> None:
        """Open 更多 above the row of buttons."""
        if self._shown:
            menu = self.menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _rank(self, act: str) -> tuple[bool, bool, int]:
        at = [name for name, _ in self._shown].index(act)
        return at > 0 and act not in KEYS, at > 0 and act not in ANSWERS, at

    def _text(self, act: str, subject: str, *, whole: bool) -> str:
        twice = sum(name == act for name, _ in self._shown) > 1
        who = self._named(subject) if twice else ""
        said = f"{words.act(act)} {who}".rstrip() if whole else words.act(act)
        return f"{said} {KEYS.get(act, '')}".rstrip()

    def _button(self, act: str, subject: str, *, emphasised: bool) -> QPushButton:
        button = QPushButton(self._text(act, subject, whole=False).replace("&", "&&"), self)
        button.setAutoDefault(False)
        button.setDefault(emphasised)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.wanted.emit(act, subject))
        button.show()
        return button

    def _more(self) -> QPushButton:
        button = QPushButton(self.tr("更多 A"), self)
        button.setAutoDefault(False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self.open_menu)
        button.show()
        return button
