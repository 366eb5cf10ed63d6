"""What the desk's thread does with a terminal that knocks: its code, or a place in quarantine.

Admitting and refusing are acts of persons (`casework.terminal_rows`); nothing here decides.
"""

from collections.abc import Callable
from dataclasses import replace

import msgspec

from app.casework.acts import Act, Refusal
from app.model import SYSTEM, Newcomer, Role, Terminal, TerminalState
from app.records import decide_record
from app.store import Transaction

FULL = "quarantine full, the oldest dropped"
"""The reason under which newcomers are counted that others crowded out."""

SOURCE = "jt808"

_ONE_DEVICE = frozenset({"terminal.replace", "terminal.turn_away"})
_WHOLE_NUMBER = frozenset({"terminal.admit", "terminal.refuse", "terminal.enter"})


def register(store: Transaction, *, caller: Newcomer, new_auth: Callable[[], str]) -> Terminal:
    """The terminal as the register has it, with its code where it is let in, else without.

    One that registers again keeps its code; only what differs is written. A stranger, and another
    device under a known number, wait in quarantine: whoever knows a number is not its terminal.
    """
    known = store.one(Terminal, f"terminal:{caller.phone}")
    caller = replace(caller, first=store.now, last=store.now)
    if known is None:
        _wait(store, caller)
        return Terminal(id=caller.phone, state=TerminalState.WAITING)
    if known.state is not TerminalState.ADMITTED:
        return replace(known, auth="")
    if known.device and known.device != caller.device:
        if caller.device not in known.turned_away:
            _wait(store, caller)
        return replace(known, auth="")
    wanted = seen(known, caller, auth=known.auth or new_auth())
    if wanted != known:
        act = Act(
            name="terminal.register",
            subject=f"terminal:{known.id}",
            fields=msgspec.to_builtins(wanted),
        )
        draft = decide_record(act, store.known_fields(act.subject), SYSTEM)
        assert not isinstance(draft, Refusal), draft
        store.append([draft], by=SYSTEM, role=Role.SYSTEM)
    return wanted


def seen(known: Terminal, caller: Newcomer, *, auth: str) -> Terminal:
    """The terminal with what its device says of itself now."""
    return replace(
        known,
        maker=caller.maker,
        model=caller.model,
        serial=caller.serial,
        plate=caller.plate,
        version=caller.version or known.version,
        auth=auth,
    )


def decided(store: Transaction, act: Act, subject: str) -> None:
    """Take off the list whom an act has decided on."""
    phone = subject.partition(":")[2]
    if act.name in _WHOLE_NUMBER:
        store.dismiss(phone)
    elif act.name in _ONE_DEVICE:
        callers = store.newcomers(phone)
        named = act.fields.get("device") or next((one.device for one in callers), "")
        store.dismiss(phone, named)


def _wait(store: Transaction, caller: Newcomer) -> None:
    for _ in range(store.knock(caller)):
        store.refuse(SOURCE, FULL)
