"""What came of an import: how much was taken, and every refusal with its reason, to be copied."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from maps.boundaries import Refused
from widgets import words
from widgets.models.column import Column, Kind
from widgets.models.table import Table
from widgets.parts.labels import plain_label
from widgets.tables.view import TableView
from widgets.words import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """One thing that was not taken: its number in the list, where it stood, its name, and why."""

    number: int
    where: str
    name: str
    why: str


def refused_rows(refused: Sequence[Refused]) -> list[RefusedRow]:
    """What an import of boundaries refused, as rows."""
    return [
        RefusedRow(
            number,
            one.source,
            one.code,
            f"{words.boundary(one.reason)} {one.detail}".rstrip(),
        )
        for number, one in enumerate(refused, 1)
    ]


COLUMNS: tuple[Column[RefusedRow], ...] = (
    Column("#", lambda row, _: str(row.number), kind=Kind.NUMBER, sample="99999"),
    Column(QT_TRANSLATE_NOOP("columns", "出处"), lambda row, _: row.where, weight=3),
    Column(QT_TRANSLATE_NOOP("columns", "代码"), lambda row, _: row.name, kind=Kind.CODE, weight=2),
    Column(QT_TRANSLATE_NOOP("columns", "拒绝原因"), lambda row, _: row.why, weight=5),
)


class ImportResultDialog(QDialog):
    """Nothing is decided here: what was accepted is already taken, what was not is listed."""

    def __init__(
        self,
        taken: int,
        refused: Sequence[RefusedRow],
        *,
        source: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._refused = tuple(refused)
        self.setWindowTitle(self.tr("导入结果"))
        self.resize(760, 420)
        said = (
            self.tr("接受 %1，拒绝 %2").replace("%1", str(taken)).replace("%2", str(len(refused)))
        )
        self.summary = plain_label(f"{source}  {said}".strip(), role="title")
        self.table: Table[RefusedRow] = Table(COLUMNS, key=lambda row: str(row.number), parent=self)
        self.view = TableView(self.table, empty=self.tr("没有拒绝的要素"), parent=self)
        self.table.put(self._refused)
        buttons = QDialogButtonBox(self)
        copy = buttons.addButton(self.tr("复制清单 C"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setShortcut(Qt.Key.Key_C)
        copy.clicked.connect(self.copy)
        close = buttons.addButton(self.tr("关闭 Esc"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 16, 16, 12)
        for part in (self.summary, self.view, buttons):
            rows.addWidget(part)

    def copy(self) -> None:
        """The list as lines with tabs, for a spreadsheet or a message to who made the file."""
        lines = (f"{r.number}\t{r.where}\t{r.name}\t{r.why}" for r in self._refused)
        QGuiApplication.clipboard().setText("\n".join(lines))
