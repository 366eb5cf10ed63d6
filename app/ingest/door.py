"""The door of JT/T 808: who is on the register, who knocks, and by which words each is answered."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hmac import compare_digest

from app.ingest.downlink import Downlink
from app.ingest.jt808_frame import Frame
from app.ingest.jt808_session import (
    NO_TERMINAL,
    REGISTERED,
    VEHICLE_TAKEN,
    Registration,
)
from app.ingest.pace import Quota
from app.model import Newcomer, Terminal, TerminalState

Register = Callable[[Newcomer], Future[Terminal]]
"""Who calls -> the terminal of the register, with its code where it is let in, else without."""

Post = Callable[[Callable[[], None]], object]
"""Has something done on the thread of the connections, whoever asks for it."""

AGAIN_S = 10.0
"""A device that knocks is written down so often at most."""

_MOST_KNOCKS = 4096
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)

NOT_ADMITTED, NOT_AUTHENTICATED = "terminal not admitted", "not authenticated"
OTHER_DEVICE = "another device under this number"
OUTSIDE: Mapping[TerminalState, str] = {
    TerminalState.WAITING: NOT_ADMITTED,
    TerminalState.REFUSED: "terminal refused",
    TerminalState.SUSPENDED: "terminal suspended",
}
"""Why nothing is believed of a terminal that the register does not let in."""


def at_once(do: Callable[[], None]) -> None:
    """For connections that have no thread of their own."""
    do()


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """What connections share. `roll`: the register by number, as it stands.

    `require_auth` false: who is on the register is believed without a code. `newcomers`: how many
    unknown devices a host may bring in a while. `knocks`: when a device was last written down.
    """

    register: Register
    roll: Mapping[str, Terminal]
    refuse: Callable[[str], None]
    newcomers: Quota
    require_auth: bool = True
    downlink: Downlink | None = None
    post: Post = at_once
    knocks: "OrderedDict[tuple[str, str], float]" = field(default_factory=OrderedDict)

    def outside(self, phone: str) -> str:
        """Why a terminal is not let in whatever code it has; "" where it is."""
        known = self.roll.get(phone)
        return NOT_ADMITTED if known is None else OUTSIDE.get(known.state, "")

    def ask(self, caller: Newcomer, *, now_s: float) -> Terminal | Future[Terminal]:
        """A registration: known and as before it is answered at once, else the desk is asked."""
        known = self.roll.get(caller.phone)
        if known is not None and settled(known, caller):
            return known
        if known is not None and known_as(known, caller):
            # What it says of itself is written again, but not as often as it likes to change it.
            again = bool(known.auth) and not self._due(caller, now_s)
            return known if again else self.register(caller)
        if self.may_knock(caller, now_s=now_s):
            return self.register(caller)
        return replace(known or Terminal(id=caller.phone), auth="")

    def check(self, caller: Newcomer, code: str, *, now_s: float) -> str:
        """Why the code that a terminal shows does not let it in; "" where it does.

        A stranger with a code of its own is written down, and nobody waits for that.
        """
        known = self.roll.get(caller.phone)
        if known is None and self.may_knock(caller, now_s=now_s):
            self.register(caller)
        right = known is not None and _right(known.auth, code)
        return self.outside(caller.phone) or ("" if right else "wrong authentication code")

    def may_knock(self, caller: Newcomer, *, now_s: float) -> bool:
        """Whether a stranger is worth telling the desk of: not just told, and not too many."""
        listed = (caller.phone, caller.device) in self.knocks
        if not listed and not self.newcomers.take(caller.host, now_s=now_s):
            self.refuse("too many registrations")
            return False
        return self._due(caller, now_s)

    def _due(self, caller: Newcomer, now_s: float) -> bool:
        """Whether a device was not written down just now; it is noted that it is."""
        key = (caller.phone, caller.device)
        if now_s - self.knocks.get(key, -AGAIN_S) < AGAIN_S:
            return False
        self.knocks[key] = now_s
        self.knocks.move_to_end(key)
        if len(self.knocks) > _MOST_KNOCKS:
            self.knocks.popitem(last=False)
        return True


def caller_of(frame: Frame, host: str, wanted: Registration | None = None) -> Newcomer:
    """Who calls, by what it says; the desk sets the times."""
    blank = Newcomer(phone=frame.phone, version=frame.version, host=host, first=_NEVER, last=_NEVER)
    if wanted is None:
        return blank
    return Newcomer(
        phone=frame.phone,
        maker=wanted.maker,
        model=wanted.model,
        serial=wanted.terminal,
        plate=wanted.plate,
        version=wanted.version,
        host=host,
        first=_NEVER,
        last=_NEVER,
    )


def known_as(known: Terminal, caller: Newcomer) -> bool:
    """Whether the register lets this device in under its number."""
    inside = known.state is TerminalState.ADMITTED
    return inside and known.device in ("", caller.device)


def settled(known: Terminal, caller: Newcomer) -> bool:
    """Whether the desk need not be asked: it has decided, and would write nothing new."""
    if known.state is not TerminalState.ADMITTED or caller.device in known.turned_away:
        return True
    return bool(known.auth) and same_as(known, caller)


def same_as(known: Terminal, caller: Newcomer) -> bool:
    """Whether a registration says nothing that the register does not have."""
    return (known.maker, known.model, known.serial, known.plate, known.version) == (
        *(caller.maker, caller.model, caller.serial, caller.plate),
        caller.version,
    )


def verdict(terminal: Terminal, caller: Newcomer) -> tuple[int, str]:
    """The result of 0x8100 and, where a terminal is not let in, the reason that is counted.

    A number that has another device is a vehicle registered already; the rest is no terminal of
    the register.
    """
    if terminal.state in OUTSIDE:
        return NO_TERMINAL, OUTSIDE[terminal.state]
    if terminal.device and terminal.device != caller.device:
        return VEHICLE_TAKEN, OTHER_DEVICE
    return (REGISTERED, "") if terminal.auth else (NO_TERMINAL, NOT_ADMITTED)


def _right(code: str, shown: str) -> bool:
    return bool(code) and compare_digest(code.encode(), shown.encode())
