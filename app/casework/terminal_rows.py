"""Transitions of terminals: who is let in, who is not, and what is sent down to them."""

from app.casework import terminal_checks as check
from app.casework import terminal_effects as effect
from app.casework.table import DESK, SEND, FieldSpec, Transition
from app.model import TerminalState

_WAITING, _ADMITTED = TerminalState.WAITING, TerminalState.ADMITTED
_REFUSED, _SUSPENDED = TerminalState.REFUSED, TerminalState.SUSPENDED
_OURS = frozenset({_ADMITTED, _SUSPENDED})

_DEVICE = FieldSpec("device", "text", required=False, asked=False)
_UNIT = FieldSpec("unit", "unit", required=False)
_WAIT = FieldSpec("wait_minutes", "minutes", required=False, asked=False)
_CASE = FieldSpec("case", "text", required=False, asked=False)

REGISTER_ROWS: tuple[Transition, ...] = (
    Transition(
        act="terminal.admit",
        kind="terminal",
        sources=frozenset({_WAITING, _REFUSED}),
        target=_ADMITTED,
        roles=SEND,
        effect=effect.admit,
        checks=(check.as_seen, check.unit_known),
        fields=(_UNIT, _DEVICE),
    ),
    Transition(
        act="terminal.refuse",
        kind="terminal",
        sources=frozenset({_WAITING}),
        target=_REFUSED,
        roles=SEND,
        effect=effect.refuse,
        checks=(check.as_seen,),
        reason=True,
        fields=(_DEVICE,),
    ),
    Transition(
        act="terminal.replace",
        kind="terminal",
        sources=_OURS,
        target=None,
        roles=SEND,
        effect=effect.change_device,
        guards=(check.somebody_knocks,),
        checks=(check.as_seen,),
        fields=(_DEVICE,),
    ),
    Transition(
        act="terminal.turn_away",
        kind="terminal",
        sources=_OURS,
        target=None,
        roles=SEND,
        effect=effect.turn_away,
        guards=(check.somebody_knocks,),
        checks=(check.as_seen,),
        reason=True,
        fields=(_DEVICE,),
    ),
    Transition(
        act="terminal.relent",
        kind="terminal",
        sources=_OURS,
        target=None,
        roles=SEND,
        effect=effect.relent,
        guards=(check.somebody_turned_away,),
    ),
    Transition(
        act="terminal.suspend",
        kind="terminal",
        sources=frozenset({_ADMITTED}),
        target=_SUSPENDED,
        roles=SEND,
        effect=effect.suspend,
        reason=True,
    ),
    Transition(
        act="terminal.resume",
        kind="terminal",
        sources=frozenset({_SUSPENDED}),
        target=_ADMITTED,
        roles=SEND,
        effect=effect.resume,
    ),
    Transition(
        act="terminal.bind",
        kind="terminal",
        sources=_OURS,
        target=None,
        roles=SEND,
        effect=effect.bind,
        checks=(check.unit_known, check.carrier_changes),
        fields=(_UNIT,),
    ),
    Transition(
        act="terminal.enter",
        kind="terminal",
        sources=frozenset(),
        target=_ADMITTED,
        roles=SEND,
        effect=effect.enter,
        checks=(check.phone_fit, check.unit_known),
        fields=(FieldSpec("phone", "text"), _UNIT),
    ),
)

COMMAND_ROWS: tuple[Transition, ...] = (
    Transition(
        act="terminal.text",
        kind="terminal",
        sources=frozenset({_ADMITTED}),
        target=None,
        roles=DESK,
        effect=effect.send_text,
        checks=(check.text_fits, check.case_known),
        fields=(
            FieldSpec("text", "text"),
            FieldSpec("urgent", "flag", required=False),
            FieldSpec("speak", "flag", required=False),
            _WAIT,
            _CASE,
        ),
    ),
    Transition(
        act="terminal.ask",
        kind="terminal",
        sources=frozenset({_ADMITTED}),
        target=None,
        roles=DESK,
        effect=effect.ask_position,
        checks=(check.case_known,),
        fields=(_CASE,),
    ),
    Transition(
        act="terminal.track",
        kind="terminal",
        sources=frozenset({_ADMITTED}),
        target=None,
        roles=DESK,
        effect=effect.track,
        checks=(check.interval_fits, check.case_known),
        fields=(FieldSpec("interval_s", "number"), FieldSpec("minutes", "minutes"), _CASE),
    ),
    Transition(
        act="terminal.untrack",
        kind="terminal",
        sources=frozenset({_ADMITTED}),
        target=None,
        roles=DESK,
        effect=effect.untrack,
        checks=(check.case_known,),
        fields=(_CASE,),
    ),
)

TERMINAL_ROWS = (*REGISTER_ROWS, *COMMAND_ROWS)
