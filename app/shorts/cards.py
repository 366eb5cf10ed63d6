"""Which BeiDou card a unit carries: an act, for whoever has the card speaks for the unit."""

from app.casework.acts import Act, Draft, Refusal
from app.casework.why import Why
from app.model import Officer, Unit
from app.shorts.codes import SharedCodes
from app.store import Transaction, shorts

CARD_OF = "unit.card"


def card_of(store: Transaction, act: Act, by: Officer, _: SharedCodes) -> Draft | Refusal:
    """Which BeiDou card a unit carries; "" for none. No two units carry the same."""
    del by
    kind, _sep, ident = act.subject.partition(":")
    unit = store.one(Unit, act.subject) if kind == "unit" and ident else None
    if unit is None:
        return Refusal(code=Why.UNKNOWN_SUBJECT, detail=act.subject)
    card = card_number(act.fields.get("card"))
    if card is None:
        return Refusal(code=Why.FIELD_BAD, detail="card")
    if card == unit.card:
        return Refusal(code=Why.NOTHING_CHANGED)
    others = shorts.units_with_card(store.db, card) if card else []
    if others:
        return Refusal(code=Why.CARD_TAKEN, detail=others[0])
    before, after = {act.subject: {"card": unit.card}}, {act.subject: {"card": card}}
    return Draft(act=CARD_OF, subject=act.subject, before=before, after=after)


def card_number(typed: object) -> str | None:
    """A card's number as it is compared, without zeros before it; "" for none, None for no number.

    Cards have at most 24 bits.
    """
    text = typed.strip() if isinstance(typed, str) else None
    if text is None or (text and not (text.isdecimal() and text.isascii() and len(text) < 13)):
        return None
    bare = text.lstrip("0")
    return bare if not text or (bare and int(bare) < 1 << 24) else None
