"""The officer's acts: keys and buttons become acts on what is shown or chosen, or a dialog.

What is allowed is decided by the desk alone; a refusal says why and what would be allowed.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.casework.acts import Act, File, Refusal
from app.casework.decide import next_acts
from app.casework.transitions import BY_ACT
from app.model import Alert, AlertState, Entry, Grade
from app.store import queries
from app.store.queries import CaseFile
from widgets import words
from widgets.bridge import Bridge
from widgets.toasts import Tone

OpenDialog = Callable[[str, str], object]
"""Asks for the fields of (act, subject) and, if they are given, calls Bridge.do."""

NEXT = (
    "case.file",
    "case.verified",
    "case.dispatch",
    "task.sign",
    "task.arrive",
    "task.feedback",
    "case.send_check",
    "case.check",
    "case.rework",
    "case.close",
    "case.review",
    "case.archive",
)
"""What Ctrl+Enter tries, in order: the step that brings a case on."""


def needs_dialog(act: str) -> bool:
    """Whether the officer has to be asked for anything."""
    row = BY_ACT.get(act)
    return row is not None and (row.reason or any(spec.asked for spec in row.fields))


class Duty(QObject):
    """`case` is the id of the case chosen, "" for none.

    `said` is a line for the status bar; `told` one that must be noticed, with its Tone.
    """

    said = Signal(str)
    told = Signal(str, object)
    dispatching = Signal(str)
    case_made = Signal(str)

    def __init__(self, bridge: Bridge, dialog: OpenDialog, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._dialog = dialog
        self.case = ""
        bridge.refused.connect(self._tell_refusal)
        bridge.done.connect(self._tell_done)
        bridge.failed.connect(lambda text: self.told.emit(text, Tone.FAILED))

    def want(self, act: str, subject: str) -> None:
        """Do an act, asking first for what it needs; dispatching has a panel of its own."""
        if act == "case.dispatch":
            self.dispatching.emit(subject.partition(":")[2])
        elif needs_dialog(act):
            self._dialog(act, subject)
        else:
            self._bridge.do(Act(name=act, subject=subject))

    def on_alert(self, act: str, alert: Alert | None) -> None:
        """An act on the alarm that is shown."""
        if alert is None:
            self.said.emit(self.tr("没有选中的报警；N 看下一条"))
        else:
            self.want(act, f"alert:{alert.id}")

    def see(self, alerts: list[Alert]) -> None:
        """Claim all new alarms of grades Ⅲ and Ⅳ: seen, and still to be answered."""
        for alert in alerts:
            if alert.state == AlertState.NEW and alert.grade >= Grade.III:
                self.want("alert.claim", f"alert:{alert.id}")

    def on_case(self, *acts: str) -> None:
        """The first of these acts that is allowed on the chosen case or one of its tasks."""
        if not self.case:
            self.said.emit(self.tr("先在队列中选一件事件（J、K）"))
            return
        self._bridge.ask(
            queries.case_file, self.case, then=lambda found: self._choose(found, acts), each=True
        )

    def _choose(self, found: CaseFile | None, acts: tuple[str, ...]) -> None:
        if found is None:
            return
        file = File(case=found.case, tasks=found.tasks, alert=found.alert)
        offers = next_acts(file, self._bridge.desk.officer, self._bridge.now())
        for act in acts:
            for name, subject in offers:
                if name == act:
                    self.want(name, subject)
                    return
        self._bridge.do(Act(name=acts[0], subject=_subject(acts[0], found)))

    def _tell_done(self, _act: Act, result: Entry) -> None:
        """Say what an entry did; a confirmed alarm's case becomes the chosen one."""
        ident = result.subject.partition(":")[2]
        self.told.emit(f"{words.act(result.act)} {ident} · #{result.seq}", Tone.DONE)
        made = [key.partition(":")[2] for key in result.after if key.startswith("case:")]
        if result.act in ("alert.confirm", "case.report") and made:
            self.case_made.emit(made[0])

    def _tell_refusal(self, act: Act, why: Refusal) -> None:
        text = self.tr("没有执行“%1”：%2").replace("%1", words.act(act.name))
        self.told.emit(text.replace("%2", words.refusal(why)), Tone.REFUSED)


def _subject(act: str, found: CaseFile) -> str:
    """What to name where nothing is offered, so that the desk says why."""
    if act.startswith("task.") and found.tasks:
        return f"task:{found.tasks[-1].id}"
    return f"case:{found.case.id}"
