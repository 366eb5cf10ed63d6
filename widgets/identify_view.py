"""What lies at a spot of the map, by layer: a list that Enter or a click opens, beside the spot."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QVBoxLayout,
)
from typing_extensions import override

from widgets.beside import beside
from widgets.map_surface import MapSurface
from widgets.models.identified import Group, Line
from widgets.parts.labels import plain_label

WIDE, MOST_HIGH = 430, 440
_LINE = Qt.ItemDataRole.UserRole


class IdentifyView(QFrame):
    """`wanted` carries (what, id) of the line that was opened, `copied` the text that was."""

    wanted = Signal(str, str)
    copied = Signal(str)

    def __init__(self, the_map: MapSurface) -> None:
        super().__init__(the_map)
        self._map = the_map
        self.setProperty("role", "overlay")
        self.tree = QTreeWidget(self)
        self.tree.setColumnCount(2)
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(12)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.itemActivated.connect(lambda item, _: self._open(item))
        self.tree.itemClicked.connect(lambda item, _: self._open(item))
        self.tree.installEventFilter(self)
        self._hint = plain_label(role="small", parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addWidget(self.tree)
        column.addWidget(self._hint)
        self.hide()

    def show_at(self, at: QPointF, groups: Sequence[Group], spot: Group) -> None:
        """Open beside a pixel of the map; says so where no layer has anything there."""
        self.tree.clear()
        for group in groups:
            self._add(group)
        if not groups:
            nothing = self.tr("此处各图层都没有要素（域外）")
            self.tree.addTopLevelItem(QTreeWidgetItem([nothing]))
        self._add(spot)
        self._hint.setText(self.tr("↑ ↓ 选择 · 回车 打开 · Ctrl+C 复制 · Esc 收回"))
        self._place(at)
        self.show()
        self.raise_()
        self.tree.setCurrentIndex(self.tree.model().index(0, 0))
        self.tree.setCurrentIndex(self.tree.indexBelow(self.tree.currentIndex()))
        self.tree.setFocus()

    def retell(self, known: Mapping[tuple[str, str], Line]) -> None:
        """Put what became known of lines that open these into their place."""
        walk = QTreeWidgetItemIterator(self.tree)
        while (item := walk.value()) is not None:
            line = item.data(0, _LINE)
            if isinstance(line, Line) and line.open is not None and line.open in known:
                self._tell(item, known[line.open])
            walk += 1

    def dismiss(self) -> bool:
        """Take it away; False where it was not there."""
        shown = self.isVisible()
        self.hide()
        if shown:
            self._map.setFocus()
        return shown

    def texts(self) -> list[str]:
        """What stands in it, line by line, groups first."""
        walk = QTreeWidgetItemIterator(self.tree)
        found = []
        while (item := walk.value()) is not None:
            found.append(" ".join(filter(None, (item.text(0), item.text(1)))))
            walk += 1
        return found

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and self._is_own(event):
            if event.type() == QEvent.Type.KeyPress:
                self._key(event)
            event.accept()
            return True
        return super().eventFilter(watched, event)

    @staticmethod
    def _is_own(event: QKeyEvent) -> bool:
        """Keys that must not reach the window, where they mean other things."""
        own = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        press = event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        return press and (event.key() in own or event.matches(QKeySequence.StandardKey.Copy))

    def _key(self, event: QKeyEvent) -> None:
        item = self.tree.currentItem()
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif item is not None and event.matches(QKeySequence.StandardKey.Copy):
            self._copy(" ".join(filter(None, (item.text(0), item.text(1)))))
        elif item is not None:
            self._open(item)

    def _open(self, item: QTreeWidgetItem) -> None:
        line = item.data(0, _LINE)
        if not isinstance(line, Line):
            return
        if line.open is None:
            self._copy(line.text)
        else:
            self.wanted.emit(*line.open)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(text)

    def _add(self, group: Group) -> None:
        head = QTreeWidgetItem([group.title])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        head.setForeground(0, self.palette().placeholderText())
        self.tree.addTopLevelItem(head)
        head.setFirstColumnSpanned(True)
        for line in group.lines:
            item = QTreeWidgetItem()
            head.addChild(item)
            self._tell(item, line)
        head.setExpanded(True)

    @staticmethod
    def _tell(item: QTreeWidgetItem, line: Line) -> None:
        item.setText(0, line.text)
        item.setText(1, line.detail)
        item.setData(0, _LINE, line)
        item.setFirstColumnSpanned(not line.detail)

    def _place(self, at: QPointF) -> None:
        """Beside the spot and never over it; whole in what is free of the map."""
        rows = len(self.texts())
        row = max(self.tree.sizeHintForRow(0), self.fontMetrics().height())
        high = min(rows * row + self._hint.sizeHint().height() + 26, MOST_HIGH)
        covered = self._map.left_covered
        room = QRectF(self._map.rect()).adjusted(covered + 8, 8, -8, -8)
        self.setGeometry(beside(at, QSizeF(WIDE, high), room).toRect())
