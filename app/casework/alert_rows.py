"""Transitions of alerts (spec: closed loop §4.2), the natural next act first."""

from app.casework import alert_effects as effect
from app.casework import checks, guards
from app.casework.clocks import Clock, starts
from app.casework.table import ACCEPT, DESK, FieldSpec, Transition
from app.model import OPEN_ALERTS, AlertState, Grade, Role

GRADES = tuple(str(grade.value) for grade in Grade)
CAUSES = ("false_alarm", "duplicate", "drill", "already_handled", "not_local")
"""误报, 重复, 演练, 已处置, 非本地."""

_NEW, _SEEN, _SHELVED = AlertState.NEW, AlertState.SEEN, AlertState.SHELVED

ALERT_ROWS: tuple[Transition, ...] = (
    Transition(
        act="alert.claim",
        kind="alert",
        sources=frozenset({_NEW}),
        target=_SEEN,
        roles=DESK,
        effect=effect.claim,
    ),
    Transition(
        act="alert.confirm",
        kind="alert",
        sources=OPEN_ALERTS,
        target=AlertState.CONFIRMED,
        roles=ACCEPT,
        effect=effect.confirm,
        checks=(checks.item_known,),
        fields=(
            FieldSpec("title", "text"),
            FieldSpec("grade", "choice", GRADES, required=False),
            FieldSpec("item", "item", required=False),
            FieldSpec("text", "text", required=False),
        ),
        clock=starts(Clock.ACCEPT),
    ),
    Transition(
        act="alert.dismiss",
        kind="alert",
        sources=OPEN_ALERTS,
        target=AlertState.DISMISSED,
        roles=ACCEPT,
        effect=effect.dismiss,
        fields=(FieldSpec("cause", "choice", CAUSES),),
    ),
    Transition(
        act="alert.merge",
        kind="alert",
        sources=OPEN_ALERTS,
        target=AlertState.MERGED,
        roles=DESK,
        effect=effect.merge_alert,
        checks=(checks.target_open,),
        fields=(FieldSpec("case", "case"),),
    ),
    Transition(
        act="alert.shelve",
        kind="alert",
        sources=frozenset({_NEW, _SEEN}),
        target=_SHELVED,
        roles=DESK,
        effect=effect.shelve,
        guards=(guards.may_be_shelved,),
        checks=(checks.shelved_in_bounds,),
        reason=True,
        fields=(FieldSpec("minutes", "minutes"),),
    ),
    Transition(
        act="alert.unshelve",
        kind="alert",
        sources=frozenset({_SHELVED}),
        target=_SEEN,
        also=(_NEW,),
        roles=DESK | {Role.SYSTEM},
        effect=effect.unshelve,
        guards=(guards.shelving_over,),
    ),
    Transition(
        act="alert.take_over",
        kind="alert",
        sources=frozenset({_SEEN}),
        target=_SEEN,
        roles=DESK,
        effect=effect.claim,
        guards=(guards.not_yours_already,),
    ),
)
