"""What the acts on a terminal write: its place in the register, who carries it, what is sent."""

from dataclasses import replace
from datetime import timedelta

from app.casework.acts import File
from app.casework.drafts import Written, key_of
from app.casework.situation import Situation
from app.model import Command, CommandKind, Newcomer, Terminal, TerminalState, Unit

MOST_TURNED_AWAY = 16
"""Devices remembered as refused under one number, the latest."""


def enter(s: Situation) -> File:
    """A number put into the register before its terminal ever called."""
    terminal = Terminal(id=s.field("phone").strip().lstrip("0"), registered=s.now)
    return _bound(replace(s.file, terminal=terminal), s.field("unit"))


def admit(s: Situation) -> File:
    """The device that was seen, or the number alone; its code is given when it registers."""
    terminal = replace(_as(s.terminal, s.file.newcomer), registered=s.now, auth="", why="")
    return _bound(replace(s.file, terminal=terminal), s.field("unit"))


def refuse(s: Situation) -> File:
    terminal = replace(_as(s.terminal, s.file.newcomer), auth="", why=s.act.reason.strip())
    return replace(s.file, terminal=terminal)


def change_device(s: Situation) -> File:
    """Another device under the number; the code of the one before is void."""
    return replace(s.file, terminal=replace(_as(s.terminal, s.file.newcomer), auth=""))


def turn_away(s: Situation) -> File:
    """Another device is remembered as refused, and the one in use stays."""
    assert s.file.newcomer is not None
    others = [one for one in s.terminal.turned_away if one != s.file.newcomer.device]
    kept = (*others, s.file.newcomer.device)[-MOST_TURNED_AWAY:]
    return replace(s.file, terminal=replace(s.terminal, turned_away=kept))


def relent(s: Situation) -> File:
    return replace(s.file, terminal=replace(s.terminal, turned_away=()))


def suspend(s: Situation) -> File:
    return replace(s.file, terminal=replace(s.terminal, why=s.act.reason.strip()))


def resume(s: Situation) -> File:
    return replace(s.file, terminal=replace(s.terminal, why=""))


def bind(s: Situation) -> File:
    """The unit that carries it from now on, or nobody."""
    return _bound(s.file, s.field("unit"), only=True)


def send_text(s: Situation) -> File:
    return _sent(
        s,
        CommandKind.TEXT,
        text=s.field("text").strip(),
        urgent=s.field("urgent", default=False),
        speak=s.field("speak", default=False),
    )


def ask_position(s: Situation) -> File:
    return _sent(s, CommandKind.ASK)


def track(s: Situation) -> File:
    """A position every so many seconds, for so many minutes."""
    return _sent(
        s,
        CommandKind.TRACK,
        interval_s=int(s.field("interval_s")),
        validity_s=s.field("minutes") * 60,
    )


def untrack(s: Situation) -> File:
    return _sent(s, CommandKind.UNTRACK)


def terminal_pairs(old: File, new: File) -> list[tuple[Written | None, Written]]:
    """(before, after) of the terminal, of the units whose terminal changed, and of a command."""
    pairs: list[tuple[Written | None, Written]] = []
    if new.terminal is not None:
        kept = old.terminal is not None and old.terminal.state is not TerminalState.WAITING
        pairs.append((old.terminal if kept else None, new.terminal))
    was = {unit.id: unit for unit in old.units}
    pairs += [(was.get(unit.id), unit) for unit in new.units if unit != was.get(unit.id)]
    if new.command is not None and new.command != old.command:
        pairs.append((None, new.command))
    return pairs


def touched(old: File, new: File) -> tuple[str, ...]:
    """What a command is about, and does not change: its terminal, unit and case."""
    command = new.command
    if command is None or command == old.command or new.terminal is None:
        return ()
    case = f"case:{command.case}" if command.case else ""
    unit = f"unit:{command.unit}" if command.unit else ""
    return tuple(key for key in (key_of(new.terminal), unit, case) if key)


def _sent(
    s: Situation,
    kind: CommandKind,
    *,
    text: str = "",
    urgent: bool = False,
    speak: bool = False,
    interval_s: int = 0,
    validity_s: int = 0,
) -> File:
    """The command as it is to be sent; without `wait_minutes` at once, or not at all."""
    wait = s.field("wait_minutes", default=0)
    carrier = next((unit.id for unit in s.file.units if unit.terminal == s.terminal.id), "")
    command = Command(
        id=s.new_id("command"),
        terminal=s.terminal.id,
        kind=kind,
        by=s.person,
        made=s.now,
        text=text,
        urgent=urgent,
        speak=speak,
        interval_s=interval_s,
        validity_s=validity_s,
        until=s.now + timedelta(minutes=wait) if wait else None,
        case=s.field("case"),
        unit=carrier,
    )
    return replace(s.file, command=command)


def _as(terminal: Terminal, seen: Newcomer | None) -> Terminal:
    """The terminal with what its newest device says of itself."""
    if seen is None:
        return terminal
    return replace(
        terminal,
        maker=seen.maker,
        model=seen.model,
        serial=seen.serial,
        plate=seen.plate,
        version=seen.version or terminal.version,
    )


def _bound(file: File, ident: str, *, only: bool = False) -> File:
    """The terminal is that unit's and no other's; without a unit it is nobody's, if `only`."""
    assert file.terminal is not None
    phone = file.terminal.id
    if not ident and not only:
        return file
    return replace(file, units=tuple(_carrying(unit, phone, ident) for unit in file.units))


def _carrying(unit: Unit, phone: str, ident: str) -> Unit:
    if unit.id == ident:
        return replace(unit, terminal=phone)
    return replace(unit, terminal="") if unit.terminal == phone else unit
