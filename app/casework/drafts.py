"""Objects before and after -> what an entry holds of them, and back again."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

import msgspec

from app.casework.acts import Draft, File
from app.model import Alert, Case, Command, Task, Terminal, Unit
from app.model.entry import Fields

Thing = Alert | Case | Task | Terminal
"""What acts are done to."""

Written = Thing | Unit | Command
"""What entries hold."""

T = TypeVar("T", Alert, Case, Task, Terminal, Unit, Command)

KEYS: dict[type, str] = {
    Alert: "alert",
    Case: "case",
    Task: "task",
    Terminal: "terminal",
    Unit: "unit",
    Command: "command",
}


def key_of(thing: Written) -> str:
    """Object key: "case:C-…"."""
    return f"{KEYS[type(thing)]}:{thing.id}"


def plain(thing: Written | None) -> dict[str, Any]:
    """An object's fields as JSON's own values; empty where there is none."""
    return {} if thing is None else msgspec.to_builtins(thing)


def draft(
    act: str,
    pairs: Sequence[tuple[Written | None, Written]],
    *,
    subject: str = "",
    touched: Sequence[str] = (),
    reason: str = "",
    on_behalf_of: str = "",
) -> Draft:
    """What changed in each (before, after); the subject is the first object unless it is named.

    `touched`: keys of objects that it is about and does not change, for their histories.
    """
    before: Fields = {key: {} for key in touched}
    after: Fields = {key: {} for key in touched}
    for old, new in pairs:
        was, now = plain(old), plain(new)
        changed = {
            name: value for name, value in now.items() if name not in was or was[name] != value
        }
        if changed:
            after[key_of(new)] = changed
            before[key_of(new)] = {name: was[name] for name in changed if name in was}
    return Draft(
        act=act,
        subject=subject or key_of(pairs[0][1]),
        before=before,
        after=after,
        reason=reason,
        on_behalf_of=on_behalf_of,
    )


def folded(thing: T | None, after: dict[str, Any], kind: type[T]) -> T:
    """An object with the fields of an entry's `after` laid over it."""
    return msgspec.convert({**plain(thing), **after}, kind)


def fold(file: File, made: Draft) -> File:
    """The file as it stands once a draft has been written: what the ledger's projection does."""
    alert, case, terminal, command = file.alert, file.case, file.terminal, file.command
    tasks = {task.id: task for task in file.tasks}
    units = {unit.id: unit for unit in file.units}
    for key, fields in made.after.items():
        kind, _, ident = key.partition(":")
        if kind == "alert":
            alert = folded(alert, fields, Alert)
        elif kind == "case":
            case = folded(case, fields, Case)
        elif kind == "terminal":
            terminal = folded(terminal, fields, Terminal)
        elif kind == "command":
            command = folded(command, fields, Command)
        elif kind == "unit":
            units[ident] = folded(units[ident], fields, Unit)
        else:
            tasks[ident] = folded(tasks.get(ident), fields, Task)
    return replace(
        file,
        alert=alert,
        case=case,
        tasks=tuple(tasks.values()),
        terminal=terminal,
        command=command,
        units=tuple(units.values()),
    )
