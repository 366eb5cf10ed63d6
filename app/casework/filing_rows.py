"""Transitions of cases up to filing (spec: closed loop §4.4, rows 1 to 4 and 6)."""

from app.casework import case_effects as effect
from app.casework import checks
from app.casework.alert_rows import GRADES
from app.casework.clocks import Clock, pauses_for, resumes, starts, stops
from app.casework.table import ACCEPT, CHECK, DESK, FieldSpec, Transition
from app.model import CaseState, Role

SOURCES = ("collector", "hotline", "public", "sensor", "superior", "other")
VERIFIED = ("exists", "absent", "unverifiable")
REJECTED = ("no_such_problem", "condition_not_met", "out_of_scope", "not_local", "duplicate")

_S = CaseState
_REPORTED = frozenset({_S.RECEIVED, _S.TO_FILE})

FILING_ROWS: tuple[Transition, ...] = (
    Transition(
        act="case.file",
        kind="case",
        sources=_REPORTED,
        target=_S.TO_DISPATCH,
        roles=ACCEPT,
        effect=effect.file_case,
        checks=(checks.item_known, checks.condition_known),
        fields=(
            FieldSpec("item", "item"),
            FieldSpec("condition", "condition"),
            FieldSpec("grade", "choice", GRADES, required=False),
        ),
        clock=starts(Clock.DISPATCH),
    ),
    Transition(
        act="case.verified",
        kind="case",
        sources=frozenset({_S.VERIFYING}),
        target=_S.TO_FILE,
        roles=ACCEPT | CHECK,
        effect=effect.verified,
        fields=(FieldSpec("result", "choice", VERIFIED),),
        clock=resumes(Clock.ACCEPT),
    ),
    Transition(
        act="case.verify",
        kind="case",
        sources=frozenset({_S.RECEIVED}),
        target=_S.VERIFYING,
        roles=ACCEPT,
        effect=effect.verify,
        fields=(FieldSpec("checker", "person"),),
        clock=pauses_for(Clock.VERIFY),
    ),
    Transition(
        act="case.reject",
        kind="case",
        sources=_REPORTED,
        target=_S.REJECTED,
        roles=ACCEPT,
        effect=effect.reject,
        reason=True,
        fields=(FieldSpec("cause", "choice", REJECTED),),
        clock=stops,
    ),
    Transition(
        act="case.report",
        kind="case",
        sources=frozenset(),
        target=_S.RECEIVED,
        roles=DESK | {Role.COLLECTOR, Role.SYSTEM},
        effect=effect.report,
        checks=(checks.placed_or_said_unplaced, checks.item_known),
        fields=(
            FieldSpec("title", "text"),
            FieldSpec("grade", "choice", GRADES),
            FieldSpec("source", "choice", SOURCES),
            FieldSpec("item", "item", required=False),
            FieldSpec("text", "text", required=False),
            FieldSpec("lon", "number", required=False),
            FieldSpec("lat", "number", required=False),
            FieldSpec("accuracy_m", "number", required=False),
            FieldSpec("unplaced", "flag", required=False),
        ),
        clock=starts(Clock.ACCEPT),
    ),
)
