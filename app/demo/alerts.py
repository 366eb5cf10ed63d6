"""The alerts of a scene and what the desk has done about them: tables, all invented."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.casework.acts import Act
from app.demo.said import Alarm
from app.model import Alert, AlertKind, Unit, UnitKind


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertRow:
    """An alert of the scene: the alarm bit, who sends it, how long ago, what is done about it.

    `carrier` is the kind of unit, of that district, that sends it. Of `repeats` the bit falls and
    rises again. A confirmed one goes on as a case with the `story`.
    """

    kind: AlertKind
    alarm: str
    district: str
    carrier: UnitKind
    ago_s: float
    then: str = ""
    repeats: int = 0
    story: str = ""


ALERTS: tuple[AlertRow, ...] = (
    AlertRow(kind=AlertKind.SOS, alarm="sos", district="500118", carrier=UnitKind.GRID, ago_s=35),
    AlertRow(
        kind=AlertKind.SOS,
        alarm="sos",
        district="500103",
        carrier=UnitKind.GRID,
        ago_s=190,
        then="claim",
    ),
    AlertRow(
        kind=AlertKind.SOS,
        alarm="sos",
        district="500236",
        carrier=UnitKind.GRID,
        ago_s=1_500,
        then="confirm",
        story="sos",
    ),
    AlertRow(
        kind=AlertKind.COLLISION,
        alarm="collision",
        district="500107",
        carrier=UnitKind.CITY,
        ago_s=95,
    ),
    AlertRow(
        kind=AlertKind.COLLISION,
        alarm="collision",
        district="500116",
        carrier=UnitKind.FIRE,
        ago_s=1_300,
        then="confirm",
        story="crash",
    ),
    AlertRow(
        kind=AlertKind.OVERSPEED,
        alarm="overspeed",
        district="500119",
        carrier=UnitKind.MEDICAL,
        ago_s=60,
    ),
    AlertRow(
        kind=AlertKind.OVERSPEED,
        alarm="overspeed",
        district="500151",
        carrier=UnitKind.POWER,
        ago_s=700,
        then="shelve",
        repeats=2,
    ),
    AlertRow(
        kind=AlertKind.POWER_LOST,
        alarm="main_power_off",
        district="500243",
        carrier=UnitKind.POWER,
        ago_s=640,
        then="claim",
    ),
    AlertRow(
        kind=AlertKind.POWER_LOST,
        alarm="main_power_off",
        district="500230",
        carrier=UnitKind.CITY,
        ago_s=900,
        then="shelve",
    ),
    AlertRow(
        kind=AlertKind.GNSS_FAULT,
        alarm="gnss_fault",
        district="500237",
        carrier=UnitKind.CITY,
        ago_s=860,
    ),
    AlertRow(
        kind=AlertKind.SOS,
        alarm="sos",
        district="500114",
        carrier=UnitKind.GRID,
        ago_s=1_100,
        then="dismiss",
    ),
    AlertRow(
        kind=AlertKind.DANGER,
        alarm="danger",
        district="500153",
        carrier=UnitKind.FIRE,
        ago_s=800,
        then="claim",
    ),
)

_TREATMENTS: Mapping[str, tuple[dict[str, object], str]] = {
    "claim": ({}, ""),
    "confirm": ({}, ""),
    "shelve": ({"minutes": 60}, "演示：已电话核实，稍后再看"),
    "dismiss": ({"cause": "false_alarm"}, "演示：误触"),
}
_CALLED = {AlertKind.SOS: "人员求助", AlertKind.COLLISION: "碰撞报警"}


TREATED_AFTER = timedelta(seconds=40)
_ENDS = {"dismiss": TREATED_AFTER, "confirm": timedelta(minutes=10)}


def alarm_of(row: AlertRow, now: datetime) -> Alarm:
    """When the bit is set and when it falls for good, which many do not before `now`."""
    begin = now - timedelta(seconds=row.ago_s)
    end = begin + _ENDS.get(row.then, timedelta(days=1))
    return Alarm(name=row.alarm, begin=begin, end=end, repeats=row.repeats)


def treat(row: AlertRow, alert: Alert, unit: Unit) -> Act:
    """What the duty officer does about an alert of the scene."""
    fields, reason = _TREATMENTS[row.then]
    if row.then == "confirm":
        fields = {**fields, "title": f"{unit.name}{_CALLED[row.kind]}（演示）"}
    return Act(name=f"alert.{row.then}", subject=f"alert:{alert.id}", fields=fields, reason=reason)
