"""Transitions of cases that end them, and back (spec: closed loop §4.4, rows 17 to 19 and 21)."""

from app.casework import case_effects as effect
from app.casework import checks, guards
from app.casework.clocks import Clock, starts, stops
from app.casework.request_guards import appeal_answered
from app.casework.table import ACCEPT, DESK, LEAD, FieldSpec, Transition
from app.model import OPEN_STATES, CaseState

DISPOSITIONS = ("resolved", "mitigated", "nothing_found")

_S = CaseState

CLOSING_ROWS: tuple[Transition, ...] = (
    Transition(
        act="case.close",
        kind="case",
        sources=frozenset({_S.TO_CLOSE}),
        target=_S.CLOSED,
        roles=ACCEPT,
        effect=effect.close,
        guards=(guards.not_a_handler, guards.check_passed, guards.no_open_mandatory_task),
        fields=(FieldSpec("disposition", "choice", DISPOSITIONS),),
        clock=stops,
    ),
    Transition(
        act="case.review",
        kind="case",
        sources=frozenset({_S.CLOSED}),
        target=_S.TO_REVIEW,
        roles=LEAD,
        effect=effect.nothing,
        guards=(guards.worth_a_review,),
    ),
    Transition(
        act="case.archive",
        kind="case",
        sources=frozenset({_S.CLOSED, _S.TO_REVIEW}),
        target=_S.ARCHIVED,
        roles=LEAD,
        effect=effect.nothing,
        guards=(guards.reviewed_where_needed, appeal_answered),
    ),
)

FORCED_ROWS: tuple[Transition, ...] = (
    Transition(
        act="case.propose_close",
        kind="case",
        sources=OPEN_STATES,
        target=None,
        roles=DESK,
        effect=effect.propose_close,
        guards=(guards.not_a_handler, guards.proposed_in_person, guards.not_proposed_by_you),
        reason=True,
    ),
    Transition(
        act="case.force_close",
        kind="case",
        sources=OPEN_STATES,
        target=_S.CLOSED,
        roles=LEAD,
        effect=effect.force_close,
        guards=(guards.not_a_handler, guards.proposed_by_another),
        reason=True,
        clock=stops,
    ),
    Transition(
        act="case.reopen",
        kind="case",
        sources=frozenset({_S.CLOSED, _S.TO_REVIEW}),
        target=_S.TO_DISPATCH,
        roles=ACCEPT,
        effect=effect.reopen,
        guards=(guards.was_filed,),
        checks=(checks.reopened_in_time,),
        reason=True,
        fields=(FieldSpec("new_evidence", "flag", required=False),),
        clock=starts(Clock.DISPATCH),
    ),
    Transition(
        act="case.void",
        kind="case",
        sources=OPEN_STATES,
        target=_S.VOID,
        roles=LEAD,
        effect=effect.void,
        reason=True,
        clock=stops,
    ),
)
