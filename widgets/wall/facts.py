"""What the wall tells besides the map, as text and figures; who paints it does not ask the desk."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.model import (
    OPEN_ALERTS,
    Alert,
    AlertState,
    Availability,
    Case,
    Commissioning,
    Grade,
    Plant,
)
from widgets import formats, words
from widgets.models.plants import availability, plant_stage
from widgets.waiting import order
from widgets.words.said import QT_TRANSLATE_NOOP

ALARMS_MOST = 5
_OUT = frozenset({Availability.UNPLANNED, Availability.PLANNED})
_STAGES: dict[Commissioning, str] = {
    Commissioning.IN_SERVICE: QT_TRANSLATE_NOOP("wall", "在役"),
    Commissioning.COMMISSIONING: QT_TRANSLATE_NOOP("wall", "启停·调试"),
    Commissioning.BUILDING: QT_TRANSLATE_NOOP("wall", "在建"),
}


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure with what it counts; of a grade it carries the grade's mark."""

    name: str
    number: int
    grade: Grade | None = None


@dataclass(frozen=True, slots=True)
class AlarmRow:
    """One alarm: what and where give way, what is left over stays whole."""

    grade: Grade
    what: str
    where: str
    waited: str
    lit: bool


@dataclass(frozen=True, slots=True)
class PlantRow:
    """A plant that is not simply in service, or a line about all that are."""

    name: str
    state: str


def tiles(cases: Iterable[Case], closed_today: int) -> tuple[Tile, ...]:
    """Open, overdue, open by grade, closed today."""
    open_ = [case for case in cases if case.open]
    overdue = sum(case.overdue for case in open_)
    grades = [case.grade for case in open_]
    return (
        Tile(QCoreApplication.translate("wall", "未结"), len(open_)),
        Tile(QCoreApplication.translate("wall", "超时"), overdue),
        *(Tile(words.NUMERALS[grade], grades.count(grade), grade) for grade in Grade),
        Tile(QCoreApplication.translate("wall", "今日办结"), closed_today),
    )


def alarms(
    alerts: Iterable[Alert], now: datetime, *, where: Callable[[Alert], str]
) -> tuple[AlarmRow, ...]:
    """The first five of grades Ⅰ and Ⅱ, in the officer's order; what nobody has seen blinks."""
    grave = [a for a in alerts if a.grade <= Grade.II and a.state in OPEN_ALERTS]
    blink = now.microsecond >= 500_000
    return tuple(
        AlarmRow(
            alert.grade,
            words.word(alert.kind) + (f" ×{alert.count}" if alert.count > 1 else ""),
            where(alert),
            formats.timer((now - alert.raised).total_seconds()),
            not (blink and alert.state is AlertState.NEW),
        )
        for alert in sorted(grave, key=order)[:ALARMS_MOST]
    )


def plants(known: Iterable[Plant]) -> tuple[PlantRow, ...]:
    """How many are at each stage, and how much; then each that is out or not yet in service."""
    rows = [plant for plant in known if plant.commissioning is not Commissioning.CLOSED]
    whole = tuple(
        _stage_row(stage, [plant for plant in rows if plant.commissioning is stage])
        for stage in _STAGES
        if any(plant.commissioning is stage for plant in rows)
    )
    odd = [plant for plant in rows if _is_odd(plant)]
    odd.sort(key=lambda plant: (plant.availability not in _OUT, -(plant.capacity_mw or 0.0)))
    return (*whole, *(PlantRow(plant.name, _state(plant)) for plant in odd))


def _stage_row(stage: Commissioning, rows: list[Plant]) -> PlantRow:
    text = QCoreApplication.translate("wall", "%1 座 %2").replace("%1", formats.count(len(rows)))
    total = sum(plant.capacity_mw or 0.0 for plant in rows)
    name = QCoreApplication.translate("wall", _STAGES[stage])
    return PlantRow(name, text.replace("%2", formats.megawatts(total)))


def _is_odd(plant: Plant) -> bool:
    return plant.commissioning is not Commissioning.IN_SERVICE or plant.availability in _OUT


def _state(plant: Plant) -> str:
    if plant.commissioning is Commissioning.IN_SERVICE:
        return availability(plant)
    return plant_stage(plant)
