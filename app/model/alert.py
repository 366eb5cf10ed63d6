"""Alerts: something noticed, which a person confirms into a case or dismisses."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from app.model.place import Neighbour
from app.model.terminal import Position


class Grade(IntEnum):
    """Event grades of 突发事件应对法: 特别重大, 重大, 较大, 一般; red, orange, yellow, blue."""

    I = 1  # noqa: E741  # the law's own numeral
    II = 2
    III = 3
    IV = 4


class AlertKind(StrEnum):
    SOS = "sos"
    OVERSPEED = "overspeed"
    COLLISION = "collision"
    ROLLOVER = "rollover"
    FATIGUE = "fatigue"
    DANGER = "danger"
    TAMPERED = "tampered"
    STOLEN = "stolen"
    LOW_POWER = "low_power"
    POWER_LOST = "power_lost"
    BATTERY_LOW = "battery_low"
    GNSS_FAULT = "gnss_fault"
    CAMERA_FAULT = "camera_fault"
    REMOVED = "removed"
    SILENT = "silent"
    OUTSIDE = "outside"
    ENTERED = "entered"
    LEFT = "left"
    DWELT = "dwelt"
    MOVED = "moved"
    PLANT = "plant"
    REPORT = "report"


class AlertState(StrEnum):
    """spec: closed loop §4.2, A0 to A5."""

    NEW = "new"
    SEEN = "seen"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    MERGED = "merged"
    SHELVED = "shelved"


OPEN_ALERTS = frozenset({AlertState.NEW, AlertState.SEEN, AlertState.SHELVED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """`active` is the source's own bit: an acknowledged but active alert stays on the list.

    `chain`: place codes city to grid at the position, empty where unknown or 域外.
    `count`: how often it was repeated while open; `raised` and `last` are receive times, `recent`
    those of the last minute. `past`: told of late, from a backlog. `doubts` are those of its fix.
    `cause` is the code it was dismissed with. `near_border_more`: neighbours that were left out.
    `fence`: the id of the fence that it is about, "" for none.
    """

    id: str
    kind: AlertKind
    grade: Grade
    raised: datetime
    last: datetime
    terminal: str = ""
    unit: str = ""
    position: Position | None = None
    chain: tuple[str, ...] = ()
    state: AlertState = AlertState.NEW
    active: bool = True
    count: int = 1
    claimed_by: str = ""
    shelved_until: datetime | None = None
    case: str = ""
    text: str = ""
    edition: str = ""
    near_border: tuple[Neighbour, ...] = ()
    near_border_more: int = 0
    past: bool = False
    doubts: tuple[str, ...] = ()
    recent: tuple[datetime, ...] = ()
    chattering: bool = False
    cause: str = ""
    fence: str = ""

    @property
    def open(self) -> bool:
        """Whether nobody has disposed of it yet."""
        return self.state in OPEN_ALERTS

    @property
    def listed(self) -> bool:
        """Whether it belongs on the alarm list: open, or its source still says so."""
        return self.open or self.active
