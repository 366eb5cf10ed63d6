"""A desk made ready for the demonstration: its units enrolled, its roster written.

Takes a hierarchy by what it needs of one, so that nothing of the map is imported here.
"""

import secrets
from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import msgspec

from app.casework.acts import Act, Refusal
from app.demo.roster import Roster, roster, spots
from app.desk import Desk
from app.ingest.simulation import motion
from app.ingest.simulation.terminal import device_of_beat
from app.model import SYSTEM, Entry, Place, Terminal, Unit
from app.private import make_file, make_folder
from app.store import queries

REASON = "演示：虚构的力量"


class Places(Protocol):
    """What the demonstration needs of a hierarchy."""

    def children(self, code: str) -> Sequence[Place]: ...

    def centre(self, code: str) -> tuple[float, float]: ...


class DemoError(RuntimeError):
    """The demonstration did something that the desk refused."""


def roster_of(places: Places) -> Roster:
    """The demonstration's roster over these places."""
    return roster(spots(places.children, places.centre))


def enrol(desk: Desk, places: Places) -> Roster:
    """Enrol the roster's units and put their terminals on the register; on a desk that has them
    already nothing is written."""
    made = roster_of(places)
    enrol_units(desk, made.units)
    put_on_register(desk, map(device_of_beat, made.beats))
    return made


def enrol_units(desk: Desk, units: Iterable[Unit]) -> None:
    """Enrol units as the system, and wait until they are stored; a card keeps its number."""
    cards = {unit.id: unit.card for unit in desk.ask(queries.units).result()}
    waiting = [_enrol(desk, unit, cards.get(unit.id, unit.card)) for unit in units]
    for done in waiting:
        accepted(done.result(), "unchanged")


def put_on_register(desk: Desk, terminals: Iterable[Terminal]) -> None:
    """Let terminals in as the system, each with a code of its own; those there keep theirs."""
    known = desk.roll()
    waiting = [_register(desk, one) for one in terminals if one.id not in known]
    for done in waiting:
        accepted(done.result())


def write_roster(path: Path, places: Places) -> Path:
    """Write the simulator's roster file; the path again, for the command line."""
    make_folder(path.parent)
    make_file(path)
    motion.write_roster(path, roster_of(places).beats)
    return path


def accepted(done: Entry | Refusal, *also: str) -> Entry | None:
    """The entry; None for a refusal that is expected. Any other raises DemoError."""
    if isinstance(done, Refusal):
        if done.code in also:
            return None
        raise DemoError(f"refused: {done.code} {done.detail}")
    return done


def _enrol(desk: Desk, unit: Unit, card: str) -> "Future[Entry | Refusal]":
    fields = {
        "name": unit.name,
        "kind": unit.kind,
        "terminal": unit.terminal,
        "home": unit.home,
        "people": unit.people,
        "handler": unit.handler,
        "card": card,
    }
    act = Act(name="unit.enrol", subject=f"unit:{unit.id}", fields=fields, reason=REASON)
    return desk.do(act, SYSTEM)


def _register(desk: Desk, terminal: Terminal) -> "Future[Entry | Refusal]":
    whole = replace(terminal, auth=terminal.auth or secrets.token_hex(8))
    fields = {name: value for name, value in msgspec.to_builtins(whole).items() if name != "id"}
    subject = f"terminal:{terminal.id}"
    return desk.do(Act(name="terminal.register", subject=subject, fields=fields), SYSTEM)
