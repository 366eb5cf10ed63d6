"""An act and its file -> what it would write, or why it is refused. Nothing is written here."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from app.casework.acts import Act, Draft, File, NewId, Refusal
from app.casework.drafts import Thing, Written, draft, key_of
from app.casework.fields import refuse_fields
from app.casework.requests import lapse
from app.casework.settle import set_deadlines, settle
from app.casework.situation import Guard, Situation, entered, with_task
from app.casework.terminal_effects import terminal_pairs, touched
from app.casework.transitions import BY_ACT, Transition, rows_for
from app.casework.why import Why
from app.model import (
    AlertState,
    CaseState,
    Officer,
    Share,
    Task,
    TaskState,
    TerminalState,
)


def decide(act: Act, file: File, by: Officer, now: datetime, *, new_id: NewId) -> Draft | Refusal:
    """The entry that `act` makes of its file, or a Refusal with a code of `Why`.

    The file holds the object that `act.subject` names; `new_id` names what the act makes.
    A draft covers all that follows by itself. A refused act changes nothing.
    """
    row = BY_ACT.get(act.name)
    if row is None:
        return Refusal(code=Why.UNKNOWN_ACT, detail=act.name, allowed=allowed(file, by, now))
    if row.sources and find(file, row.kind, act.subject) is None:
        return Refusal(code=Why.UNKNOWN_SUBJECT, detail=act.subject)
    s = _situation(row, act, file, by, now, new_id)
    refused = _not_offered(row, s) or _not_enough(row, s)
    if refused:
        why, detail = refused
        subject = act.subject if row.sources else ""
        return Refusal(code=why, detail=detail, allowed=allowed(file, by, now, subject=subject))
    return _draft(act, s, file, _carried_out(row, s))


def allowed(file: File, by: Officer, now: datetime, *, subject: str = "") -> tuple[str, ...]:
    """Names of the acts that `by` may try now, the natural next one first; on one object of the
    file, or on all of it."""
    pairs = next_acts(file, by, now)
    return tuple(dict.fromkeys(name for name, on in pairs if not subject or on == subject))


def next_acts(file: File, by: Officer, now: datetime) -> tuple[tuple[str, str], ...]:
    """(act, subject) of all that `by` may try on the file, the natural next one first."""
    return tuple(_offers(file, by, now))


def find(file: File, kind: str, subject: str) -> Thing | None:
    """The object of the file that a subject names, None where it is not there."""
    things: tuple[Thing | None, ...] = {
        "alert": (file.alert,),
        "case": (file.case,),
        "terminal": (file.terminal,),
        "task": file.tasks if file.case else (),
    }.get(kind, ())
    return next((thing for thing in things if thing and key_of(thing) == subject), None)


def _offers(file: File, by: Officer, now: datetime) -> Iterator[tuple[str, str]]:
    for kind, thing in _in_order(file):
        for row in rows_for(kind):
            act = Act(name=row.act, subject=key_of(thing))
            s = _situation(row, act, file, by, now, _no_id)
            if row.sources and _not_offered(row, s) is None:
                yield row.act, act.subject


def _in_order(file: File) -> list[tuple[str, Thing]]:
    """Where the next act is to be looked for: the tasks go first while the case is handled."""
    if file.terminal is not None:
        return [("terminal", file.terminal)]
    alert: list[tuple[str, Thing]] = [("alert", file.alert)] if file.alert else []
    case: list[tuple[str, Thing]] = [("case", file.case)] if file.case else []
    ranked = sorted(file.tasks, key=lambda task: (not task.open, task.share is not Share.LEAD))
    tasks: list[tuple[str, Thing]] = [("task", task) for task in ranked] if file.case else []
    handled = file.case is not None and file.case.state is CaseState.HANDLING
    return [*alert, *tasks, *case] if handled else [*alert, *case, *tasks]


def _no_id(kind: str) -> str:
    raise AssertionError(f"asking what is allowed makes no {kind}")


def _situation(
    row: Transition, act: Act, file: File, by: Officer, now: datetime, new_id: NewId
) -> Situation:
    task_id = act.subject.partition(":")[2] if row.kind == "task" else ""
    return Situation(
        act=act, file=file, by=by, now=now, new_id=new_id, task_id=task_id, recorded=row.recorded
    )


def _not_offered(row: Transition, s: Situation) -> tuple[Why, str] | None:
    """Why the act is out of the question, whatever it brings."""
    thing = find(s.file, row.kind, s.act.subject) if row.sources else s.file.case
    in_place = not row.sources if thing is None else thing.state in row.sources
    if not in_place:
        return Why.WRONG_STATE, thing.state.value if thing else ""
    if not row.roles & s.by.roles:
        return Why.WRONG_ROLE, ",".join(sorted(row.roles))
    return _said(row.guards, s)


def _not_enough(row: Transition, s: Situation) -> tuple[Why, str] | None:
    """Why what the act brings will not do."""
    if wrong := refuse_fields(row.fields, s.act.fields):
        return wrong
    if row.reason and not s.act.reason.strip():
        return Why.REASON_MISSING, ""
    return _said(row.checks, s)


def _said(guards: Sequence[Guard], s: Situation) -> tuple[Why, str] | None:
    """The first objection there is, with its particulars."""
    why = next((why for guard in guards if (why := guard(s))), None)
    return (why, "") if isinstance(why, Why) else why


def _carried_out(row: Transition, s: Situation) -> File:
    """The file after the act: effect, state, clock, and what follows by itself."""
    file = row.effect(s)
    if not row.also:
        file = _moved(row, s, file)
    elif row.kind == "task":
        file = with_task(file, entered(_task(file, s), _task(file, s).state, s.now))
    if file.case is not None:
        case = replace(file.case, changed=s.now) if row.kind != "alert" else file.case
        file = replace(file, case=row.clock(case, s.now))
    return lapse(settle(set_deadlines(s.file, file), s.now))


def _moved(row: Transition, s: Situation, file: File) -> File:
    if isinstance(row.target, TaskState):
        return with_task(file, entered(_task(file, s), row.target, s.now))
    if isinstance(row.target, CaseState) and file.case:
        return replace(file, case=replace(file.case, state=row.target))
    if isinstance(row.target, AlertState) and file.alert:
        return replace(file, alert=replace(file.alert, state=row.target))
    if isinstance(row.target, TerminalState) and file.terminal:
        return replace(file, terminal=replace(file.terminal, state=row.target))
    return file


def _draft(act: Act, s: Situation, old: File, new: File) -> Draft:
    was = {task.id: task for task in old.tasks}
    pairs: list[tuple[Written | None, Written]] = []
    if new.alert is not None:
        pairs.append((old.alert, new.alert))
    if new.case is not None:
        same = old.case is not None and old.case.id == new.case.id
        pairs.append((old.case if same else None, new.case))
    pairs += [(was.get(task.id), task) for task in new.tasks]
    pairs += terminal_pairs(old, new)
    return draft(
        act.name,
        pairs,
        subject=_named(act, new),
        touched=touched(old, new),
        reason=act.reason.strip(),
        on_behalf_of=s.person if s.person != s.by.id else "",
    )


def _named(act: Act, new: File) -> str:
    """The key of the object that an act made, else the one that it was done to."""
    if BY_ACT[act.name].sources:
        return act.subject
    made = new.terminal or new.case
    return key_of(made) if made else act.subject


def _task(file: File, s: Situation) -> Task:
    return next(task for task in file.tasks if task.id == s.task_id)
