"""The question of the duty log: the latest entries, and what their ids mean in words."""

from app.model import Officer
from app.store import queries
from app.store.store import Reader
from widgets import words
from widgets.models.cases import short_number
from widgets.models.entries import LogLine

LIMIT = 500
"""Entries that are listed; the ledger holds them all."""


def log_lines(
    reader: Reader, officer: Officer, case: str = "", limit: int = LIMIT
) -> list[LogLine]:
    """The latest entries, or those that touched one case, newest first."""
    found = queries.entries(reader, f"case:{case}" if case else "", limit)
    every = queries.units(reader)
    units = {unit.id: unit.name for unit in every}
    carried = {unit.terminal: unit.name for unit in every if unit.terminal}
    subjects = sorted({entry.subject for entry in found})
    said = {key: one for key in subjects if (one := _said(reader, key, units, carried))}
    named = {key.partition(":")[2]: text for key, (text, _) in said.items()}
    named |= units | {officer.id: officer.name}
    return [LogLine(entry, named, said.get(entry.subject, ("", ""))[1]) for entry in found]


def _said(
    reader: Reader, subject: str, units: dict[str, str], carried: dict[str, str]
) -> tuple[str, str] | None:
    """(words, case) of an object; None where it has no better name than its id.

    A terminal is named by the unit that carries it, a command by its terminal.
    """
    kind, _, ident = subject.partition(":")
    if kind == "case" and (case := queries.case(reader, ident)):
        return f"{short_number(ident)} {case.title}", ident
    if kind == "task" and (task := queries.task(reader, ident)):
        return f"{units.get(task.unit, task.unit)} → {short_number(task.case)}", task.case
    if kind == "alert" and (alert := queries.alert(reader, ident)):
        who = units.get(alert.unit, alert.unit or alert.terminal)
        return f"{words.word(alert.kind)} {who}".rstrip(), alert.case
    if kind == "terminal":
        return f"{carried.get(ident, '')} {ident}".strip(), ""
    for command in queries.commands(reader, [ident]) if kind == "command" else ():
        phone = command.terminal
        return f"{words.word(command.kind)} → {carried.get(phone, phone)}", command.case
    return None
