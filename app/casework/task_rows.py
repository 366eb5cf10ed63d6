"""Transitions of tasks (spec: closed loop §4.3, §4.4), the natural next act first.

What a unit asks for, and its answers, are in `task_request_rows`.
"""

from app.casework import checks, guards
from app.casework import task_effects as effect
from app.casework.table import FIELD, HEARD, SEND, FieldSpec, Transition
from app.model import Role, TaskState

_T = TaskState

TASK_ROWS: tuple[Transition, ...] = (
    Transition(
        act="task.send",
        kind="task",
        sources=frozenset({_T.RESERVED}),
        target=_T.SENT,
        roles=SEND,
        effect=effect.send,
        guards=(guards.case_handled,),
    ),
    Transition(
        act="task.sign",
        kind="task",
        sources=frozenset({_T.SENT, _T.REWORK}),
        target=_T.SIGNED,
        roles=HEARD,
        effect=effect.sign,
        guards=(guards.case_in_hand,),
        recorded=True,
    ),
    Transition(
        act="task.arrive",
        kind="task",
        sources=frozenset({_T.SIGNED, _T.ON_WAY}),
        target=_T.ON_SITE,
        roles=HEARD,
        effect=effect.move,
        guards=(guards.case_in_hand,),
        recorded=True,
    ),
    Transition(
        act="task.depart",
        kind="task",
        sources=frozenset({_T.SIGNED}),
        target=_T.ON_WAY,
        roles=FIELD,
        effect=effect.move,
        guards=(guards.case_in_hand,),
        recorded=True,
    ),
    Transition(
        act="task.feedback",
        kind="task",
        sources=frozenset({_T.ON_SITE}),
        target=_T.FED_BACK,
        roles=HEARD,
        effect=effect.feedback,
        guards=(guards.case_in_hand,),
        checks=(checks.closing_condition_met,),
        fields=(FieldSpec("text", "text"), FieldSpec("closing_met", "flag")),
        recorded=True,
    ),
    Transition(
        act="task.resume",
        kind="task",
        sources=frozenset({_T.SUSPENDED}),
        target=_T.ON_SITE,
        also=(_T.SIGNED,),
        roles=SEND | {Role.SYSTEM},
        effect=effect.resume,
        guards=(guards.case_in_hand, guards.suspension_over),
    ),
)

TASK_BACK_ROWS: tuple[Transition, ...] = (
    Transition(
        act="task.return",
        kind="task",
        sources=frozenset({_T.SENT, _T.SIGNED, _T.ON_WAY}),
        target=_T.RETURNED,
        roles=HEARD,
        effect=effect.give_back,
        guards=(guards.case_in_hand, guards.not_arrived_before, guards.first_return_or_supervisor),
        reason=True,
        recorded=True,
    ),
    Transition(
        act="task.withdraw",
        kind="task",
        sources=frozenset(
            {_T.RESERVED, _T.SENT, _T.SIGNED, _T.ON_WAY, _T.ON_SITE, _T.SUSPENDED, _T.REWORK}
        ),
        target=_T.RETURNED,
        roles=SEND,
        effect=effect.withdraw_one,
        guards=(guards.case_in_hand,),
        reason=True,
    ),
)
