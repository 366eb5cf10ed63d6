"""Objects before and after -> what an entry holds of them, and back again."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

import msgspec

from app.casework.acts import Draft, File
from app.model import Alert, Case, Task
from app.model.entry import Fields

Thing = Alert | Case | Task
T = TypeVar("T", Alert, Case, Task)

KEYS: dict[type, str] = {Alert: "alert", Case: "case", Task: "task"}


def key_of(thing: Thing) -> str:
    """Object key: "case:C-…"."""
    return f"{KEYS[type(thing)]}:{thing.id}"


def plain(thing: Thing | None) -> dict[str, Any]:
    """An object's fields as JSON's own values; empty where there is none."""
    return {} if thing is None else msgspec.to_builtins(thing)


def draft(
    act: str,
    pairs: Sequence[tuple[Thing | None, Thing]],
    *,
    subject: str = "",
    reason: str = "",
    on_behalf_of: str = "",
) -> Draft:
    """What changed in each (before, after); the subject is the first object unless it is named."""
    before: Fields = {}
    after: Fields = {}
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
    alert, case = file.alert, file.case
    tasks = {task.id: task for task in file.tasks}
    for key, fields in made.after.items():
        kind, _, ident = key.partition(":")
        if kind == "alert":
            alert = folded(alert, fields, Alert)
        elif kind == "case":
            case = folded(case, fields, Case)
        else:
            tasks[ident] = folded(tasks.get(ident), fields, Task)
    return replace(file, alert=alert, case=case, tasks=tuple(tasks.values()))
