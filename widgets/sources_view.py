"""The sources of messages, opened from their light: how much each said, and every refusal."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.ingest.sources import SourceStatus
from app.store.queries import Refused
from widgets import formats, words
from widgets.parts.labels import plain_label

MOST = 14
"""Reasons shown; there may be more, and the rest is counted."""

Row = tuple[str, ...]


def source_rows(sources: Sequence[SourceStatus], now: datetime) -> list[Row]:
    """Name, state, messages a second, last heard, heard, refused."""
    return [
        (
            status.name,
            f"{words.source_state(status)} {status.error}".strip(),
            f"{status.rate:.1f}",
            formats.both(status.last_heard, now) if status.last_heard else "—",
            formats.count(status.heard),
            formats.count(sum(status.refused.values())),
        )
        for status in sources
    ]


def refusal_rows(
    sources: Sequence[SourceStatus], kept: Sequence[Refused], now: datetime
) -> list[Row]:
    """Source, reason, how often, last: since the start for a source, since ever for the desk."""
    heard = [
        (n, (status.name, words.refused(reason), formats.count(n), "—"))
        for status in sources
        for reason, n in status.refused.items()
    ]
    kept_rows = [
        (r.n, (r.source, words.refused(r.reason), formats.count(r.n), formats.both(r.last, now)))
        for r in kept
    ]
    return [row for _, row in sorted([*heard, *kept_rows], key=lambda pair: -pair[0])]


class SourcesView(QFrame):
    """An overlay at the lower right; any key or a click closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setProperty("role", "overlay")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._body = QWidget(self)
        self._column.addWidget(self._body)
        self.hide()

    def put(self, sources: Sequence[SourceStatus], kept: Sequence[Refused], now: datetime) -> None:
        """What is known now."""
        body = QWidget(self)
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        heads = (
            self.tr("来源"),
            self.tr("状态"),
            self.tr("条/秒"),
            self.tr("最近收到"),
            self.tr("收到"),
            self.tr("拒收"),
        )
        rows.addLayout(self._grid(heads, source_rows(sources, now), self.tr("没有来源")))
        refused = refusal_rows(sources, kept, now)
        rows.addWidget(plain_label(self.tr("拒收、存疑及理由"), role="title"))
        names = (self.tr("来源"), self.tr("理由"), self.tr("次数"), self.tr("最近"))
        rows.addLayout(self._grid(names, refused[:MOST], self.tr("没有拒收过")))
        if len(refused) > MOST:
            more = self.tr("另有 %1 种").replace("%1", str(len(refused) - MOST))
            rows.addWidget(plain_label(more, role="dim"))
        self._column.replaceWidget(self._body, body)
        self._body.deleteLater()
        self._body = body
        self._stand()

    def _grid(self, heads: Row, rows: Sequence[Row], empty: str) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        for column, head in enumerate(heads):
            grid.addWidget(plain_label(head, role="dim"), 0, column)
        for line, row in enumerate(rows, 1):
            for column, text in enumerate(row):
                grid.addWidget(plain_label(text), line, column)
        if not rows:
            grid.addWidget(plain_label(empty), 1, 0, 1, len(heads))
        return grid

    def open(self) -> None:
        self.show()
        self._stand()
        self.setFocus()

    def _stand(self) -> None:
        self.adjustSize()
        window = self._window.size()
        self.move(
            max(0, window.width() - self.width() - 8), max(0, window.height() - self.height() - 32)
        )
        self.raise_()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.hide()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hide()
