"""The BeiDou card of a desk: which source it is reached by, how it is spoken to, what it said.

Records only. The first is an officer's choice; the second is what the desk knows of the card.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal

import msgspec

PERIOD_S = 60.0
"""The service period of most cards, until the card itself has told it."""

Seconds = Annotated[float, msgspec.Meta(ge=0, le=86_400)]
Period = Annotated[float, msgspec.Meta(gt=0, le=86_400)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """`source`: the id of the source that the card is at, "" for none. `carrier`: of
    `app.shortmsg.carriers`. `simulated`: it is none, and the screens say so."""

    source: Annotated[str, msgspec.Meta(max_length=200)] = ""
    dialect: Literal["bd2", "bd3", "binary"] = "bd2"
    carrier: Literal["global", "regional", "civil"] = "global"
    answer_min: Annotated[int, msgspec.Meta(ge=1, le=4096)] = 15
    simulated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CardState:
    """`number` and `level` as the card told them at `told`; from `since` on, `wait_s` pass before
    it may send again. `at_card`: the order it was given last and has said nothing of."""

    number: str = ""
    level: int | None = None
    period_s: Period = PERIOD_S
    told: datetime | None = None
    since: datetime | None = None
    wait_s: Seconds = 0.0
    at_card: str = ""
