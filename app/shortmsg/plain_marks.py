"""The marks of messages in words: a Chinese character or /letter before each value. A table."""

from typing import NamedTuple

from app.shortmsg import plain_values as v
from app.shortmsg.kinds import Arrival, Feedback, Order, Receipt, ShortMessage, Sos


class Mark(NamedTuple):
    """`chinese` stands in no value and no word; the ASCII mark is / and `letter`."""

    name: str
    chinese: str
    letter: str
    plain: v.Plain


MARKS: tuple[Mark, ...] = (
    Mark("dictionary", "典", "D", v.CODE),
    Mark("case", "案", "C", v.NUMBER),
    Mark("task", "任", "T", v.NUMBER),
    Mark("turn", "次", "N", v.COUNT),
    Mark("time", "时", "H", v.TIME),
    Mark("answer_min", "限", "L", v.COUNT),
    Mark("grade", "级", "G", v.GRADE),
    Mark("share", "责", "S", v.SHARE),
    Mark("item", "类", "I", v.CODE),
    Mark("condition", "况", "K", v.COUNT),
    Mark("area", "地", "A", v.CODE),
    Mark("spot", "点", "P", v.SPOT),
    Mark("unit", "队", "U", v.CODE),
    Mark("answer", "复", "R", v.ANSWER),
    Mark("result", "果", "O", v.RESULT),
    Mark("need", "求", "E", v.NEED),
    Mark("people", "人", "M", v.COUNT),
    Mark("card", "卡", "B", v.COUNT),
)

TEXT_MARK = ("文", "X")
"""Free text follows, as it is, up to the check."""

CHECK_MARK = ("校", "Z")

HEADS: dict[type[ShortMessage], tuple[str, str]] = {
    Order: ("渝令", "YTORD"),
    Receipt: ("渝收", "YTRCP"),
    Arrival: ("渝到", "YTARR"),
    Feedback: ("渝馈", "YTFBK"),
    Sos: ("渝救", "YTSOS"),
}
"""What a message begins with; the version of the layout follows."""

BY_MARK = {word: mark for mark in MARKS for word in (mark.chinese, "/" + mark.letter)}
BY_NAME = {mark.name: mark for mark in MARKS}
BY_HEAD = {word: kind for kind, words in HEADS.items() for word in words}
