"""The units board 力量看板: one row a unit, what it does, where it was last and how long ago."""

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from datetime import datetime

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.changes import Changes
from app.fixes.freshness import Freshness
from app.model import Fix
from app.store import queries
from app.store.queries import UnitRow
from widgets.bridge import Bridge
from widgets.models.table import MOST_APART
from widgets.models.units import FRESH_MARKS, UNITS, UnitLine, line_freshness, loose_line
from widgets.panels.panel import Places
from widgets.panels.table_panel import TablePanel

_BY_FRESHNESS = tuple(Freshness)


class UnitsPanel(TablePanel[UnitLine]):
    """Units come from the desk's board; their fixes from the last known, without asking."""

    concerns = frozenset({"units", "tasks"})

    def __init__(
        self,
        bridge: Bridge | None = None,
        places: Places | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            UNITS,
            key=lambda line: line.row.unit.id,
            order=self._order,
            news=lambda line: (line.row.state, line.row.case),
            empty="",
            bridge=bridge,
            places=places,
            parent=parent,
        )
        self.view.set_empty(self.tr("没有登记力量\n终端注册并编入力量后列在这里；Ctrl+K 可查找"))
        self._fixes: Mapping[str, Fix] = {}
        self._line_of: dict[str, UnitLine] = {}
        self._unlisted: list[UnitLine] = []
        self.view.chosen.connect(self._tell_chosen)

    @override
    def refresh(self, changes: Changes) -> None:
        super().refresh(changes)
        if changes.terminals and self.bridge is not None and self.isVisible():
            self.put_fixes(self.bridge.desk.latest(), changes.terminals)

    @override
    def ask(self) -> None:
        if self.bridge is not None:
            self._fixes = self.bridge.desk.latest()
        self.question(queries.unit_board, then=self.put_rows)

    def put_rows(self, rows: Iterable[UnitRow]) -> None:
        """The board's rows, with the fixes as last known."""
        units = [UnitLine(row, self._fixes.get(row.unit.terminal)) for row in rows]
        carried = {line.row.unit.terminal: line for line in units}
        loose = [self._loose(fix) for one, fix in self._fixes.items() if one not in carried]
        self._line_of = {line.row.unit.terminal: line for line in loose} | carried
        self._unlisted = []
        self.put(units + loose)

    def put_fixes(self, fixes: Mapping[str, Fix], touched: frozenset[str]) -> None:
        """New fixes: only the rows of these terminals are drawn again.

        A crowd that is new, and where they stand among the others, is seen to by `tick`.
        """
        known = self._follow(fixes, touched)
        self.table.redraw(self._line_of[name].row.unit.id for name in known)
        if len(self._unlisted) <= MOST_APART:
            self._list()

    @override
    def tick(self, now: datetime) -> None:
        super().tick(now)
        latest = self.bridge.desk.latest() if self.bridge else self._fixes
        if latest is not self._fixes:
            self._follow(latest, latest.keys())  # others than were touched while nobody looked
        self._list()
        self.rearrange()
        self.summary.setText(self.said())  # who is lost changes with time alone

    @override
    def said(self) -> str:
        lines = [line for line in self.table.rows() if not line.loose]
        loose = len(self.table.rows()) - len(lines)
        busy = sum(line.row.state is not None for line in lines)
        ages = Counter(line_freshness(line, self._now) for line in lines)
        total = super().said() if not loose else self.tr("共 %1").replace("%1", str(len(lines)))
        text = self.tr("%1，在办 %2，待命 %3").replace("%1", total)
        text = text.replace("%2", str(busy)).replace("%3", str(len(lines) - busy))
        lost = ages[Freshness.UNKNOWN]
        mark = FRESH_MARKS[Freshness.UNKNOWN]
        text += self.tr("，%1 定位不明 %2").replace("%1", mark).replace("%2", str(lost))
        return text + (self.tr("，未编入终端 %1").replace("%1", str(loose)) if loose else "")

    def _order(self, line: UnitLine) -> tuple[bool, bool, int, str, str]:
        """Who is out first; then who is free, those whose place is known before the others; last
        the terminals that no unit carries.
        """
        unit = line.row.unit
        if line.loose:
            return True, True, 0, unit.kind, unit.id
        free = line.row.state is None
        known = _BY_FRESHNESS.index(line_freshness(line, self._now)) if free else 0
        return False, free, known, unit.kind, unit.id

    def _follow(self, fixes: Mapping[str, Fix], touched: Set[str]) -> Set[str]:
        """Set the fixes of these terminals; those whose lines are on the board already."""
        self._fixes = fixes
        heard = touched & fixes.keys()
        known = heard & self._line_of.keys()
        for name in known:
            self._line_of[name].fix = fixes[name]
        fresh = [loose_line(fixes[name]) for name in heard - known]
        self._line_of |= {line.row.unit.terminal: line for line in fresh}
        self._unlisted += fresh
        return known

    def _list(self) -> None:
        """Put the terminals on the board that were heard for the first time."""
        if self._unlisted:
            fresh, self._unlisted = self._unlisted, []
            self.table.update(fresh)
            self.tell()

    def _loose(self, fix: Fix) -> UnitLine:
        """The line of a terminal that no unit carries, the same one as before."""
        line = self._line_of.get(fix.terminal)
        if line is None or not line.loose:
            return loose_line(fix)
        line.fix = fix
        return line

    def _tell_chosen(self, key: str) -> None:
        self.unit_chosen.emit(key)
        line = self.view.chosen_row()
        if line is not None and line.row.case:
            self.case_chosen.emit(line.row.case)
