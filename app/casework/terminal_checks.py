"""What stands against an act on a terminal: nobody knocks, no such unit, a text too long."""

from app.casework.situation import Situation
from app.casework.why import Why
from app.model import TerminalState
from app.model.command import TEXT_BYTES, text_bytes, unspeakable

LONGEST_PHONE = 20
"""Digits of a number (JT/T 808-2019; 12 before)."""

INTERVAL_S = 65_535
"""Longest interval of tracking: a WORD (JT/T 808, 0x8202)."""

Objection = Why | tuple[Why, str] | None


def somebody_knocks(s: Situation) -> Objection:
    """Another device under a known number: there is nothing else to decide on."""
    known = s.file.newcomer
    other = known is not None and known.device != s.terminal.device
    return None if other else Why.DEVICE_UNKNOWN


def as_seen(s: Situation) -> Objection:
    """Nobody decides on a device that is not before their eyes."""
    wanted, found = s.act.fields.get("device"), s.file.newcomer
    return Why.DEVICE_UNKNOWN if wanted and (found is None or found.device != wanted) else None


def somebody_turned_away(s: Situation) -> Objection:
    return None if s.terminal.turned_away else Why.NOTHING_CHANGED


def phone_fit(s: Situation) -> Objection:
    """A number of digits, and one that the register has not."""
    phone = s.field("phone").strip().lstrip("0")
    if not (phone.isascii() and phone.isdecimal() and len(phone) <= LONGEST_PHONE):
        return Why.FIELD_BAD, "phone"
    known = s.file.terminal
    if known is not None and known.state is not TerminalState.WAITING:
        return Why.TERMINAL_KNOWN, phone
    return None


def unit_known(s: Situation) -> Objection:
    ident = s.field("unit")
    return Why.UNIT_UNKNOWN if ident and s.unit(ident) is None else None


def carrier_changes(s: Situation) -> Objection:
    """The unit named is another than the one that carries it."""
    now = next((unit.id for unit in s.file.units if unit.terminal == s.terminal.id), "")
    return Why.NOTHING_CHANGED if now == s.field("unit") else None


def case_known(s: Situation) -> Objection:
    return Why.TARGET_UNKNOWN if s.field("case") and s.file.target is None else None


def text_fits(s: Situation) -> Objection:
    """GBK alone, and no longer than a terminal takes; the refusal counts or names what is wrong."""
    text = s.field("text").strip()
    if odd := unspeakable(text):
        return Why.TEXT_NOT_GBK, " ".join(_seen(c) for c in odd[:8])
    size = text_bytes(text)
    return (Why.TEXT_TOO_LONG, f"{size} / {TEXT_BYTES}") if size > TEXT_BYTES else None


def interval_fits(s: Situation) -> Objection:
    interval = float(s.field("interval_s"))
    whole = interval.is_integer() and 1 <= interval <= INTERVAL_S
    return None if whole else (Why.FIELD_BAD, "interval_s")


def _seen(character: str) -> str:
    return character if character.isprintable() else f"U+{ord(character):04X}"
