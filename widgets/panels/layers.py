"""The layers 图层: how the map's layers lie, as a list; details of the one in hand below it.

It says what is wanted as a whole `Stack` and draws nothing.
"""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from maps.layers import DEFAULT, LAYERS, Stack
from widgets import words
from widgets.panels.colouring import ColouringForm
from widgets.panels.layer_form import LayerForm
from widgets.panels.panel import Panel

_NAME = Qt.ItemDataRole.UserRole
_STEP = 0.1


class LayersPanel(Panel):
    """The topmost layer first. Space switches, Left and Right fade, Alt+Up and Alt+Down move."""

    stacked = Signal(object)  # a maps.layers.Stack

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(None, None, parent)
        self.stack = DEFAULT
        self.list = _List(self)
        self.form = LayerForm(self)
        self.colouring = ColouringForm(self)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self.form)
        self.column.addWidget(self.colouring)
        self.setFocusProxy(self.list)
        self.list.itemChanged.connect(self._switched)
        self.list.currentItemChanged.connect(self._choose)
        self.list.faded.connect(self._fade)
        self.list.moved.connect(self._move)
        self.list.dropped.connect(self._dropped)
        self.form.wanted.connect(self._put_state)
        self.put(self.stack)

    def put(self, stack: Stack) -> None:
        """The stack as the map has it now."""
        self.stack = stack
        chosen = self.chosen or next(iter(reversed(LAYERS))).name
        blocked = self.list.blockSignals(True)
        self.list.clear()
        for layer in reversed(stack.by_stage(LAYERS)):
            self.list.addItem(_item(layer.name, stack))
        for row in range(self.list.count()):
            if self.list.item(row).data(_NAME) == chosen:
                self.list.setCurrentRow(row)
        self.list.blockSignals(blocked)
        self._choose()

    @property
    def chosen(self) -> str:
        """The name of the layer in hand."""
        item = self.list.currentItem()
        return str(item.data(_NAME)) if item else ""

    def _choose(self) -> None:
        if self.chosen:
            layer = next(layer for layer in LAYERS if layer.name == self.chosen)
            self.form.put(layer, self.stack.state(self.chosen))

    def _want(self, stack: Stack) -> None:
        if stack != self.stack:
            self.put(stack)
            self.stacked.emit(stack)

    def _put_state(self, name: str, state: object) -> None:
        self._want(self.stack.put(name, state))  # type: ignore[arg-type]  # the form's own value

    def _switched(self, item: QListWidgetItem) -> None:
        on = item.checkState() is Qt.CheckState.Checked
        self._want(self.stack.showing(item.data(_NAME), on))

    def _fade(self, steps: int) -> None:
        state = self.stack.state(self.chosen)
        opacity = round(min(max(state.opacity + steps * _STEP, 0.0), 1.0), 2)
        self._want(self.stack.put(self.chosen, replace(state, opacity=opacity)))

    def _move(self, steps: int) -> None:
        self._want(self.stack.moved(LAYERS, self.chosen, steps))

    def _dropped(self) -> None:
        """The list as it lies now; a layer dropped among those of another stage goes back."""
        names = [self.list.item(row).data(_NAME) for row in range(self.list.count())]
        self._want(self.stack.in_order(LAYERS, reversed(names)))
        self.put(self.stack)


class _List(QListWidget):
    faded = Signal(int)
    moved = Signal(int)
    dropped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setAccessibleName(QCoreApplication.translate("LayersPanel", "图层，最上面的在前"))
        self.setToolTip(
            QCoreApplication.translate(
                "LayersPanel", "空格开关，左右键调透明度，Alt+上下键或拖动改次序"
            )
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(1 if key == Qt.Key.Key_Up else -1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.faded.emit(1 if key == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        self.dropped.emit()


def _item(name: str, stack: Stack) -> QListWidgetItem:
    state, text = stack.state(name), words.layer(name)
    if state.opacity < 1:
        text += f"  {state.opacity:.0%}"
    item = QListWidgetItem(text)
    item.setData(_NAME, name)
    flags = item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled
    item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable)
    on = Qt.CheckState.Checked if state.visible else Qt.CheckState.Unchecked
    item.setCheckState(on)
    return item
