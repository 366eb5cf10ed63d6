"""The table of the recommended units: digits choose a rank, + marks a unit that assists."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from widgets.models.offers import Offer
from widgets.tables.view import TableView


class DispatchView(TableView[Offer]):
    """Digits choose a rank; + marks a unit that assists."""

    assist = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if text and text in "123456789":
            index = self.table.index(int(text) - 1, 0)
            if index.isValid():
                self.setCurrentIndex(index)
        elif text in ("+", "="):
            self.assist.emit()
        else:
            super().keyPressEvent(event)
