"""The form of a transition: one row says all there is to say about an act."""

from dataclasses import dataclass

from app.casework.clocks import ClockEffect, keeps
from app.casework.situation import Effect, Guard
from app.model import AlertState, CaseState, Role, TaskState, TerminalState

State = AlertState | CaseState | TaskState | TerminalState

DESK = frozenset({Role.ACCEPTOR, Role.DISPATCHER, Role.SUPERVISOR})
ACCEPT = frozenset({Role.ACCEPTOR, Role.SUPERVISOR})
SEND = frozenset({Role.DISPATCHER, Role.SUPERVISOR})
FIELD = frozenset({Role.HANDLER, Role.DISPATCHER, Role.SUPERVISOR})
HEARD = FIELD | {Role.SYSTEM}
"""Who records what a unit does: the system too, for it hears short messages of units."""
CHECK = frozenset({Role.CHECKER, Role.COLLECTOR})
LEAD = frozenset({Role.SUPERVISOR})


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field of an act, from which the dialog is built and by which the act is checked.

    `kind`: text, choice, unit, units, item, condition, minutes, moment, number, person, case or
    flag; ids are text, `units` a list of them, best first, a moment ISO 8601 with its offset.
    `asked` false: it is known without asking.
    """

    name: str
    kind: str
    choices: tuple[str, ...] = ()
    required: bool = True
    asked: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """`sources` empty: the act makes the object. `target` None: the state stays.

    `also`: other states that the effect may choose instead. `guards` decide whether the act is
    offered, `checks` whether what it brings will do. `clock` is applied to the file's case.
    """

    act: str
    kind: str
    sources: frozenset[State]
    target: State | None
    roles: frozenset[Role]
    effect: Effect
    also: tuple[State, ...] = ()
    guards: tuple[Guard, ...] = ()
    checks: tuple[Guard, ...] = ()
    reason: bool = False
    fields: tuple[FieldSpec, ...] = ()
    clock: ClockEffect = keeps
    recorded: bool = False  # done in the field, recorded here for the one who leads the task
