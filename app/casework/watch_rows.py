"""Transitions of cases at any stage: joined, watched, graded, put right.

Spec: closed loop §4.4, rows 5, 22 and 24.
"""

from app.casework import case_effects as effect
from app.casework import checks, guards
from app.casework.alert_rows import GRADES
from app.casework.clocks import restarts, stops
from app.casework.table import CHECK, DESK, LEAD, FieldSpec, Transition
from app.model import OPEN_STATES, CaseState, Role

_S = CaseState
_ANY = frozenset(CaseState)

WATCH_ROWS: tuple[Transition, ...] = (
    Transition(
        act="case.split",
        kind="case",
        sources=frozenset({_S.MERGED}),
        target=_S.TO_DISPATCH,
        also=tuple(state for state in CaseState if state in OPEN_STATES),
        roles=DESK,
        effect=effect.split,
        reason=True,
        clock=restarts,
    ),
    Transition(
        act="case.upgrade",
        kind="case",
        sources=OPEN_STATES,
        target=None,
        roles=DESK,
        effect=effect.upgrade,
        guards=(guards.grade_can_rise,),
        checks=(checks.grade_raised,),
        reason=True,
        fields=(FieldSpec("grade", "choice", GRADES[:-1]),),
    ),
    Transition(
        act="case.supervise",
        kind="case",
        sources=OPEN_STATES,
        target=None,
        roles=LEAD,
        effect=effect.supervise,
        guards=(guards.not_supervised,),
        reason=True,
    ),
    Transition(
        act="case.merge",
        kind="case",
        sources=OPEN_STATES,
        target=_S.MERGED,
        roles=DESK,
        effect=effect.merge_case,
        checks=(checks.target_open, checks.target_same_centre),
        reason=True,
        fields=(FieldSpec("case", "case"),),
        clock=stops,
    ),
    Transition(
        act="case.note",
        kind="case",
        sources=_ANY,
        target=None,
        roles=DESK | CHECK | {Role.HANDLER},
        effect=effect.nothing,
        reason=True,
    ),
    Transition(
        act="case.correct",
        kind="case",
        sources=_ANY,
        target=None,
        roles=DESK,
        effect=effect.correct,
        checks=(checks.something_corrected,),
        reason=True,
        fields=(
            FieldSpec("title", "text", required=False),
            FieldSpec("text", "text", required=False),
        ),
    ),
)
