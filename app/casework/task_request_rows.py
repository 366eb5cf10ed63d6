"""Transitions of what a unit asks for: 挂账 and 延期 (spec: closed loop §4.4, rows 12 and 13)."""

from app.casework import checks, guards
from app.casework import request_effects as effect
from app.casework import request_guards as asking
from app.casework.table import FIELD, LEAD, SEND, FieldSpec, Transition
from app.model import RequestKind, TaskState

_T = TaskState
_RUNNING = frozenset({_T.SENT, _T.SIGNED, _T.ON_WAY, _T.ON_SITE, _T.REWORK})
_IN_HAND = frozenset({_T.SIGNED, _T.ON_SITE})
_EXTENSION = asking.asks_for(RequestKind.EXTENSION)
_SUSPENSION = asking.asks_for(RequestKind.SUSPENSION)

TASK_ANSWER_ROWS: tuple[Transition, ...] = (
    Transition(
        act="task.extend",
        kind="task",
        sources=_RUNNING,
        target=None,
        roles=SEND,
        effect=effect.extend,
        guards=(guards.case_in_hand, _EXTENSION, asking.clock_not_run_out),
    ),
    Transition(
        act="task.refuse_extension",
        kind="task",
        sources=_RUNNING,
        target=None,
        roles=SEND,
        effect=effect.refuse,
        guards=(_EXTENSION,),
        reason=True,
    ),
    Transition(
        act="task.suspend",
        kind="task",
        sources=_IN_HAND,
        target=_T.SUSPENDED,
        roles=LEAD,
        effect=effect.suspend,
        guards=(
            guards.case_in_hand,
            _SUSPENSION,
            asking.advice_given,
            asking.clock_not_run_out,
            asking.end_ahead,
        ),
    ),
    Transition(
        act="task.endorse_suspend",
        kind="task",
        sources=_RUNNING,
        target=None,
        roles=SEND,
        effect=effect.endorse_suspend,
        guards=(
            guards.case_in_hand,
            _SUSPENSION,
            asking.advice_not_given,
            asking.clock_not_run_out,
        ),
    ),
    Transition(
        act="task.refuse_suspend",
        kind="task",
        sources=_RUNNING,
        target=None,
        roles=SEND,
        effect=effect.refuse,
        guards=(_SUSPENSION, asking.supervisors_once_advised),
        reason=True,
    ),
)

TASK_REQUEST_ROWS: tuple[Transition, ...] = (
    Transition(
        act="task.ask_extension",
        kind="task",
        sources=_RUNNING,
        target=None,
        roles=FIELD,
        effect=effect.ask_extension,
        guards=(
            guards.case_in_hand,
            asking.task_asks_nothing,
            asking.has_deadline,
            asking.clock_not_run_out,
            asking.extensions_left,
        ),
        reason=True,
        recorded=True,
    ),
    Transition(
        act="task.ask_suspend",
        kind="task",
        sources=_IN_HAND,
        target=None,
        roles=FIELD,
        effect=effect.ask_suspend,
        guards=(
            guards.case_in_hand,
            asking.task_asks_nothing,
            asking.clock_not_run_out,
            asking.not_suspended_before,
        ),
        checks=(checks.suspended_in_bounds,),
        reason=True,
        fields=(FieldSpec("until", "moment"), FieldSpec("measure", "text")),
        recorded=True,
    ),
)
