"""Below the table of sources: who may speak to the chosen one, what is wrong, what was refused."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.sources.source import LISTENERS, Kind, Source
from app.store.queries import Refused
from widgets.models.column import Context
from widgets.models.table import Table
from widgets.parts.labels import plain_label
from widgets.sources.lines import Line
from widgets.sources.reasons import REASONS, Reason, reasons
from widgets.tables.view import TableView
from widgets.words import sources as said


class Detail(QWidget):
    """Empty where nothing is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.about = plain_label(role="dim", parent=self)
        self.about.setWordWrap(True)
        self.trouble = plain_label(role="warning", parent=self)
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.table: Table[Reason] = Table(REASONS, key=lambda row: row.reason, parent=self)
        self.view: TableView[Reason] = TableView(
            self.table, empty=self.tr("没有拒收过"), parent=self
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.trouble)
        column.addWidget(self.about)
        column.addWidget(self.view, 1)

    def put(self, line: Line | None, refused: Sequence[Refused], now: datetime) -> None:
        """What is known of a source at this moment."""
        self.table.context = Context(now=now)
        if line is None:
            self.table.put(())
            self.about.setText("")
            self.trouble.hide()
            return
        kept = [row for row in refused if row.source == line.status.id]
        self.table.put(reasons(line.status.refused, kept))
        self.about.setText(about(line))
        wrong = said.trouble(line.status)
        self.trouble.setText(wrong)
        self.trouble.setVisible(bool(wrong))


def about(line: Line) -> str:
    """What kind it is, and who may speak to it."""
    source, status = line.source, line.status
    if line.unread is not None:
        return QCoreApplication.translate("sources", "这一行读不出，没有启动；原样留着，直到清除")
    parts = [said.kind(status.kind), status.where]
    if source is not None and source.kind in LISTENERS:
        parts.append(_who(source))
    if source is not None and source.kind is Kind.LOG:
        parts.append(
            QCoreApplication.translate("sources", "快慢 %1 倍").replace("%1", f"{source.speed:g}")
        )
    return " · ".join(part for part in parts if part)


def _who(source: Source) -> str:
    if not source.opened:
        return QCoreApplication.translate("sources", "只有本机能连")
    if not source.allow:
        return QCoreApplication.translate("sources", "对外开放，名单为空：谁也连不上")
    text = QCoreApplication.translate("sources", "对外开放，只收：%1")
    return text.replace("%1", QCoreApplication.translate("words", "、").join(source.allow))
