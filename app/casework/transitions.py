"""TRANSITIONS: every act there is, as one table, and the lists that follow from it."""

from app.casework.alert_rows import ALERT_ROWS
from app.casework.appeal_rows import APPEAL_ROWS
from app.casework.closing_rows import CLOSING_ROWS, FORCED_ROWS
from app.casework.filing_rows import FILING_ROWS
from app.casework.pass_rows import PASS_ANSWER_ROWS, PASS_ROWS
from app.casework.round_rows import ROUND_ROWS
from app.casework.table import FieldSpec, State, Transition
from app.casework.task_request_rows import TASK_ANSWER_ROWS, TASK_REQUEST_ROWS
from app.casework.task_rows import TASK_BACK_ROWS, TASK_ROWS
from app.casework.terminal_rows import TERMINAL_ROWS
from app.casework.watch_rows import WATCH_ROWS
from app.model import AlertState, CaseState, TaskState, TerminalState

TRANSITIONS: tuple[Transition, ...] = (
    *ALERT_ROWS,
    *FILING_ROWS,
    *ROUND_ROWS,
    *CLOSING_ROWS,
    *PASS_ANSWER_ROWS,
    *APPEAL_ROWS,
    *WATCH_ROWS,
    *PASS_ROWS,
    *FORCED_ROWS,
    *TASK_ROWS,
    *TASK_ANSWER_ROWS,
    *TASK_BACK_ROWS,
    *TASK_REQUEST_ROWS,
    *TERMINAL_ROWS,
)
"""In the order in which acts are offered: the first that is allowed is the natural next one."""

BY_ACT: dict[str, Transition] = {row.act: row for row in TRANSITIONS}
assert len(BY_ACT) == len(TRANSITIONS), "two rows have the same act"

ANSWERS: frozenset[str] = frozenset(
    row.act
    for rows in (PASS_ANSWER_ROWS, APPEAL_ROWS, TASK_ANSWER_ROWS)
    for row in rows
    if row.act != "case.appeal"
)
"""Acts by which something that waits is answered."""

STATES: dict[str, type[AlertState] | type[CaseState] | type[TaskState] | type[TerminalState]] = {
    "alert": AlertState,
    "case": CaseState,
    "task": TaskState,
    "terminal": TerminalState,
}

AUTOMATIC: tuple[tuple[State, State], ...] = (
    (CaseState.HANDLING, CaseState.TO_CHECK),
    (CaseState.HANDLING, CaseState.TO_DISPATCH),
    (TaskState.FED_BACK, TaskState.DONE),
    (TaskState.FED_BACK, TaskState.REWORK),
)
"""Moves that follow from another act, in the same entry: no person makes them alone."""

FIRST: frozenset[State] = frozenset(
    {
        AlertState.NEW,
        CaseState.RECEIVED,
        TaskState.SENT,
        TaskState.RESERVED,
        TerminalState.WAITING,
    }
)
"""States that objects begin in: raised, reported or confirmed, dispatched, reserved, knocking."""


def rows_for(kind: str) -> tuple[Transition, ...]:
    """The transitions of alerts, cases, tasks or terminals."""
    return tuple(row for row in TRANSITIONS if row.kind == kind)


__all__ = [
    "ANSWERS",
    "AUTOMATIC",
    "BY_ACT",
    "FIRST",
    "STATES",
    "TRANSITIONS",
    "FieldSpec",
    "Transition",
    "rows_for",
]
