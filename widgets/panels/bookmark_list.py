"""The list of bookmarks: a name and a scale a row, and the keys that change it."""

from typing import ClassVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget
from typing_extensions import override

from app.settings import Bookmark
from maps.viewport import Viewport
from widgets import formats
from widgets.models.column import plain_tip
from widgets.panels.places import RowDelegate

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class BookmarkList(QTreeWidget):
    """`asked` names what a key asks for: "rename", "remove", "up", "down" or "stay"."""

    asked = Signal(str)
    asks = False
    """Whether a question stands that Esc answers."""
    _KEYS: ClassVar = {
        "F2": "rename",
        "Del": "remove",
        "Alt+Up": "up",
        "Alt+Down": "down",
        "Esc": "stay",
    }

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setItemDelegate(RowDelegate(self))
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def put(self, rows: tuple[Bookmark, ...], at: int) -> None:
        """Show these, the cursor on one of them."""
        self.clear()
        self.addTopLevelItems([_item(row) for row in rows])
        item = self.topLevelItem(min(max(at, 0), len(rows) - 1)) if rows else None
        if item is not None:
            self.setCurrentItem(item)

    def at(self) -> int:
        """The row of the cursor, -1 without any."""
        return self.currentIndex().row()

    @override
    def event(self, event: QEvent) -> bool:
        """F2 renames here, where elsewhere it dispatches."""
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if (
            isinstance(event, QKeyEvent)
            and overrides
            and self._wants(event) in ("rename", "remove")
        ):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_J: Qt.Key.Key_Down, Qt.Key.Key_K: Qt.Key.Key_Up}.get(Qt.Key(event.key()))
        wanted = self._wants(event)
        if step is not None and not event.modifiers():
            super().keyPressEvent(QKeyEvent(event.type(), step, event.modifiers()))
        elif wanted:
            self.asked.emit(wanted)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.at() >= 0:
                self.itemActivated.emit(self.currentItem(), 0)
        elif event.text() and event.text().isprintable():
            event.ignore()  # letters stay commands
        else:
            super().keyPressEvent(event)

    def _claims(self, wanted: str) -> bool:
        return wanted in ("rename", "remove") or (wanted == "stay" and self.asks)

    def _wants(self, event: QKeyEvent) -> str:
        keys = QKeySequence(event.keyCombination())
        return self._KEYS.get(keys.toString(QKeySequence.SequenceFormat.PortableText), "")


def _item(row: Bookmark) -> QTreeWidgetItem:
    view = row.view
    scale = formats.scale(Viewport(0, 0, view.metres_per_px, 1, 1).scale_denominator)
    item = QTreeWidgetItem([row.name, scale])
    item.setTextAlignment(1, _RIGHT)
    item.setToolTip(0, plain_tip(f"{row.name}\n{formats.dms(view.lon, view.lat)}"))
    return item
