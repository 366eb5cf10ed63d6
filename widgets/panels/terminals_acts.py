"""What can be done with a row of the register of terminals, as a table; deciding is the desk's."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt

from app.casework.acts import File
from app.casework.decide import allowed
from app.model import Officer, Terminal, TerminalState
from widgets import words
from widgets.models.terminals import TerminalLine

Key = Qt.Key


class Choice(NamedTuple):
    """A key, and the acts that it stands for: the first that is allowed is the one."""

    key: Qt.Key
    said: str
    acts: tuple[str, ...]


CHOICES: tuple[Choice, ...] = (
    Choice(Key.Key_Return, "⏎", ("terminal.admit", "terminal.replace")),
    Choice(Key.Key_R, "R", ("terminal.refuse", "terminal.turn_away")),
    Choice(Key.Key_T, "T", ("terminal.text",)),
    Choice(Key.Key_P, "P", ("terminal.ask",)),
    Choice(Key.Key_Y, "Y", ("terminal.track",)),
    Choice(Key.Key_W, "W", ("terminal.untrack",)),
    Choice(Key.Key_B, "B", ("terminal.bind",)),
    Choice(Key.Key_S, "S", ("terminal.suspend", "terminal.resume")),
    Choice(Key.Key_L, "L", ("terminal.relent",)),
)
ENTER = Choice(Key.Key_E, "E", ("terminal.enter",))
"""Needs no row."""

DECISIONS = frozenset(
    {"terminal.admit", "terminal.refuse", "terminal.replace", "terminal.turn_away"}
)
GO = "go"


def offers(line: TerminalLine, by: Officer, now: datetime) -> Iterator[tuple[Choice, str]]:
    """(choice, act) of what may be tried on a row; of who waits only what decides on it."""
    known = line.row.known or Terminal(id=line.row.phone, state=TerminalState.WAITING)
    names = set(allowed(File(terminal=known, newcomer=line.row.caller), by, now))
    names = names & DECISIONS if line.waits else names - {"terminal.replace", "terminal.turn_away"}
    for choice in CHOICES:
        act = next((name for name in choice.acts if name in names), "")
        if act:
            yield choice, act


def label(choice: Choice, act: str) -> str:
    """准入终端 ⏎: the act and its key."""
    text = QCoreApplication.translate("terminals", "%1 %2")
    return text.replace("%1", words.act(act)).replace("%2", choice.said)


def go_label() -> str:
    return QCoreApplication.translate("terminals", "在地图上定位")
