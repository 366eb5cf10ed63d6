"""Transitions of cases from dispatch to check (spec: closed loop §4.4, rows 7, 15 and 16)."""

from app.casework import case_effects as effect
from app.casework import checks, guards
from app.casework import round_effects as rounds
from app.casework.clocks import Clock, ends_check, resumes, starts
from app.casework.table import CHECK, SEND, FieldSpec, Transition
from app.model import CaseState

CHECKED = ("pass", "fail", "unable")

_S = CaseState

ROUND_ROWS: tuple[Transition, ...] = (
    Transition(
        act="case.dispatch",
        kind="case",
        sources=frozenset({_S.TO_DISPATCH}),
        target=_S.HANDLING,
        roles=SEND,
        effect=rounds.dispatch,
        checks=(
            checks.units_known,
            checks.units_once,
            checks.units_not_at_work_here,
            checks.override_said,
        ),
        fields=(
            FieldSpec("lead", "unit"),
            FieldSpec("assists", "units", required=False),
            FieldSpec("offered", "units", asked=False),
            FieldSpec("override", "text", required=False),
        ),
        clock=starts(Clock.HANDLE),
    ),
    Transition(
        act="case.send_check",
        kind="case",
        sources=frozenset({_S.TO_CHECK}),
        target=_S.CHECKING,
        roles=SEND,
        effect=effect.send_check,
        checks=(checks.checker_no_handler,),
        fields=(FieldSpec("checker", "person"),),
    ),
    Transition(
        act="case.rework",
        kind="case",
        sources=frozenset({_S.CHECKING}),
        target=_S.HANDLING,
        roles=SEND,
        effect=rounds.rework,
        guards=(guards.check_failed,),
        reason=True,
        clock=resumes(Clock.HANDLE),
    ),
    Transition(
        act="case.check",
        kind="case",
        sources=frozenset({_S.CHECKING}),
        target=_S.TO_CLOSE,
        also=(_S.CHECKING,),
        roles=CHECK,
        effect=effect.check,
        guards=(guards.not_a_handler,),
        fields=(FieldSpec("result", "choice", CHECKED),),
        clock=ends_check,
    ),
    Transition(
        act="case.assist",
        kind="case",
        sources=frozenset({_S.HANDLING}),
        target=None,
        roles=SEND,
        effect=rounds.assist,
        checks=(checks.units_known, checks.units_not_at_work_here),
        fields=(FieldSpec("unit", "unit"),),
    ),
    Transition(
        act="case.reserve",
        kind="case",
        sources=frozenset({_S.TO_DISPATCH, _S.HANDLING}),
        target=None,
        roles=SEND,
        effect=rounds.reserve,
        checks=(checks.units_known, checks.units_not_at_work_here),
        fields=(FieldSpec("unit", "unit"),),
    ),
)
