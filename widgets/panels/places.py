"""The tree of places 辖区: down and up the hierarchy, with what is open and overdue in each."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)
from typing_extensions import override

from app.store import queries
from widgets.bridge import Bridge
from widgets.models.places import CODE, PlacesModel, Source
from widgets.panels.panel import Panel
from widgets.tables.widths import row_px

_COUNT_PX = 52


class RowDelegate(QStyledItemDelegate):
    """Rows as high as those of the tables."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        size = super().sizeHint(option, index)
        size.setHeight(row_px(option.fontMetrics))
        return size


class PlacesTree(QTreeView):
    """J and K move as everywhere; Enter goes there; letters stay commands."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_J: Qt.Key.Key_Down, Qt.Key.Key_K: Qt.Key.Key_Up}.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers():
            super().keyPressEvent(QKeyEvent(event.type(), step, event.modifiers()))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self.currentIndex())
        elif event.text() and event.text().isprintable() and event.text() not in "+-*":
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column in (1, 2):
            self.setColumnWidth(column, _COUNT_PX)
        self.setColumnWidth(0, max(96, self.viewport().width() - 2 * _COUNT_PX))


class PlacesPanel(Panel):
    """`place_chosen` follows the cursor; `place_opened` is Enter or a double click."""

    place_opened = Signal(str)
    concerns = frozenset({"cases"})

    def __init__(
        self,
        bridge: Bridge | None,
        places: Source,
        root: str = "500000",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(bridge, places, parent)
        self.model = PlacesModel(root, places, self)
        self.view = PlacesTree(self)
        self.view.setModel(self.model)
        self.view.setUniformRowHeights(True)
        self.view.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.view.setIndentation(16)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.view.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(_COUNT_PX)
        self.view.expand(self.model.index(0, 0))
        self.view.selectionModel().currentChanged.connect(self._tell)
        self.view.activated.connect(self._open)
        self.view.doubleClicked.connect(self._open)
        self.view.setExpandsOnDoubleClick(False)
        self.view.setItemDelegate(RowDelegate(self.view))
        self.column.addWidget(self.view)
        self.setFocusProxy(self.view)

    def put(self, counts: Mapping[str, tuple[int, int]]) -> None:
        """Code -> (open, overdue)."""
        self.model.put_counts(counts)

    def select(self, code: str) -> bool:
        """Open the way down to a place and put the cursor there, without telling anybody."""
        index = self.model.find(code)
        if index.isValid() and code != self.model.code_at(self.view.currentIndex()):
            blocked = self.blockSignals(True)
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)
            self.blockSignals(blocked)
        return index.isValid()

    @override
    def ask(self) -> None:
        self.question(queries.place_counts, then=self.put)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.view.expand(index.siblingAtColumn(0))
            self.place_opened.emit(str(index.data(CODE)))

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.place_chosen.emit(str(index.data(CODE)))
