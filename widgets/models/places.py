"""The tree of places: city to grid, fetched as it is opened, with open and overdue counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from app.model import Level, Place
from widgets.words import QT_TRANSLATE_NOOP

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
CODE = Qt.ItemDataRole.UserRole + 1

TITLES = (
    QT_TRANSLATE_NOOP("places", "辖区"),
    QT_TRANSLATE_NOOP("places", "未结"),
    QT_TRANSLATE_NOOP("places", "超时"),
)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Source(Protocol):
    edition: str

    def place(self, code: str) -> Place | None: ...

    def children(self, code: str) -> tuple[Place, ...]: ...

    def chain_of(self, code: str) -> tuple[Place, ...]: ...


@dataclass(eq=False, slots=True)
class Node:
    place: Place
    parent: "Node | None"
    row: int
    id: int
    children: "list[Node] | None" = field(default=None)


class PlacesModel(QAbstractItemModel):
    """60,000 grids stand behind it; only what was opened is held."""

    def __init__(self, root: str, source: Source, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._nodes: list[Node] = []
        self._at: dict[str, Node] = {}
        self._counts: Mapping[str, tuple[int, int]] = {}
        found = source.place(root)
        self._top = [self._node(found, None, 0)] if found else []

    def put_counts(self, counts: Mapping[str, tuple[int, int]]) -> None:
        """Code -> (open, overdue); only rows whose numbers changed are drawn again."""
        before, self._counts = self._counts, counts
        for code in before.keys() | counts.keys():
            node = self._at.get(code)
            if node is not None and before.get(code) != counts.get(code):
                self.dataChanged.emit(self._index(node, 1), self._index(node, 2))

    def counts(self, code: str) -> tuple[int, int]:
        return self._counts.get(code, (0, 0))

    def code_at(self, index: Index) -> str:
        return self._nodes[index.internalId()].place.code if index.isValid() else ""

    def find(self, code: str) -> QModelIndex:
        """The index of a place, fetching the way down to it; invalid where there is none."""
        for place in self._source.chain_of(code):
            if place.code == code:
                break
            if place.code in self._at:
                self.fetchMore(self._index(self._at[place.code], 0))
        node = self._at.get(code)
        return self._index(node, 0) if node else QModelIndex()

    @override
    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        nodes = self._below(parent)
        if not (0 <= row < len(nodes) and 0 <= column < len(TITLES)):
            return QModelIndex()
        return self._index(nodes[row], column)

    @override
    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        node = self._nodes[index.internalId()] if index.isValid() else None
        return self._index(node.parent, 0) if node and node.parent else QModelIndex()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.column() > 0 else len(self._below(parent))

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return len(TITLES)

    @override
    def hasChildren(self, parent: Index = _ROOT) -> bool:
        if not parent.isValid():
            return bool(self._top)
        node = self._nodes[parent.internalId()]
        if node.children is not None:
            return bool(node.children)
        return parent.column() == 0 and node.place.level < Level.GRID

    @override
    def canFetchMore(self, parent: Index) -> bool:
        if not parent.isValid():
            return False
        node = self._nodes[parent.internalId()]
        return node.children is None and node.place.level < Level.GRID

    @override
    def fetchMore(self, parent: Index) -> None:
        if not self.canFetchMore(parent):
            return
        node = self._nodes[parent.internalId()]
        found = self._source.children(node.place.code)
        if not found:
            node.children = []
            return
        self.beginInsertRows(self._index(node, 0), 0, len(found) - 1)
        node.children = [self._node(place, node, row) for row, place in enumerate(found)]
        self.endInsertRows()

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        place = self._nodes[index.internalId()].place
        if role == CODE:
            return place.code
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() else _LEFT
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(place, index.column())
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(TITLES):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("places", TITLES[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section else _LEFT
        return None

    def _text(self, place: Place, column: int) -> str:
        if column == 0:
            return place.name
        number = self.counts(place.code)[column - 1]
        return str(number) if number else ""

    def _below(self, parent: Index) -> list[Node]:
        if not parent.isValid():
            return self._top
        return self._nodes[parent.internalId()].children or []

    def _node(self, place: Place, parent: Node | None, row: int) -> Node:
        node = Node(place, parent, row, len(self._nodes))
        self._nodes.append(node)
        self._at[place.code] = node
        return node

    def _index(self, node: Node, column: int) -> QModelIndex:
        return self.createIndex(node.row, column, node.id)
