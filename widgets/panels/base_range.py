"""Between which scales a base map is shown: two boxes in one line."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from app.basemaps import BaseSource
from maps.viewport import METRES_PER_PX_AT_1, SCALES
from widgets.parts.labels import plain_label

_FARTHEST = 1e6  # metres per pixel: no bound


class ScaleRange(QWidget):
    """`wanted` carries the nearest and the farthest scale, both in metres per pixel."""

    wanted = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.nearest, self.farthest = QComboBox(self), QComboBox(self)
        self._shown = (0.0, _FARTHEST)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 12, 2)
        row.setSpacing(8)
        for text, box in ((self.tr("最近"), self.nearest), (self.tr("最远"), self.farthest)):
            box.setAccessibleName(text)
            box.setMinimumContentsLength(8)
            box.activated.connect(self._want)
            row.addWidget(plain_label(text, role="dim", parent=self))
            row.addWidget(box, 1)

    def put(self, source: BaseSource) -> None:
        """As a base map has it; a scale that is none of the list's is added to it."""
        self._shown = source.coarser_than, source.finer_than
        for box, value in zip((self.nearest, self.farthest), self._shown, strict=True):
            own = {round(value / METRES_PER_PX_AT_1)} if 0 < value < _FARTHEST else set[int]()
            box.clear()
            box.addItem(self.tr("不限"), None)
            for scale in sorted({*SCALES, *own}):
                box.addItem(f"1:{scale:,}", scale)
        self.put_back()

    def _want(self) -> None:
        """What is not a range is put back as it was."""
        near, far = self.nearest.currentData(), self.farthest.currentData()
        bounds = (
            near * METRES_PER_PX_AT_1 if near else 0.0,
            far * METRES_PER_PX_AT_1 if far else _FARTHEST,
        )
        if bounds[0] >= bounds[1]:
            self.put_back()
        elif bounds != self._shown:
            self.wanted.emit(*bounds)

    def put_back(self) -> None:
        """Show again what is: the nearest scale must be nearer than the farthest."""
        near, far = self._shown
        for box, value in ((self.nearest, near), (self.farthest, far)):
            bounded = 0 < value < _FARTHEST
            at = box.findData(round(value / METRES_PER_PX_AT_1)) if bounded else 0
            box.setCurrentIndex(max(at, 0))
