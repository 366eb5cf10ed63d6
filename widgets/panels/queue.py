"""The queue 事件队列: open cases, gravest and oldest first, each with the clock of its stage."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from PySide6.QtWidgets import QToolButton, QWidget
from typing_extensions import override

from app.changes import Changes
from app.model import Case
from app.store import queries
from app.store.store import Reader
from widgets.bridge import Bridge
from widgets.models.cases import CASES
from widgets.models.filters import Test, in_place, overdue_only
from widgets.models.place_words import short_village
from widgets.panels.panel import Places
from widgets.panels.table_panel import TablePanel

MANY = 200
"""Above so many changed cases it is quicker to ask for all."""


def cases_now(reader: Reader, idents: frozenset[str]) -> dict[str, Case | None]:
    """The question of a change: these cases as they are."""
    return {ident: queries.case(reader, ident) for ident in sorted(idents)}


class QueuePanel(TablePanel[Case]):
    """J/K choose; the chosen case is told once, however often its row is replaced."""

    concerns = frozenset({"cases"})
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
                "没有未结事件\n确认报警（空格）或登记新事件（Ctrl+N）后列在这里\n最重最久的在最上"
            )
        )
        self.summary.setMinimumWidth(1)  # the name of a place must not widen the dock
        self._scope = ""
        self._asking = self._all = False
        self._touched: frozenset[str] = frozenset()
        if bridge is not None:
            bridge.failed.connect(self._failed)
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
    def refresh(self, changes: Changes) -> None:
        """Ask for the cases that changed and for no other, one question at a time."""
        self._touched |= changes.cases
        self._ask_next()

    @override
    def ask(self) -> None:
        """All open cases."""
        self._all = True
        self._ask_next()

    @override
    def tick(self, now: datetime) -> None:
        """Once a minute everything is asked anew: time alone makes cases overdue."""
        minute = now.replace(second=0, microsecond=0) > self.now
        super().tick(now)
        if minute:
            self.ask_again()

    def put_changed(self, found: Mapping[str, Case | None]) -> None:
        """Some cases as they are now, None for one that is gone."""
        here = [case for case in found.values() if case is not None and case.open]
        kept = {case.id for case in here}
        self.table.context = self.context()
        self.table.update(here, gone=[ident for ident in found if ident not in kept])
        self.tell()

    def _ask_next(self) -> None:
        """One question is under way at a time, so that no older answer overtakes a newer one."""
        if self._asking or self.bridge is None:
            return
        touched, self._touched = self._touched, frozenset()
        if self._all or len(touched) > MANY:
            self._all, self._asking = False, True
            self.bridge.ask(queries.open_cases, then=self._put_all)
        elif touched:
            self._asking = True
            self.bridge.ask(cases_now, touched, then=self._put_some)

    def _put_all(self, cases: Sequence[Case]) -> None:
        self._asking = False
        self.put(cases)
        self._ask_next()

    def _put_some(self, found: Mapping[str, Case | None]) -> None:
        self._asking = False
        self.put_changed(found)
        self._ask_next()

    def _failed(self, _: str) -> None:
        """A question may have got no answer: the next one asks for all."""
        self._asking, self._all = False, True

    @override
    def tests(self) -> Iterable[Test[Case] | None]:
        return (in_place(self._scope), overdue_only if self.overdue.isChecked() else None)

    @override
    def said(self) -> str:
        late = sum(case.overdue for case in self.table.rows())
        text = self.tr("未结 %1").replace("%1", super().said().removeprefix(self.tr("共 ")))
        scope = f" · {short_village(self.place_name(self._scope))}" if self._scope else ""
        return text + (self.tr(" · 超时 %1").replace("%1", str(late)) if late else "") + scope

    def by_grade(self) -> Counter[int]:
        """How many cases of each grade are shown."""
        return Counter(int(case.grade) for case in self.table.rows())
