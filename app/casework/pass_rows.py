"""Transitions between centres: 上提 and 下沉 (spec: closed loop §4.4, row 20).

The other centre's answer is entered here on its behalf, with who gave it and how it came.
"""

from app.casework import pass_effects as effect
from app.casework import request_guards as asking
from app.casework.requests import PASSES, TO_PASS
from app.casework.table import DESK, SEND, FieldSpec, Transition
from app.model import CaseState

CHANNELS = ("network", "beidou", "phone", "paper")

_ANSWER = (FieldSpec("channel", "choice", CHANNELS), FieldSpec("receiver", "text"))

PASS_ANSWER_ROWS: tuple[Transition, ...] = (
    Transition(
        act="case.receive",
        kind="case",
        sources=TO_PASS,
        target=None,
        also=(CaseState.TO_DISPATCH,),
        roles=DESK,
        effect=effect.receive,
        guards=(asking.asks_for(*PASSES),),
        fields=_ANSWER,
    ),
    Transition(
        act="case.decline",
        kind="case",
        sources=TO_PASS | {CaseState.VERIFYING},
        target=None,
        roles=DESK,
        effect=effect.decline,
        guards=(asking.asks_for(*PASSES),),
        reason=True,
        fields=_ANSWER,
    ),
)

PASS_ROWS: tuple[Transition, ...] = (
    Transition(
        act="case.pass_up",
        kind="case",
        sources=TO_PASS,
        target=None,
        roles=SEND,
        effect=effect.pass_up,
        guards=(asking.case_asks_nothing, effect.can_go_up),
        reason=True,
    ),
    Transition(
        act="case.pass_down",
        kind="case",
        sources=TO_PASS,
        target=None,
        roles=SEND,
        effect=effect.pass_down,
        guards=(asking.case_asks_nothing, effect.can_go_down),
        reason=True,
    ),
)
