"""Which classes of events are wanted: a button with a menu of the catalogue's classes to tick."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from app import catalogue


def major_of(item: str) -> str:
    """The class of an item by its key, "" for one that the catalogue does not know."""
    found = catalogue.find(item)
    return found.major if found else ""


class ClassMenu(QToolButton):
    """`items` are the keys of the wanted ones, None while all are."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAutoRaise(True)
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self._items: dict[str, list[str]] = {}
        self._actions: dict[str, QAction] = {}
        self._say()

    @property
    def items(self) -> frozenset[str] | None:
        if all(action.isChecked() for action in self._actions.values()):
            return None
        wanted = (self._items[major] for major, act in self._actions.items() if act.isChecked())
        return frozenset(item for items in wanted for item in items)

    def put(self, items: Iterable[str]) -> None:
        """The items there are; a class that is known keeps its tick."""
        self._items = {}
        for item in items:
            self._items.setdefault(major_of(item), []).append(item)
        for major in sorted(self._items.keys() - self._actions.keys(), key=lambda m: (not m, m)):
            action = self._menu.addAction(major or self.tr("其他"))
            action.setCheckable(True)
            action.setChecked(True)
            action.toggled.connect(self._toggled)
            self._actions[major] = action
        for gone in self._actions.keys() - self._items.keys():
            self._menu.removeAction(self._actions.pop(gone))
        self._say()

    def _toggled(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        """All, or how many of how many."""
        ticked = sum(action.isChecked() for action in self._actions.values())
        if ticked == len(self._actions):
            self.setText(QCoreApplication.translate("ClassMenu", "全部类别"))
        else:
            text = QCoreApplication.translate("ClassMenu", "类别 %1/%2").replace("%1", str(ticked))
            self.setText(text.replace("%2", str(len(self._actions))))
