"""The queue 事件队列: open cases, gravest and oldest first, each with the clock of its stage."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtWidgets import QToolButton, QWidget
from typing_extensions import override

from app.model import Case
from app.store import queries
from widgets.bridge import Bridge
from widgets.models.cases import CASES
from widgets.models.filters import Test, in_place, overdue_only
from widgets.panels.panel import Places
from widgets.panels.table_panel import TablePanel


class QueuePanel(TablePanel[Case]):
    """J/K choose; the chosen case is told once, however often its row is replaced."""

    concerns = frozenset({"cases", "tasks"})
    eager = True

    def __init__(
        self,
        bridge: Bridge | None = None,
        places: Places | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            CASES,
            key=lambda case: case.id,
            order=lambda case: (case.grade, case.opened, case.id),
            news=lambda case: (case.state, case.grade, case.overdue, case.supervised, case.tasks),
            empty="",
            bridge=bridge,
            places=places,
            parent=parent,
        )
        self.view.set_empty(
            self.tr(
                "没有未结事件\n确认报警（Space）或登记新事件（Ctrl+N）后列在这里，最重最久的在最上"
            )
        )
        self._scope = ""
        self.overdue = QToolButton(self)
        self.overdue.setText(self.tr("只看超时"))
        self.overdue.setCheckable(True)
        self.overdue.toggled.connect(lambda _: self.filter_again())
        self.bar.insertWidget(2, self.overdue)
        self.view.chosen.connect(self.case_chosen)

    def set_scope(self, code: str) -> None:
        """Show only the cases of a place, at any level; "" for all."""
        self._scope = code
        self.filter_again()

    def select(self, case: str) -> bool:
        """Put the cursor on a case; false where it is not shown."""
        return self.view.choose(case)

    @override
    def ask(self) -> None:
        self.question(queries.open_cases, then=self.put)

    @override
    def tests(self) -> Iterable[Test[Case] | None]:
        return (in_place(self._scope), overdue_only if self.overdue.isChecked() else None)

    @override
    def said(self) -> str:
        late = sum(case.overdue for case in self.table.rows())
        text = self.tr("未结 %1").replace("%1", super().said().removeprefix(self.tr("共 ")))
        scope = f"{self.place_name(self._scope)} · " if self._scope else ""
        return scope + text + (self.tr(" · 超时 %1").replace("%1", str(late)) if late else "")

    def by_grade(self) -> Counter[int]:
        """How many cases of each grade are shown."""
        return Counter(int(case.grade) for case in self.table.rows())
