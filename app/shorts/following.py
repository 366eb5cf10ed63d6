"""What a report brings about: acts on its task, or a call for help. Functions of values.

A report proves that the unit has the order; it does not prove what it does not say.
"""

from datetime import datetime, timedelta

from app.casework.acts import Act
from app.model import AlertKind, Grade, Position, Task, TaskState, Unit
from app.rules import Noticed
from app.shortmsg import plain
from app.shortmsg.kinds import Answer, Arrival, Feedback, Receipt, Report, Result, Sos
from app.shortmsg.parts import Spot
from app.shortmsg.plain_values import RESULTS

FORMAT = "short"
_UNSIGNED = frozenset({TaskState.SENT, TaskState.REWORK})
_BEFORE_SITE = _UNSIGNED | {TaskState.SIGNED, TaskState.ON_WAY}


def acts_of(report: Report, task: Task, unit: Unit | None) -> tuple[Act, ...]:
    """The acts that a report asks for, in order; none where the task is that far already.

    Whether they are allowed is decided by the table of transitions.
    """
    names = _names(report, task)
    fields = {"task.feedback": _feedback(report)}
    return tuple(
        Act(
            name=name,
            subject=f"task:{task.id}",
            fields=fields.get(name, {}),
            reason=plain.write(report),
            on_behalf_of=task.handler or (unit.handler or unit.id if unit else task.unit),
        )
        for name in names
    )


def _names(report: Report, task: Task) -> tuple[str, ...]:
    sign = ("task.sign",) if task.state in _UNSIGNED else ()
    if isinstance(report, Receipt):
        return sign if report.answer is Answer.SIGNED else ("task.return",)
    if isinstance(report, Arrival):
        return (*sign, "task.arrive") if task.state in _BEFORE_SITE else ()
    return (*sign, "task.feedback")


def _feedback(report: Report) -> dict[str, object]:
    if not isinstance(report, Feedback):
        return {}
    text = report.text or RESULTS[report.result][0]
    return {"text": text, "closing_met": report.result is Result.MET}


def call_of(sos: Sos, card: str, unit: Unit | None, now: datetime) -> Noticed:
    """A call for help. Whoever calls may not be the one who passes it on.

    A position of unknown age counts as of the time of the call. It is no fix of a terminal: what
    is heard once in a message shall not be missed when it is not heard again.
    """
    caller = str(sos.card) if sos.card is not None else card
    name = _named(caller, unit if caller == card else None)
    return Noticed(
        kind=AlertKind.SOS,
        grade=Grade.II,
        terminal=name,
        at=now,
        position=_position(sos.spot, sos.time, now) if sos.spot else None,
        text="sos",
        passing=True,
    )


def _named(card: str, unit: Unit | None) -> str:
    """Whose position it is: the unit's terminal; else the card stands in for one."""
    return unit.terminal if unit and unit.terminal else f"BD{card}"


def _position(spot: Spot, time: datetime, now: datetime) -> Position:
    return Position(
        lon=spot.lon,
        lat=spot.lat,
        accuracy_m=spot.accuracy_m,
        fix_time=time - timedelta(seconds=spot.age_s or 0),
        received=now,
        source=FORMAT,
    )
