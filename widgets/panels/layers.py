"""The layers 图层: what the map draws, as switches; it says what was switched and draws nothing."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from widgets.panels.panel import Panel
from widgets.parts.labels import EmptyLabel


@dataclass(frozen=True, slots=True)
class LayerSwitch:
    """One layer: its key in maps, its name as read, and whether it is drawn."""

    key: str
    text: str
    on: bool = True
    tip: str = ""


class LayersPanel(Panel):
    """Switches in the order of drawing, the topmost first."""

    switched = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(None, None, parent)
        self.boxes: dict[str, QCheckBox] = {}
        self._empty = EmptyLabel(self.tr("地图打开后，图层列在这里；空格开关"), self)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(12, 8, 12, 8)
        self._list.setSpacing(8)
        self.column.addWidget(self._empty)
        self.column.addLayout(self._list)
        self.column.addStretch(1)

    def put(self, switches: Iterable[LayerSwitch]) -> None:
        """The layers there are; known ones keep their box."""
        wanted = list(switches)
        for key in self.boxes.keys() - {switch.key for switch in wanted}:
            self.boxes.pop(key).deleteLater()
        for switch in wanted:
            box = self.boxes.get(switch.key) or self._box(switch.key)
            blocked = box.blockSignals(True)
            box.setText(switch.text)
            box.setToolTip(switch.tip)
            box.setChecked(switch.on)
            box.blockSignals(blocked)
        self._empty.setVisible(not wanted)
        for box in list(self.boxes.values())[:1]:
            self.setFocusProxy(box)

    def _box(self, key: str) -> QCheckBox:
        box = QCheckBox(self)
        box.toggled.connect(lambda on: self.switched.emit(key, on))
        self.boxes[key] = box
        self._list.addWidget(box)
        return box
