"""Questions about the register of terminals: who is in it, who knocks, what was sent down."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.model import Command, Newcomer, Terminal, TerminalState, Unit
from app.store import newcomers
from app.store.queries.rows import all_of
from app.store.store import Reader

RECENT = 50
"""Commands of one terminal that are shown, the latest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TerminalRow:
    """A line of the register, or somebody who knocks (`caller`); `known` is what the register has.

    `unit` carries it. `twin`: the number under which the same device is registered already.
    `command`: the last that was sent to it.
    """

    phone: str
    known: Terminal | None = None
    caller: Newcomer | None = None
    unit: Unit | None = None
    twin: str = ""
    command: Command | None = None

    @property
    def state(self) -> TerminalState:
        return self.known.state if self.known else TerminalState.WAITING

    @property
    def key(self) -> str:
        """Number and device, so that each device that knocks is a row of its own."""
        return f"{self.phone}|{self.caller.device}" if self.caller else self.phone


def terminal_board(reader: Reader) -> list[TerminalRow]:
    """Who knocks first, the last to do so on top; then the register by number."""
    known = {one.id: one for one in all_of(reader, Terminal, "SELECT body FROM terminals")}
    units = {
        one.terminal: one
        for one in all_of(reader, Unit, "SELECT body FROM units WHERE terminal <> '' ORDER BY id")
    }
    devices = {one.device: one.id for one in known.values() if one.device}
    sent = _last_commands(reader)
    calling = [
        TerminalRow(
            phone=caller.phone,
            known=known.get(caller.phone),
            caller=caller,
            unit=units.get(caller.phone),
            twin=devices.get(caller.device, ""),
        )
        for caller in newcomers.every(reader.db)
    ]
    return calling + [
        TerminalRow(phone=phone, known=one, unit=units.get(phone), command=sent.get(phone))
        for phone, one in sorted(known.items())
    ]


def newcomer_count(reader: Reader) -> int:
    """How many devices wait for somebody to decide on them."""
    (count,) = reader.db.execute("SELECT count(*) FROM newcomers").fetchone()
    return int(count)


def live_commands(reader: Reader) -> list[Command]:
    """Commands that are waiting or under way, in the order in which they were made."""
    return all_of(reader, Command, "SELECT body FROM commands WHERE live = 1 ORDER BY made, id")


def commands_of_terminal(reader: Reader, phone: str) -> list[Command]:
    """The last commands to a terminal, the newest first."""
    return all_of(
        reader,
        Command,
        "SELECT body FROM commands WHERE terminal = ? ORDER BY made DESC, id DESC LIMIT ?",
        phone,
        RECENT,
    )


def commands(reader: Reader, idents: Iterable[str]) -> list[Command]:
    """Commands by their ids, in the order in which they were made."""
    wanted = list(idents)
    marks = ", ".join("?" * len(wanted))
    return all_of(
        reader, Command, f"SELECT body FROM commands WHERE id IN ({marks}) ORDER BY made", *wanted
    )


def _last_commands(reader: Reader) -> dict[str, Command]:
    """The last command of each terminal."""
    bodies = all_of(
        reader,
        Command,
        "SELECT body FROM commands AS one WHERE made ="
        " (SELECT max(made) FROM commands WHERE terminal = one.terminal) ORDER BY id",
    )
    return {one.terminal: one for one in bodies}
