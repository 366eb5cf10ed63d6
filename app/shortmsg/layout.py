"""The bit layout of short messages: which fields a kind has, in order. The table of ADR 17.

Before the fields stands the head, behind them the text and the check; see `HEAD_BITS` and below.
"""

from typing import NamedTuple

from app.shortmsg import codecs as c
from app.shortmsg.kinds import Arrival, Feedback, Order, Receipt, ShortMessage, Sos

MARK, VERSION = 0xE, 1
MARK_BITS, VERSION_BITS, KIND_BITS = 4, 4, 4
"""The head: 1110, the version of this layout, the kind; then the dictionary where one is needed."""

TEXT_BITS = 11
"""Bytes of GB 18030 that follow; a text begins at the next bit."""

CHECK_BITS = 16
"""CRC-16/CCITT-FALSE over all bytes before it, behind zeros that fill up a byte."""


class Row(NamedTuple):
    """`optional`: one bit before it says whether it is there."""

    name: str
    codec: c.Codec
    optional: bool = False


class Kind(NamedTuple):
    """`shared`: names codes of the dictionary, so that its id stands in the head.

    Only orders do. What comes from the field can be read whatever dictionary the field has.
    """

    number: int
    type: type[ShortMessage]
    rows: tuple[Row, ...]
    shared: bool = False


_ABOUT = (Row("task", c.NUMBER), Row("turn", c.TURN), Row("time", c.TIME))

KINDS: tuple[Kind, ...] = (
    Kind(
        1,
        Order,
        (
            Row("case", c.NUMBER),
            *_ABOUT,
            Row("answer_min", c.ANSWER_MIN),
            Row("grade", c.GRADE),
            Row("share", c.SHARE),
            Row("item", c.ITEM, optional=True),
            Row("condition", c.CONDITION, optional=True),
            Row("area", c.AREA, optional=True),
            Row("spot", c.SPOT, optional=True),
            Row("unit", c.UNIT, optional=True),
        ),
        shared=True,
    ),
    Kind(2, Receipt, (*_ABOUT, Row("answer", c.ANSWER))),
    Kind(3, Arrival, (*_ABOUT, Row("spot", c.SPOT, optional=True))),
    Kind(
        4,
        Feedback,
        (*_ABOUT, Row("result", c.RESULT), Row("condition", c.CONDITION, optional=True)),
    ),
    Kind(
        5,
        Sos,
        (
            Row("time", c.TIME),
            Row("need", c.NEED),
            Row("people", c.PEOPLE, optional=True),
            Row("card", c.CARD, optional=True),
            Row("spot", c.SPOT, optional=True),
        ),
    ),
)

BY_NUMBER = {kind.number: kind for kind in KINDS}
BY_TYPE = {kind.type: kind for kind in KINDS}
