"""The timeline 时间线: what has just happened and what falls due, around the present."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.model import Case, Entry
from app.store import queries
from app.store.store import Reader
from widgets import words
from widgets.bridge import Bridge
from widgets.models.moments import MOMENTS, Moment
from widgets.panels.panel import Places
from widgets.panels.table_panel import TablePanel
from widgets.parts.sentences import sentence

PAST = 200


def moments(cases: Iterable[Case], entries: Iterable[Entry], now: datetime) -> list[Moment]:
    """Deadlines of open cases and the ledger's latest entries, as one list of times."""
    found = [_due(case, case.deadline, now) for case in cases if case.deadline is not None]
    return found + [_done(entry) for entry in entries]


def _due(case: Case, at: datetime, now: datetime) -> Moment:
    passed = QCoreApplication.translate("timeline", "期限已过")
    coming = QCoreApplication.translate("timeline", "期限将到")
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


def both(reader: Reader) -> tuple[Sequence[Case], Sequence[Entry]]:
    """Open cases and the latest entries, as of one moment."""
    return queries.open_cases(reader), queries.entries(reader, "", PAST)


class TimelinePanel(TablePanel[Moment]):
    """What falls due next stands first; below it what has been, latest first."""

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

    def _nearest(self, moment: Moment) -> tuple[bool, float, str]:
        """What falls due soonest first, then what happened last first."""
        coming = moment.at > self.now
        seconds = moment.at.timestamp()
        return not coming, seconds if coming else -seconds, moment.key

    @override
    def ask(self) -> None:
        self.question(both, then=self.put_answer)

    def put_answer(self, answer: tuple[Sequence[Case], Sequence[Entry]]) -> None:
        """Open cases and entries, as asked for together."""
        self.put(moments(*answer, self.now))

    @override
    def said(self) -> str:
        coming = sum(moment.at > self.now for moment in self.table.rows())
        text = self.tr("将到 %1 · 已过 %2").replace("%1", str(coming))
        return text.replace("%2", str(self.table.rowCount() - coming))

    def _tell_chosen(self, key: str) -> None:
        row = self.view.chosen_row()
        if row is not None and row.case:
            self.case_chosen.emit(row.case)
