"""The scale as a field: it shows 1:n, and takes what people write for it."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from widgets import formats

_WRITTEN = re.compile(
    r"^(?:1\s*[:：/]\s*)?(\d[\d\s,， ]*(?:\.\d+)?)\s*(百万|万|千|k|M)?$", re.IGNORECASE
)
_TIMES = {"千": 1e3, "k": 1e3, "万": 1e4, "百万": 1e6, "m": 1e6}
_LEAST, _MOST = 100.0, 1e8
_ROOM = 6


def denominator_of(text: str) -> float | None:
    """1:50000, 1：5万, 1/50 000, 50000 -> 50000.0; None for what is no scale of a map."""
    found = _WRITTEN.match(text.strip())
    if found is None:
        return None
    number = float(re.sub(r"[\s,， ]", "", found.group(1)))
    number *= _TIMES.get((found.group(2) or "").lower(), 1.0)
    return number if _LEAST <= number <= _MOST else None


class ScaleBox(QLineEdit):
    """`wanted` carries the n of 1:n; what cannot be read is put back as it was."""

    wanted = Signal(float)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setFrame(False)
        self.setMaxLength(24)
        # A key goes here as well; but a window that opens must not type its first letters into it.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.tr("比例尺"))
        self.setToolTip(self.tr("比例尺：输入如 1:50000，回车前往"))
        self.returnPressed.connect(self._go)

    def put(self, denominator: float) -> None:
        """The scale of the map now; what is being written is not disturbed."""
        self._shown = formats.scale(denominator)
        if not self.hasFocus():
            self._show()

    def _show(self) -> None:
        self.setText(self._shown)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("1:10 000 000") + 2 * _ROOM)

    def _go(self) -> None:
        denominator = denominator_of(self.text())
        if denominator is None:
            self.selectAll()
            self.setToolTip(self.tr("不是比例尺：应如 1:50000，在 1:100 与 1:100 000 000 之间"))
            self.setProperty("wrong", True)
        else:
            self.wanted.emit(denominator)
            self.left.emit()
        self.style().polish(self)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.setProperty("wrong", False)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setProperty("wrong", False)
        self.setToolTip(self.tr("比例尺：输入如 1:50000，回车前往"))
        self._show()
