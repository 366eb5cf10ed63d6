"""One layer in detail: how opaque it is, and between which scales it is drawn."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QPushButton, QSlider, QWidget

from app.settings import LayerState
from maps.layers import Layer
from maps.viewport import METRES_PER_PX_AT_1, SCALES
from widgets import words
from widgets.parts.labels import plain_label
from widgets.words.layer_tips import layer_tip


class LayerForm(QWidget):
    """Shows a state and says which other one is wanted."""

    wanted = Signal(str, object)  # name, LayerState

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._state = "", LayerState()
        self.opacity = QSlider(Qt.Orientation.Horizontal, self)
        self.opacity.setRange(0, 100)
        self.opacity.setPageStep(10)
        self.nearest, self.farthest = _scales(self), _scales(self)
        self.usual = QPushButton(self.tr("恢复默认"), self)
        form = QFormLayout(self)
        form.setContentsMargins(12, 8, 12, 4)
        form.addRow(self.tr("不透明度"), self.opacity)
        form.addRow(self.tr("最近显示到"), self.nearest)
        form.addRow(self.tr("最远显示到"), self.farthest)
        form.addRow("", self.usual)
        self.tip = plain_label(role="small", parent=self)
        self.tip.setWordWrap(True)
        form.addRow(self.tip)
        self.opacity.valueChanged.connect(self._want)
        self.nearest.activated.connect(self._want)
        self.farthest.activated.connect(self._want)
        self.usual.clicked.connect(self._reset)
        self._layer: Layer[Any] | None = None

    def put(self, layer: Layer[Any], state: LayerState) -> None:
        """The layer in hand, as it is drawn now."""
        self._layer, self._name, self._state = layer, layer.name, state
        for part in (self.opacity, self.nearest, self.farthest):
            part.blockSignals(True)
        self.opacity.setValue(round(state.opacity * 100))
        self.opacity.setToolTip(f"{state.opacity:.0%}")
        _show(self.nearest, state.coarser_than)
        _show(self.farthest, state.finer_than)
        for part in (self.opacity, self.nearest, self.farthest):
            part.blockSignals(False)
        self.usual.setEnabled(state != LayerState(visible=layer.visible, order=state.order))
        self.setAccessibleName(words.layer(layer.name))
        tip = layer_tip(layer.name)
        self.tip.setText(tip)
        self.tip.setVisible(bool(tip))

    def _want(self) -> None:
        near, far = self.nearest.currentData(), self.farthest.currentData()
        if near and far and near >= far:
            self.put_back()
            return
        state = replace(
            self._state,
            opacity=self.opacity.value() / 100,
            coarser_than=near and near * METRES_PER_PX_AT_1,
            finer_than=far and far * METRES_PER_PX_AT_1,
        )
        self.wanted.emit(self._name, state)

    def put_back(self) -> None:
        """Show again what is: the nearest scale must be nearer than the farthest."""
        if self._layer is not None:
            self.put(self._layer, self._state)

    def _reset(self) -> None:
        if self._layer is not None:
            state = LayerState(visible=self._layer.visible, order=self._state.order)
            self.wanted.emit(self._name, state)


def _scales(parent: LayerForm) -> QComboBox:
    box = QComboBox(parent)
    box.addItem(QCoreApplication.translate("LayerForm", "默认"), None)
    for scale in SCALES:
        box.addItem(f"1:{scale:,}", scale)
    return box


def _show(box: QComboBox, metres_per_px: float | None) -> None:
    """The entry of a scale; one that is not in the list is added, so that it is not lost."""
    if metres_per_px is None:
        box.setCurrentIndex(0)
        return
    scale = round(metres_per_px / METRES_PER_PX_AT_1)
    if box.findData(scale) < 0:
        box.addItem(f"1:{scale:,}", scale)
    box.setCurrentIndex(box.findData(scale))
