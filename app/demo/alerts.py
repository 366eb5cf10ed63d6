"""The alerts of a scene and what the desk has done about them: tables, all invented."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.casework.acts import Act
from app.model import Alert, AlertKind, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertRow:
    """An alert of the scene: the alarm bit, who sends it, how long ago, what is done about it.

    A confirmed one goes on as a case with the `story`.
    """

    kind: AlertKind
    alarm: str
    unit: str
    ago_s: float
    then: str = ""
    repeats: int = 0
    story: str = ""


ALERTS: tuple[AlertRow, ...] = (
    AlertRow(kind=AlertKind.SOS, alarm="sos", unit="U-500118-GRID-02", ago_s=35),
    AlertRow(kind=AlertKind.SOS, alarm="sos", unit="U-500112-GRID-01", ago_s=190, then="claim"),
    AlertRow(
        kind=AlertKind.SOS,
        alarm="sos",
        unit="U-500236-GRID-01",
        ago_s=1_500,
        then="confirm",
        story="sos",
    ),
    AlertRow(kind=AlertKind.COLLISION, alarm="collision", unit="U-500107-CITY-01", ago_s=95),
    AlertRow(
        kind=AlertKind.COLLISION,
        alarm="collision",
        unit="U-500116-FIRE-01",
        ago_s=1_300,
        then="confirm",
        story="crash",
    ),
    AlertRow(kind=AlertKind.OVERSPEED, alarm="overspeed", unit="U-500119-MEDICAL-01", ago_s=60),
    AlertRow(
        kind=AlertKind.OVERSPEED,
        alarm="overspeed",
        unit="U-500151-POWER-01",
        ago_s=700,
        then="shelve",
        repeats=2,
    ),
    AlertRow(
        kind=AlertKind.POWER_LOST,
        alarm="main_power_off",
        unit="U-500243-POWER-01",
        ago_s=420,
        then="claim",
    ),
    AlertRow(
        kind=AlertKind.POWER_LOST,
        alarm="main_power_off",
        unit="U-500230-CITY-01",
        ago_s=900,
        then="shelve",
    ),
    AlertRow(kind=AlertKind.GNSS_FAULT, alarm="gnss_fault", unit="U-500237-CITY-01", ago_s=240),
    AlertRow(kind=AlertKind.SOS, alarm="sos", unit="U-500114-GRID-01", ago_s=1_100, then="dismiss"),
    AlertRow(
        kind=AlertKind.DANGER, alarm="danger", unit="U-500153-FIRE-01", ago_s=800, then="claim"
    ),
)

_TREATMENTS: Mapping[str, tuple[dict[str, object], str]] = {
    "claim": ({}, ""),
    "confirm": ({}, ""),
    "shelve": ({"minutes": 60}, "演示：已电话核实，稍后再看"),
    "dismiss": ({"cause": "false_alarm"}, "演示：误触"),
}
_CALLED = {AlertKind.SOS: "人员求助", AlertKind.COLLISION: "碰撞报警"}


def treat(row: AlertRow, alert: Alert, unit: Unit) -> Act:
    """What the duty officer does about an alert of the scene."""
    fields, reason = _TREATMENTS[row.then]
    if row.then == "confirm":
        fields = {**fields, "title": f"【演示】{unit.name}{_CALLED[row.kind]}"}
    return Act(name=f"alert.{row.then}", subject=f"alert:{alert.id}", fields=fields, reason=reason)
