"""From said to believed: a message gives a fix, or the reason why it gives none.

One table for every wire format. What is remembered between messages is `Known`; nothing is stored.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from math import isfinite

from app.fixes.making import made
from app.fixes.motion import plausible
from app.fixes.sameness import same
from app.model import Fix, Message, Standing, UnitKind

AHEAD = timedelta(minutes=5)
"""How far a terminal's clock may run ahead before its time is not believed."""

TOO_OLD = timedelta(days=30)
"""No terminal keeps a fix so long: its receiver lost count of the weeks, or its clock stopped."""

NOTHING_KEPT = Standing()

Heard = Callable[[Fix], bool]
"""Whether a fix is already kept; asked only of one that is not the newest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a terminal: its current fix, a jump that waits to be confirmed, and what
    the rules keep of it."""

    current: Fix | None = None
    suspect: Fix | None = None
    standing: Standing = NOTHING_KEPT

    def after(self, fix: Fix) -> "Known":
        """What is known once `fix` has been taken."""
        if fix.current:
            return Known(current=fix, standing=self.standing)
        return replace(self, suspect=fix) if "jump" in fix.doubts else self


class Consequence(StrEnum):
    """What becomes of a message that a rule applies to."""

    REFUSED = "refused"  # it gives no fix
    NEVER_CURRENT = "never_current"  # its fix is kept, and never the terminal's current one
    FLAGGED = "flagged"  # its fix is kept and marked


@dataclass(slots=True)
class Said:
    """What the rules look at: a message, when it was heard and what was known before it.

    `fix` is the one it would give, with no doubts yet; the rules that refuse look at the message
    before they look at it, for it may lack a place or a time.
    """

    message: Message
    fix: Fix
    received: datetime
    before: Fix | None
    suspect: Fix | None
    kind: UnitKind | None
    heard: Heard


@dataclass(frozen=True, slots=True)
class Rule:
    """A reason, when it applies, and what comes of it."""

    name: str
    applies: Callable[[Said], bool]
    consequence: Consequence


def _encrypted(said: Said) -> bool:
    """JT/T 808 status bit 5, or a body that nobody here can read: not where it says it is."""
    return said.message.encrypted or "position_encrypted" in said.message.status


def _off_earth(said: Said) -> bool:
    lon, lat = said.message.lon, said.message.lat
    if lon is None or lat is None or not (isfinite(lon) and isfinite(lat)):
        return True
    return not (-180.0 <= lon <= 180.0 and -90.0 <= lat <= 90.0)


def _future(said: Said) -> bool:
    return said.fix.fix_time - said.received > AHEAD


def _too_old(said: Said) -> bool:
    return said.received - said.fix.fix_time > TOO_OLD


def _older(said: Said) -> bool:
    """Newest wins. Of a clock that runs ahead nothing that rests on its time can be said."""
    before = said.before
    return before is not None and said.fix.fix_time < before.fix_time and not _future(said)


def _duplicate(said: Said) -> bool:
    """The same fix heard twice, over the network and over BeiDou, say, or sent again."""
    fix, newest = said.fix, said.before is not None or said.suspect is not None
    for one in (said.before, said.suspect):
        if one is not None:
            if same(fix, one):
                return True
            newest = newest and fix.fix_time > one.fix_time
    return not (newest and not _future(said)) and said.heard(fix)


def _jumped(said: Said) -> bool:
    """A jump is believed once a later fix agrees with it, or the terminal were lost for ever."""
    fix, before, suspect = said.fix, said.before, said.suspect
    if before is None or _future(said) or _older(said):
        return False
    if plausible(before, fix, kind=said.kind):
        return False
    agreed = (
        suspect is not None
        and suspect.fix_time < fix.fix_time
        and plausible(suspect, fix, kind=said.kind)
    )
    return not agreed


_NO, _NEVER, _MARKED = Consequence.REFUSED, Consequence.NEVER_CURRENT, Consequence.FLAGGED

RULES: tuple[Rule, ...] = (
    Rule("damaged", lambda said: said.message.error is not None, _NO),
    Rule("encrypted", _encrypted, _NO),
    Rule("invalid", lambda said: not said.message.valid, _NO),
    Rule("no_position", lambda said: said.message.lon is None or said.message.lat is None, _NO),
    Rule("range", _off_earth, _NO),
    # A receiver that starts cold says 0,0; nobody of ours is in the Gulf of Guinea.
    Rule("zero", lambda said: said.message.lon == 0.0 and said.message.lat == 0.0, _NO),
    Rule("no_time", lambda said: said.message.fix_time is None, _NO),
    Rule("duplicate", _duplicate, _NO),
    Rule("backlog", lambda said: said.message.backlog, _MARKED),
    Rule("future", _future, _NEVER),
    Rule("too_old", _too_old, _NEVER),
    Rule("older", _older, _NEVER),
    Rule("jump", _jumped, _NEVER),
)
"""The same for every format; those that refuse come first, in the order they are tried."""

REFUSED = tuple(rule for rule in RULES if rule.consequence is _NO)
DOUBTED = tuple(rule for rule in RULES if rule.consequence is not _NO)
NOT_CURRENT = frozenset(rule.name for rule in RULES if rule.consequence is _NEVER)
"""Doubts that keep a fix from being the terminal's current one; it is kept all the same."""


def never(fix: Fix) -> bool:
    """Nothing was heard before."""
    del fix
    return False


def believe(
    message: Message,
    before: Fix | None,
    place: str,
    *,
    source: str,
    received: datetime,
    suspect: Fix | None = None,
    kind: UnitKind | None = None,
    heard: Heard = never,
) -> Fix | str:
    """The fix that a message gives, or the name of the rule in REFUSED by which it gives none.

    `before` is the terminal's current fix, `suspect` its unconfirmed jump (`Known`), `kind` that of
    the unit carrying it; `place`: the code of where the message says it is, "" for 域外.
    A fix with one of NOT_CURRENT among its doubts is kept, never current.
    A message without a terminal is named after its source.
    """
    fix = made(message, source, received, place)
    said = Said(message, fix, received, before, suspect, kind, heard)
    for rule in REFUSED:
        if rule.applies(said):
            return rule.name
    doubts = tuple([rule.name for rule in DOUBTED if rule.applies(said)])
    return replace(fix, doubts=doubts, current=NOT_CURRENT.isdisjoint(doubts)) if doubts else fix


def to_count(fix: Fix) -> tuple[str, ...]:
    """The doubts of a fix that are counted beside the refusals: what its source should not say.

    That a backlog is older than what is known is what a backlog is for.
    """
    if not fix.doubts:
        return ()
    odd = tuple(doubt for doubt in fix.doubts if doubt in NOT_CURRENT)
    return tuple(doubt for doubt in odd if doubt != "older") if fix.backlog else odd
