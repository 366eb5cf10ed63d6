"""One case 事件详情: what, where, how far, who, until when, what was done, and what may be done."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.changes import Changes
from app.store.queries import CaseFile
from widgets.bridge import Bridge
from widgets.models.column import plain_tip
from widgets.panels import case_requests, case_words
from widgets.panels.case_ask import Answer, detail
from widgets.panels.panel import Panel, Places
from widgets.parts.act_buttons import ActButtons
from widgets.parts.clock_bar import ClockBar
from widgets.parts.facts import Facts
from widgets.parts.labels import ElidedLabel, ElidedLines, EmptyLabel, plain_label
from widgets.parts.marks import GradeChip
from widgets.parts.share import case_clock
from widgets.parts.stages import StageProgress

_MARGIN_PX = 12


class CasePanel(Panel):
    """Shows one case at a time; asks again when it, its tasks or its alert are touched."""

    concerns = frozenset({"cases", "tasks", "alerts"})

    def __init__(
        self,
        bridge: Bridge | None = None,
        places: Places | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(bridge, places, parent)
        self._ident = ""
        self._file: CaseFile | None = None
        self._make_parts()
        self._lay_out()
        self.buttons.wanted.connect(self.act_wanted)
        self.put(Answer(None))

    @property
    def file(self) -> CaseFile | None:
        return self._file

    def show_case(self, ident: str) -> None:
        """Show another case; "" for none."""
        if ident != self._ident:
            self._ident = ident
            self.page.verticalScrollBar().setValue(0)
            if not ident:
                self.put(Answer(None))
            self.ask_again()

    def put(self, answer: Answer) -> None:
        """The case file, the names of units, and the acts allowed now."""
        self._file = answer.file
        self._unit_names = dict(answer.units)
        self.empty.setVisible(answer.file is None)
        self.page.setVisible(answer.file is not None)
        self.buttons.put(answer.acts, named=self._unit_of)
        self.buttons.setVisible(bool(answer.acts))
        if answer.file is not None:
            self._tell(answer.file)

    @override
    def refresh(self, changes: Changes) -> None:
        if self._file is None or self._touched(self._file, changes):
            super().refresh(changes)

    @override
    def ask(self) -> None:
        if self._ident and self.bridge is not None:
            by, now = self.bridge.desk.officer, self.bridge.now()
            self.question(detail, self._ident, by, now, then=self._answered)

    @override
    def tick(self, now: datetime) -> None:
        super().tick(now)
        if self._file is not None:
            self._tell_times(self._file)

    def _unit_of(self, subject: str) -> str:
        """The unit of a task, by which its acts are told apart."""
        ident = subject.removeprefix("task:")
        found = [task for task in self._file.tasks if task.id == ident] if self._file else []
        return self.unit_name(found[0].unit) if found else ""

    def _answered(self, answer: Answer) -> None:
        if answer.file is None or answer.file.case.id == self._ident:
            self.put(answer)

    def _touched(self, file: CaseFile, changes: Changes) -> bool:
        tasks = {task.id for task in file.tasks}
        alerts = {file.alert.id} if file.alert else set()
        return bool(
            file.case.id in changes.cases
            or self._ident in changes.cases
            or tasks & changes.tasks
            or alerts & changes.alerts
        )

    def _tell(self, file: CaseFile) -> None:
        case, context = file.case, self.context()
        self.chip.set_grade(case.grade)
        self.title.setText(case.title)
        self.title.setToolTip("")
        self.number.setText(case.id)
        self.stages.set_state(case.state)
        self.note.setText(case.text)
        self.note.setVisible(bool(case.text))
        flags = case_requests.flags(file)
        self.flags.setText(flags)
        self.flags.setVisible(bool(flags))
        self.story.setText(case_words.story(file, context))
        self.story.setToolTip(plain_tip(case_words.whole_story(file, context)))
        self._tell_times(file)
        self.facts.put(case_words.facts(file, context))

    def _tell_times(self, file: CaseFile) -> None:
        context = self.context()
        self.state.setText(case_words.state(file.case, context))
        self.clock.set_clock(
            case_clock(file.case, context.now), none=case_words.no_limit(file.case)
        )
        self.tasks.setText(case_words.tasks(file.tasks, context))

    def _make_parts(self) -> None:
        self.chip = GradeChip()
        self.title = ElidedLabel(role="title")
        self.number = plain_label(role="dim")
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.state = plain_label()
        self.clock = ClockBar()
        self.stages = StageProgress()
        self.facts = Facts()
        self.note = plain_label()
        self.flags = plain_label(role="warning")
        self.tasks = plain_label()
        self.story = ElidedLines(role="dim")
        for label in (self.note, self.flags, self.tasks):
            label.setWordWrap(True)
        self.buttons = ActButtons()
        self.empty = EmptyLabel(
            self.tr("在队列中用 J、K 选一件事件，\n这里显示它的位置、期限、任务与可做的动作"), self
        )

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "panel")
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(_MARGIN_PX, 8, _MARGIN_PX, 8)
        rows.setSpacing(4)
        rows.addLayout(_line(self.chip, self.title, stretch=1))
        rows.addLayout(_line(self.number, self.state, None, self.clock))
        rows.addWidget(self.stages)
        told = (self.flags, self.tasks, self.note)
        for part in (*told, _rule(), self.facts, _rule(), self.story):
            rows.addWidget(part)
        rows.addStretch(1)
        self.page = QScrollArea(self)
        self.page.setWidgetResizable(True)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page.setWidget(inside)
        self.column.addWidget(self.empty, 1)
        self.column.addWidget(self.page, 1)
        self.column.addWidget(self.buttons)
        self.setFocusProxy(self.page)
        greedy = self.sizePolicy()
        greedy.setVerticalStretch(1)  # room that others leave goes to the facts and the story
        self.setSizePolicy(greedy)


def _line(*parts: QWidget | None, stretch: int = -1) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for at, part in enumerate(parts):
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part, 1 if at == stretch else 0)
    return row


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("role", "line")
    return rule
