"""A ledger entry as a sentence: who, in which post, did what to what, and why."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.model import Entry, Role
from widgets import formats, words

NOTE = "log.note"
"""The act of a note in the duty log."""


def post(entry: Entry) -> str:
    """The word for the actor's role; an unknown one as it is written."""
    try:
        return words.word(Role(entry.role))
    except ValueError:
        return entry.role


def subject(entry: Entry) -> str:
    """The bare id of what was acted on."""
    return entry.subject.partition(":")[2] or entry.subject


def sentence(entry: Entry, *, about: str = "") -> str:
    """张三（值班长）立案 C-…：理由; without its time, which stands before it.

    `about` is the id of the case it is told of: that need not be said again.
    """
    who = (
        entry.actor
        if entry.role == Role.SYSTEM
        else QCoreApplication.translate("sentences", "%1（%2）")
    )
    who = who.replace("%1", entry.actor).replace("%2", post(entry))
    if entry.on_behalf_of:
        who += QCoreApplication.translate("sentences", "代 %1").replace("%1", entry.on_behalf_of)
    gap = "" if who.endswith("）") else " "
    on = "" if subject(entry) == about else subject(entry)
    text = f"{who}{gap}{words.act(entry.act)} {on}".rstrip()
    return text + (
        QCoreApplication.translate("sentences", "：%1").replace("%1", entry.reason)
        if entry.reason
        else ""
    )


def line(entry: Entry, now: datetime, *, about: str = "") -> str:
    """A sentence behind its time and number."""
    return f"{formats.day_time(entry.at, now)}  #{entry.seq}  {sentence(entry, about=about)}"
