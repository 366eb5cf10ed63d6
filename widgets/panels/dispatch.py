"""Recommended units 建议力量: who could go, in order and why; keys 1–9, + for 协办, Enter sends."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QSplitter, QWidget
from typing_extensions import override

from app.casework.acts import Act, Refusal
from app.changes import Changes
from app.dispatch.rank import Candidate, Recommendation
from app.model import Case
from widgets import words
from widgets.bridge import Bridge
from widgets.models.offers import OFFERS, Offer
from widgets.models.table import Table
from widgets.panels.dispatch_ask import (
    recommendation,
    said_nothing,
    said_reason,
    said_shortfall,
)
from widgets.panels.dispatch_draft import Draft
from widgets.panels.dispatch_view import DispatchView
from widgets.panels.panel import Panel, Places
from widgets.panels.room import ANY_PX, give_room
from widgets.parts.labels import ElidedLabel, plain_label
from widgets.tables.widths import row_px

_ROWS = 6
"""So many rows, its head among them, are seen of the recommended units when there are any."""
_OPEN_PX = 244


class DispatchPanel(Panel):
    """Sends the unit under the cursor as lead; another than the first needs a reason.

    `act_ready` carries the finished Act; with a bridge it is done as well.
    """

    act_ready = Signal(object)
    concerns = frozenset({"cases", "tasks", "units"})

    def __init__(
        self,
        bridge: Bridge | None = None,
        places: Places | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(bridge, places, parent)
        self._draft = Draft()
        self._found: Recommendation | None = None
        self._was_folded: bool | None = None
        self._ident = ""
        self._preferred = ("", "")
        self.table: Table[Offer] = Table(
            OFFERS, key=lambda o: o.candidate.unit.id, order=lambda o: o.candidate.rank, parent=self
        )
        self.head = ElidedLabel(role="heading")
        self.shortfalls = plain_label(role="warning")
        self.shortfalls.setWordWrap(True)
        self.view = DispatchView(self.table, empty="", parent=self)
        self.reasons = plain_label(role="hint")
        self.reasons.setWordWrap(True)
        self.reasons.setContentsMargins(8, 4, 8, 4)
        self.override = QLineEdit(self)
        self.trouble = plain_label(role="warning")
        self.trouble.setWordWrap(True)
        for part in (self.head, self.shortfalls, self.view, self.reasons, self.override):
            self.column.addWidget(part, 1 if part is self.view else 0)
        self.column.addWidget(self.trouble)
        self._connect()
        self.put(None, None)

    def show_case(self, ident: str) -> None:
        """Recommend units for another case; "" for none."""
        if ident != self._ident:
            self._ident = ident
            self._draft.clear()
            self._preferred = ("", "")
            self.put(None, None)
            self.ask_again()

    def prefer(self, unit: str, reason: str) -> None:
        """Put the cursor on a unit once it is offered, with the reason it may need."""
        self._preferred = (unit, reason)
        self._choose_preferred()

    def put(self, case: Case | None, found: Recommendation | None) -> None:
        """The case and what is recommended for it; None for nothing to send."""
        self._found = found
        self._draft.put(case, found)
        self.table.context = self.context()
        self._show()
        short = found.shortfalls if found and self._draft.sendable else ()
        self.shortfalls.setText("⚠ " + "，".join(said_shortfall(s) for s in short))
        self.shortfalls.setVisible(bool(short))
        said = said_nothing(case)
        self.view.set_empty(said)
        self.head.setText(self._head_text(said))
        self._fold()
        if self._draft.offers:
            # A view that had focus while empty has a current row by now, but not a selected one.
            self.view.selectRow(max(0, self.view.currentIndex().row()))
        self._tell_chosen()
        self._choose_preferred()

    def lead(self) -> Candidate | None:
        """The unit under the cursor."""
        row = self.view.chosen_row()
        return row.candidate if row else None

    def needs_reason(self) -> bool:
        """Whether another than the first was chosen."""
        return self._draft.needs_reason(self.lead())

    def act(self) -> Act | None:
        """The act as it stands: lead, assists, what was offered, and the reason for another."""
        return self._draft.act(self.lead(), reason=self.override.text().strip())

    @property
    def folded(self) -> bool:
        """One line high: among others in a column, and no case there that awaits dispatch."""
        return not self._draft.sendable and isinstance(self.parentWidget(), QSplitter)

    def send(self) -> None:
        """Enter: send, or ask for the reason that is still missing."""
        act = self.act()
        if act is None:
            return
        if self.needs_reason() and not act.fields["override"]:
            self.override.show()
            self.override.setFocus()
            self._say(self.tr("没有选第一名：写明理由后 回车 派出，Esc 返回"))
            return
        self.act_ready.emit(act)
        if self.bridge is not None:
            self.bridge.do(act, then=self.told)

    def told(self, result: object) -> None:
        """The desk's answer: a refusal is shown with what would be allowed."""
        if isinstance(result, Refusal):
            self._say(words.refusal(result))
        else:
            self._draft.clear()
            self.override.clear()
            self._say("")

    def toggle_assist(self) -> None:
        """+ : the unit under the cursor goes along as 协办, or no longer."""
        if (lead := self.lead()) is not None:
            self._draft.toggle(lead.unit.id)
            self._show()
            self._tell_chosen()

    @override
    def refresh(self, changes: Changes) -> None:
        if self._ident:
            super().refresh(changes)

    @override
    def ask(self) -> None:
        if self._ident and self.bridge is not None:
            args = (self._ident, self.bridge.desk.latest(), self.bridge.now())
            self.question(recommendation, *args, then=self._answered)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._was_folded = None
        self._fold()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fold()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ParentChange:
            self._was_folded = None
            self.put(self._draft.case, self._found)
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.override.hasFocus():
            self.view.setFocus()
            self._say("")
        else:
            super().keyPressEvent(event)

    def _answered(self, answer: tuple[Case, Recommendation] | None) -> None:
        if answer is None or answer[0].id == self._ident:
            self.put(*(answer or (None, None)))

    def _connect(self) -> None:
        self.override.setPlaceholderText(self.tr("为何不派第一名"))
        self.override.returnPressed.connect(self.send)
        self.view.opened.connect(lambda _: self.send())
        self.view.chosen.connect(lambda _: self._tell_chosen())
        self.view.assist.connect(self.toggle_assist)
        self.setFocusProxy(self.view)

    def _show(self) -> None:
        self.table.put([Offer(c, c.unit.id in self._draft.assists) for c in self._draft.offers[:9]])

    def _tell_chosen(self) -> None:
        lead = self.lead()
        said = [said_reason(r) for r in lead.reasons] if lead else []
        self.reasons.setText(" · ".join(said))
        self.reasons.setVisible(bool(said))
        self.override.setVisible(self.needs_reason())
        self._say("")
        if lead is not None:
            self.unit_chosen.emit(lead.unit.id)

    def _choose_preferred(self) -> None:
        unit, reason = self._preferred
        if self._draft.offers and self.view.choose(unit):
            self._preferred = ("", "")
            self.override.setText(reason if self.needs_reason() else "")

    def _say(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))

    def _fold(self) -> None:
        """With nothing to send, one line is enough: beside others the room is theirs."""
        folded = self.folded
        line = self.head.sizeHint().height()
        self.view.setHidden(folded)
        self.view.setMinimumHeight(0 if folded else _ROWS * row_px(self.fontMetrics()))
        self.setMaximumHeight(line if folded else ANY_PX)
        if folded != self._was_folded:
            self._was_folded = folded
            give_room(self, line if folded else _OPEN_PX)

    def _head_text(self, said: str) -> str:
        if self._draft.offers:
            return self.tr("建议力量：1–9 选主办，+ 加协办，回车 派出")
        title = self.tr("建议力量")
        return f"{title} · {said}".replace("\n", "，") if self.folded else title
