"""The one table view: whole rows, J/K, cells that elide as their column says, an empty state."""

from dataclasses import replace
from datetime import datetime
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from widgets.models.table import BAR, CLOCK, ELIDE, KEY, Table
from widgets.parts.clock_bar import BAR_PX, draw_bar, draw_clock
from widgets.parts.labels import EmptyLabel

Row = TypeVar("Row")
_STEPS = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}
PADDING_PX = 20


class CellDelegate(QStyledItemDelegate):
    """Elides by column and draws a clock or a bar under the text."""

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        mode = index.data(ELIDE)
        if mode is not None:
            option.textElideMode = mode

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        rect = QRectF(option.rect)
        box = QRectF(rect.x() + 4, rect.bottom() - BAR_PX, rect.width() - 8, BAR_PX)
        if (clock := index.data(CLOCK)) is not None:
            draw_clock(painter, box, clock)
        elif (share := index.data(BAR)) is not None:
            draw_bar(painter, box, share)


class TableView(QTableView, Generic[Row]):
    """`chosen` carries the key of the row the cursor is on; `opened` that of Enter or a click."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, table: Table[Row], *, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self.setModel(table)
        self._empty = EmptyLabel(empty, self.viewport())
        self._filtered = self.tr("没有符合筛选的行。Esc 清除筛选")
        self._said = empty
        self._dress()
        for signal in (table.rowsInserted, table.rowsRemoved, table.modelReset):
            signal.connect(self._show_empty)
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

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._lay_columns()

    @override
    def changeEvent(self, event: Any) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.FontChange:
            self._lay_columns()

    def _dress(self) -> None:
        self.setItemDelegate(CellDelegate(self))
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
        """Columns with a sample get its width; the others share what is left by weight."""
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(metrics.height() + 6)
        self.setIconSize(self.iconSize().scaled(14, 14, Qt.AspectRatioMode.IgnoreAspectRatio))
        widths = [
            0 if column.weight else metrics.horizontalAdvance(column.sample) + PADDING_PX
            for column in self.table.columns
        ]
        weights = sum(column.weight for column in self.table.columns)
        left = max(0, self.viewport().width() - sum(widths))
        for at, column in enumerate(self.table.columns):
            share = left * column.weight // weights if column.weight else widths[at]
            self.setColumnWidth(at, share)

    def _show_empty(self) -> None:
        empty = self.table.rowCount() == 0
        self._empty.setText(self._filtered if empty and self.table.total else self._said)
        self._empty.setGeometry(self.viewport().rect())
        self._empty.setVisible(empty)
