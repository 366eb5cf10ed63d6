"""The question of the board of short messages: orders, letters, the card, and who is who."""

from dataclasses import dataclass, field

from app.card import Card, CardState
from app.settings import CARD, CARD_STATE
from app.shortmsg.kept import KeptOrder, Letter
from app.shorts.codes import SharedCodes
from app.store import Reader, queries


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortBoard:
    """`names`: of units by id; `cases`: of tasks by id, for going there."""

    orders: list[KeptOrder] = field(default_factory=list[KeptOrder])
    letters: list[Letter] = field(default_factory=list[Letter])
    card: Card = field(default_factory=Card)
    state: CardState = field(default_factory=CardState)
    names: dict[str, str] = field(default_factory=dict[str, str])
    dictionary: str = ""


def short_board(reader: Reader, codes: SharedCodes) -> ShortBoard:
    """All of it as of one moment."""
    kept, units = queries.settings(reader), queries.units(reader)
    return ShortBoard(
        orders=queries.short_orders(reader),
        letters=queries.short_letters(reader),
        card=kept[CARD],
        state=kept[CARD_STATE],
        names={unit.id: unit.name for unit in units},
        dictionary=codes.dictionary(unit.id for unit in units).id,
    )
