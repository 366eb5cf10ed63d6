"""A panel that is one table: a line above it to filter and to say how much there is, rows below."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget
from typing_extensions import override

from widgets.bridge import Bridge
from widgets.models.column import Column, plain_tip
from widgets.models.filters import Test, all_of, has_text
from widgets.models.table import Table
from widgets.panels.panel import Panel, Places
from widgets.parts.labels import ElidedLabel
from widgets.tables.view import TableView

Row = TypeVar("Row")
ARRANGE_EVERY = timedelta(seconds=5)


class TablePanel(Panel, Generic[Row]):
    """Subclasses say how to ask and what a chosen row means."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        *,
        key: Callable[[Row], str],
        order: Callable[[Row], object] | None = None,
        quiet: Callable[[Row], bool] | None = None,
        news: Callable[[Row], Hashable] | None = None,
        empty: str,
        bridge: Bridge | None = None,
        places: Places | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(bridge, places, parent)
        self.table: Table[Row] = Table(
            columns, key=key, order=order, quiet=quiet, news=news, parent=self
        )
        self.table.context = self.context()
        self.view: TableView[Row] = TableView(self.table, empty=empty, parent=self)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("筛选"))
        self.search.setProperty("role", "filter")
        self.search.setClearButtonEnabled(False)
        self.search.textChanged.connect(lambda _: self.filter_again())
        self.summary = ElidedLabel(role="dim")
        self.summary.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.bar = QHBoxLayout()
        self.bar.setContentsMargins(8, 4, 8, 4)
        self.bar.setSpacing(8)
        self.bar.addWidget(self.summary)
        self.bar.addStretch(1)
        self.bar.addWidget(self.search)
        self.search.setFixedWidth(120)
        self.column.addLayout(self.bar)
        self.column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self._arranged = datetime.min.replace(tzinfo=UTC)

    def put(self, rows: Iterable[Row]) -> None:
        """Make these the rows of the table."""
        self.table.context = replace(self.context(), now=self._now)
        self.table.put(rows)
        self.tell()

    def rearrange(self) -> None:
        """Put in order the rows whose fixes or ages have changed: seldom, they outrun nobody."""
        if self._now - self._arranged >= ARRANGE_EVERY:
            self._arranged = self._now
            self.table.arrange()

    def tell(self) -> None:
        """Say how many there are, and to whom it may concern."""
        self.summary.setText(self.said())
        self.summary.setToolTip(plain_tip(self.said()))
        self.count_changed.emit(self.table.total)

    def said(self) -> str:
        """The line above the table."""
        shown, total = self.table.rowCount(), self.table.total
        if shown == total:
            return self.tr("共 %1").replace("%1", str(total))
        return self.tr("%1 / 共 %2").replace("%1", str(shown)).replace("%2", str(total))

    def tests(self) -> Iterable[Test[Row] | None]:
        """What rows must pass besides the text that was typed."""
        return ()

    def filter_again(self) -> None:
        typed = has_text(self.search.text(), self._words)
        self.table.keep(all_of([typed, *self.tests()]))
        self.tell()

    def step(self, by: int) -> None:
        """Move the cursor by rows: J and K."""
        self.view.step(by)

    @override
    def tick(self, now: datetime) -> None:
        super().tick(now)
        self.view.tick(now)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            self.view.setFocus()
        else:
            super().keyPressEvent(event)

    def _words(self, row: Row) -> list[str]:
        return [column.text(row, self.table.context) for column in self.table.columns]
