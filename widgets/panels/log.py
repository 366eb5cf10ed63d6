"""The duty log 值班日志: the ledger's entries as sentences, newest first; F8 adds a note."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget
from typing_extensions import override

from widgets.bridge import Bridge
from widgets.models.entries import ENTRIES, LogLine
from widgets.panels.log_ask import log_lines
from widgets.panels.panel import Places
from widgets.panels.table_panel import TablePanel


class LogPanel(TablePanel[LogLine]):
    """`note_wanted` carries a note's text; the ledger takes it as any other entry.

    本件 narrows it to the entries of the chosen case, whoever chose it.
    """

    note_wanted = Signal(str)
    concerns = frozenset({"alerts", "cases", "tasks", "units", "admissions", "commands"})

    def __init__(
        self,
        bridge: Bridge | None = None,
        places: Places | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            ENTRIES,
            key=lambda line: str(line.entry.seq),
            order=lambda line: -line.entry.seq,
            empty="",
            bridge=bridge,
            places=places,
            parent=parent,
        )
        self.view.set_empty(self.tr("台账还没有记录\n每个动作会成为这里的一句话；F8 写值班记事"))
        self.note = QLineEdit(self)
        self.note.setPlaceholderText(self.tr("值班记事：写好后 回车 记入台账，Esc 放弃"))
        self.note.hide()
        self.note.returnPressed.connect(self._send)
        self.column.insertWidget(1, self.note)
        self._case = ""
        self.only = QToolButton(self)
        self.only.setText(self.tr("只看所选事件"))
        self.only.setCheckable(True)
        self.only.setEnabled(False)
        self.only.toggled.connect(lambda _: self.ask_again())
        self.bar.insertWidget(2, self.only)
        self.view.chosen.connect(self._tell_chosen)

    @override
    def ask(self) -> None:
        if self.bridge is not None:
            case = self._case if self.only.isChecked() else ""
            self.question(log_lines, self.bridge.desk.officer, case, then=self.put)

    def show_case(self, case: str) -> None:
        """The case whose entries alone are wanted when 只看所选事件 is pressed; "" for none."""
        if case != self._case:
            self._case = case
            self.only.setEnabled(bool(case))
            if self.only.isChecked():
                self.ask_again()

    @override
    def said(self) -> str:
        return self.tr("最近 %1 条 · F8 记事").replace("%1", str(self.table.rowCount()))

    def write_note(self) -> None:
        """Open the line for a note: F8."""
        self.note.show()
        self.note.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F8:
            self.write_note()
        elif event.key() == Qt.Key.Key_Escape and self.note.isVisible():
            self._put_away()
        else:
            super().keyPressEvent(event)

    def _send(self) -> None:
        if text := self.note.text().strip():
            self.note_wanted.emit(text)
        self._put_away()

    def _put_away(self) -> None:
        self.note.clear()
        self.note.hide()
        self.view.setFocus()

    def _tell_chosen(self, key: str) -> None:
        row = self.view.chosen_row()
        if row is not None and row.case:
            self.case_chosen.emit(row.case)
