"""Gathers what a decision looks at: the object acted on and what hangs together with it."""

from math import inf
from typing import Any

from app.casework.acts import Act, File, NewId
from app.catalogue import items
from app.clock import CHINA
from app.model import Alert, Case, Chain, Locate, Newcomer, Task, Terminal, TerminalState
from app.store import Transaction

PREFIXES = {"alert": "A", "case": "C", "task": "T", "fence": "F", "letter": "L", "command": "D"}


def file_of(store: Transaction, act: Act, locate: Locate) -> File:
    """The file for an act; empty where its subject does not exist."""
    alert, case = _subject(store, act.subject)
    terminal, newcomer = _terminal(store, act)
    return File(
        alert=alert,
        case=case,
        tasks=store.tasks(case.id) if case else (),
        target=_target(store, act),
        items=items(),
        units=store.units(),
        chain=_chain(act, locate),
        terminal=terminal,
        newcomer=newcomer,
    )


def ids(store: Transaction) -> NewId:
    """Ids that say the day and the entry that made them: the same acts give the same ids."""
    made: dict[str, int] = {}
    day = store.now.astimezone(CHINA)
    seq = store.next_seq

    def new_id(kind: str) -> str:
        made[kind] = made.get(kind, 0) + 1
        suffix = f"-{made[kind]}" if made[kind] > 1 else ""
        return f"{PREFIXES[kind]}-{day:%Y%m%d}-{seq:06d}{suffix}"

    return new_id


def _subject(store: Transaction, key: str) -> tuple[Alert | None, Case | None]:
    """The alert and the case that a key leads to; a case's alert comes with it, and back."""
    kind, _, ident = key.partition(":")
    alert = store.one(Alert, key) if kind == "alert" and ident else None
    task = store.one(Task, key) if kind == "task" and ident else None
    named = {"case": ident, "alert": alert and alert.case, "task": task and task.case}.get(kind)
    case = store.one(Case, f"case:{named}") if named else None
    if alert is None and case is not None and case.alert:
        alert = store.one(Alert, f"alert:{case.alert}")
    return alert, case


def _terminal(store: Transaction, act: Act) -> tuple[Terminal | None, Newcomer | None]:
    """A terminal of the register, or one that waits to be, and who knocks under its number.

    Of several devices the one that the act names, else the last.
    """
    kind, _, phone = act.subject.partition(":")
    if kind != "terminal":
        return None, None
    if not phone:  # a number that is to be entered
        phone = str(act.fields.get("phone") or "").strip().lstrip("0")
    known = store.one(Terminal, f"terminal:{phone}") if phone else None
    named = act.fields.get("device")
    callers = store.newcomers(phone)
    caller = next((one for one in callers if not named or one.device == named), None)
    if known is None and callers:
        known = Terminal(id=phone, state=TerminalState.WAITING)
    return known, caller


def _target(store: Transaction, act: Act) -> Case | None:
    """The case that another case or an alert is merged into."""
    named = act.fields.get("case")
    return store.one(Case, f"case:{named}") if named and isinstance(named, str) else None


def _chain(act: Act, locate: Locate) -> Chain | None:
    """Where a position given by hand lies; what is no position is left for the act to refuse."""
    lon: Any = act.fields.get("lon")
    lat: Any = act.fields.get("lat")
    accuracy: Any = act.fields.get("accuracy_m") or 0.0
    if not all(isinstance(value, int | float) for value in (lon, lat, accuracy)):
        return None
    on_earth = abs(lon) <= 180.0 and abs(lat) <= 90.0 and 0.0 <= accuracy < inf  # no for nan
    return locate(lon, lat, accuracy) if on_earth else None
