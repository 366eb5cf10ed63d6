"""A ledger entry as a sentence: who, in which post, did what to what, and why."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from app.model import CommandState, Entry, Role
from widgets import formats, words

_ALONE = frozenset(
    {
        "desk.note",
        "desk.export",
        "desk.retention",
        "desk.lock",
        "desk.unlock",
        "desk.unlock_failed",
        "desk.code",
        "desk.code_cleared",
    }
)
"""Acts about nothing but the shift or the desk: what they were done to need not be said."""


_REPORT = "command.report"


def post(entry: Entry) -> str:
    """The word for the actor's role; an unknown one as it is written."""
    try:
        return words.word(Role(entry.role))
    except ValueError:
        return entry.role


def subject(entry: Entry) -> str:
    """The bare id of what was acted on."""
    return entry.subject.partition(":")[2] or entry.subject


def sentence(
    entry: Entry, *, about: str = "", named: Mapping[str, str] = MappingProxyType({})
) -> str:
    """张三（值班长）立案 C-…：理由; without its time, which stands before it.

    `about` is the id of the case it is told of: that need not be said again. `named` holds what
    to say instead of an id: the officer, the unit of a task, the kind of an alert.
    """
    who = (
        post(entry)
        if entry.role == Role.SYSTEM
        else QCoreApplication.translate("sentences", "%1（%2）")
    )
    who = who.replace("%1", named.get(entry.actor, entry.actor)).replace("%2", post(entry))
    if entry.on_behalf_of:
        who += QCoreApplication.translate("sentences", "代 %1").replace("%1", entry.on_behalf_of)
    return _said(who, entry, about=about, named=named)


def brief(entry: Entry, *, about: str = "", named: Mapping[str, str] = MappingProxyType({})) -> str:
    """张三 立案：理由, as `sentence` without post; （代） where it was done for another."""
    alone = entry.role == Role.SYSTEM
    who = post(entry) if alone else named.get(entry.actor, entry.actor)
    if entry.on_behalf_of:
        who = QCoreApplication.translate("sentences", "%1（代）").replace("%1", who)
    return _said(who, entry, about=about, named=named)


def _said(who: str, entry: Entry, *, about: str, named: Mapping[str, str]) -> str:
    gap = "" if who.endswith("）") else " "
    ident = subject(entry)
    on = "" if ident == about or entry.act in _ALONE else named.get(ident, ident)
    text = f"{who}{gap}{words.act(entry.act)} {on}".rstrip()
    why = entry.reason or _sent(entry)
    return text + (
        QCoreApplication.translate("sentences", "：%1").replace("%1", why) if why else ""
    )


def _sent(entry: Entry) -> str:
    """What was sent down to a terminal, or what became of it; "" of any other entry."""
    fields = next((body for key, body in entry.after.items() if key.startswith("command:")), {})
    if entry.act == _REPORT:
        state = str(fields.get("state", ""))
        return words.word(CommandState(state)) if state in set(CommandState) else ""
    return " ".join(str(fields.get("text", "")).split())


def line(
    entry: Entry,
    now: datetime,
    *,
    about: str = "",
    named: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """A sentence behind its time and number."""
    said = sentence(entry, about=about, named=named)
    return f"{formats.day_time(entry.at, now)}  #{entry.seq}  {said}"


def short_line(
    entry: Entry,
    now: datetime,
    *,
    about: str = "",
    named: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """A brief sentence behind its time, for a narrow column; `line` has the rest."""
    return f"{formats.day_time(entry.at, now)}  {brief(entry, about=about, named=named)}"
