"""The left of the tracks: what went wrong, the chosen terminals, how long positions are kept."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from app.store.queries import Kept
from widgets import formats
from widgets.parts.labels import ElidedLabel, plain_label
from widgets.tracks.rows import TrackRows, empty_words


class TracksList(QWidget):
    """`term_wanted` where somebody wants another term for positions."""

    term_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = TrackRows(self)
        self.empty = empty_words(self)
        self.trouble = plain_label(role="warning", parent=self)
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.kept = ElidedLabel(role="small", parent=self)
        self.term = QToolButton(self)
        self.term.setText(self.tr("更改保留期…"))
        self.term.clicked.connect(self.term_wanted)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 0, 4, 2)
        foot.addWidget(self.kept, 1)
        foot.addWidget(self.term)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.trouble)
        column.addWidget(self._scrolled(), 1)
        column.addLayout(foot)

    @property
    def high_px(self) -> int:
        """So high it shows every row."""
        return self.rows.sizeHint().height() + self.term.sizeHint().height() + 8

    def show_trouble(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))

    def put_kept(self, kept: Kept) -> None:
        """For how long positions are kept, and since when there are any."""
        text = self.tr("定位保留 %1 天（自收到起）").replace("%1", str(kept.days))
        if kept.oldest is not None:
            text += self.tr(" · 最早 %1").replace("%1", formats.absolute(kept.oldest)[:16])
        if kept.forgotten.at is not None:
            gone = self.tr(" · %1 清除 %2 点")
            gone = gone.replace("%1", formats.absolute(kept.forgotten.at)[5:16])
            text += gone.replace("%2", formats.count(kept.forgotten.last))
        self.kept.setText(text)
        self.kept.setToolTip(text)

    def _scrolled(self) -> QScrollArea:
        """The rows need no more room than there is: the map keeps its own."""
        inner = QWidget(self)
        inner.setProperty("role", "panel")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.rows, self.empty):
            column.addWidget(part)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumHeight(1)
        area.setWidget(inner)
        return area
