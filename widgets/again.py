"""Ctrl+Y: after a unit was called back, the same dispatch offered again; Enter sends it."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from app.model import CaseState, Task, TaskState
from app.store import queries
from app.store.queries import CaseFile
from widgets import choosing
from widgets.window import Window


def called_back(found: CaseFile) -> Task | None:
    """The task whose unit was called back last, where nobody was sent since."""
    last = max(found.tasks, key=lambda task: (task.changed, task.id), default=None)
    waits = found.case.state == CaseState.TO_DISPATCH
    if last is None or not waits or last.state != TaskState.RETURNED:
        return None
    return last if last.outcome == "withdrawn" else None


def dispatch_again(window: Window) -> None:
    """Offer what Ctrl+Z took back of the chosen case."""
    if not window.duty.case:
        said = QCoreApplication.translate("again", "先在队列中选一件事件（J、K）")
        window.status.show_message(said)
        return
    window.bridge.ask(queries.case_file, window.duty.case, then=partial(_offer, window), each=True)


def _offer(window: Window, found: CaseFile | None) -> None:
    task = called_back(found) if found else None
    if found is None or task is None:
        said = QCoreApplication.translate("again", "这件事件没有刚撤回的派遣可重派")
        window.status.show_message(said)
        return
    reason = QCoreApplication.translate("again", "撤回后重派")
    choosing.start_dispatch(window, found.case.id)
    window.panes.dispatch.prefer(task.unit, reason)
