"""Transitions of an appeal against being overdue 超时申诉 (spec: closed loop §4.4, row 23)."""

from app.casework import appeal_effects as effect
from app.casework import request_guards as asking
from app.casework.requests import APPEALED
from app.casework.table import ACCEPT, FIELD, SEND, FieldSpec, Transition
from app.model import CaseState, RequestKind

OPINIONS = ("support", "oppose")

_APPEAL = asking.asks_for(RequestKind.APPEAL)

APPEAL_ROWS: tuple[Transition, ...] = (
    Transition(
        act="case.grant_appeal",
        kind="case",
        sources=APPEALED,
        target=None,
        roles=ACCEPT,
        effect=effect.grant,
        guards=(_APPEAL, asking.advice_given),
        reason=True,
    ),
    Transition(
        act="case.refuse_appeal",
        kind="case",
        sources=APPEALED,
        target=None,
        roles=ACCEPT,
        effect=effect.refuse,
        guards=(_APPEAL, asking.advice_given),
        reason=True,
    ),
    Transition(
        act="case.appeal_opinion",
        kind="case",
        sources=APPEALED,
        target=None,
        roles=SEND,
        effect=effect.give_opinion,
        guards=(_APPEAL, asking.advice_not_given),
        reason=True,
        fields=(FieldSpec("opinion", "choice", OPINIONS),),
    ),
    Transition(
        act="case.appeal",
        kind="case",
        sources=frozenset({CaseState.CLOSED}),
        target=None,
        roles=FIELD,
        effect=effect.appeal,
        guards=(asking.closed_overdue, asking.case_asks_nothing, asking.never_appealed),
        reason=True,
        recorded=True,
    ),
)
