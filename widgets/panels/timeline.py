"""The timeline 时间线: what has just happened and what falls due, around the present."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from app.model import Case, Entry
from app.store import queries
from app.store.store import Reader
from widgets import words
from widgets.bridge import Bridge
from widgets.charts.day import STEP, Pace, day, since
from widgets.models.moments import MOMENTS, Moment, due_words
from widgets.panels.panel import Places
from widgets.panels.table_panel import TablePanel
from widgets.parts.sentences import sentence

if TYPE_CHECKING:
    from widgets.charts.timeline import TimelineChart

PAST = 200


def moments(cases: Iterable[Case], entries: Iterable[Entry], now: datetime) -> list[Moment]:
    """Deadlines of open cases and the ledger's latest entries, as one list of times."""
    found = [_due(case, case.deadline, now) for case in cases if case.deadline is not None]
    return found + [_done(entry) for entry in entries]


def _due(case: Case, at: datetime, now: datetime) -> Moment:
    passed, coming = due_words()
    return Moment(
        key=f"due:{case.id}",
        at=at,
        kind=passed if at < now else coming,
        text=f"{words.word(case.state)} · {case.title}",
        case=case.id,
        grade=int(case.grade),
    )


def _done(entry: Entry) -> Moment:
    kind, _, ident = entry.subject.partition(":")
    return Moment(
        key=f"entry:{entry.seq}",
        at=entry.at,
        kind=words.act(entry.act),
        text=sentence(entry),
        case=ident if kind == "case" else "",
    )


@dataclass(frozen=True, slots=True)
class Answer:
    """What the timeline asks for at once, as of one moment."""

    cases: Sequence[Case] = ()
    entries: Sequence[Entry] = ()
    pace: Pace = field(default_factory=dict[tuple[datetime, str], int])


def timeline(reader: Reader, now: datetime) -> Answer:
    """The question of this panel: open cases, the latest entries, and the pace of a day."""
    return Answer(
        queries.open_cases(reader),
        queries.entries(reader, "", PAST),
        queries.pace(reader, since(now), now + STEP),
    )


class TimelinePanel(TablePanel[Moment]):
    """The day drawn, and beside it its moments: what falls due next first, then what has been."""

    concerns = frozenset({"alerts", "cases", "tasks"})

    def __init__(
        self,
        bridge: Bridge | None = None,
        places: Places | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            MOMENTS,
            key=lambda moment: moment.key,
            order=self._nearest,
            empty="",
            bridge=bridge,
            places=places,
            parent=parent,
        )
        self.view.set_empty(self.tr("还没有可排的时刻\n事件立案后，期限与每个动作按时间列在这里"))
        self.view.chosen.connect(self._tell_chosen)
        self.chart: TimelineChart | None = None
        self._case = ""
        self._answer: Answer | None = None
        self.beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.beside.setSpacing(0)
        self.column.removeWidget(self.view)
        self.column.addLayout(self.beside, 1)
        self.beside.addWidget(self.view, 2)

    def show_case(self, case: str) -> None:
        """Ring the mark of a case that was chosen elsewhere."""
        self._case = case
        if self.chart is not None:
            self.chart.select(case)

    def _nearest(self, moment: Moment) -> tuple[bool, float, str]:
        """What falls due soonest first, then what happened last first."""
        coming = moment.at > self.now
        seconds = moment.at.timestamp()
        return not coming, seconds if coming else -seconds, moment.key

    @override
    def ask(self) -> None:
        self.question(timeline, self.now, then=self.put_answer)

    def put_answer(self, answer: Answer) -> None:
        """Open cases, entries and pace, as asked for together."""
        self._answer = answer
        self.put(moments(answer.cases, answer.entries, self.now))
        self._draw()

    @override
    def tick(self, now: datetime) -> None:
        minute = now.replace(second=0) > self.now.replace(second=0)
        super().tick(now)
        if minute:
            self._draw()

    @override
    def said(self) -> str:
        coming = sum(moment.at > self.now for moment in self.table.rows())
        text = self.tr("将到 %1 · 已过 %2").replace("%1", str(coming))
        return text.replace("%2", str(self.table.rowCount() - coming))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.chart is None:
            self.chart = self._make_chart()
            self._draw()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _BESIDE_PX
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self.beside.setDirection(way)

    def _make_chart(self) -> "TimelineChart":
        """Its library is read when somebody looks: the console starts without it."""
        from widgets.charts.timeline import TimelineChart

        chart = TimelineChart(self)
        chart.setMinimumHeight(_CHART_PX)
        chart.chosen.connect(self._choose)
        chart.select(self._case)
        self.beside.insertWidget(0, chart, 3)
        return chart

    def _draw(self) -> None:
        if self.chart is not None and self._answer is not None:
            self.chart.put(day(self._answer.pace, self._answer.cases, self.now))

    def _choose(self, case: str) -> None:
        """A mark was chosen: its row too, which tells the others."""
        if not self.view.choose(f"due:{case}"):
            self.case_chosen.emit(case)

    def _tell_chosen(self, key: str) -> None:
        row = self.view.chosen_row()
        if row is not None and row.case:
            if self.chart is not None:
                self.chart.select(row.case)
            self.case_chosen.emit(row.case)


_BESIDE_PX = 820
"""From this width the chart stands beside its table, else above it."""
_CHART_PX = 104
