"""Rows of values as a Qt table: kept by key, columns as data, order and filter in one place.

It never rebuilds: `put` finds what was added, changed, moved and removed and says only that.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QIcon
from typing_extensions import override

from widgets.parts.share import Clock

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

ELIDE = Qt.ItemDataRole.UserRole + 1
"""Qt.TextElideMode of a cell: codes in the middle, names at the end."""
CLOCK = Qt.ItemDataRole.UserRole + 2
"""parts.share.Clock drawn under the text of a cell, or None."""
BAR = Qt.ItemDataRole.UserRole + 3
"""Share 0..1 of a bar drawn under the text of a cell, or None."""
KEY = Qt.ItemDataRole.UserRole + 4


class Kind(StrEnum):
    """How a column is set: a name ends in …, a code loses its middle, a number stands right."""

    NAME = "name"
    CODE = "code"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Context:
    """What a cell may look at besides its row: the present, and the names behind codes."""

    now: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    place: Callable[[str], str] = field(default=lambda code: code)
    unit: Callable[[str], str] = field(default=lambda key: key)
    chain: Callable[[str], tuple[str, ...]] = field(default=lambda code: (code,))


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """`title` is a source text of translation context "columns"; `sample` sets the width.

    `weight` > 0 takes a share of the width that is left instead.
    """

    title: str
    text: Callable[[Row, Context], str]
    kind: Kind = Kind.NAME
    sample: str = ""
    weight: int = 0
    icon: Callable[[Row], QIcon] | None = None
    sort: Callable[[Row], Any] | None = None
    tip: Callable[[Row, Context], str] | None = None
    clock: Callable[[Row, Context], Clock | None] | None = None
    bar: Callable[[Row], float | None] | None = None


_ALIGN = {
    Kind.NAME: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    Kind.CODE: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    Kind.NUMBER: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
}


class Table(QAbstractTableModel, Generic[Row]):
    """One row a key, in the order of `order` (or as put), of which `keep` are shown."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        *,
        key: Callable[[Row], Hashable],
        order: Callable[[Row], Any] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.context = Context()
        self._key = key
        self._order = self._first_order = order
        self._backwards = False
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
        self._all = {self._key(row): row for row in rows}
        self._show()

    def update(self, rows: Iterable[Row], *, gone: Iterable[Hashable] = ()) -> None:
        """Insert or replace these and remove the keys `gone`; the others stay."""
        for key in gone:
            self._all.pop(key, None)
        self._all.update({self._key(row): row for row in rows})
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
                return _ALIGN[column.kind]
            case Qt.ItemDataRole.DecorationRole:
                return column.icon(row) if column.icon else None
            case Qt.ItemDataRole.ToolTipRole:
                return _plain((column.tip or column.text)(row, self.context))
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
            return _ALIGN[self.columns[section].kind]
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
            case _:
                return None

    def _show(self) -> None:
        wanted = [row for row in self._all.values() if self._keep is None or self._keep(row)]
        if self._order is not None:
            wanted.sort(key=self._order, reverse=self._backwards)
        keys = [self._key(row) for row in wanted]
        self._remove(set(keys))
        self._arrange([key for key in keys if key in self._at])
        changed = self._insert(wanted, keys)
        self._at = {key: at for at, key in enumerate(keys)}
        for first, last in _runs(changed):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def _remove(self, wanted: set[Hashable]) -> None:
        gone = [at for at, row in enumerate(self._rows) if self._key(row) not in wanted]
        for first, last in reversed(list(_runs(gone))):
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
        for first, last in _runs(fresh):
            self.beginInsertRows(_ROOT, first, last)
            self._rows[first:first] = wanted[first : last + 1]
            self.endInsertRows()
        changed = [at for at, row in enumerate(wanted) if row != self._rows[at]]
        for at in changed:
            self._rows[at] = wanted[at]
        return changed


def _runs(places: list[int]) -> Iterable[tuple[int, int]]:
    """Ascending numbers as (first, last) of each unbroken run."""
    start = before = None
    for at in places:
        if before is None or at != before + 1:
            if start is not None and before is not None:
                yield start, before
            start = at
        before = at
    if start is not None and before is not None:
        yield start, before


def _plain(text: str) -> str:
    """A tool tip that Qt cannot take for rich text, whatever a title from outside contains."""
    return text.replace("&", "&amp;").replace("<", "&lt;").join(("<span>", "</span>"))
