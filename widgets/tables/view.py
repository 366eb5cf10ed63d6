"""The one table view: whole rows, J/K, cells that elide as their column says, an empty state."""

from collections.abc import Hashable
from dataclasses import replace
from datetime import datetime
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from widgets.models.column import KEY
from widgets.models.table import Table
from widgets.parts.labels import EmptyLabel
from widgets.tables.cells import CellDelegate
from widgets.tables.fade import Fade
from widgets.tables.widths import ICON_PX, row_px, widths

Row = TypeVar("Row")
_ANY_SHAPE = Qt.AspectRatioMode.IgnoreAspectRatio
_STEPS = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}


class TableView(QTableView, Generic[Row]):
    """`chosen` carries the key of the row the cursor is on; `opened` that of Enter or a click."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, table: Table[Row], *, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self.setModel(table)
        self.fade = Fade(self)
        self._empty = EmptyLabel(empty, self.viewport())
        self._filtered = self.tr("没有符合筛选的行。Esc 清除筛选")
        self._said = empty
        self._dress()
        for signal in (table.rowsInserted, table.rowsRemoved, table.modelReset):
            signal.connect(self._show_empty)
        table.told.connect(self._light)
        self.fade.moved.connect(self.viewport().update)
        self.doubleClicked.connect(lambda index: self.opened.emit(str(index.data(KEY))))
        self._show_empty()

    def set_empty(self, text: str) -> None:
        """What stands here while there is no row at all."""
        self._said = text
        self._show_empty()

    def tick(self, now: datetime) -> None:
        """Let ages and clocks run; only what is on the screen is drawn again."""
        self.table.context = replace(self.table.context, now=now)
        if self.isVisible():
            self.viewport().update()

    def chosen_key(self) -> str:
        """Key of the row the cursor is on, "" for none."""
        index = self.currentIndex()
        return str(index.data(KEY)) if index.isValid() else ""

    def chosen_row(self) -> Row | None:
        return self.table.row_at(self.currentIndex())

    def choose(self, key: str) -> bool:
        """Put the cursor on a key; false where it is not shown."""
        index = self.table.index_of(key)
        if index.isValid() and index.row() != self.currentIndex().row():
            self.setCurrentIndex(index)
        return index.isValid()

    def step(self, by: int) -> None:
        """Move the cursor by rows, stopping at both ends."""
        count = self.table.rowCount()
        if count:
            row = self.currentIndex().row()
            wanted = 0 if row < 0 else min(count - 1, max(0, row + by))
            self.setCurrentIndex(self.table.index(wanted, 0))

    @override
    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.chosen.emit(str(current.data(KEY)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and not event.modifiers():
            self.step(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.chosen_key())
        elif event.text() and event.text().isprintable():
            event.ignore()  # letters are commands, not a search
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_columns()
        self._empty.setGeometry(self.viewport().rect())
        self._keep_chosen(event.oldSize().height())

    def _keep_chosen(self, height_px: int) -> None:
        """What was chosen and seen stays seen, though the table becomes lower."""
        box = self.visualRect(self.currentIndex())
        if box.isValid() and 0 <= box.top() < height_px:
            self.scrollTo(self.currentIndex())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._lay_columns()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.fade.stop()

    @override
    def changeEvent(self, event: Any) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.FontChange:
            self._lay_columns()

    def _dress(self) -> None:
        self.setItemDelegate(CellDelegate(self.fade, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(24)
        header.setSortIndicatorShown(False)
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._sort_by)
        self._sorted: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    def _sort_by(self, column: int) -> None:
        """Up, down, and back to the first order, by a click on the head of a column."""
        up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        known, order = self._sorted
        if known != column:
            self._sorted = (column, up)
        else:
            self._sorted = (column, down) if order == up else (-1, up)
        column, order = self._sorted
        self.table.sort(column, order)
        header = self.horizontalHeader()
        header.setSortIndicatorShown(column >= 0)
        header.setSortIndicator(column, order)

    def _lay_columns(self) -> None:
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(row_px(metrics))
        self.setIconSize(self.iconSize().scaled(ICON_PX, ICON_PX, _ANY_SHAPE))
        columns = self.table.columns
        heads = [
            str(self.table.headerData(at, Qt.Orientation.Horizontal)) for at in range(len(columns))
        ]
        for at, px in enumerate(widths(columns, heads, metrics, self.viewport().width())):
            self.setColumnHidden(at, columns[at].extra and px == 0)
            self.setColumnWidth(at, px)

    def _light(self, keys: frozenset[Hashable]) -> None:
        """Rows that have just changed fade for a second, where somebody can see it."""
        if self.isVisible():
            self.fade.start(keys)

    def _show_empty(self) -> None:
        empty = self.table.rowCount() == 0
        self._empty.setText(self._filtered if empty and self.table.total else self._said)
        self._empty.setGeometry(self.viewport().rect())
        self._empty.setVisible(empty)
