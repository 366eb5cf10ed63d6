"""Rows of values as a Qt table: kept by key, columns as data, order and filter in one place.

It never rebuilds: `put` finds what was added, changed, moved and removed and says only that.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from widgets.models.column import (
    ALIGN,
    BAR,
    CLOCK,
    ELIDE,
    KEY,
    QUIET,
    Column,
    Context,
    Kind,
    plain_tip,
)
from widgets.models.runs import runs

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

MOST_APART = 32
"""So many rows are drawn again at once."""


class Table(QAbstractTableModel, Generic[Row]):
    """One row a key, in the order of `order` (or as put), of which `keep` are shown.

    `quiet` tells the rows that are past and drawn dim. `told` carries the keys of shown rows that
    are new or whose `news` is another one than before; the first rows put are no news.
    """

    told = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        *,
        key: Callable[[Row], Hashable],
        order: Callable[[Row], Any] | None = None,
        quiet: Callable[[Row], bool] | None = None,
        news: Callable[[Row], Hashable] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.context = Context()
        self._key = key
        self._order = self._first_order = order
        self._backwards = False
        self._quiet = quiet
        self._news = news
        self._keep: Callable[[Row], bool] | None = None
        self._all: dict[Hashable, Row] = {}
        self._rows: list[Row] = []
        self._at: dict[Hashable, int] = {}

    @property
    def total(self) -> int:
        """How many rows there are, shown or filtered away."""
        return len(self._all)

    def put(self, rows: Iterable[Row]) -> None:
        """Make these the rows: what is not among them is removed."""
        before, self._all = self._all, {self._key(row): row for row in rows}
        self._show()
        if before:
            self._tell(before, self._all)

    def update(self, rows: Iterable[Row], *, gone: Iterable[Hashable] = ()) -> None:
        """Insert or replace these and remove the keys `gone`; the others stay."""
        first = not self._all
        fresh = {self._key(row): row for row in rows}
        before = {key: self._all[key] for key in fresh if key in self._all}
        gone = [key for key in gone if self._all.pop(key, None) is not None]
        if not gone and self._in_place(fresh):
            self._replace(fresh)
        else:
            self._all.update(fresh)
            self._show()
        if not first:
            self._tell(before, fresh)

    def redraw(self, keys: Iterable[Hashable]) -> None:
        """Rows whose values say something else by themselves; they stay where they stand.

        A crowd of them waits for the second's tick, which draws what is seen: nobody reads faster.
        """
        places = sorted(self._at[key] for key in keys if key in self._at)
        if len(places) <= MOST_APART:
            self._say_changed(places)

    def arrange(self) -> None:
        """Order and choose again, where that rests on what rows say by themselves."""
        self._show()

    def keep(self, test: Callable[[Row], bool] | None) -> None:
        """Show only the rows that pass; None shows all."""
        self._keep = test
        self._show()

    def row_at(self, index: Index) -> Row | None:
        return self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None

    def rows(self) -> tuple[Row, ...]:
        return tuple(self._rows)

    def index_of(self, key: Hashable, column: int = 0) -> QModelIndex:
        """Where a key stands; an invalid index where it is not shown."""
        at = self._at.get(key)
        return QModelIndex() if at is None else self.index(at, column)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(row, self.context)
            case Qt.ItemDataRole.TextAlignmentRole:
                return ALIGN[column.kind]
            case Qt.ItemDataRole.DecorationRole:
                return column.icon(row) if column.icon else None
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip((column.tip or column.text)(row, self.context))
            case _:
                return self._own_role(row, column, role)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("columns", self.columns[section].title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return ALIGN[self.columns[section].kind]
        return None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column's own sort key; -1 gives back the first order."""
        chosen = self.columns[column].sort if 0 <= column < len(self.columns) else None
        self._order = chosen or self._first_order
        self._backwards = chosen is not None and order == Qt.SortOrder.DescendingOrder
        self._show()

    def _own_role(self, row: Row, column: Column[Row], role: int) -> Any:
        match role:
            case _ if role == ELIDE:
                middle = column.kind == Kind.CODE
                return Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
            case _ if role == CLOCK:
                return column.clock(row, self.context) if column.clock else None
            case _ if role == BAR:
                return column.bar(row) if column.bar else None
            case _ if role == KEY:
                return self._key(row)
            case _ if role == QUIET:
                return self._quiet is not None and self._quiet(row)
            case _:
                return None

    def _tell(self, before: dict[Hashable, Row], after: dict[Hashable, Row]) -> None:
        """Say which of the shown rows are news."""
        if self._news is None:
            return
        news = self._news
        keys = frozenset(
            key
            for key, row in after.items()
            if key in self._at and (key not in before or news(before[key]) != news(row))
        )
        if keys:
            self.told.emit(keys)

    def _in_place(self, fresh: dict[Hashable, Row]) -> bool:
        """Whether these rows are known, and stand where they stand and pass as they did."""
        return all(
            key in self._all
            and (self._keep is None or self._keep(row) == (key in self._at))
            and (self._order is None or self._order(row) == self._order(self._all[key]))
            for key, row in fresh.items()
        )

    def _replace(self, fresh: dict[Hashable, Row]) -> None:
        """New values where the order stays: a burst of them costs only the rows it brings."""
        changed = []
        for key, row in fresh.items():
            at = self._at.get(key)
            if at is not None and self._rows[at] != row:
                self._rows[at] = row
                changed.append(at)
            self._all[key] = row
        self._say_changed(sorted(changed))

    def _say_changed(self, places: list[int]) -> None:
        for first, last in runs(places):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def _show(self) -> None:
        wanted = [row for row in self._all.values() if self._keep is None or self._keep(row)]
        if self._order is not None:
            wanted.sort(key=self._order, reverse=self._backwards)
        keys = [self._key(row) for row in wanted]
        self._remove(set(keys))
        self._arrange([key for key in keys if key in self._at])
        changed = self._insert(wanted, keys)
        self._at = {key: at for at, key in enumerate(keys)}
        self._say_changed(changed)

    def _remove(self, wanted: set[Hashable]) -> None:
        gone = [at for at, row in enumerate(self._rows) if self._key(row) not in wanted]
        for first, last in reversed(list(runs(gone))):
            self.beginRemoveRows(_ROOT, first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()
        if gone:
            self._at = {self._key(row): at for at, row in enumerate(self._rows)}

    def _arrange(self, keys: list[Hashable]) -> None:
        """Bring the rows that stay into their new order; selection and cursor go with them."""
        if [self._key(row) for row in self._rows] == keys:
            return
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        held = [self._key(self._rows[index.row()]) for index in old]
        self._rows = [self._rows[self._at[key]] for key in keys]
        self._at = {key: at for at, key in enumerate(keys)}
        new = [
            self.index(self._at[key], index.column()) for key, index in zip(held, old, strict=True)
        ]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _insert(self, wanted: list[Row], keys: list[Hashable]) -> list[int]:
        """Put in the new rows and the new values of the old ones; gives where values changed."""
        fresh = [at for at, key in enumerate(keys) if key not in self._at]
        for first, last in runs(fresh):
            self.beginInsertRows(_ROOT, first, last)
            self._rows[first:first] = wanted[first : last + 1]
            self.endInsertRows()
        changed = [at for at, row in enumerate(wanted) if row != self._rows[at]]
        for at in changed:
            self._rows[at] = wanted[at]
        return changed
