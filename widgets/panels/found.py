"""What was selected on the map 选中: counts by grade, state and kind, and every one of them."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from widgets.bridge import Bridge
from widgets.models.found import Found
from widgets.models.found_columns import FOUND
from widgets.models.found_words import counts
from widgets.panels.panel import Places
from widgets.panels.table_panel import TablePanel
from widgets.parts.labels import ElidedLabel


class FoundPanel(TablePanel[Found]):
    """`wanted` carries the row that Enter or a double click is on; it keeps nothing of its own."""

    wanted = Signal(object)

    def __init__(
        self,
        bridge: Bridge | None = None,
        places: Places | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            FOUND,
            key=lambda row: row.key,
            order=lambda row: (row.what, row.distance_m or 0.0, row.grade or 9, row.id),
            empty="",
            bridge=bridge,
            places=places,
            parent=parent,
        )
        self.summary.setMinimumWidth(1)  # what is told must not widen the dock
        self._title = ""
        self.events = ElidedLabel(role="dim", parent=self)
        self.events.setContentsMargins(8, 0, 8, 4)
        self.events.setMinimumWidth(1)
        self.events.hide()
        self.column.insertWidget(1, self.events)
        self._nothing = self.tr(
            "在地图上框选（Alt+B）、圈选（Alt+L）、圆选（Alt+C）、缓冲（Alt+U）或画半径圈（Alt+R）"
            "\n其中的事件和力量列在这里；回车 前往"
        )
        self.view.set_empty(self._nothing)
        self.view.opened.connect(self._open)

    def show_found(self, title: str, rows: Iterable[Found], more: str = "") -> None:
        """These rows under a title, "" for a selection that was given up; `more`: what else is."""
        self._title = title
        self.events.setText(more)
        self.events.setToolTip(more)
        self.events.setVisible(bool(more))
        empty = self.tr("%1：其中没有事件、预警、力量、终端和电厂").replace("%1", title)
        self.view.set_empty(empty if title else self._nothing)
        self.put(rows)

    @override
    def said(self) -> str:
        rows = self.table.rows()
        return "：".join(part for part in (self._title, counts(rows)) if part)

    def _open(self, _: str) -> None:
        row = self.view.chosen_row()
        if row is not None:
            self.wanted.emit(row)
