"""The messages of dispatch as values: order, receipt, arrival, feedback, SOS."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.model import Grade, Share
from app.shortmsg.parts import Number, Spot


class Answer(StrEnum):
    """What a unit says to an order."""

    SIGNED = "signed"  # 签收
    RETURNED = "returned"  # 退回


class Result(StrEnum):
    """Whether the closing condition is met."""

    MET = "met"  # 达成
    PARTLY = "partly"  # 部分
    NOT_MET = "not_met"  # 未达


class Need(StrEnum):
    """What an SOS asks for."""

    UNKNOWN = "unknown"
    MEDICAL = "medical"
    FIRE = "fire"
    TRAPPED = "trapped"
    FLOOD = "flood"
    ATTACKED = "attacked"
    VEHICLE = "vehicle"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """调度令: sends a unit to a task. `turn` counts the orders of one task, from 1.

    `item`, `area`, `unit` are codes of the shared dictionary. `condition` is the number of the
    filing condition. `answer_min`: so long after it was sent an answer is waited for.
    """

    case: Number
    task: Number
    turn: int
    time: datetime
    answer_min: int
    grade: Grade
    share: Share
    item: str = ""
    condition: int | None = None
    area: str = ""
    spot: Spot | None = None
    unit: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """回执: the unit has the order, and takes it or sends it back."""

    task: Number
    turn: int
    time: datetime
    answer: Answer
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """到场: on site at that time, and where that is."""

    task: Number
    turn: int
    time: datetime
    spot: Spot | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """反馈: whether the closing condition of that number is met, and a few words."""

    task: Number
    turn: int
    time: datetime
    result: Result
    condition: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sos:
    """求助: who and where, as far as it is known. `card`: number of the caller's BeiDou card."""

    time: datetime
    need: Need = Need.UNKNOWN
    people: int | None = None
    card: int | None = None
    spot: Spot | None = None
    text: str = ""


Report = Receipt | Arrival | Feedback
"""What answers an order."""

ShortMessage = Order | Report | Sos
