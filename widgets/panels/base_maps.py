"""The officer's own base maps, below the layers: which there are, how they stand, how opaque."""

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from app.basemaps import BaseSource, BaseSources
from maps.base.shelf import State, Status
from widgets.models.column import plain_tip
from widgets.panels.base_range import ScaleRange
from widgets.parts.labels import plain_label
from widgets.words.base_maps import base_facts, base_state

_ID = Qt.ItemDataRole.UserRole
_WAITING = Status(state=State.WAITING)
_ROWS = 5


class BaseMapsPart(QWidget):
    """Says what is wanted: `switched`, `done` and `ranged` carry the id, `done` also one of `KEYS`'
    words, `ranged` the nearest and the farthest scale in metres per pixel.
    """

    switched = Signal(str, bool)
    done = Signal(str, str)
    ranged = Signal(str, float, float)
    KEYS: ClassVar = {
        "Left": "fainter",
        "Right": "stronger",
        "Alt+Up": "up",
        "Alt+Down": "down",
        "Del": "remove",
        "Return": "again",
        "Enter": "again",
    }

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = _List(self)
        self.facts = plain_label(role="hint", parent=self)
        self.facts.setWordWrap(True)
        self.facts.setContentsMargins(12, 2, 12, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        title = plain_label(self.tr("底图"), role="dim")
        title.setContentsMargins(12, 0, 12, 0)
        self.range = ScaleRange(self)
        self.range.wanted.connect(lambda near, far: self.ranged.emit(self.chosen, near, far))
        for part in (title, self.list, self.range, self.facts):
            column.addWidget(part)
        self._sources, self._status = BaseSources(), dict[str, Status]()
        self.list.itemChanged.connect(self._switched)
        self.list.currentItemChanged.connect(lambda *_: self._tell())
        self.list.pressed_key.connect(self._key)
        self.setFocusProxy(self.list)
        self.hide()

    def put(self, sources: BaseSources, status: Mapping[str, Status]) -> None:
        """The topmost first; without any the part is not there."""
        chosen, self._sources, self._status = self.chosen, sources, dict(status)
        blocked = self.list.blockSignals(True)
        self.list.clear()
        for source in reversed(sources.ordered):
            self.list.addItem(_item(source, self._status.get(source.id, _WAITING)))
            if source.id == chosen:
                self.list.setCurrentRow(self.list.count() - 1)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self.list.blockSignals(blocked)
        self.list.fit(_ROWS)
        self.setVisible(bool(sources.rows))
        self._tell()

    @property
    def chosen(self) -> str:
        item = self.list.currentItem()
        return str(item.data(_ID)) if item else ""

    def _tell(self) -> None:
        source = next((row for row in self._sources.rows if row.id == self.chosen), None)
        status = self._status.get(self.chosen, _WAITING)
        self.facts.setText(base_facts(source, status) if source else "")
        if source is not None:
            self.range.put(source)

    def _switched(self, item: QListWidgetItem) -> None:
        self.switched.emit(item.data(_ID), item.checkState() is Qt.CheckState.Checked)

    def _key(self, key: str) -> None:
        if self.chosen:
            self.done.emit(self.chosen, self.KEYS[key])


class _List(QListWidget):
    pressed_key = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("底图，最上面的在前"))
        self.setToolTip(
            self.tr("空格开关，左右键调透明度，Alt+上下键改次序，Delete 移除，回车 重试或停止读取")
        )

    def fit(self, most: int) -> None:
        """As high as its rows, up to so many."""
        rows = min(max(self.count(), 1), most)
        self.setFixedHeight(rows * max(self.sizeHintForRow(0), 22) + 2 * self.frameWidth())

    @override
    def event(self, event: QEvent) -> bool:
        """These keys are the list's own while it has the focus."""
        asked = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if asked and _name(event) in BaseMapsPart.KEYS:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _name(event) in BaseMapsPart.KEYS:
            self.pressed_key.emit(_name(event))
        else:
            super().keyPressEvent(event)


def _name(event: QEvent) -> str:
    if not isinstance(event, QKeyEvent):
        return ""
    return QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)


def _item(source: BaseSource, status: Status) -> QListWidgetItem:
    said = base_state(status)
    faint = "" if source.opacity >= 1 else f"{source.opacity:.0%}"
    item = QListWidgetItem(" · ".join(part for part in (source.title, faint, said) if part))
    item.setData(_ID, source.id)
    item.setToolTip(plain_tip(base_facts(source, status)))
    item.setFlags(
        Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
    )
    on = Qt.CheckState.Checked if source.visible else Qt.CheckState.Unchecked
    item.setCheckState(on)
    return item
